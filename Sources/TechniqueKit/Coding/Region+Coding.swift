extension Region: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case id, name, paired, within, synonyms, tissue, layer
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      try fields.decode(.id), try fields.decode(.name),
      paired: try fields.decode(.paired, or: false),
      within: try fields.decodeIfPresent(ID<Region>.self, forKey: .within),
      synonyms: try fields.decode(.synonyms, or: []),
      tissue: try fields.decode(.tissue, or: .area),
      layer: try fields.decodeIfPresent(Layer.self, forKey: .layer))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(name, forKey: .name)
    try fields.encode(isPaired, .paired, unless: false)
    try fields.encodeIfPresent(within, forKey: .within)
    try fields.encode(synonyms, .synonyms, unless: [])
    try fields.encode(tissue, .tissue, unless: .area)
    try fields.encodeIfPresent(layer, forKey: .layer)
  }
}
