import TechniqueKit

/// The parts of the body that may be named, with its muscles, fascia, tendons and ligaments.
///
/// A muscle lies within the region where hands meet it, or within the group it belongs to.
/// Abbreviations are synonyms. "And", "of", "the" and "side" are passed over when a name is typed,
/// so a name that holds one has a synonym without it, and no name is told apart by one.
public enum BodyRegions {
  /// From head to foot; areas before their muscles.
  public static let all: [Region] = arrays.flatMap { $0 }

  private static let arrays: [[Region]] = [
    headAreas, headMuscles, headBands,
    neckAreas, neckMuscles, neckBands,
    chestAreas, chestMuscles, chestBands,
    backAreas, backMuscles, backBands,
    abdomenAreas, abdomenMuscles, pelvisAreas, pelvisMuscles,
    armAreas, armMuscles, armBands,
    forearmAreas, forearmMuscles, forearmBands, handAreas, handMuscles,
    hipAreas, hipMuscles, hipBands, thighAreas, thighMuscles,
    lowerLegAreas, lowerLegMuscles, lowerLegBands,
    footAreas, footMuscles, footBands,
  ]

  static func paired(
    _ id: ID<Region>, _ name: String, within: ID<Region>? = nil, _ synonyms: String...
  ) -> Region {
    Region(id, name, paired: true, within: within, synonyms: synonyms)
  }

  static func single(
    _ id: ID<Region>, _ name: String, within: ID<Region>? = nil, _ synonyms: String...
  ) -> Region {
    Region(id, name, within: within, synonyms: synonyms)
  }

  /// A muscle, which has two sides unless it is `single`.
  static func muscle(
    _ id: ID<Region>, _ name: String, _ layer: Region.Layer, within: ID<Region>,
    _ synonyms: String..., single: Bool = false
  ) -> Region {
    Region(
      id, name, paired: !single, within: within, synonyms: synonyms, tissue: .muscle, layer: layer)
  }

  /// Fascia, a tendon or a ligament, which has two sides unless it is `single`.
  static func band(
    _ id: ID<Region>, _ name: String, _ layer: Region.Layer, within: ID<Region>,
    _ synonyms: String..., single: Bool = false
  ) -> Region {
    Region(
      id, name, paired: !single, within: within, synonyms: synonyms, tissue: .band, layer: layer)
  }
}
