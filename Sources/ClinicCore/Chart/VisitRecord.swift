import OrderedCollections
import TechniqueKit

/// One treatment from start to end, as it is signed: times, findings, measures and the note.
public struct VisitRecord: Hashable, Sendable, Codable {
  public let startedAt: Instant
  public let endedAt: Instant
  /// In the order in which they were given; at least one.
  public let templates: [TemplateUse]
  /// What was done when, in the order of time.
  public let segments: [Segment]
  /// Minutes of hands-on time: from start to end without the time on hold.
  public let minutes: Int
  public let verdict: [VerdictLine]
  public let findings: [RecordedFinding]
  public let measurements: [Measurement]
  /// The therapist's own words.
  public let note: [NoteLine]
  /// What the note says by itself, in the words it was signed with.
  public let composed: [ComposedLine]
  /// What was asked about it and kept all the same; `nil` where nothing was.
  public let overrides: [Override]?
  /// Who started and ran the session, in that order. Records of an older program do not say it: the
  /// signer did.
  public let treatedBy: [Author]?
  /// The order that it uses up; `nil` where none was on file when it was signed.
  public let referral: ReferralTie?

  public init(
    startedAt: Instant, endedAt: Instant, templates: [TemplateUse], segments: [Segment],
    minutes: Int, verdict: [VerdictLine], findings: [RecordedFinding],
    measurements: [Measurement], note: [NoteLine], composed: [ComposedLine] = [],
    overrides: [Override]? = nil, treatedBy: [Author]? = nil, referral: ReferralTie? = nil
  ) {
    self.overrides = overrides
    self.treatedBy = treatedBy
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.templates = templates
    self.segments = segments
    self.minutes = minutes
    self.verdict = verdict
    self.findings = findings
    self.measurements = measurements
    self.note = note
    self.composed = composed
    self.referral = referral
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

  /// One phase as it really went, or the part of it in which the same parts of the body were treated.
  public struct Segment: Hashable, Sendable {
    public let title: String
    public let startedAt: Instant
    public let endedAt: Instant
    public let technique: ID<Manifest>
    /// Empty where none were named.
    public let sites: [Site]
    /// Milliseconds of it on hold.
    public let held: Int64
    /// Who named the parts of the body; `nil` where none were named, or the signer did.
    public let by: Author?

    public init(
      title: String, startedAt: Instant, endedAt: Instant, technique: ID<Manifest>,
      sites: [Site] = [], held: Int64 = 0, by author: Author? = nil
    ) {
      by = author
      self.title = title
      self.startedAt = startedAt
      self.endedAt = endedAt
      self.technique = technique
      self.sites = sites
      self.held = held
    }

    /// Milliseconds of treatment.
    public var treated: Int64 { max(0, endedAt.milliseconds - startedAt.milliseconds - held) }
  }

  /// A concern of the safety verdict under which the session was started.
  public struct VerdictLine: Hashable, Sendable, Codable {
    public let severity: Severity
    public let code: String
    public let text: String
    /// The rule, where it held for certain; `nil` where an answer was missing, and in old records.
    public let rule: ID<SafetyRule>?

    public init(severity: Severity, code: String, text: String, rule: ID<SafetyRule>? = nil) {
      self.severity = severity
      self.code = code
      self.text = text
      self.rule = rule
    }
  }
}

extension VisitRecord {
  /// Whole minutes of treatment with each technique, in the order of use. They add up to `minutes`: the
  /// seconds that are left over go to the techniques with the most of them.
  public var minutesByTechnique: [(technique: ID<Manifest>, minutes: Int)] {
    var shares: [(technique: ID<Manifest>, milliseconds: Int64)] = []
    for segment in segments {
      if let place = shares.firstIndex(where: { $0.technique == segment.technique }) {
        shares[place].milliseconds += segment.treated
      } else {
        shares.append((segment.technique, segment.treated))
      }
    }
    var minutes = shares.map { Int($0.milliseconds / 60_000) }
    let byRest = shares.indices.sorted {
      shares[$0].milliseconds % 60_000 > shares[$1].milliseconds % 60_000
    }
    for place in byRest.prefix(max(0, self.minutes - minutes.reduce(0, +))) { minutes[place] += 1 }
    return zip(shares, minutes).map { ($0.technique, $1) }
  }

  /// Each technique's name as it was on that day.
  public var techniqueNames: [String] {
    OrderedSet(templates.map(\.techniqueName)).elements
  }

  /// Minutes that were planned.
  public var planned: Int { templates.map(\.length).reduce(0, +) }
}

/// A finding with the sentence it became in the note.
public struct RecordedFinding: Hashable, Sendable, Codable {
  public let at: Instant
  public let finding: Finding
  public let sentence: String
  /// Who recorded it; `nil` where the signer did.
  public internal(set) var by: Author?

  public init(at: Instant, finding: Finding, sentence: String, by author: Author? = nil) {
    by = author
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
  /// Who wrote it; `nil` where the signer did.
  public internal(set) var by: Author?

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

  public init(
    section: Section, text: String, at: Instant, carriedFrom: Instant? = nil,
    by author: Author? = nil
  ) {
    by = author
    self.section = section
    self.text = text
    self.at = at
    self.carriedFrom = carriedFrom
  }
}
