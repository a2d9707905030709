import ClinicCore
import Crypto
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  public func commit(
    _ changes: [Change], as work: WorkInHand?
  ) throws -> (numbers: [RecordNumber], unit: Int?) {
    try write { database, pen in
      let numbers = try make(changes, database, pen)
      guard let work, let chart = changes.first?.chart else { return (numbers, nil) }
      let detail = try Payload.encode(Work(verb: work.verb, changes, numbers: numbers))
      let unit = work.unit ?? Int(pen.nextRow)
      try pen.add(
        .did, chart: chart.rawValue, subject: "U\(unit)",
        detail: String(decoding: detail, as: UTF8.self))
      return (numbers, unit)
    }
  }

  @discardableResult
  public func commit(
    _ changes: [Change], _ action: TrailAction, unit: Int
  ) throws -> [RecordNumber] {
    try write { database, pen in
      let numbers = try make(changes, database, pen)
      try pen.add(action, chart: changes.first?.chart.rawValue, subject: "U\(unit)")
      return numbers
    }
  }

  /// Makes changes within a transaction.
  func make(
    _ changes: [Change], _ database: Database, _ pen: TrailPen
  ) throws -> [RecordNumber] {
    var numbers: [RecordNumber] = []
    try requireNextReceiptNumber(changes, database, pen)
    for change in changes {
      switch change {
      case .appended(let entry): numbers.append(try append(entry, database, pen))
      case .chartOpened(let chart, let number):
        _ = try openChart(chart.rawValue, wanting: Int64(number), database, pen)
      case .draftOpened(let draft): try open(draft, database, pen)
      case .drafted(let event, let draft):
        numbers.append(try add(event, to: draft, database, pen))
      case .draftClosed(let draft): try close(draft, database, pen)
      case .draftReopened(let draft): try reopen(draft, database, pen)
      }
    }
    try requireFree(changes, database, pen)
    return numbers
  }

  public func take(
    _ changes: [Change], definitions: [Data], tracing rows: [(chart: ID<Chart>, detail: String)],
    _ all: String
  ) throws {
    try write { database, pen in
      for definition in definitions { try Self.keep(definition, database, pen) }
      _ = try make(changes, database, pen)
      for row in rows { try pen.add(.imported, chart: row.chart.rawValue, detail: row.detail) }
      try pen.add(.imported, detail: all)
    }
  }

  public func digest(of definition: Data) -> DefinitionDigest { Digest.definition(definition) }

  public func keep(definition: Data) throws -> DefinitionDigest {
    let digest = digest(of: definition)
    let isKept = try look { try Self.isKept(digest, $0) }
    if !isKept { try write { try Self.keep(definition, $0, $1) } }
    return digest
  }

  private static func keep(_ definition: Data, _ database: Database, _ pen: TrailPen) throws {
    let digest = Digest.definition(definition)
    if try isKept(digest, database) { return }
    try database.execute(
      sql: "INSERT INTO definition VALUES (?, ?)", arguments: [digest.hex, definition])
    try pen.add(.defined, subject: digest.hex)
  }

  private static func isKept(_ digest: DefinitionDigest, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM definition WHERE digest = ?)",
      arguments: [digest.hex]) ?? false
  }

  func append(
    _ entry: Entry, as wanted: Int64? = nil, _ database: Database, _ pen: TrailPen
  ) throws -> RecordNumber {
    let chart = entry.chart.rawValue
    if case .appointmentChanged(let change) = entry.content {
      try requireStanding(change.appointment, in: chart, database)
    }
    let key: SymmetricKey
    if case .registered = entry.content, try !Self.isOpen(chart, database) {
      key = try openChart(chart, wanting: nil, database, pen)
    } else {
      key = try Self.key(of: chart, database, pen.keyring)
    }
    let previous =
      try Data.fetchOne(
        database.cachedStatement(
          sql: "SELECT hash FROM entry WHERE chart = ? ORDER BY number DESC LIMIT 1"),
        arguments: [chart]) ?? Digest.start
    let number = try wanted ?? Self.next("entry", database)
    let stored = try StoredEntry(
      entry, number: number, previous: previous, key: key, pen.keyring)
    try database.cachedStatement(
      sql: "INSERT INTO entry (\(StoredEntry.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      number, stored.id, chart, stored.kind, stored.happenedAt, stored.recordedAt,
      stored.definition, stored.supersedes, stored.payload, stored.hash,
    ])
    let record = RecordNumber("R\(number)")
    try pen.add(.wrote, chart: chart, subject: record.description, digest: stored.hash)
    try Indexing.add(entry, number: number, database, pen.keyring)
    return record
  }

  static func isOpen(_ chart: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM chart WHERE id = ?)"),
      arguments: [chart]) ?? false
  }

  func openChart(
    _ chart: String, wanting wanted: Int64?, _ database: Database, _ pen: TrailPen
  ) throws -> SymmetricKey {
    let key = SymmetricKey(size: .bits256)
    var number = try Self.next("chart", database)
    if chart == PracticeChart.id {
      number = PracticeChart.number
    } else if let wanted, wanted > 0 {
      let isTaken = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM chart WHERE number = ?)", arguments: [wanted])
      if isTaken == false { number = wanted }
    }
    try database.cachedStatement(sql: "INSERT INTO chart VALUES (?, ?, ?)").execute(
      arguments: [chart, number, try ChartKey.wrap(key, chart, by: pen.keyring)])
    try pen.add(.chartOpened, chart: chart, subject: "C\(number)")
    return key
  }

  private func open(_ draft: Draft, _ database: Database, _ pen: TrailPen) throws {
    let stored = StoredDraft(draft)
    try database.execute(
      sql: "INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        stored.id, stored.chart, stored.kind, stored.openedAt, stored.person, stored.definition,
      ])
    try database.execute(
      sql: "INSERT INTO open_draft_index VALUES (?, ?)", arguments: [stored.id, stored.chart])
    try pen.add(
      .draftOpened, chart: stored.chart, subject: stored.id, digest: stored.digest(pen.keyring))
  }

  private func add(
    _ event: DraftEvent, to draft: Draft, _ database: Database, _ pen: TrailPen
  ) throws -> RecordNumber {
    let chart = draft.chart.rawValue
    let isOpen = try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM open_draft_index WHERE draft = ?)"),
      arguments: [draft.id.rawValue])
    guard isOpen == true else { throw Self.closedElsewhere }
    let step = try StoredStep(
      event, number: try Self.next("draft_event", database), draft: draft.id.rawValue,
      chart: chart, key: try Self.key(of: chart, database, pen.keyring))
    try database.cachedStatement(sql: "INSERT INTO draft_event VALUES (?, ?, ?, ?)")
      .execute(arguments: [step.number, step.draft, step.at, step.payload])
    let record = RecordNumber("D\(step.number)")
    try pen.add(
      .draftStep, chart: chart, subject: record.description, digest: step.digest(pen.keyring))
    return record
  }

  private func close(_ draft: Draft, _ database: Database, _ pen: TrailPen) throws {
    try database.execute(
      sql: "DELETE FROM open_draft_index WHERE draft = ?", arguments: [draft.id.rawValue])
    guard database.changesCount == 1 else { throw Self.closedElsewhere }
    try pen.add(.draftClosed, chart: draft.chart.rawValue, subject: draft.id.rawValue)
  }

  private func reopen(_ draft: Draft, _ database: Database, _ pen: TrailPen) throws {
    try database.execute(
      sql: "INSERT INTO open_draft_index VALUES (?, ?)",
      arguments: [draft.id.rawValue, draft.chart.rawValue])
    try pen.add(.draftReopened, chart: draft.chart.rawValue, subject: draft.id.rawValue)
  }

  static func key(
    of chart: String, _ database: Database, _ keyring: Keyring
  ) throws -> SymmetricKey {
    let statement = try database.cachedStatement(
      sql: "SELECT wrapped_key FROM chart WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [chart]) else {
      throw StoreError.stale("there is no such chart.")
    }
    return try ChartKey.unwrap(try row.optional(0), chart, by: keyring)
  }

  static func next(_ table: String, _ database: Database) throws -> Int64 {
    let last =
      try Int64.fetchOne(
        database.cachedStatement(sql: "SELECT coalesce(max(number), 0) FROM \(table)")) ?? 0
    guard (0..<Int64.max).contains(last) else { throw UnreadableValue() }
    return last + 1
  }

  private static let closedElsewhere = StoreError.stale(
    "this draft was closed already, perhaps in another window.")
}

extension Change {
  /// The chart that the change bears on.
  fileprivate var chart: ID<Chart> {
    switch self {
    case .appended(let entry): entry.chart
    case .chartOpened(let chart, _): chart
    case .draftOpened(let draft), .draftClosed(let draft), .draftReopened(let draft),
      .drafted(_, let draft):
      draft.chart
    }
  }
}
