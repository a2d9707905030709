/// One thing a therapist recorded at one site, as read from a line of shorthand.
///
/// ```swift
/// let kind = module.findings[0]
/// let finding = try kind.read("trp r upper trapezius 7>3 90s", anatomy: anatomy)
/// finding.values["pain"]                          // .change(before: 7, after: 3)
/// kind.sentence(for: finding, anatomy: anatomy)   // "Right upper trapezius: pain 7 to 3 ..."
/// ```
public struct Finding: Hashable, Sendable, Codable {
  public let kind: ID<FindingKind>
  /// The code that was typed: `trp`.
  public let code: String
  /// What was recorded, by the name of the field; a field that was not typed is missing.
  public let values: [String: Value]

  public init(kind: ID<FindingKind>, code: String, values: [String: Value]) {
    self.kind = kind
    self.code = code
    self.values = values
  }

  /// The value of one field; numbers are in the unit of the field.
  public enum Value: Hashable, Sendable {
    case site(Site)
    case number(Double)
    case change(before: Double, after: Double)
    /// The first end of a change whose second one was not recorded.
    case before(Double)
    case bloodPressure(BloodPressure)
    case count(Int)
    case word(String)
    case series([Double])
    case text(String)
  }

  /// The same finding under the present id of its kind.
  public func renamed(_ kind: ID<FindingKind>) -> Finding {
    Finding(kind: kind, code: code, values: values)
  }

  /// The first site of the finding; `nil` when it names none.
  public var site: Site? { sites.first }

  /// The sites of the finding, by the names of their fields.
  public var sites: [Site] {
    values.sorted { $0.key < $1.key }.compactMap {
      if case .site(let site) = $0.value { site } else { nil }
    }
  }
}

extension Finding.Value: Codable {
  private enum Key: String, CodingKey {
    case site, number, change, before, count, word, series, text
    case bloodPressure = "blood_pressure"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard let key = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a value has exactly one key"))
    }
    switch key {
    case .site: self = .site(try container.decode(Site.self, forKey: key))
    case .number: self = .number(try container.decode(Double.self, forKey: key))
    case .change:
      let ends = try container.decode([Double].self, forKey: key)
      guard ends.count == 2 else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container, debugDescription: "a change has two ends")
      }
      self = .change(before: ends[0], after: ends[1])
    case .before: self = .before(try container.decode(Double.self, forKey: key))
    case .bloodPressure:
      self = .bloodPressure(try container.decode(BloodPressure.self, forKey: key))
    case .count: self = .count(try container.decode(Int.self, forKey: key))
    case .word: self = .word(try container.decode(String.self, forKey: key))
    case .series: self = .series(try container.decode([Double].self, forKey: key))
    case .text: self = .text(try container.decode(String.self, forKey: key))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .site(let value): try container.encode(value, forKey: .site)
    case .number(let value): try container.encode(value, forKey: .number)
    case .change(let before, let after): try container.encode([before, after], forKey: .change)
    case .before(let value): try container.encode(value, forKey: .before)
    case .bloodPressure(let value): try container.encode(value, forKey: .bloodPressure)
    case .count(let value): try container.encode(value, forKey: .count)
    case .word(let value): try container.encode(value, forKey: .word)
    case .series(let value): try container.encode(value, forKey: .series)
    case .text(let value): try container.encode(value, forKey: .text)
    }
  }
}
