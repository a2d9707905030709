extension Double {
  /// `1 hour`, `7.5 hours`.
  public func of(_ noun: String) -> String {
    self == 1 ? 1.of(noun) : "\(plain) \(2.of(noun).dropFirst(2))"
  }
}

extension Int {
  /// `1 chart`, `2 charts`, `2 entries`, `2 days`.
  public func of(_ noun: String) -> String {
    if self == 1 { return "1 \(noun)" }
    let isChanged = noun.hasSuffix("y") && !noun.hasSuffix("ay")
    return isChanged ? "\(self) \(noun.dropLast())ies" : "\(self) \(noun)s"
  }
}
