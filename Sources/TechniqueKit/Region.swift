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

  public init(
    _ id: ID<Region>, _ name: String, paired: Bool = false, within: ID<Region>? = nil,
    synonyms: [String] = []
  ) {
    self.id = id
    self.name = name
    self.isPaired = paired
    self.within = within
    self.synonyms = synonyms
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
