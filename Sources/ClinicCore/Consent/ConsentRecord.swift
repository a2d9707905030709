import TechniqueKit

/// What a client said about one statement, with the statement word for word as it was read.
public struct ConsentRecord: Hashable, Sendable, Codable {
  public let statement: ID<ConsentStatement>
  public let version: String
  public let title: String
  public let lines: [String]
  /// Parts of the body that it is for; empty when it is for treatment in general.
  public let areas: [Site]
  public let said: Said
  public let by: Consenter
  /// Who was there when it was said.
  public let witness: String?
  /// The day on which it was said.
  public let on: CalendarDate
  /// Last day on which it holds, for a consent that was given.
  public let until: CalendarDate?
  /// Why it was withdrawn, when somebody told.
  public let reason: String?

  public enum Said: String, Hashable, Sendable, Codable {
    case given, declined, withdrawn
  }

  public init(
    _ said: Said, to statement: ConsentStatement, by: Consenter, witness: String? = nil,
    on: CalendarDate, until: CalendarDate? = nil, reason: String? = nil
  ) {
    self.statement = statement.id
    version = statement.version
    title = statement.title
    lines = statement.lines
    areas = statement.sensitiveAreas
    self.said = said
    self.by = by
    self.witness = witness
    self.on = on
    self.until = until
    self.reason = reason
  }

  /// The statement as it was read.
  var read: ConsentStatement {
    ConsentStatement(
      id: statement, version: version, title: title, lines: lines, sensitiveAreas: areas)
  }
}

/// Who agrees: the client, or a parent or guardian.
public enum Consenter: Hashable, Sendable {
  case client
  case guardian(name: String)
}

/// `"client"`, or `{"guardian": "Rosa Ruiz"}`
extension Consenter: Codable {
  private enum Key: String, CodingKey { case guardian }

  public init(from decoder: any Decoder) throws {
    if let name = try? decoder.container(keyedBy: Key.self).decode(String.self, forKey: .guardian) {
      self = .guardian(name: name)
      return
    }
    let container = try decoder.singleValueContainer()
    guard try container.decode(String.self) == "client" else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "neither the client nor a guardian")
    }
    self = .client
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .client:
      var container = encoder.singleValueContainer()
      try container.encode("client")
    case .guardian(let name):
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(name, forKey: .guardian)
    }
  }
}
