extension SessionTemplate: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case id, title, phases, aliases, citations
    case alsoUses = "also_uses"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      try fields.decode(.id), try fields.decode(.title),
      alsoUses: try fields.decode(.alsoUses, or: []), phases: try fields.decode(.phases),
      citations: try fields.decode(.citations, or: []))
    aliases = try fields.decode(.aliases, or: [])
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(title, forKey: .title)
    try fields.encode(alsoUses, .alsoUses, unless: [])
    try fields.encode(phases, forKey: .phases)
    try fields.encode(citations, .citations, unless: [])
    try fields.encode(aliases, .aliases, unless: [])
  }
}

/// `"minutes": {"30": 5, "60": 9}`: the length of the session to the minutes of the phase.
extension SessionTemplate.Phase: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case title, minutes, position, pressure, instructions, record
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      try fields.decode(.title), minutes: try fields.decode(.minutes),
      position: try fields.decodeIfPresent(Position.self, forKey: .position),
      pressure: try fields.decodeIfPresent(PressureGrade.self, forKey: .pressure),
      instructions: try fields.decode(.instructions), record: try fields.decode(.record, or: ""))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(title, forKey: .title)
    try fields.encode(minutesByLength, forKey: .minutes)
    try fields.encodeIfPresent(position, forKey: .position)
    try fields.encodeIfPresent(pressure, forKey: .pressure)
    try fields.encode(instructions, forKey: .instructions)
    try fields.encode(record, .record, unless: "")
  }
}
