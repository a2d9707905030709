import TechniqueKit

/// One treatment from start to end, as it is signed: times, findings, measures and the note.
public struct VisitRecord: Hashable, Sendable, Codable {
  public let startedAt: Instant
  public let endedAt: Instant
  public let template: TemplateUse
  public let segments: [Segment]
  /// Minutes of hands-on time: from start to end without the time on hold.
  public let minutes: Int
  public let verdict: [VerdictLine]
  public let findings: [RecordedFinding]
  public let measurements: [Measurement]
  public let note: [NoteLine]

  public init(
    startedAt: Instant, endedAt: Instant, template: TemplateUse, segments: [Segment],
    minutes: Int, verdict: [VerdictLine], findings: [RecordedFinding],
    measurements: [Measurement], note: [NoteLine]
  ) {
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.template = template
    self.segments = segments
    self.minutes = minutes
    self.verdict = verdict
    self.findings = findings
    self.measurements = measurements
    self.note = note
  }

  /// The template that was used, with its words as they were on that day.
  public struct TemplateUse: Hashable, Sendable, Codable {
    public let id: ID<SessionTemplate>
    public let title: String
    public let technique: ID<Manifest>
    public let techniqueName: String
    /// Minutes.
    public let length: Int

    public init(
      id: ID<SessionTemplate>, title: String, technique: ID<Manifest>, techniqueName: String,
      length: Int
    ) {
      self.id = id
      self.title = title
      self.technique = technique
      self.techniqueName = techniqueName
      self.length = length
    }
  }

  /// One phase as it really went.
  public struct Segment: Hashable, Sendable {
    public let title: String
    public let startedAt: Instant
    public let endedAt: Instant

    public init(title: String, startedAt: Instant, endedAt: Instant) {
      self.title = title
      self.startedAt = startedAt
      self.endedAt = endedAt
    }
  }

  /// A concern of the safety verdict under which the session was started.
  public struct VerdictLine: Hashable, Sendable, Codable {
    public let severity: Severity
    public let code: String
    public let text: String

    public init(severity: Severity, code: String, text: String) {
      self.severity = severity
      self.code = code
      self.text = text
    }
  }
}

/// A finding with the sentence it became in the note.
public struct RecordedFinding: Hashable, Sendable, Codable {
  public let at: Instant
  public let finding: Finding
  public let sentence: String

  public init(at: Instant, finding: Finding, sentence: String) {
    self.at = at
    self.finding = finding
    self.sentence = sentence
  }
}

/// One line of a note, exactly as typed.
public struct NoteLine: Hashable, Sendable {
  public let section: Section
  public let text: String
  public let at: Instant
  /// When the line was taken over from an earlier visit: the moment of that visit.
  public let carriedFrom: Instant?

  /// The four sections of a SOAP note.
  public enum Section: String, Hashable, Sendable, Codable, CaseIterable {
    case subjective, objective, assessment, plan

    /// `S`, `O`, `A`, `P`.
    public var letter: String { rawValue.prefix(1).uppercased() }

    /// What belongs there: "what the client says".
    public var meaning: String {
      switch self {
      case .subjective: "what the client says"
      case .objective: "what you saw, felt and did"
      case .assessment: "how it went"
      case .plan: "what next"
      }
    }
  }

  public init(section: Section, text: String, at: Instant, carriedFrom: Instant? = nil) {
    self.section = section
    self.text = text
    self.at = at
    self.carriedFrom = carriedFrom
  }
}
