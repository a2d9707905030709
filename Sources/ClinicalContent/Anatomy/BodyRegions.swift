import TechniqueKit

/// The parts of the body that may be named, with the muscles that are treated most.
///
/// A muscle lies within the region where hands meet it. Front and back of a region are not told
/// apart. Abbreviations are synonyms.
public enum BodyRegions {
  /// From head to foot; areas before their muscles.
  public static let all: [Region] = headAndNeck + trunk + upperLimb + lowerLimb

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
}
