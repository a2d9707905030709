import TechniqueKit

/// Work that is not yet an entry: an intake being asked, or a visit not yet signed.
///
/// Every step of it is stored as an event before the next prompt, so a draft survives anything.
public struct Draft: Hashable, Sendable {
  public let id: ID<Draft>
  public let chart: ID<Chart>
  public let kind: Kind
  public let openedAt: Instant
  /// Who works on it. Others may see that it is open, and begin one of their own.
  public let person: ID<Person>
  /// The catalogue the draft is made with.
  public let definition: DefinitionDigest

  public enum Kind: String, Hashable, Sendable, Codable {
    case intake, visit
  }

  public init(
    id: ID<Draft>, chart: ID<Chart>, kind: Kind, openedAt: Instant, person: ID<Person>,
    definition: DefinitionDigest
  ) {
    self.id = id
    self.chart = chart
    self.kind = kind
    self.openedAt = openedAt
    self.person = person
    self.definition = definition
  }
}

/// One step of a draft.
public struct DraftEvent: Hashable, Sendable, Codable {
  public let at: Instant
  public let step: Step
  /// Who took the step. Steps of an older program do not say it: the draft's person did.
  public internal(set) var by: Author?

  public init(at: Instant, _ step: Step, by author: Author? = nil) {
    self.at = at
    self.step = step
    by = author
  }

  public enum Step: Hashable, Sendable, Codable {
    case answered(question: ID<Question>, answer: RecordedAnswer)
    case started(SessionStart)
    case nextPhase
    case held
    case resumed
    case extended(minutes: Int)
    case ended
    /// The parts of the body that are treated from now on; with words where one of them is to be left
    /// out, and the therapist decides otherwise; with the parts of them that are left out; and with what
    /// rules left out there at that time.
    case treating(
      sites: [Site], reason: String?, except: [Site]?, against: [SessionStart.LeftOut]?)
    /// A rule came to hold while the session ran.
    case warned(SafetyWarning)
    /// It holds no longer, or was cleared.
    case settled(rule: ID<SafetyRule>)
    /// The order that the visit uses up from now on.
    case tied(order: ReferralTie)
    case noted(line: NoteLine)
    /// Other words in the place of a line of the note, counted from 0 in the order they were typed.
    case rewrote(place: Int, text: String)
    /// A section that reads as it did last time still holds.
    case affirmed(section: NoteLine.Section)
    case found(finding: RecordedFinding)
    /// Another finding in the place of one, counted from 0 in the order they were typed, with those
    /// that were dropped since.
    case foundInstead(place: Int, finding: RecordedFinding)
    /// A finding that does not count, at a place counted in the same way.
    case dropped(place: Int)
    case measured(measurement: Measurement)
    /// What was asked about the visit, and refused until somebody says why it is right.
    case questioned(doubts: [Doubt])
    /// Why what was asked is right all the same.
    case overrode(Override)
    /// Steps that do not count any more, by the store's numbers.
    case tookBack(steps: [String])
    /// Steps that count again.
    case putBack(steps: [String])
  }
}
