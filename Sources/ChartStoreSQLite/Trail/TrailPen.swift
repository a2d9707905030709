import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// Writes the rows of the trail within one transaction, each chained to the one before it.
final class TrailPen {
  private let database: Database
  let keyring: Keyring
  private let person: Person
  /// When the transaction takes place.
  let time: Instant
  private var rows: Int64
  private var hash: Data

  /// The number of the row that is written next.
  var nextRow: Int64 { rows + 1 }

  /// - Throws: `StoreError.damaged` when the end of the trail is not the one that was left.
  init(_ database: Database, _ keyring: Keyring, by person: Person, at time: Instant) throws {
    self.database = database
    self.keyring = keyring
    self.person = person
    self.time = time
    let head = try TrailEnd.read(database)
    guard head.isSealed(by: keyring), (0..<Int64.max).contains(head.rows) else {
      throw StoreError.damaged(
        path: "the practice file", detail: "the end of the trail was changed")
    }
    (rows, hash) = (head.rows, head.hash)
  }

  /// - Parameters:
  ///   - digest: proves what was written.
  ///   - detail: sealed; readable by whoever may read the trail.
  func add(
    _ action: TrailAction, chart: String? = nil, subject: String? = nil, digest: Data? = nil,
    detail: String? = nil
  ) throws {
    rows += 1
    let sealed = try detail.map {
      try Seal.close(Data($0.utf8), keyring.trail, .detail(rows))
    }
    let row = StoredTrailRow(
      number: rows, at: time.milliseconds, person: person.id.rawValue,
      action: action.rawValue, chart: chart, subject: subject, digest: digest, detail: sealed)
    hash = row.hash(after: hash, keyring)
    try database.cachedStatement(sql: "INSERT INTO trail VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        row.number, row.at, row.person, row.action, row.chart, row.subject, row.digest, row.detail,
        hash,
      ])
  }

  /// Moves the end of the trail to the last row written.
  func finish() throws {
    let end = TrailEnd(rows: rows, hash: hash, seal: TrailEnd.seal(rows, hash, keyring))
    try database.cachedStatement(sql: "UPDATE head SET rows = ?, hash = ?, seal = ? WHERE one = 1")
      .execute(arguments: [end.rows, end.hash, end.seal])
  }
}

/// One row as it stands in the file.
struct StoredTrailRow {
  let number: Int64
  let at: Int64
  let person: String
  let action: String
  let chart: String?
  let subject: String?
  let digest: Data?
  let detail: Data?

  static let columns = "number, at, person, action, chart, subject, digest, detail, hash"

  func hash(after previous: Data, _ keyring: Keyring) -> Data {
    var digest = Digest("trail")
    digest.add(previous)
    digest.add(number)
    digest.add(at)
    for text in [person, action, chart, subject] { digest.add(text) }
    digest.add(self.digest)
    digest.add(detail)
    return digest.value(keyring)
  }
}

extension StoredTrailRow {
  init(_ row: Row) throws {
    number = try row.value(0)
    at = try row.value(1)
    person = try row.value(2)
    action = try row.value(3)
    chart = try row.optional(4)
    subject = try row.optional(5)
    digest = try row.optional(6)
    detail = try row.optional(7)
  }
}

/// How long the trail is and what its last hash was. Sealed, so that cutting off the newest rows
/// shows.
struct TrailEnd {
  let rows: Int64
  let hash: Data
  let seal: Data

  static func read(_ database: Database) throws -> TrailEnd {
    let statement = try database.cachedStatement(sql: "SELECT rows, hash, seal FROM head")
    guard let row = try Row.fetchOne(statement) else { throw UnreadableValue() }
    return TrailEnd(rows: try row.value(0), hash: try row.value(1), seal: try row.value(2))
  }

  static func seal(_ rows: Int64, _ hash: Data, _ keyring: Keyring) -> Data {
    var digest = Digest("head")
    digest.add(rows)
    digest.add(hash)
    return digest.value(keyring)
  }

  func isSealed(by keyring: Keyring) -> Bool { seal == Self.seal(rows, hash, keyring) }

  var printed: SealHead { SealHead(rows: Int(rows), hash: hash) }
}
