/// What `verify` found.
public struct Verification: Hashable, Sendable {
  public var charts = 0
  public var entries = 0
  public var trailRows = 0
  /// Whether the payloads were opened too; an auditor has no key to them.
  public var sealsChecked = false
  /// In the order found, at most `mostProblems`; the first is the first broken link.
  public private(set) var problems: [Problem] = []
  public var head: SealHead?

  public static let mostProblems = 20

  public init() {}

  /// `Whole: 2 charts, 9 entries, 31 rows of the trail.`
  public var summary: String {
    "\(isWhole ? "Whole" : "Not whole"): \(charts.of("chart")), \(entries.of("entry")), "
      + "\(trailRows.of("row")) of the trail."
  }

  public var isWhole: Bool { problems.isEmpty }

  public mutating func add(_ place: String, _ fault: Fault) {
    if problems.count < Self.mostProblems { problems.append(Problem(place: place, fault: fault)) }
  }

  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// `entry R12 of chart C0042`.
    public let place: String
    public let fault: Fault

    public var description: String { "\(place) \(fault.words)." }
  }

  public enum Fault: Hashable, Sendable {
    case changed, missing, unproven, unreadable, unlinked, sealBroken, cutOff, outOfStep

    public var words: String {
      switch self {
      case .changed: "was changed"
      case .missing: "is missing"
      case .unproven: "has no row in the trail"
      case .unreadable: "cannot be read"
      case .unlinked: "does not follow from the one before it"
      case .sealBroken: "does not open with its key"
      case .cutOff: "does not reach the end it had"
      case .outOfStep: "differs from the ledger"
      }
    }
  }
}

/// How a head that was kept compares with the trail as it is now.
public enum HeadComparison: Hashable, Sendable {
  case contained
  /// The trail has fewer rows than the head counts.
  case cutOff(rows: Int)
  case different
}
