extension OutcomeMetric: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case id, name, construct, prompt, unit, range, whole, direction, entry, version, thresholds
    case occasions, licence, citations, aliases, recall, bands
    case otherUnits = "other_units"
    case standardErrors = "standard_errors"
    case hasSides = "has_sides"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      try fields.decode(.id), name: try fields.decode(.name),
      construct: try fields.decode(.construct), prompt: try fields.decode(.prompt),
      unit: try fields.decode(.unit, or: ""),
      otherUnits: try fields.decode(.otherUnits, or: [:]), range: try fields.decode(.range),
      whole: try fields.decode(.whole, or: true), sides: try fields.decode(.hasSides, or: false),
      try fields.decode(.direction),
      entry: try fields.decode(.entry, or: .score), recall: try fields.decode(.recall, or: ""),
      version: try fields.decode(.version), bands: try fields.decode(.bands, or: []),
      thresholds: try fields.decode(.thresholds, or: []),
      standardErrors: try fields.decode(.standardErrors, or: []),
      occasions: try fields.decode(.occasions, or: []), licence: try fields.decode(.licence),
      citations: try fields.decode(.citations))
    aliases = try fields.decode(.aliases, or: [])
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(name, forKey: .name)
    try fields.encode(construct, forKey: .construct)
    try fields.encode(prompt, forKey: .prompt)
    try fields.encode(unit, .unit, unless: "")
    try fields.encode(otherUnits, .otherUnits, unless: [:])
    try fields.encode(range, forKey: .range)
    try fields.encode(isWhole, .whole, unless: true)
    try fields.encode(hasSides, .hasSides, unless: false)
    try fields.encode(direction, forKey: .direction)
    try fields.encode(entry, .entry, unless: .score)
    try fields.encode(recall, .recall, unless: "")
    try fields.encode(version, forKey: .version)
    try fields.encode(bands, .bands, unless: [])
    try fields.encode(thresholds, .thresholds, unless: [])
    try fields.encode(standardErrors, .standardErrors, unless: [])
    try fields.encode(occasions, .occasions, unless: [])
    try fields.encode(licence, forKey: .licence)
    try fields.encode(citations, forKey: .citations)
    try fields.encode(aliases, .aliases, unless: [])
  }
}

/// `"score"`, `{"activities": [3, 5]}`, `{"items": [...], "scoring": {...}}` or
/// `{"computed_from": [...]}`.
extension OutcomeMetric.Entry: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case activities, items, scoring
    case computedFrom = "computed_from"
  }

  public init(from decoder: any Decoder) throws {
    if let word = try? decoder.singleValueContainer().decode(String.self), word == "score" {
      self = .score
      return
    }
    let fields = try decoder.fields(Key.self)
    let forms: [Set<Key>] = [[.activities], [.items, .scoring], [.computedFrom]]
    guard forms.contains(Set(fields.allKeys)) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "an entry is score, activities, items with scoring, or computed_from"))
    }
    if fields.contains(.activities) {
      let range: ClosedRange<Int> = try fields.decode(.activities)
      self = .namedActivities(atLeast: range.lowerBound, atMost: range.upperBound)
    } else if fields.contains(.items) {
      self = .items(try fields.decode(.items), try fields.decode(.scoring))
    } else {
      self = .computed(try fields.decode(.computedFrom))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    if self == .score {
      var word = encoder.singleValueContainer()
      return try word.encode("score")
    }
    var fields = encoder.container(keyedBy: Key.self)
    switch self {
    case .score: break
    case .namedActivities(let atLeast, let atMost):
      try fields.encode([atLeast, atMost], forKey: .activities)
    case .items(let items, let scoring):
      try fields.encode(items, forKey: .items)
      try fields.encode(scoring, forKey: .scoring)
    case .computed(let items): try fields.encode(items, forKey: .computedFrom)
    }
  }
}

extension OutcomeMetric.Item: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case name, prompt, range, reversed, weight, part, values, constant
    case atMost = "at_most"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      try fields.decode(.name), try fields.decode(.prompt), range: try fields.decode(.range),
      reversed: try fields.decode(.reversed, or: false),
      weight: try fields.decode(.weight, or: 1), part: try fields.decode(.part, or: ""),
      values: try fields.decode(.values, or: []), atMost: try fields.decode(.atMost, or: 1),
      constant: try fields.decode(.constant, or: false))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(name, forKey: .name)
    try fields.encode(prompt, forKey: .prompt)
    try fields.encode(range, forKey: .range)
    try fields.encode(isReversed, .reversed, unless: false)
    try fields.encode(weight, .weight, unless: 1)
    try fields.encode(part, .part, unless: "")
    try fields.encode(values, .values, unless: [])
    try fields.encode(atMost, .atMost, unless: 1)
    try fields.encode(isConstant, .constant, unless: false)
  }
}

/// With `"missing_at_most"`, `"missing": "as_zero"`, or `"second_at_least"` where none may be missing.
extension OutcomeMetric.Scoring: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case rule, times, plus, missing
    case missingAtMost = "missing_at_most"
    case secondAtLeast = "second_at_least"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    let stated = fields.allKeys.filter { [.missing, .missingAtMost, .secondAtLeast].contains($0) }
    guard let key = stated.first, stated.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "a scoring states one of: missing_at_most, missing, second_at_least"))
    }
    let missing: Missing
    switch key {
    case .missingAtMost: missing = .asMean(atMost: try fields.decode(key))
    case .secondAtLeast: missing = .none(atLeast: try fields.decode(key))
    default:
      guard try fields.decode(key) == "as_zero" else {
        throw fields.mistake(key, "missing is as_zero, or missing_at_most a number")
      }
      missing = .asZero
    }
    self.init(
      try fields.decode(.rule), times: try fields.decode(.times, or: 1),
      plus: try fields.decode(.plus, or: 0), missing: missing)
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(rule, forKey: .rule)
    try fields.encode(factor, .times, unless: 1)
    try fields.encode(offset, .plus, unless: 0)
    switch missing {
    case .asMean(let atMost): try fields.encode(atMost, forKey: .missingAtMost)
    case .asZero: try fields.encode("as_zero", forKey: .missing)
    case .none(let atLeast): try fields.encode(atLeast, forKey: .secondAtLeast)
    }
  }
}

/// `"before_session"`, `"after_session"`, `"at_discharge"` or `{"every_visits": 4}`.
extension OutcomeMetric.Occasion: Codable {
  private enum Key: String, CodingKey, CaseIterable { case everyVisits = "every_visits" }

  public init(from decoder: any Decoder) throws {
    if let word = try? decoder.singleValueContainer().decode(String.self) {
      switch word {
      case "before_session": self = .beforeSession
      case "after_session": self = .afterSession
      case "at_discharge": self = .atDischarge
      default:
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: decoder.codingPath,
            debugDescription:
              "an occasion is before_session, after_session, at_discharge, or {every_visits: 4}"))
      }
      return
    }
    self = .everyVisits(try decoder.fields(Key.self).decode(.everyVisits))
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .beforeSession: try encode("before_session", to: encoder)
    case .afterSession: try encode("after_session", to: encoder)
    case .atDischarge: try encode("at_discharge", to: encoder)
    case .everyVisits(let visits):
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(visits, forKey: .everyVisits)
    }
  }

  private func encode(_ word: String, to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(word)
  }
}
