extension Int {
  /// `1 chart`, `2 charts`, `2 entries`, `2 days`.
  public func of(_ noun: String) -> String {
    if self == 1 { return "1 \(noun)" }
    let isChanged = noun.hasSuffix("y") && !noun.hasSuffix("ay")
    return isChanged ? "\(self) \(noun.dropLast())ies" : "\(self) \(noun)s"
  }
}
