extension FindingKind: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case id, code, title, treats, fields, sentence, aliases
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      try fields.decode(.id), code: try fields.decode(.code), try fields.decode(.title),
      treats: try fields.decode(.treats, or: false),
      fields: try fields.decode(.fields), sentence: try fields.decode(.sentence))
    aliases = try fields.decode(.aliases, or: [])
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(code, forKey: .code)
    try fields.encode(title, forKey: .title)
    try fields.encode(treats, .treats, unless: false)
    try fields.encode(self.fields, forKey: .fields)
    try fields.encode(sentence, forKey: .sentence)
    try fields.encode(aliases, .aliases, unless: [])
  }
}

/// One flat object; `kind` is a word, and what belongs to the kind stands beside it.
extension FindingKind.Field: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case name, meaning, kind, required, named, unit, range, words
    case bloodPressure = "blood_pressure"
  }

  private enum KindName: String, Codable, CaseIterable {
    case site, number, change, count, word, series, text
    case bloodPressure = "blood_pressure"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    guard let name = KindName(rawValue: try fields.decode(.kind)) else {
      let names = KindName.allCases.map(\.rawValue).joined(separator: ", ")
      throw fields.mistake(.kind, "kind is one of: \(names)")
    }
    let own: [Key] =
      switch name {
      case .number, .change, .series: [.unit, .range]
      case .count: [.range]
      case .word: [.words]
      case .bloodPressure: [.bloodPressure]
      case .site, .text: []
      }
    try fields.refuse([.unit, .range, .words, .bloodPressure], except: own)
    let unit = try fields.decode(.unit, or: "")
    let kind: Kind =
      switch name {
      case .site: .site
      case .number: .number(unit: unit, range: try fields.decode(.range))
      case .change: .change(unit: unit, range: try fields.decode(.range))
      case .count: .count(range: try fields.decode(.range))
      case .bloodPressure: .bloodPressure(try fields.decode(.bloodPressure, or: .standard))
      case .word: .word(try fields.decode(.words))
      case .series: .series(unit: unit, range: try fields.decode(.range))
      case .text: .text
      }
    self.init(
      try fields.decode(.name), try fields.decode(.meaning), kind,
      required: try fields.decode(.required, or: false), named: try fields.decode(.named, or: false)
    )
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(name, forKey: .name)
    try fields.encode(meaning, forKey: .meaning)
    try fields.encode(isRequired, .required, unless: false)
    try fields.encode(isNamed, .named, unless: false)
    func encode(
      _ name: KindName, _ unit: String, _ range: ClosedRange<Double>,
      in fields: inout KeyedEncodingContainer<Key>
    ) throws {
      try fields.encode(name, forKey: .kind)
      try fields.encode(unit, .unit, unless: "")
      try fields.encode(range, forKey: .range)
    }
    switch kind {
    case .site: try fields.encode(KindName.site, forKey: .kind)
    case .number(let unit, let range): try encode(.number, unit, range, in: &fields)
    case .change(let unit, let range): try encode(.change, unit, range, in: &fields)
    case .series(let unit, let range): try encode(.series, unit, range, in: &fields)
    case .count(let range):
      try fields.encode(KindName.count, forKey: .kind)
      try fields.encode(range, forKey: .range)
    case .bloodPressure(let range):
      try fields.encode(KindName.bloodPressure, forKey: .kind)
      try fields.encode(range, .bloodPressure, unless: .standard)
    case .word(let words):
      try fields.encode(KindName.word, forKey: .kind)
      try fields.encode(words, forKey: .words)
    case .text: try fields.encode(KindName.text, forKey: .kind)
    }
  }
}
