import ClinicCore
import Crypto
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  public func definition(_ digest: DefinitionDigest) throws -> Data {
    let body = try look { database in
      try Data.fetchOne(
        database, sql: "SELECT body FROM definition WHERE digest = ?", arguments: [digest.hex])
    }
    guard let body else { throw StoreError.missingDefinition(digest) }
    return body
  }

  public func definitions() throws -> [DefinitionDigest] {
    try look { try String.fetchAll($0, sql: "SELECT digest FROM definition ORDER BY digest") }
      .map(DefinitionDigest.init(hex:))
  }

  public func clients(numbered numbers: [Int]) throws -> [ClientListing] {
    try read { database, keyring in
      try numbers.flatMap { try listings("WHERE chart.number = ?", [$0], database, keyring) }
    }
  }

  public func chartNumbers() throws -> [ID<Chart>: Int] {
    try read { database, _ in
      var numbers: [ID<Chart>: Int] = [:]
      for row in try Row.fetchAll(database, sql: "SELECT id, number FROM chart WHERE number > 0") {
        numbers[ID(try row.value(0) as String)] = try row.value(1)
      }
      return numbers
    }
  }

  public func client(_ chart: ID<Chart>) throws -> ClientListing? {
    try read { try listings("WHERE chart.id = ?", [chart.rawValue], $0, $1).first }
  }

  public func everyClient() throws -> [ClientListing] {
    try read { try listings("ORDER BY chart.number", [], $0, $1) }
  }

  public func lastSeen(limit: Int) throws -> [ClientListing] {
    try read {
      try listings(
        """
        WHERE client_index.chart IN
          (SELECT chart FROM client_index ORDER BY last_seen DESC, number DESC LIMIT ?)
          ORDER BY last_seen DESC, chart.number DESC
        """, [limit], $0, $1)
    }
  }

  private func listings(
    _ condition: String, _ arguments: StatementArguments, _ database: Database,
    _ keyring: Keyring
  ) throws -> [ClientListing] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT chart.number, wrapped_key, visits, last_seen,
          \(StoredEntry.columns.qualified("entry"))
          FROM client_index JOIN chart ON chart.id = client_index.chart
          JOIN entry ON entry.number = client_index.identity \(condition)
        """)
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      let stored = try StoredEntry(row, from: 4)
      let key = try ChartKey.unwrap(try row.optional(1), stored.chart, by: keyring)
      return ClientListing(
        chart: ID(stored.chart), number: try row.value(0),
        identity: try stored.identity(with: key), visits: try row.value(2),
        lastSeen: (try row.optional(3) as Int64?).map(Instant.init(milliseconds:)))
    }
  }

  public func entries(of chart: ID<Chart>) throws -> [Entry] {
    try write { database, pen in
      let key = try Self.key(of: chart.rawValue, database, pen.keyring)
      try pen.add(.read, chart: chart.rawValue)
      if lastRead.chart != chart { lastRead = LastRead(chart: chart) }
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(StoredEntry.columns) FROM entry WHERE chart = ? AND number > ? ORDER BY number
          """)
      let new = try Row.fetchAll(statement, arguments: [chart.rawValue, lastRead.upTo])
        .map { try StoredEntry($0) }
      lastRead.entries += try new.mapInParallel { try $0.opened(with: key) }
      lastRead.upTo = new.last?.number ?? lastRead.upTo
      return lastRead.entries
    }
  }

  public func identityEntries(of chart: ID<Chart>) throws -> [Entry] {
    try read { database, keyring in
      let key = try Self.key(of: chart.rawValue, database, keyring)
      return try Row.fetchAll(
        database,
        sql: """
          SELECT \(StoredEntry.columns) FROM entry WHERE chart = ?
            AND kind IN ('registered', 'identity_changed', 'retraction') ORDER BY number
          """, arguments: [chart.rawValue]
      ).map { try StoredEntry($0).opened(with: key) }
    }
  }

  public func lastIntakes() throws -> [ID<Chart>: DefinitionDigest] {
    try read { database, _ in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT entry.chart, definition FROM entry JOIN chart ON chart.id = entry.chart
            WHERE wrapped_key IS NOT NULL AND entry.number IN
              (SELECT number FROM
                (SELECT number, row_number() OVER
                  (PARTITION BY chart ORDER BY happened_at DESC, number DESC) AS place
                  FROM entry WHERE kind = 'intake'
                    AND id NOT IN (SELECT entry FROM retracted_index)) WHERE place = 1)
          """)
      return Dictionary(
        try rows.map { row in
          (ID(try row.value(0) as String), DefinitionDigest(hex: try row.value(1)))
        }, uniquingKeysWith: { _, last in last })
    }
  }

  public func visits(from start: Instant, to end: Instant) throws -> [VisitListing] {
    try read { database, _ in
      try Row.fetchAll(
        database,
        sql: """
          SELECT chart, entry, started_at, minutes,
              (SELECT count(*) FROM visit_index AS other
                WHERE other.chart = visit_index.chart AND other.signed = 1
                  AND (other.started_at, other.entry) <= (visit_index.started_at, visit_index.entry))
            FROM visit_index
            WHERE started_at >= ? AND started_at < ? AND signed = 1 ORDER BY started_at
          """, arguments: [start.milliseconds, end.milliseconds]
      ).map { row in
        VisitListing(
          chart: ID(try row.value(0) as String), entry: ID(try row.value(1) as String),
          startedAt: Instant(milliseconds: try row.value(2)), minutes: try row.value(3),
          number: try row.value(4))
      }
    }
  }

  public func sessions(
    endingAfter start: Instant, startingBefore end: Instant
  ) throws -> [SessionSpan] {
    try read { database, keyring in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT wrapped_key, \(StoredEntry.columns.qualified("entry")) FROM visit_index
            JOIN entry ON entry.id = visit_index.entry JOIN chart ON chart.id = entry.chart
            WHERE visit_index.started_at >= ? AND visit_index.started_at < ? AND signed = 1
            ORDER BY visit_index.started_at
          """,
        arguments: [
          start.milliseconds - Self.longestOverlap, end.milliseconds,
        ])
      return try rows.compactMap { row in
        let stored = try StoredEntry(row, from: 1)
        let key = try ChartKey.unwrap(try row.optional(0), stored.chart, by: keyring)
        let entry = try stored.opened(with: key)
        guard case .visit(let record) = entry.content, record.endedAt > start else { return nil }
        return SessionSpan(
          chart: entry.chart, startedAt: record.startedAt, endedAt: record.endedAt,
          author: entry.author)
      }
    }
  }

  /// Milliseconds for which a session is thought to go on at most, where it is looked for by its start.
  private static let longestOverlap: Int64 = 3 * 86_400_000

  public func countVisits(with technique: ID<Manifest>) throws -> Int {
    try read { database, keyring in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM visit_technique_index WHERE technique = ? AND signed = 1
          """,
        arguments: [Indexing.mark(of: technique, keyring)]) ?? 0
    }
  }

  public func openDrafts(of chart: ID<Chart>?) throws -> [Draft] {
    try read { database, _ in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(StoredDraft.columns.qualified("draft")) FROM open_draft_index
            JOIN draft ON draft.id = open_draft_index.draft
            \(chart == nil ? "" : "WHERE open_draft_index.chart = ?") ORDER BY opened_at, id
          """)
      return try Row.fetchAll(
        statement, arguments: chart.map { [$0.rawValue] } ?? []
      ).map { try StoredDraft($0).opened() }
    }
  }

  public func draft(_ id: ID<Draft>) throws -> Draft? {
    try read { database, _ in
      try Row.fetchOne(
        database, sql: "SELECT \(StoredDraft.columns) FROM draft WHERE id = ?",
        arguments: [id.rawValue]
      ).map { try StoredDraft($0).opened() }
    }
  }

  public func events(of draft: Draft) throws -> [NumberedEvent] {
    try read { database, keyring in
      let chart = draft.chart.rawValue
      let key = try Self.key(of: chart, database, keyring)
      let statement = try database.cachedStatement(
        sql: "SELECT \(StoredStep.columns) FROM draft_event WHERE draft = ? ORDER BY number")
      return try Row.fetchAll(statement, arguments: [draft.id.rawValue]).map {
        let step = try StoredStep($0)
        return NumberedEvent(
          number: RecordNumber("D\(step.number)"), event: try step.opened(chart: chart, with: key))
      }
    }
  }
}

/// The entries of the chart that was read last. They never change, so only newer ones are read
/// again; the trail is told all the same.
struct LastRead {
  var chart: ID<Chart>?
  var entries: [Entry] = []
  var upTo: Int64 = 0
}

extension String {
  /// `number, id` as `entry.number, entry.id`.
  func qualified(_ table: String) -> String {
    split(separator: ",").map { "\(table).\($0.filter { !$0.isWhitespace })" }
      .joined(separator: ", ")
  }
}
