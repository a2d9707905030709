/// `{"is_yes": "fever"}`, `{"number": "pain_now", "at_least": 7}`, `{"all": [...]}`: the first key
/// says what is stated.
extension Condition: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case always, number, risen, by, includes, option, touches, region
    case filter = "where"
    case age, sex, treated, found, field, part, word, visit, all, any, not, count, of
    case bloodPressure = "blood_pressure"
    case isYes = "is_yes"
    case isNo = "is_no"
    case someRow = "some_row"
    case below
    case atMost = "at_most"
    case equal
    case atLeast = "at_least"
    case above

    static let statements: [Key] = [
      .always, .isYes, .isNo, .number, .bloodPressure, .risen, .includes, .touches, .someRow, .age,
      .sex, .treated, .found, .all, .any, .not, .count,
    ]
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    let stated = fields.allKeys.filter(Key.statements.contains)
    guard let key = stated.first, stated.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "a condition states one of: "
            + Key.statements.map(\.rawValue).joined(separator: ", ")))
    }
    let others = Set(fields.allKeys).subtracting(Self.companions(of: key)).subtracting([key])
    if let other = others.map(\.rawValue).sorted().first {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "\(other) has no place beside \(key.rawValue)"))
    }
    switch key {
    case .always:
      guard try fields.decode(.always) == true else {
        throw fields.mistake(.always, "always is true, or left out")
      }
      self = .always
    case .isYes: self = .isYes(try fields.decode(.isYes))
    case .isNo: self = .isNo(try fields.decode(.isNo))
    case .number:
      let (comparison, value): (Comparison, Double) = try Self.comparison(fields, after: .number)
      self = .number(try fields.decode(.number), comparison, value)
    case .bloodPressure:
      let (comparison, value): (Comparison, Double) = try Self.comparison(
        fields, after: .bloodPressure)
      self = .bloodPressure(
        try fields.decode(.bloodPressure), try fields.decode(.part), comparison, value)
    case .risen: self = .risen(try fields.decode(.risen), by: try fields.decode(.by))
    case .includes: self = .includes(try fields.decode(.includes), try fields.decode(.option))
    case .touches: self = .touches(try fields.decode(.touches), try fields.decode(.region))
    case .someRow:
      self = .someRow(
        of: try fields.decode(.someRow), try fields.decode(.filter, or: Condition.always))
    case .age:
      let age = try fields.superDecoder(forKey: .age).fields(Key.self)
      let (comparison, years): (Comparison, Int) = try Self.comparison(age, after: .age)
      self = .age(comparison, years)
    case .sex: self = .sex(try fields.decode(.sex))
    case .treated: self = .treated(try fields.decode(.treated))
    case .found:
      self = .found(
        try fields.decode(.found), try Self.statement(fields),
        fields.contains(.visit) ? try fields.decode(.visit) : .running)
    case .all: self = .all(try fields.decode(.all))
    case .any: self = .any(try fields.decode(.any))
    case .not: self = .not(try fields.decode(.not))
    default: self = .count(atLeast: try fields.decode(.count), of: try fields.decode(.of))
    }
  }

  /// The keys that a statement may or must have beside it.
  private static func companions(of key: Key) -> [Key] {
    switch key {
    case .number: comparisons
    case .bloodPressure: comparisons + [.part]
    case .found: comparisons + [.field, .part, .word, .region, .visit]
    case .risen: [.by]
    case .includes: [.option]
    case .touches: [.region]
    case .someRow: [.filter]
    case .count: [.of]
    default: []
    }
  }

  private static let comparisons: [Key] = Comparison.allCases.compactMap {
    Key(rawValue: $0.rawValue)
  }

  private static func comparison<Value: Decodable>(
    _ fields: KeyedDecodingContainer<Key>, after key: Key
  ) throws -> (Comparison, Value) {
    let beside = companions(of: key).filter { !comparisons.contains($0) }
    let stated = fields.allKeys.filter { $0 != key && !beside.contains($0) }
    if let name = stated.first, stated.count == 1,
      let comparison = Comparison(rawValue: name.rawValue)
    {
      return (comparison, try fields.decode(name))
    }
    let names = Comparison.allCases.map(\.rawValue).joined(separator: ", ")
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: fields.codingPath, debugDescription: "\(key.rawValue) needs one of: \(names)"))
  }

  /// What is said of a finding: one of a word, a region and a comparison, or nothing.
  private static func statement(
    _ fields: KeyedDecodingContainer<Key>
  ) throws -> FindingStatement {
    let stated = fields.allKeys.filter {
      [.word, .region].contains($0) || comparisons.contains($0)
    }
    guard fields.contains(.field) else {
      if let other = (stated + [.part]).first(where: fields.contains) {
        throw fields.mistake(other, "\(other.rawValue) needs a field")
      }
      return .any
    }
    let field: String = try fields.decode(.field)
    if stated == [.word] || stated == [.region] {
      guard !fields.contains(.part) else {
        throw fields.mistake(.part, "part has no place beside \(stated[0].rawValue)")
      }
      return stated == [.word]
        ? .word(field: field, try fields.decode(.word))
        : .touches(field: field, try fields.decode(.region))
    }
    guard let name = stated.first, stated.count == 1,
      let comparison = Comparison(rawValue: name.rawValue)
    else {
      throw fields.mistake(
        .field,
        "a field needs one of: word, region, "
          + Comparison.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let part: FindingStatement.Part =
      fields.contains(.part) ? try fields.decode(.part) : .value
    return .number(field: field, part, comparison, try fields.decode(name))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    switch self {
    case .always: try fields.encode(true, forKey: .always)
    case .isYes(let id): try fields.encode(id, forKey: .isYes)
    case .isNo(let id): try fields.encode(id, forKey: .isNo)
    case .number(let id, let comparison, let value):
      try fields.encode(id, forKey: .number)
      try Self.encode(value, comparison, in: &fields)
    case .bloodPressure(let id, let part, let comparison, let value):
      try fields.encode(id, forKey: .bloodPressure)
      try fields.encode(part, forKey: .part)
      try Self.encode(value, comparison, in: &fields)
    case .risen(let id, let amount):
      try fields.encode(id, forKey: .risen)
      try fields.encode(amount, forKey: .by)
    case .includes(let id, let option):
      try fields.encode(id, forKey: .includes)
      try fields.encode(option, forKey: .option)
    case .touches(let id, let region):
      try fields.encode(id, forKey: .touches)
      try fields.encode(region, forKey: .region)
    case .someRow(let id, let condition):
      try fields.encode(id, forKey: .someRow)
      try fields.encode(condition, .filter, unless: .always)
    case .age(let comparison, let years):
      var age = fields.nestedContainer(keyedBy: Key.self, forKey: .age)
      try Self.encode(years, comparison, in: &age)
    case .sex(let sex): try fields.encode(sex, forKey: .sex)
    case .treated(let technique): try fields.encode(technique, forKey: .treated)
    case .found(let kind, let statement, let visit):
      try fields.encode(kind, forKey: .found)
      try Self.encode(statement, in: &fields)
      try fields.encode(visit, .visit, unless: .running)
    case .all(let parts): try fields.encode(parts, forKey: .all)
    case .any(let parts): try fields.encode(parts, forKey: .any)
    case .not(let part): try fields.encode(part, forKey: .not)
    case .count(let atLeast, let parts):
      try fields.encode(atLeast, forKey: .count)
      try fields.encode(parts, forKey: .of)
    }
  }

  private static func encode(
    _ value: some Encodable, _ comparison: Comparison,
    in fields: inout KeyedEncodingContainer<Key>
  ) throws {
    if let key = Key(rawValue: comparison.rawValue) { try fields.encode(value, forKey: key) }
  }

  private static func encode(
    _ statement: FindingStatement, in fields: inout KeyedEncodingContainer<Key>
  ) throws {
    switch statement {
    case .any: break
    case .number(let field, let part, let comparison, let value):
      try fields.encode(field, forKey: .field)
      try fields.encode(part, .part, unless: .value)
      try encode(value, comparison, in: &fields)
    case .word(let field, let word):
      try fields.encode(field, forKey: .field)
      try fields.encode(word, forKey: .word)
    case .touches(let field, let region):
      try fields.encode(field, forKey: .field)
      try fields.encode(region, forKey: .region)
    }
  }
}
