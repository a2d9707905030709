extension Int {
  /// `1 chart`, `2 charts`, `2 entries`.
  public func of(_ noun: String) -> String {
    if self == 1 { return "1 \(noun)" }
    return noun.hasSuffix("y") ? "\(self) \(noun.dropLast())ies" : "\(self) \(noun)s"
  }
}
