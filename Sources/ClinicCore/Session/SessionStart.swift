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
  /// The parts of the body that the verdict leaves out.
  public let leftOut: [LeftOut]
  public let verdict: [VisitRecord.VerdictLine]

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

extension Anatomy {
  /// The first part of the body left out that a site lies in.
  func leftOut(_ site: Site, by leftOut: [SessionStart.LeftOut]) -> SessionStart.LeftOut? {
    leftOut.first { covers($0.site, site) }
  }

  /// Whether the whole of a site lies in another, on its side. A paired site without a side may be
  /// either of the two.
  public func covers(_ whole: Site, _ part: Site) -> Bool {
    let sides = [whole.side, part.side]
    let isSameSide = sides.contains(nil) || sides.contains(.both) || sides[0] == sides[1]
    return isSameSide && contains(part.region, in: whole.region)
  }
}
