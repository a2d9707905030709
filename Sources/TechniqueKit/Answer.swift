/// What a client answered to one question, or how it came to have no answer.
public indirect enum Answer: Hashable, Sendable {
  case yesNo(Bool)
  /// A whole number, a decimal or a point on a scale, in the unit of the question.
  case number(Double)
  case bloodPressure(BloodPressure)
  case choices([ID<Option>])
  case text(String)
  case date(CalendarDate)
  case regions([Site])
  /// One set of answers for each row of a group; empty when there is nothing to name.
  case rows([[ID<Question>: Answer]])
  case absent(Absence)

  public var absence: Absence? {
    if case .absent(let absence) = self { absence } else { nil }
  }
}

/// Four ways of not answering. None of them ever counts as "no".
public enum Absence: String, Hashable, Sendable, Codable, CaseIterable {
  case notAsked = "not_asked"
  case skipped, declined, unknown

  /// The absences that a client or therapist gives on purpose, which a question allows unless it
  /// says otherwise.
  public static let given: [Absence] = [.skipped, .declined, .unknown]
}

extension Answer: Codable {
  private enum Key: String, CodingKey {
    case yes, number, choices, text, date, regions, rows, absent
    case bloodPressure = "blood_pressure"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let keys = container.allKeys
    guard let key = keys.first, keys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "an answer has exactly one key"))
    }
    switch key {
    case .yes: self = .yesNo(try container.decode(Bool.self, forKey: key))
    case .number: self = .number(try container.decode(Double.self, forKey: key))
    case .bloodPressure:
      self = .bloodPressure(try container.decode(BloodPressure.self, forKey: key))
    case .choices: self = .choices(try container.decode([ID<Option>].self, forKey: key))
    case .text: self = .text(try container.decode(String.self, forKey: key))
    case .date: self = .date(try container.decode(CalendarDate.self, forKey: key))
    case .regions: self = .regions(try container.decode([Site].self, forKey: key))
    case .rows:
      self = .rows(try container.decode([[ID<Question>: Answer]].self, forKey: key))
    case .absent: self = .absent(try container.decode(Absence.self, forKey: key))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .yesNo(let value): try container.encode(value, forKey: .yes)
    case .number(let value): try container.encode(value, forKey: .number)
    case .bloodPressure(let value): try container.encode(value, forKey: .bloodPressure)
    case .choices(let value): try container.encode(value, forKey: .choices)
    case .text(let value): try container.encode(value, forKey: .text)
    case .date(let value): try container.encode(value, forKey: .date)
    case .regions(let value): try container.encode(value, forKey: .regions)
    case .rows(let value): try container.encode(value, forKey: .rows)
    case .absent(let value): try container.encode(value, forKey: .absent)
    }
  }
}
