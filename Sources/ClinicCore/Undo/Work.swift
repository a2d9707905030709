import TechniqueKit

/// What one command or one questionnaire wrote: the unit that is taken back as a whole.
///
/// The store keeps it in the trail, in the same transaction as what it speaks of; it names records and
/// says nothing of their content.
public struct Work: Hashable, Sendable, Codable {
  /// The verb it was typed as: `pain`, `intake`, `end`.
  public let verb: String
  public internal(set) var entries: [ID<Entry>]
  public internal(set) var steps: [Step]
  public internal(set) var opened: [ID<Draft>]
  public internal(set) var closed: [ID<Draft>]

  /// A step of a draft by the store's number, `D7`.
  public struct Step: Hashable, Sendable, Codable {
    public let draft: ID<Draft>
    public let number: String

    public init(draft: ID<Draft>, number: String) {
      self.draft = draft
      self.number = number
    }
  }

  public init(
    verb: String, entries: [ID<Entry>] = [], steps: [Step] = [], opened: [ID<Draft>] = [],
    closed: [ID<Draft>] = []
  ) {
    self.verb = verb
    self.entries = entries
    self.steps = steps
    self.opened = opened
    self.closed = closed
  }

  /// - Parameter numbers: what the store gave to the appended entries and drafted steps, in order.
  public init(verb: String, _ changes: [Change], numbers: [RecordNumber]) {
    self.init(verb: verb)
    var numbers = numbers[...]
    for change in changes {
      switch change {
      case .appended(let entry):
        entries.append(entry.id)
        _ = numbers.popFirst()
      case .drafted(_, let draft):
        if let number = numbers.popFirst() {
          steps.append(Step(draft: draft.id, number: number.description))
        }
      case .draftOpened(let draft): opened.append(draft.id)
      case .draftClosed(let draft): closed.append(draft.id)
      case .draftReopened, .chartOpened: break
      }
    }
  }

  mutating func add(_ more: Work) {
    entries += more.entries
    steps += more.steps
    opened += more.opened
    closed += more.closed
  }

  var drafts: [ID<Draft>] {
    (opened + steps.map(\.draft) + closed).reduce(into: []) { found, draft in
      if !found.contains(draft) { found.append(draft) }
    }
  }
}

/// The command that changes are made for.
public struct WorkInHand: Hashable, Sendable {
  public let verb: String
  /// Its number, once something was written for it.
  public internal(set) var unit: Int?

  public init(verb: String, unit: Int? = nil) {
    self.verb = verb
    self.unit = unit
  }
}

/// A row of the trail that tells of a unit.
public struct WorkRow: Hashable, Sendable {
  public let unit: Int
  public let action: TrailAction
  public let at: Instant
  public let chart: ID<Chart>
  /// What was written, for `did`.
  public let work: Work?

  public init(unit: Int, action: TrailAction, at: Instant, chart: ID<Chart>, work: Work?) {
    self.unit = unit
    self.action = action
    self.at = at
    self.chart = chart
    self.work = work
  }
}

/// The units of one person in the order they were done, and those that were taken back.
struct WorkHistory {
  struct Unit {
    let number: Int
    let chart: ID<Chart>
    let at: Instant
    var work: Work
  }

  private(set) var done: [Unit] = []
  private(set) var takenBack: [Unit] = []

  /// - Parameter rows: oldest first.
  init(_ rows: [WorkRow]) {
    for row in rows {
      switch row.action {
      case .tookBack:
        // What was taken back lies beyond the rows that were read where it is not found.
        if let place = done.lastIndex(where: { $0.number == row.unit }) {
          takenBack.append(done.remove(at: place))
        }
      case .putBack:
        if let place = takenBack.lastIndex(where: { $0.number == row.unit }) {
          done.append(takenBack.remove(at: place))
        }
      default:
        guard let work = row.work else { continue }
        takenBack = []
        if done.last?.number == row.unit {
          done[done.count - 1].work.add(work)
        } else {
          done.append(Unit(number: row.unit, chart: row.chart, at: row.at, work: work))
        }
      }
    }
  }
}
