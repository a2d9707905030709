import ClinicCore
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  public func trail(_ filter: TrailFilter, limit: Int) throws -> [TrailRow] {
    try read { database, keyring in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(StoredTrailRow.columns) FROM trail
            WHERE (chart = :chart OR :chart IS NULL) AND (person = :person OR :person IS NULL)
            AND (at >= :from OR :from IS NULL) AND (at < :to OR :to IS NULL) AND action <> 'did'
            ORDER BY number DESC LIMIT :limit
          """,
        arguments: [
          "chart": filter.chart?.rawValue, "person": filter.person?.rawValue,
          "from": filter.from?.milliseconds, "to": filter.to?.milliseconds, "limit": limit,
        ]
      ).map { try StoredTrailRow($0).opened(keyring) }
    }
  }

  public func works(
    of person: ID<Person>, in chart: ID<Chart>?, limit: Int
  ) throws -> [WorkRow] {
    try read { database, keyring in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(StoredTrailRow.columns) FROM trail INDEXED BY trail_by_work
            WHERE action IN ('did', 'took_back', 'put_back') AND person = ?
            \(chart == nil ? "" : "AND chart = ?") ORDER BY number DESC LIMIT ?
          """)
      let arguments: [(any DatabaseValueConvertible)?] =
        [person.rawValue] + (chart.map { [$0.rawValue] } ?? []) + [limit]
      return try Row.fetchAll(statement, arguments: StatementArguments(arguments)).map { row in
        try WorkRow(try StoredTrailRow(row).opened(keyring))
      }
    }
  }

  public func head() throws -> SealHead {
    try read { database, keyring in
      let end = try TrailEnd.read(database)
      guard end.isSealed(by: keyring) else { throw UnreadableValue() }
      return end.printed
    }
  }

  public func compare(_ head: SealHead) throws -> HeadComparison {
    try read { database, _ in
      let end = try TrailEnd.read(database)
      if end.rows < head.rows { return .cutOff(rows: Int(end.rows)) }
      let hash = try Data.fetchOne(
        database, sql: "SELECT hash FROM trail WHERE number = ?", arguments: [head.rows])
      return hash.map { SealHead(rows: head.rows, hash: $0) } == head ? .contained : .different
    }
  }

  public func recordIdentityRead(_ chart: ID<Chart>) throws {
    try write { _, pen in try pen.add(.identityRead, chart: chart.rawValue) }
  }

  public func recordExchange(_ action: TrailAction, _ detail: String) throws {
    try write { _, pen in try pen.add(action, detail: detail) }
  }

  public func recordDisclosures(
    _ rows: [(chart: ID<Chart>, detail: String)], exported all: String?
  ) throws {
    try write { _, pen in
      for row in rows {
        try pen.add(.disclosed, chart: row.chart.rawValue, detail: row.detail)
      }
      if let all { try pen.add(.exported, detail: all) }
    }
  }

  public func recordRefusal(_ detail: String, of chart: ID<Chart>?) throws {
    try write { _, pen in try pen.add(.denied, chart: chart?.rawValue, detail: detail) }
  }

  public func recordEmergency(_ chart: ID<Chart>, reason: String) throws {
    try write { database, pen in
      _ = try Self.key(of: chart.rawValue, database, pen.keyring)
      try pen.add(.emergencyAccess, chart: chart.rawValue, detail: reason)
    }
  }
}

extension WorkRow {
  fileprivate init(_ row: TrailRow) throws {
    guard let subject = row.subject, let unit = Int(subject.dropFirst()), let chart = row.chart
    else { throw UnreadableValue() }
    let work: Work? = try row.detail.map { try Payload.decode(Data($0.utf8)) }
    self.init(unit: unit, action: row.action, at: row.at, chart: chart, work: work)
  }
}

extension StoredTrailRow {
  /// - Throws: when the detail does not open, or the row says something unknown.
  func opened(_ keyring: Keyring) throws -> TrailRow {
    guard let action = TrailAction(rawValue: action) else { throw UnreadableValue() }
    let detail = try detail.map {
      String(decoding: try Seal.open($0, keyring.trail, .detail(number)), as: UTF8.self)
    }
    return TrailRow(
      number: Int(number), at: Instant(milliseconds: at), person: ID(person), action: action,
      chart: chart.map { ID($0) }, subject: subject, detail: detail)
  }
}
