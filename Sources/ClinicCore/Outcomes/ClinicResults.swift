import ClinicalContent
import TechniqueKit

/// What a clinic sees of its own work over a period: for each technique and condition how many
/// clients there were, how their scores changed, who was not measured again, and what followed the
/// sessions. It names no client, and shows no group of fewer than `fewest`.
///
/// There are no totals over groups, so that what is not shown cannot be had by subtraction.
public struct ClinicResults: Hashable, Sendable {
  public let period: ResultPeriod
  /// In the order of the techniques, then of the conditions.
  public let groups: [Group]
  /// How many groups there were with fewer clients than are shown.
  public let groupsNotShown: Int
  public let afterEffects: [AfterEffectCount]
  /// The condition that was asked for, with what trials found; `nil` when none was.
  public let trials: Trials?

  /// A group of fewer clients is not shown.
  public static let fewest = 5

  /// The clients who were treated with one technique and come with one condition.
  public struct Group: Hashable, Sendable {
    public let technique: Manifest
    /// `nil` for clients who named none.
    public let condition: HealthCondition?
    public let clients: Int
    /// Signed visits with the technique.
    public let visits: Int
    public let measures: [MeasuredChange]
    /// How many measures fewer clients have a first score of than are shown.
    public let measuresNotShown: Int

    /// `neck pain`.
    public var conditionName: String { condition?.name ?? "no condition named" }
  }

  /// What trials found for one condition, beside what is seen here.
  public struct Trials: Hashable, Sendable {
    public let condition: HealthCondition
    /// The most certain studies first.
    public let studies: [KnownEvidence.Row]
    /// One for each technique, in the order of the catalogue.
    public let rows: [Row]

    public struct Row: Hashable, Sendable {
      public let technique: Manifest
      public let studies: [KnownEvidence.Row]
      /// `nil` where too few clients were treated here.
      public let group: Group?
    }

    /// What is known of massage as such.
    public var ofMassage: [KnownEvidence.Row] { studies.filter(\.isGeneral) }
  }

  /// What none of the figures can say.
  public static let caution =
    "Clients come when they feel worst and often feel better later by itself (regression to the "
    + "mean), and groups differ in much that was not counted (confounding): no figure here shows "
    + "what caused a change."
  /// Why clients of the groups do not add up.
  public static let overlap =
    "A client who had several techniques or comes with several conditions counts in each group."
}

/// Whole days, both included.
public struct ResultPeriod: Hashable, Sendable {
  public let first: CalendarDate
  public let last: CalendarDate

  public init(from first: CalendarDate, until last: CalendarDate) {
    self.first = first
    self.last = last
  }

  public func start(in zone: ClinicZone) -> Instant { Instant(first, in: zone) }
  /// Midnight after the last day.
  public func end(in zone: ClinicZone) -> Instant { Instant(last.adding(days: 1), in: zone) }

  /// `25 Nov 2025 to 24 Nov 2026`.
  public var words: String { "\(DateWords.full(first)) to \(DateWords.full(last))" }
}

/// How often something happened that is never hidden, without saying exactly how seldom.
public enum ShownCount: Hashable, Sendable {
  case none
  /// At least once, and fewer than `ClinicResults.fewest` times.
  case few
  case exactly(Int)

  public init(_ count: Int) {
    self = count == 0 ? .none : count < ClinicResults.fewest ? .few : .exactly(count)
  }

  /// `0`, `fewer than 5`, `12`.
  public var words: String {
    switch self {
    case .none: "0"
    case .few: "fewer than \(ClinicResults.fewest)"
    case .exactly(let count): "\(count)"
    }
  }
}

/// What clients told at the next visit of what followed a session with a technique.
public struct AfterEffectCount: Hashable, Sendable {
  public let technique: Manifest
  /// `false` for a technique that is no longer enabled.
  public let isOffered: Bool
  /// How often the question was answered.
  public let asked: ShownCount
  /// How often anything was named.
  public let followed: ShownCount
  /// What was named, in the order of the question; several may follow one session.
  public let effects: [Effect]

  public struct Effect: Hashable, Sendable {
    /// In the words of the question.
    public let option: Option
    public let count: ShownCount
  }

  /// `Trigger point therapy: asked 37 times; something followed 8 times: a bruise 6, headache
  /// fewer than 5.`
  public var sentence: String {
    switch (asked, followed) {
    case (.none, _): return "\(technique.name): nobody was asked in this period."
    case (_, .none): return "\(technique.name): asked \(times(asked)); nothing was named."
    default:
      let named = effects.map { "\($0.option.label) \($0.count.words)" }.joined(separator: ", ")
      return "\(technique.name): asked \(times(asked)); something followed \(times(followed)): "
        + "\(named)."
    }
  }

  private func times(_ count: ShownCount) -> String {
    count.words == "1" ? "1 time" : "\(count.words) times"
  }
}
