import TechniqueKit

// The values that a chart holds by the hundred are stored as lists without names, which are read
// four times as fast as objects; that is most of the time it takes to open a chart. The order of a
// list is fixed for ever, and something new is added at its end.

/// `[at, carriedFrom or null, answer, remark]`, without the last where there is none
extension RecordedAnswer: Codable {
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    let at = try list.decode(Int64.self)
    let carriedFrom = try list.decodeIfPresent(Int64.self)
    let answer = try list.decode(Answer.self)
    self.init(
      answer, at: Instant(milliseconds: at),
      carriedFrom: carriedFrom.map(Instant.init(milliseconds:)),
      remark: list.isAtEnd ? nil : try list.decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(at)
    try list.encode(carriedFrom)
    try list.encode(answer)
    if let remark { try list.encode(remark) }
  }
}

/// `[title, startedAt, endedAt, technique, sites, held, by's name, by's credential]`, without the last
/// two where nobody is named
extension VisitRecord.Segment: Codable {
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    self.init(
      title: try list.decode(String.self),
      startedAt: Instant(milliseconds: try list.decode(Int64.self)),
      endedAt: Instant(milliseconds: try list.decode(Int64.self)),
      technique: try list.decode(ID<Manifest>.self), sites: try list.decode([Site].self),
      held: try list.decode(Int64.self), by: try list.decodeAuthor())
  }

  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(title)
    try list.encode(startedAt)
    try list.encode(endedAt)
    try list.encode(technique)
    try list.encode(sites)
    try list.encode(held)
    try list.encode(by)
  }
}

/// `[section, text]`
extension ComposedLine: Codable {
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    self.init(try list.decode(NoteLine.Section.self), try list.decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(section)
    try list.encode(text)
  }
}

/// `[section, text, at, carriedFrom or null, by's name, by's credential]`, without the last two where
/// nobody is named
extension NoteLine: Codable {
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    self.init(
      section: try list.decode(Section.self), text: try list.decode(String.self),
      at: Instant(milliseconds: try list.decode(Int64.self)),
      carriedFrom: try list.decodeIfPresent(Int64.self).map(Instant.init(milliseconds:)),
      by: try list.decodeAuthor())
  }

  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(section)
    try list.encode(text)
    try list.encode(at)
    try list.encode(carriedFrom)
    try list.encode(by)
  }
}

/// An author at the end of a list, as name and credential.
extension UnkeyedEncodingContainer {
  fileprivate mutating func encode(_ author: Author?) throws {
    guard let author else { return }
    try encode(author.name)
    try encode(author.credential)
  }
}

extension UnkeyedDecodingContainer {
  fileprivate mutating func decodeAuthor() throws -> Author? {
    if isAtEnd { return nil }
    return Author(name: try decode(String.self), credential: try decode(String.self))
  }
}
