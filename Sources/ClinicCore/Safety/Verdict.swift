import TechniqueKit

/// What the safety rules say about a client today, worst first, and why.
public struct Verdict: Hashable, Sendable {
  public let concerns: [Concern]

  /// One rule that holds, or that cannot be judged because an answer is missing.
  public struct Concern: Hashable, Sendable {
    public let rule: SafetyRule
    /// The module that states the rule.
    public let module: ID<Manifest>
    public let severity: Severity
    /// The rule's parts of the body, closed or protected.
    public let sites: [Site]
    /// Whether it cannot be judged yet; otherwise it holds for certain.
    public let isUnknown: Bool
    /// The answers that raise it, with their questions.
    public let reasons: [Reason]
    /// The findings of the day that raise it.
    public let findings: [RecordedFinding]
    /// The unanswered questions on which it hangs; empty when it holds for certain.
    public let missing: [Question]
    /// What is not known of the client on which it hangs; empty when it holds for certain.
    public let missingDetails: [ClientDetail]
    /// What it read: a clearance settles this, and no more.
    public let matches: Set<Match>
    /// The clearance that settles it.
    public let clearance: Clearance?

    public var blocks: Bool { severity.blocks && (clearance == nil || severity == .emergency) }

    public struct Reason: Hashable, Sendable {
      public let question: Question
      public let answer: RecordedAnswer
    }
  }

  /// The concerns that bear on a session with the techniques: those of every module about all, and
  /// those of the techniques' own modules.
  public func concerns(for techniques: [ID<Manifest>], general: ID<Manifest>) -> [Concern] {
    concerns.filter { $0.bears(on: techniques, general: general) }
  }

  /// Highest pressure that the given concerns allow; `nil` when they set no limit.
  public static func pressureCap(_ concerns: [Concern]) -> PressureGrade? {
    concerns.compactMap(\.rule.change.pressureCap).min()
  }

  /// The unanswered questions on which rules hang, each once, in the order of asking, whether the rule
  /// would block a session, leave an area out or change how it is given.
  public func missing(among concerns: [Concern], order: [Question]) -> [Question] {
    let wanted = Set(concerns.flatMap(\.missing).map(\.id))
    return order.filter { wanted.contains($0.id) }
  }

  /// What is not known of the client on which rules hang.
  public func missingDetails(among concerns: [Concern]) -> [ClientDetail] {
    let wanted = Set(concerns.flatMap(\.missingDetails))
    return ClientDetail.allCases.filter(wanted.contains)
  }
}
