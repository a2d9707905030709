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
  private(set) var hash: Data

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
    hash = Data()
    hash = hash(after: previous, keyring)
  }

  /// Chains the entry to the one before it in its chart; everything but the number is covered, and
  /// the trail's row covers that.
  func hash(after previous: Data, _ keyring: Keyring) -> Data {
    var digest = Digest("entry")
    digest.add(previous)
    for text in [id, chart, kind] { digest.add(text) }
    digest.add(happenedAt)
    digest.add(recordedAt)
    digest.add(definition)
    digest.add(supersedes)
    digest.add(payload)
    return digest.value(keyring)
  }

  /// - Throws: `CryptoKitError` when the seal is broken, `UnreadableValue` when the content is of
  ///   no known kind.
  func opened(with key: SymmetricKey) throws -> Entry {
    guard let kind = Entry.Kind(rawValue: kind) else { throw UnreadableValue() }
    let content = try unsealed(with: key)
    return Entry(
      id: ID(id), chart: ID(chart), happenedAt: Instant(milliseconds: happenedAt),
      recordedAt: Instant(milliseconds: recordedAt), author: content.author,
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
}

/// What is sealed of an entry: who wrote it and what it says.
///
/// The bytes are the name and the credential, each as UTF-8 and ended by a zero, then the content
/// as JSON.
struct SealedContent {
  let author: Author
  let content: Data

  init(_ author: Author, _ content: Entry.Content) throws {
    self.author = author
    self.content = try content.payload()
  }

  init(bytes: Data) throws {
    let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw UnreadableValue() }
    author = Author(
      name: String(decoding: parts[0], as: UTF8.self),
      credential: String(decoding: parts[1], as: UTF8.self))
    content = parts[2]
  }

  var bytes: Data {
    var bytes = Data()
    for text in [author.name, author.credential] {
      bytes.append(contentsOf: text.utf8.filter { $0 != 0 })
      bytes.append(0)
    }
    return bytes + content
  }
}
