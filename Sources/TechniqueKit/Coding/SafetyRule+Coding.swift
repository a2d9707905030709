extension SafetyRule: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case id, code, title, when, severity, techniques, regions, change, advice, client, citations
    case aliases
    case whenUnknown = "when_unknown"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    let severity: Severity = try fields.decode(.severity)
    self.init(
      try fields.decode(.id), code: try fields.decode(.code), try fields.decode(.title),
      when: try fields.decode(.when), severity,
      whenUnknown: try fields.decodeIfPresent(Severity.self, forKey: .whenUnknown),
      techniques: try fields.decode(.techniques, or: .own),
      regions: try fields.decode(.regions, or: .none),
      change: try fields.decode(.change, or: .none),
      advice: try fields.decode(.advice), client: try fields.decode(.client),
      citations: try fields.decode(.citations))
    aliases = try fields.decode(.aliases, or: [])
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(code, forKey: .code)
    try fields.encode(title, forKey: .title)
    try fields.encode(when, forKey: .when)
    try fields.encode(severity, forKey: .severity)
    try fields.encode(severityWhenUnknown, .whenUnknown, unless: severity)
    try fields.encode(techniques, .techniques, unless: .own)
    try fields.encode(regions, .regions, unless: .none)
    try fields.encode(change, .change, unless: .none)
    try fields.encode(advice, forKey: .advice)
    try fields.encode(clientWording, forKey: .client)
    try fields.encode(citations, forKey: .citations)
    try fields.encode(aliases, .aliases, unless: [])
  }
}

/// `"none"`, `{"fixed": ["neck"]}` or `{"answered": "injury_areas"}`.
extension RegionScope: Codable {
  private enum Key: String, CodingKey, CaseIterable { case fixed, answered }

  public init(from decoder: any Decoder) throws {
    if let word = try? decoder.singleValueContainer().decode(String.self), word == "none" {
      self = .none
      return
    }
    let fields = try decoder.fields(Key.self)
    guard fields.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "regions are none, {fixed: [...]} or {answered: ...}"))
    }
    self =
      fields.contains(.fixed)
      ? .fixed(try fields.decode(.fixed)) : .answered(try fields.decode(.answered))
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .none:
      var word = encoder.singleValueContainer()
      try word.encode("none")
    case .fixed(let regions):
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(regions, forKey: .fixed)
    case .answered(let question):
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(question, forKey: .answered)
    }
  }
}

extension ForcedChange: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case pressureCap = "pressure_cap"
    case positionsExcluded = "positions_excluded"
    case longestMinutes = "longest_minutes"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      pressureCap: try fields.decodeIfPresent(PressureGrade.self, forKey: .pressureCap),
      positionsExcluded: try fields.decode(.positionsExcluded, or: []),
      longestMinutes: try fields.decodeIfPresent(Int.self, forKey: .longestMinutes))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encodeIfPresent(pressureCap, forKey: .pressureCap)
    try fields.encode(positionsExcluded, .positionsExcluded, unless: [])
    try fields.encodeIfPresent(longestMinutes, forKey: .longestMinutes)
  }
}

/// `{"text": ..., "doi": ...}`, with `"unconfirmed": true` where no source was seen.
extension Citation: Codable {
  private enum Key: String, CodingKey, CaseIterable { case text, doi, unconfirmed }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      text: try fields.decode(.text), doi: try fields.decodeIfPresent(String.self, forKey: .doi),
      isConfirmed: !(try fields.decode(.unconfirmed, or: false)))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(text, forKey: .text)
    try fields.encodeIfPresent(doi, forKey: .doi)
    try fields.encode(!isConfirmed, .unconfirmed, unless: false)
  }
}
