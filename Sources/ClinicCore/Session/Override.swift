import TechniqueKit

/// Something about a visit that is unlikely to be right, and so is asked about before it is kept.
public struct Doubt: Hashable, Sendable, Codable {
  /// Names what is asked about, so that the same question is known again: `overlap:ann:1795515360000`.
  public let subject: String
  /// As it was asked, without a full stop: "the session took 2045 min of the 60 planned".
  public let words: String
  /// How large what is asked about is, in minutes, where it has a size.
  public let minutes: Int?

  public init(_ subject: String, _ words: String, minutes: Int? = nil) {
    self.subject = subject
    self.words = words
    self.minutes = minutes
  }

  /// Whether an answer to this question answers another one: about the same, and not much larger since.
  func answers(_ other: Doubt) -> Bool {
    subject == other.subject && (other.minutes ?? 0) < (minutes ?? 0) + Self.tolerance
  }

  /// Minutes by which something may grow before it is asked about anew.
  private static let tolerance = 15
}

/// What somebody decided to keep or do although it was questioned: what was asked, why it is right all
/// the same, when that was said and by whom. It answers the questions that it names and no others.
public struct Override: Hashable, Sendable, Codable {
  public let doubts: [Doubt]
  /// In the words that were typed.
  public let reason: String
  public let at: Instant
  public let by: Author

  public init(of doubts: [Doubt], reason: String, at: Instant, by: Author) {
    self.doubts = doubts
    self.reason = reason
    self.at = at
    self.by = by
  }
}

extension Doubt {
  /// A rule that a visit took place against.
  init(_ concern: Verdict.Concern) {
    self.init(
      "rule:\(concern.rule.id)",
      "it took place against rule \(concern.rule.code) (\(concern.rule.title))")
  }

  /// A consent that was not valid.
  init(_ missing: MissingConsent) {
    self.init(
      "consent:\(missing.statement.id)",
      "it took place while \"\(missing.statement.title)\" was \(missing.standing.words)")
  }
}

extension [Override] {
  /// The questions that none of them answers.
  public func open(_ doubts: [Doubt]) -> [Doubt] {
    doubts.filter { doubt in !contains { $0.doubts.contains { $0.answers(doubt) } } }
  }
}

extension Practice {
  /// Answers questions with a reason.
  ///
  /// - Parameters:
  ///   - doubts: that stand open now.
  ///   - asked: what the last refusal named; `nil` where nothing was refused yet.
  ///   - reason: as typed; `nil` where nobody gave one.
  /// - Returns: what is to be recorded; `nil` where nothing is open.
  /// - Throws: `ClinicError.emptyReason` for a reason without words; `ClinicError.doubtful` with every
  ///   question that is open, where there is no reason, or one was not among those that were asked.
  public func overriding(
    _ doubts: [Doubt], asked: [Doubt]?, because reason: String?
  ) throws -> Override? {
    if let reason, reason.trimmed.isEmpty { throw ClinicError.emptyReason }
    guard !doubts.isEmpty else { return nil }
    guard let reason,
      asked.map({ asked in doubts.allSatisfy { doubt in asked.contains { $0.answers(doubt) } } })
        ?? true
    else { throw ClinicError.doubtful(doubts) }
    return Override(of: doubts, reason: reason.trimmed, at: now, by: author)
  }
}
