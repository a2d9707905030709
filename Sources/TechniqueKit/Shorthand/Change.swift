/// A typed before and after: `7>3`, `40>55deg`, `7->3`.
struct Change {
  private let before: Measure
  private let after: Measure
  private var unit: String { after.unit.isEmpty ? before.unit : after.unit }

  /// `nil` unless the word is two numbers with `>` between them.
  init?(_ word: String) {
    let ends = word.split(separator: ">", omittingEmptySubsequences: false).map { end in
      end.hasSuffix("-") ? end.dropLast() : end
    }
    guard ends.count == 2, let before = Measure(ends[0]), let after = Measure(ends[1]),
      before.unit.isEmpty || after.unit.isEmpty || before.unit == after.unit
    else { return nil }
    self.before = before
    self.after = after
  }

  /// Whether the field may be meant when it is not named: the unit must be its own.
  func fits(_ field: FindingKind.Field) -> Bool {
    if case .change(let wanted, _) = field.kind, unit.isEmpty { return wanted.isEmpty }
    return ends(for: field) != nil
  }

  /// Both ends in the unit of the field, which a bare number is taken to be in.
  func ends(for field: FindingKind.Field) -> (before: Double, after: Double)? {
    guard case .change(let wanted, _) = field.kind else { return nil }
    if unit.isEmpty { return (before.value, after.value) }
    guard let first = Measure(Measure.plain(before.value) + unit)?.value(in: wanted),
      let last = Measure(Measure.plain(after.value) + unit)?.value(in: wanted)
    else { return nil }
    return (first, last)
  }
}
