extension Int {
  /// The number of a row, a goal, a line or a visit as it is typed: digits only, from 1 on.
  ///
  /// - Returns: `nil` for all else, also for more digits than any list has rows.
  public init?(place text: some StringProtocol) {
    guard (1...9).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(text), number > 0
    else { return nil }
    self = number
  }
}
