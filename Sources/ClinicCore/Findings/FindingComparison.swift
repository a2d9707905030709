import TechniqueKit

/// What two visits found, set side by side: findings of one kind at one site are the same place.
///
/// ```swift
/// FindingComparison(before: last.findings, now: visit.findings).rows
/// // [.notRecorded(right infraspinatus), .new(left levator scapulae)]
/// ```
public struct FindingComparison: Hashable, Sendable {
  public enum Row: Hashable, Sendable {
    /// It was recorded before and is not now: it may be gone, or nobody looked.
    case notRecorded(RecordedFinding)
    case new(RecordedFinding)
    /// The same kind at the same site with other values.
    case changed(from: RecordedFinding, to: RecordedFinding)
    case same(RecordedFinding)

    /// The finding as it is now, or as it was where it is not recorded.
    public var latest: RecordedFinding {
      switch self {
      case .notRecorded(let found), .new(let found), .same(let found), .changed(_, let found): found
      }
    }
  }

  /// A field with another value than before; `nil` where none was recorded.
  public struct FieldChange: Hashable, Sendable {
    public let field: String
    public let before: Finding.Value?
    public let now: Finding.Value?

    public init(field: String, before: Finding.Value?, now: Finding.Value?) {
      self.field = field
      self.before = before
      self.now = now
    }
  }

  /// What is there now in the order it was recorded, then what is not recorded again.
  public let rows: [Row]

  /// - Parameter renames: what the kinds of findings are called now.
  public init(
    before: [RecordedFinding], now: [RecordedFinding], renames: Renames = .none
  ) {
    var left = before
    func take(_ fits: (RecordedFinding) -> Bool) -> RecordedFinding? {
      left.firstIndex(where: fits).map { left.remove(at: $0) }
    }
    func isSamePlace(_ one: Finding, _ other: Finding) -> Bool {
      renames.findings[one.kind] ?? one.kind == renames.findings[other.kind] ?? other.kind
        && one.site == other.site
    }
    // Of several findings at one place those that are alike belong together.
    let alike = now.map { found in
      take {
        isSamePlace($0.finding, found.finding) && $0.finding.values == found.finding.values
      }
    }
    rows =
      zip(now, alike).map { found, twin in
        if twin != nil { return .same(found) }
        let earlier = take { isSamePlace($0.finding, found.finding) }
        return earlier.map { .changed(from: $0, to: found) } ?? .new(found)
      } + left.map { .notRecorded($0) }
  }

  /// The fields that differ, by name.
  public static func changes(from before: Finding, to now: Finding) -> [FieldChange] {
    Set(before.values.keys).union(now.values.keys).sorted()
      .filter { before.values[$0] != now.values[$0] }
      .map { FieldChange(field: $0, before: before.values[$0], now: now.values[$0]) }
  }
}
