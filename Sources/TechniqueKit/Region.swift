/// A part of the body that can be named as painful, treated or avoided.
public struct Region: Hashable, Sendable {
  public let id: ID<Region>
  /// Lower-case name as it stands in a sentence: `upper trapezius`.
  public var name: String
  /// Whether it exists on the left and on the right.
  public let isPaired: Bool
  /// The larger region it lies in; avoiding that one avoids this one.
  public let within: ID<Region>?
  /// What else therapists type for it.
  public var synonyms: [String]
  public let tissue: Tissue
  /// How deep a muscle or a band lies; `nil` for an area.
  public let layer: Layer?

  public enum Tissue: String, Hashable, Sendable, Codable, CaseIterable {
    /// A part of the body with all its layers.
    case area
    case muscle
    /// Fascia, tendon or ligament.
    case band
  }

  /// As hands reach it: a deep muscle lies under another one or under bone.
  public enum Layer: String, Hashable, Sendable, Codable, CaseIterable {
    case superficial, middle, deep
  }

  public init(
    _ id: ID<Region>, _ name: String, paired: Bool = false, within: ID<Region>? = nil,
    synonyms: [String] = [], tissue: Tissue = .area, layer: Layer? = nil
  ) {
    self.id = id
    self.name = name
    self.isPaired = paired
    self.within = within
    self.synonyms = synonyms
    self.tissue = tissue
    self.layer = layer
  }
}

public enum Side: String, Hashable, Sendable, Codable, CaseIterable {
  case left, right, both
}

/// A region with its side, where it has one: `right shoulder`.
public struct Site: Hashable, Sendable, Codable {
  public let region: ID<Region>
  public let side: Side?

  public init(_ region: ID<Region>, _ side: Side? = nil) {
    self.region = region
    self.side = side
  }
}
