/// One flat object; `kind` is a word, and what belongs to the kind stands beside it.
extension Question: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case id, prompt, kind, help, why, required, safety, validity, absences, remark, aliases
    case range, scale, options, several, fields
    case askWhen = "ask_when"
    case atMost = "at_most"
    case bloodPressure = "blood_pressure"
  }

  private enum KindName: String, Codable, CaseIterable {
    case yesNo = "yes_no"
    case wholeNumber = "whole_number"
    case decimal
    case bloodPressure = "blood_pressure"
    case scale, choice, text, date, regions, group
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    guard let name = KindName(rawValue: try fields.decode(.kind)) else {
      let names = KindName.allCases.map(\.rawValue).joined(separator: ", ")
      throw fields.mistake(.kind, "kind is one of: \(names)")
    }
    let own: [Key] =
      switch name {
      case .wholeNumber, .decimal: [.range]
      case .scale: [.scale]
      case .bloodPressure: [.bloodPressure]
      case .choice: [.options, .several]
      case .group: [.fields, .atMost]
      case .yesNo, .text, .date, .regions: []
      }
    try fields.refuse(
      [.range, .scale, .options, .several, .fields, .atMost, .bloodPressure], except: own)
    let kind: Kind =
      switch name {
      case .yesNo: .yesNo
      case .wholeNumber: .wholeNumber(range: try fields.decode(.range))
      case .decimal: .decimal(range: try fields.decode(.range))
      case .scale: .scale(try fields.decode(.scale))
      case .bloodPressure: .bloodPressure(try fields.decode(.bloodPressure, or: .standard))
      case .choice:
        .choice(
          options: try fields.decode(.options), several: try fields.decode(.several, or: false))
      case .text: .text
      case .date: .date
      case .regions: .regions
      case .group:
        .group(fields: try fields.decode(.fields), atMost: try fields.decode(.atMost, or: 10))
      }
    let isSafety = try fields.decode(.safety, or: false)
    self.init(
      id: try fields.decode(.id), prompt: try fields.decode(.prompt), kind: kind,
      help: try fields.decode(.help), why: try fields.decode(.why),
      isRequired: try fields.decode(.required, or: isSafety), isSafety: isSafety,
      askWhen: try fields.decode(.askWhen, or: .always),
      validity: try fields.decode(.validity, or: .always),
      absences: try fields.decode(.absences, or: Absence.given),
      takesRemark: try fields.decode(.remark, or: false))
    aliases = try fields.decode(.aliases, or: [])
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(prompt, forKey: .prompt)
    try fields.encode(help, forKey: .help)
    try fields.encode(why, forKey: .why)
    try fields.encode(isRequired, .required, unless: isSafety)
    try fields.encode(isSafety, .safety, unless: false)
    try fields.encode(askWhen, .askWhen, unless: .always)
    try fields.encode(validity, .validity, unless: .always)
    try fields.encode(absences, .absences, unless: Absence.given)
    try fields.encode(takesRemark, .remark, unless: false)
    try fields.encode(aliases, .aliases, unless: [])
    let name: KindName
    switch kind {
    case .yesNo: name = .yesNo
    case .wholeNumber(let range):
      name = .wholeNumber
      try fields.encode(range, forKey: .range)
    case .decimal(let range):
      name = .decimal
      try fields.encode(range, forKey: .range)
    case .scale(let scale):
      name = .scale
      try fields.encode(scale, forKey: .scale)
    case .bloodPressure(let range):
      name = .bloodPressure
      try fields.encode(range, .bloodPressure, unless: .standard)
    case .choice(let options, let several):
      name = .choice
      try fields.encode(options, forKey: .options)
      try fields.encode(several, .several, unless: false)
    case .text: name = .text
    case .date: name = .date
    case .regions: name = .regions
    case .group(let rows, let atMost):
      name = .group
      try fields.encode(rows, forKey: .fields)
      try fields.encode(atMost, .atMost, unless: 10)
    }
    try fields.encode(name, forKey: .kind)
  }
}

extension Option: Codable {
  private enum Key: String, CodingKey, CaseIterable { case id, label, exclusive }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      try fields.decode(.id), try fields.decode(.label),
      exclusive: try fields.decode(.exclusive, or: false))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(label, forKey: .label)
    try fields.encode(isExclusive, .exclusive, unless: false)
  }
}

extension Scale: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case range
    case lowestMeans = "lowest_means"
    case highestMeans = "highest_means"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      try fields.decode(.range), try fields.decode(.lowestMeans), try fields.decode(.highestMeans))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(lowest...max(lowest, highest), forKey: .range)
    try fields.encode(lowestMeans, forKey: .lowestMeans)
    try fields.encode(highestMeans, forKey: .highestMeans)
  }
}

extension NumberRange: Codable {
  private enum Key: String, CodingKey, CaseIterable { case possible, usual, unit }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      try fields.decode(.possible),
      usual: try fields.decodeIfPresent(ClosedRange<Double>.self, forKey: .usual),
      unit: try fields.decode(.unit, or: ""))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(possible, forKey: .possible)
    try fields.encode(usual, .usual, unless: possible)
    try fields.encode(unit, .unit, unless: "")
  }
}

/// `"always"`, `"this_visit"` or `{"days": 90}`.
extension Validity: Codable {
  private enum Key: String, CodingKey, CaseIterable { case days }

  public init(from decoder: any Decoder) throws {
    if let word = try? decoder.singleValueContainer().decode(String.self) {
      switch word {
      case "always": self = .always
      case "this_visit": self = .thisVisit
      default:
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: decoder.codingPath,
            debugDescription: "validity is always, this_visit, or {days: 90}"))
      }
      return
    }
    self = .days(try decoder.fields(Key.self).decode(.days))
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .always, .thisVisit:
      var word = encoder.singleValueContainer()
      try word.encode(self == .always ? "always" : "this_visit")
    case .days(let days):
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(days, forKey: .days)
    }
  }
}
