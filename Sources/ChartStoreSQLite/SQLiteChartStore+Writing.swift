import ClinicCore
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  @discardableResult
  public func commit(_ changes: [Change]) throws -> [RecordNumber] {
    try write { database in
      var numbers: [RecordNumber] = []
      for change in changes {
        switch change {
        case .appended(let entry): numbers.append(try append(entry, database))
        case .draftOpened(let draft): try open(draft, database)
        case .drafted(let event, let draft):
          numbers.append(try add(event, to: draft, database))
        case .draftClosed(let draft): try close(draft, database)
        }
      }
      return numbers
    }
  }

  public func keep(definition: Data) throws -> DefinitionDigest {
    let digest = EntryHash.digest(of: definition)
    let isKept = try read { database in
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM definition WHERE digest = ?)",
        arguments: [digest.hex]) ?? false
    }
    if !isKept {
      try write { database in
        try database.execute(
          sql: "INSERT OR IGNORE INTO definition VALUES (?, ?)",
          arguments: [digest.hex, definition])
      }
    }
    return digest
  }

  private func append(_ entry: Entry, _ database: Database) throws -> RecordNumber {
    if case .registered = entry.content { try openChart(entry.chart, database) }
    let author = try Payload.encode(entry.author)
    let payload = try entry.content.payload()
    let previous =
      try Data.fetchOne(
        database.cachedStatement(
          sql: "SELECT hash FROM entry WHERE chart = ? ORDER BY number DESC LIMIT 1"),
        arguments: [entry.chart.rawValue]) ?? EntryHash.start
    let hash = EntryHash.of(entry, author: author, payload: payload, previous: previous)
    try database.cachedStatement(
      sql: """
        INSERT INTO entry (id, chart, kind, happened_at, recorded_at, author, definition,
          supersedes, previous_hash, hash, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry.id.rawValue, entry.chart.rawValue, entry.content.kind.rawValue,
      entry.happenedAt.milliseconds, entry.recordedAt.milliseconds, author, entry.definition.hex,
      entry.supersedes?.rawValue, previous, hash, payload,
    ])
    let number = database.lastInsertedRowID
    try Indexing.add(entry, payload, database)
    return RecordNumber("R\(number)")
  }

  private func openChart(_ chart: ID<Chart>, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO chart (id, number) SELECT ?, coalesce(max(number), 0) + 1 FROM chart",
      arguments: [chart.rawValue])
  }

  private func open(_ draft: Draft, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, NULL)",
      arguments: [
        draft.id.rawValue, draft.chart.rawValue, draft.kind.rawValue,
        draft.openedAt.milliseconds, try Payload.encode(draft.author), draft.definition.hex,
      ])
  }

  private func add(
    _ event: DraftEvent, to draft: ID<Draft>, _ database: Database
  ) throws -> RecordNumber {
    try database.cachedStatement(
      sql: """
        INSERT INTO draft_event (draft, at, payload)
          SELECT id, ?, ? FROM draft WHERE id = ? AND closed_at IS NULL
        """
    ).execute(arguments: [
      event.at.milliseconds, try Payload.encode(event), draft.rawValue,
    ])
    guard database.changesCount == 1 else { throw Self.closedElsewhere }
    return RecordNumber("D\(database.lastInsertedRowID)")
  }

  private func close(_ draft: ID<Draft>, _ database: Database) throws {
    try database.execute(
      sql: """
        UPDATE draft SET closed_at = coalesce(
          (SELECT max(at) FROM draft_event WHERE draft = draft.id), opened_at)
          WHERE id = ? AND closed_at IS NULL
        """,
      arguments: [draft.rawValue])
    guard database.changesCount == 1 else { throw Self.closedElsewhere }
  }

  private static let closedElsewhere = StoreError.stale(
    "this draft was closed already, perhaps in another window.")
}
