import TechniqueKit

/// How one part of the body lies to another that is left out, protected, or asks for consent of its
/// own. Planning, areas, findings, consent and the note all go by it.
public enum Overlap: Hashable, Sendable {
  /// They share nothing: another part, or the other side.
  case none
  /// All of it lies in the other one. A paired part without a side may be either of the two.
  case inside
  /// It contains the other one, or a part of it, and more besides: a leg, where the calf is left out.
  case reachesOver
}

extension Anatomy {
  /// How a site lies to a part.
  ///
  /// ```swift
  /// anatomy.overlap(of: Site("calf", .left), with: Site("leg", .left))    // inside
  /// anatomy.overlap(of: Site("leg", .left), with: Site("calf", .left))    // reachesOver
  /// anatomy.overlap(of: Site("calf", .right), with: Site("calf", .left))  // none
  /// ```
  public func overlap(of site: Site, with part: Site) -> Overlap {
    switch (site.side, part.side) {
    case (.left, .right), (.right, .left): return .none
    default: break
    }
    let hasMoreSides = site.side == .both && (part.side == .left || part.side == .right)
    if contains(site.region, in: part.region) { return hasMoreSides ? .reachesOver : .inside }
    return contains(part.region, in: site.region) ? .reachesOver : .none
  }
}
