import TechniqueKit

/// What a verdict leaves of one technique: how far the worst rule goes, and within which limits a
/// session may be held.
public struct Standing: Hashable, Sendable {
  public let technique: Manifest
  /// The rules that hold for certain and go furthest; empty when none does.
  public let decisive: [Verdict.Concern]
  /// How far they go; `nil` when no rule holds for certain.
  public let severity: Severity?
  /// How many unanswered questions stand in the way of a session.
  public let unanswered: Int
  /// The parts of the body that are left out.
  public let avoided: [Site]
  public let pressureCap: PressureGrade?
  public let longestMinutes: Int?

  /// The part of the body left out that the site shares something with; `nil` when all of it may be
  /// treated.
  public func avoids(_ site: Site, in anatomy: Anatomy) -> Site? {
    avoided.first { anatomy.overlap(of: site, with: $0) != .none }
  }
}

extension Verdict {
  /// What the verdict leaves of a technique. A rule that was cleared does not block, but what it
  /// changes about the session stands.
  public func standing(of technique: Manifest, general: ID<Manifest>) -> Standing {
    let concerns = concerns(for: [technique.id], general: general)
    let certain = concerns.filter { !$0.isUnknown }
    let worst = certain.map(\.remaining).max()
    var avoided: [Site] = []
    for site in concerns.filter({ $0.rule.severity == .avoid }).flatMap(\.sites)
    where !avoided.contains(site) {
      avoided.append(site)
    }
    return Standing(
      technique: technique, decisive: certain.filter { $0.remaining == worst }, severity: worst,
      unanswered: Set(concerns.filter(\.blocks).flatMap(\.missing).map(\.id)).count,
      avoided: avoided, pressureCap: Self.pressureCap(concerns),
      longestMinutes: concerns.compactMap(\.rule.change.longestMinutes).min())
  }
}

extension Verdict.Concern {
  /// How far it still goes once a clearance has settled it.
  fileprivate var remaining: Severity {
    guard severity.blocks, !blocks else { return severity }
    return rule.change == .none ? .note : .adapt
  }
}
