import ClinicCore
import Crypto
import Foundation
import GRDB
import TechniqueKit

/// One entry as it stands in the file: everything but who wrote it and what it says is readable.
struct StoredEntry {
  let number: Int64
  let id: String
  let chart: String
  let kind: String
  let happenedAt: Int64
  let recordedAt: Int64
  let definition: String
  let supersedes: String?
  let payload: Data
  let hash: Data

  static let columns = """
    number, id, chart, kind, happened_at, recorded_at, definition, supersedes, payload, hash
    """

  /// - Parameter first: where its columns begin in the row.
  init(_ row: Row, from first: Int = 0) throws {
    number = try row.value(first)
    id = try row.value(first + 1)
    chart = try row.value(first + 2)
    kind = try row.value(first + 3)
    happenedAt = try row.value(first + 4)
    recordedAt = try row.value(first + 5)
    definition = try row.value(first + 6)
    supersedes = try row.optional(first + 7)
    payload = try row.value(first + 8)
    hash = try row.value(first + 9)
  }

  /// Seals an entry and chains it to the one before it in its chart.
  init(
    _ entry: Entry, number: Int64, previous: Data, key: SymmetricKey, _ keyring: Keyring
  ) throws {
    self.number = number
    id = entry.id.rawValue
    chart = entry.chart.rawValue
    kind = entry.content.kind.rawValue
    happenedAt = entry.happenedAt.milliseconds
    recordedAt = entry.recordedAt.milliseconds
    definition = entry.definition.hex
    supersedes = entry.supersedes?.rawValue
    let plain = try SealedContent(entry.author, entry.content).bytes
    payload = try Seal.close(plain, key, .entry(id, of: chart, kind: kind))
    hash = Self.hash(
      (id, chart, kind, happenedAt, recordedAt, definition, supersedes, payload), previous, keyring)
  }

  func hash(after previous: Data, _ keyring: Keyring) -> Data {
    Self.hash(
      (id, chart, kind, happenedAt, recordedAt, definition, supersedes, payload), previous, keyring)
  }

  /// - Throws: `CryptoKitError` when the seal is broken, `UnreadableValue` when the content is of
  ///   no known kind.
  func opened(with key: SymmetricKey) throws -> Entry {
    guard let kind = Entry.Kind(rawValue: kind) else { throw UnreadableValue() }
    let content = try unsealed(with: key)
    return Entry(
      id: ID(id), chart: ID(chart), happenedAt: Instant(milliseconds: happenedAt),
      recordedAt: Instant(milliseconds: recordedAt), author: try Payload.decode(content.author),
      definition: DefinitionDigest(hex: definition), supersedes: supersedes.map { ID($0) },
      content: try Entry.Content(kind: kind, payload: content.content))
  }

  /// What a `registered` or `identity_changed` entry says, without who wrote it.
  func identity(with key: SymmetricKey) throws -> Identity {
    try Payload.decode(try unsealed(with: key).content)
  }

  private func unsealed(with key: SymmetricKey) throws -> SealedContent {
    try SealedContent(bytes: Seal.open(payload, key, .entry(id, of: chart, kind: kind)))
  }

  private typealias Fields = (
    id: String, chart: String, kind: String, happenedAt: Int64, recordedAt: Int64,
    definition: String, supersedes: String?, payload: Data
  )

  private static func hash(_ fields: Fields, _ previous: Data, _ keyring: Keyring) -> Data {
    var digest = Digest("entry")
    digest.add(previous)
    for text in [fields.id, fields.chart, fields.kind] { digest.add(text) }
    digest.add(fields.happenedAt)
    digest.add(fields.recordedAt)
    digest.add(fields.definition)
    digest.add(fields.supersedes)
    digest.add(fields.payload)
    return digest.value(keyring)
  }
}

/// What is sealed of an entry: four bytes with the length of the author, the author, the content.
struct SealedContent {
  let author: Data
  let content: Data

  init(_ author: Author, _ content: Entry.Content) throws {
    self.author = try Payload.encode(author)
    self.content = try content.payload()
  }

  init(bytes: Data) throws {
    guard bytes.count >= 4 else { throw UnreadableValue() }
    let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= 4 + length else { throw UnreadableValue() }
    author = bytes.dropFirst(4).prefix(length)
    content = bytes.dropFirst(4 + length)
  }

  var bytes: Data {
    withUnsafeBytes(of: UInt32(author.count).bigEndian) { Data($0) } + author + content
  }
}
