import OrderedCollections
import TechniqueKit

/// What a session was started with: one or several templates, laid one behind the other, within what
/// the safety verdict leaves of them.
public struct SessionStart: Hashable, Sendable, Codable {
  /// In the order in which they are given; at least one.
  public let templates: [VisitRecord.TemplateUse]
  public let phases: [PlannedPhase]
  /// The parts of the body that are to be treated, as far as they were named; see `VisitDraft`.
  public let sites: [Site]
  /// The parts of them that are not treated, because a rule leaves them out; see `Overlap`.
  public let except: [Site]?
  /// The parts of the body that the verdict leaves out.
  public let leftOut: [LeftOut]
  public let verdict: [VisitRecord.VerdictLine]
  /// When it was written down that the session began, where somebody said when that was.
  public internal(set) var typedAt: Instant?

  /// One phase as it is planned, after the verdict was laid over the template.
  public struct PlannedPhase: Hashable, Sendable, Codable {
    public let title: String
    public let technique: ID<Manifest>
    public let minutes: Int
    public let instructions: String
    public let pressure: PressureGrade?
    public let position: Position?
    /// What the verdict changed about it: "pressure 2 instead of 4 (A5)".
    public let overruled: [String]
  }

  /// A part of the body that is not treated, and the code of the rule that says so.
  public struct LeftOut: Hashable, Sendable, Codable {
    public let site: Site
    public let rule: String
  }

  /// `trigger points 30 + lymphatic drainage 30`
  public var words: String { templates.words }

  /// Minutes of all templates.
  public var length: Int { templates.map(\.length).reduce(0, +) }

  /// Each technique once, in the order in which they are given.
  public var techniques: [ID<Manifest>] {
    OrderedSet(templates.map(\.technique)).elements
  }
}

extension [VisitRecord.TemplateUse] {
  /// `trigger points`, or `trigger points + lymphatic drainage`.
  public var title: String { map(\.title).joined(separator: " + ") }

  /// The same with the minutes of each.
  public var words: String { map { "\($0.title) \($0.length)" }.joined(separator: " + ") }
}
