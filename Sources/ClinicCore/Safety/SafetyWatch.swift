import TechniqueKit

/// Remembers which rules a person was told of a client, so that each is told when it comes to hold:
/// when an answer or a finding is typed, when a consent runs out, on a birthday.
public struct SafetyWatch: Sendable {
  private var told: [ID<SafetyRule>: Told] = [:]
  private var toldConsents: Set<ID<ConsentStatement>> = []

  private struct Told {
    let matches: Set<Match>
    let blocks: Bool
  }

  public init() {}

  /// Takes what is shown now as told.
  public mutating func tell(_ state: SafetyState) { _ = news(in: state) }

  /// What was not told yet, worst first: rules that hold for certain and were not told, or that read
  /// more than when they were told, or stand in the way again; and consents that are not valid any more.
  public mutating func news(in state: SafetyState) -> SafetyNews {
    let certain = state.verdict.concerns.filter { !$0.isUnknown }
    let raised = certain.filter { concern in
      guard let before = told[concern.rule.id] else { return true }
      return !concern.matches.isSubset(of: before.matches) || concern.blocks && !before.blocks
    }
    told = Dictionary(
      certain.map { ($0.rule.id, Told(matches: $0.matches, blocks: $0.blocks)) }
    ) { first, _ in first }
    let consents = state.missingConsent.filter { !toldConsents.contains($0.statement.id) }
    toldConsents = Set(state.missingConsent.map(\.statement.id))
    return SafetyNews(raised: raised, consents: consents)
  }
}

/// What stands in the way of treating a client at a moment, or changes how it is given.
public struct SafetyState: Sendable {
  public let verdict: Verdict
  public let missingConsent: [MissingConsent]
}

/// What came to hold since a person was last told.
public struct SafetyNews: Sendable {
  public let raised: [Verdict.Concern]
  public let consents: [MissingConsent]
}
