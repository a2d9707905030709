import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// The index of appointments: one row for each, as it stands after all that was said of it.
extension Indexing {
  static let appointmentKinds: Set<String> = [
    Entry.Kind.appointment.rawValue, Entry.Kind.appointmentChanged.rawValue,
  ]

  static func put(_ booked: BookedAppointment, _ database: Database, in schema: String) throws {
    let appointment = booked.appointment
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO \(schema).appointment_index VALUES (?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      booked.entry.rawValue, booked.chart.rawValue, appointment.startsAt.milliseconds,
      appointment.minutes, appointment.therapist.rawValue, booked.state.rawValue, booked.revision,
    ])
  }

  static func take(_ change: AppointmentChange, _ database: Database, in schema: String) throws {
    let booked = try appointments(
      "WHERE entry = ?", [change.appointment.rawValue], database, in: schema)
    guard var booked = booked.first else { return }
    booked.take(change.what)
    try put(booked, database, in: schema)
  }

  /// Derives the rows of one chart again, from its entries up to a number.
  static func foldAppointments(
    of chart: String, upTo number: Int64, _ database: Database, _ keyring: Keyring,
    in schema: String
  ) throws {
    try database.execute(
      sql: "DELETE FROM \(schema).appointment_index WHERE chart = ?", arguments: [chart])
    for booked in try foldedAppointments(of: chart, upTo: number, database, keyring) {
      try put(booked, database, in: schema)
    }
  }

  static func foldedAppointments(
    of chart: String, upTo number: Int64 = .max, _ database: Database, _ keyring: Keyring
  ) throws -> [BookedAppointment] {
    BookedAppointment.fold(
      try appointmentEntries(of: chart, upTo: number, database, keyring))
  }

  static func appointmentEntries(
    of chart: String, upTo number: Int64 = .max, _ database: Database, _ keyring: Keyring
  ) throws -> [Entry] {
    let key = try SQLiteChartStore.key(of: chart, database, keyring)
    return try Row.fetchAll(
      database,
      sql: """
        SELECT \(StoredEntry.columns) FROM main.entry WHERE chart = ? AND number <= ?
          AND kind IN ('appointment', 'appointment_changed', 'retraction') ORDER BY number
        """, arguments: [chart, number]
    ).map { try StoredEntry($0).opened(with: key) }
  }

  static func appointments(
    _ condition: String, _ arguments: StatementArguments, _ database: Database,
    in schema: String = "main"
  ) throws -> [BookedAppointment] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT entry, chart, starts_at, minutes, therapist, state, revision
          FROM \(schema).appointment_index \(condition)
        """)
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      guard let state = BookedAppointment.State(rawValue: try row.value(5)) else {
        throw UnreadableValue()
      }
      return BookedAppointment(
        entry: ID(try row.value(0) as String), chart: ID(try row.value(1) as String),
        appointment: Appointment(
          startsAt: Instant(milliseconds: try row.value(2)), minutes: try row.value(3),
          therapist: ID(try row.value(4) as String)),
        state: state, revision: try row.value(6))
    }
  }

  /// Those that clash with one: whoever begins longer before it than any appointment takes is over.
  static func appointments(
    clashingWith one: BookedAppointment, _ database: Database
  ) throws -> [BookedAppointment] {
    let longest = Appointment.lengths.upperBound
    return try appointments(
      "WHERE starts_at > ? AND starts_at < ? ORDER BY starts_at",
      [
        one.appointment.startsAt.adding(minutes: -longest).milliseconds,
        one.appointment.endsAt.milliseconds,
      ], database
    ).filter { $0.clashes(with: one) }
  }
}

extension SQLiteChartStore {
  public func appointments(
    from start: Instant, to end: Instant
  ) throws -> [BookedAppointment] {
    try read { database, _ in
      try Indexing.appointments(
        "WHERE starts_at >= ? AND starts_at < ? ORDER BY starts_at, chart, entry",
        [start.milliseconds, end.milliseconds], database)
    }
  }

  public func appointments(of chart: ID<Chart>) throws -> [BookedAppointment] {
    try read { database, keyring in
      try Indexing.foldedAppointments(of: chart.rawValue, database, keyring)
        .sorted { ($0.appointment.startsAt, $0.entry) < ($1.appointment.startsAt, $1.entry) }
    }
  }

  public func appointmentEntries(of chart: ID<Chart>) throws -> [Entry] {
    try read { try Indexing.appointmentEntries(of: chart.rawValue, $0, $1) }
  }

  public func chartsWithAppointmentsTakenBack() throws -> [ID<Chart>] {
    try read { database, _ in
      try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT entry.chart FROM retracted_index
            JOIN entry ON entry.id = retracted_index.entry
            WHERE kind = 'appointment' ORDER BY entry.chart
          """
      ).map { ID($0) }
    }
  }

  /// An appointment is written as what happens at its time, so that its start is known without the key.
  /// How often each was changed is sealed; so all that was changed in the chart counts for each.
  public func erasedAppointments(since start: Instant) throws -> [ErasedAppointment] {
    try read { database, _ in
      try Row.fetchAll(
        database,
        sql: """
          SELECT entry.id, happened_at, (SELECT count(*) FROM entry AS other
              WHERE other.chart = entry.chart
                AND other.kind IN ('appointment_changed', 'retraction')) + 1
            FROM entry JOIN chart ON chart.id = entry.chart
            WHERE wrapped_key IS NULL AND kind = 'appointment' AND happened_at >= ?
            ORDER BY entry.number
          """, arguments: [start.milliseconds]
      ).map { row in
        ErasedAppointment(
          entry: ID(try row.value(0) as String),
          startsAt: Instant(milliseconds: try row.value(1)), revision: try row.value(2))
      }
    }
  }

  public func appointments(
    clashingWith one: BookedAppointment
  ) throws -> [BookedAppointment] {
    try read { database, _ in try Indexing.appointments(clashingWith: one, database) }
  }

  /// An appointment that is moved or closed is one that still stands.
  func requireStanding(_ id: ID<Entry>, in chart: String, _ database: Database) throws {
    let standing = try Bool.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM appointment_index
            WHERE entry = ? AND chart = ? AND state = 'booked')
          """), arguments: [id.rawValue, chart])
    guard standing == true else {
      throw StoreError.stale("this appointment was changed already, perhaps in another window.")
    }
  }

  /// Looks, within the transaction, whether the appointments to come that the changes bear on clash
  /// with others. Charts that come from another practice bring theirs along as they are.
  func requireFree(_ changes: [Change], _ database: Database, _ pen: TrailPen) throws {
    var imported: Set<ID<Chart>> = []
    var clashes: [Clash] = []
    for change in changes {
      switch change {
      case .chartOpened(let chart, _): imported.insert(chart)
      case .appended(let entry) where !imported.contains(entry.chart):
        for booked in try appointments(concerning: entry, database)
        where booked.appointment.startsAt > pen.time {
          clashes += try Indexing.appointments(clashingWith: booked, database)
            .map { Clash(booked, with: $0, in: try zone(database, pen.keyring)) }
        }
      default: continue
      }
    }
    guard clashes.isEmpty else { throw StoreError.taken(clashes) }
  }

  private func appointments(
    concerning entry: Entry, _ database: Database
  ) throws -> [BookedAppointment] {
    switch entry.content {
    case .appointment:
      try Indexing.appointments("WHERE entry = ?", [entry.id.rawValue], database)
    case .appointmentChanged(let change):
      try Indexing.appointments("WHERE entry = ?", [change.appointment.rawValue], database)
    case .retraction(let retraction):
      // Which of them a retracted change was about is sealed; so all of the chart are looked at.
      try bearsOnAppointments(retraction, database)
        ? Indexing.appointments("WHERE chart = ?", [entry.chart.rawValue], database) : []
    default: []
    }
  }

  private func bearsOnAppointments(
    _ retraction: Retraction, _ database: Database
  ) throws -> Bool {
    try retraction.entries.contains { id in
      let kind = try String.fetchOne(
        database, sql: "SELECT kind FROM entry WHERE id = ?", arguments: [id.rawValue])
      return kind.map(Indexing.appointmentKinds.contains) ?? false
    }
  }
}
