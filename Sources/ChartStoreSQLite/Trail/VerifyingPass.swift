import ClinicCore
import Foundation
import GRDB
import TechniqueKit

/// One reading of the whole file, from its layout to its last seal.
///
/// The trail is the thread: its rows are read in order, each must follow from the one before it, and
/// what each speaks of must stand in the file just as its digest says. Entries and steps of drafts
/// come in the same order as their rows, so they are read alongside. Whatever is left over at the
/// end has no row in the trail.
struct VerifyingPass {
  let database: Database
  let keyring: Keyring
  var result = Verification()

  /// The last hash of each chart's chain.
  var chains: [String: Data] = [:]
  /// How many rows each append-only table must have.
  var expected = ["entry": 0, "draft_event": 0, "draft": 0, "definition": 0, "chart": 0]
  /// The digest that the newest row of the trail gives to each person and key slot; none when it
  /// was removed.
  var people: [String: Data] = [:]
  var slots: [String: Data] = [:]
  var erased: Set<String> = []

  init(_ database: Database, _ keyring: Keyring) {
    self.database = database
    self.keyring = keyring
    result.sealsChecked = keyring.practice != nil
  }

  /// - Throws: `DatabaseError` when something other than the file stands in the way.
  mutating func run() throws {
    try attempt("the layout of the practice file") { try $0.checkFile() }
    try attempt("the trail") { try $0.checkTrail() }
    try attempt("people and keys") { try $0.checkPeopleAndKeys() }
    try attempt("the charts") { try $0.checkCharts() }
    try attempt("the tables") { try $0.checkCounts() }
    try attempt("the definitions") { try $0.checkDefinitions() }
    if result.sealsChecked { try attempt("the indexes") { try $0.checkIndexes() } }
  }

  /// A part that cannot even be read is a finding, never the end of the pass.
  private mutating func attempt(
    _ place: String, _ part: (inout VerifyingPass) throws -> Void
  ) throws {
    do { try part(&self) } catch let error as DatabaseError where !Self.isDamage(error) {
      throw error
    } catch { result.add(place, .unreadable) }
  }

  /// Whether an error of SQLite speaks of what is in the file, and not of the disk or a lock.
  static func isDamage(_ error: DatabaseError) -> Bool {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM,
      .SQLITE_CANTOPEN, .SQLITE_INTERRUPT:
      false
    default: true
    }
  }

  private mutating func checkFile() throws {
    for line in try String.fetchAll(database, sql: "PRAGMA integrity_check(5)") where line != "ok" {
      result.add("the practice file's structure", .changed)
      return
    }
    if try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") != nil {
      result.add("a reference between tables", .changed)
    }
    let pristine = try DatabaseQueue()
    let layout = try pristine.writeWithoutTransaction { database in
      try Schema.create(in: database)
      return try Schema.layout(of: database)
    }
    if try Schema.layout(of: database) != layout {
      result.add("the layout of the practice file", .changed)
    }
    try checkText()
    for (mark, value) in [
      ("application_id", Schema.applicationID), ("user_version", Schema.version),
    ] where try Int.fetchOne(database, sql: "PRAGMA \(mark)") != value {
      result.add("the \(mark) of the practice file", .changed)
    }
  }

  /// SQLite compares a text as a whole, while it is read up to a zero byte only; so there is none.
  private mutating func checkText() throws {
    let columns = try Row.fetchAll(
      database,
      sql: """
        SELECT tables.name, columns.name FROM sqlite_schema AS tables
          JOIN pragma_table_info(tables.name) AS columns
          WHERE tables.type = 'table' AND columns.type = 'TEXT'
        """)
    for row in columns {
      let (table, column): (String, String) = (try row.value(0), try row.value(1))
      let found = try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE instr(CAST(\(column) AS BLOB), x'00'))")
      if found == true { result.add("a text in the table \(table)", .changed) }
    }
  }

  private mutating func checkCounts() throws {
    for (table, count) in expected.sorted(by: { $0.key < $1.key }) {
      let found = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
      if found > count { result.add("\(found - count) of the table \(table)", .unproven) }
      if found < count { result.add("\(count - found) of the table \(table)", .missing) }
    }
  }

  private mutating func checkDefinitions() throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT digest, body FROM definition")
    while let row = try rows.next() {
      let digest: String = try row.value(0)
      if Digest.definition(try row.value(1)).hex != digest {
        result.add("definition \(digest.prefix(12))", .changed)
      }
    }
  }

  private mutating func checkPeopleAndKeys() throws {
    var practice = try Row.fetchAll(database, sql: "SELECT id, made_at FROM practice")[...]
    let founding = try practice.popFirst().map {
      SQLiteChartStore.foundingDigest(try $0.value(0), try $0.value(1), keyring)
    }
    let first = try Data.fetchOne(
      database, sql: "SELECT digest FROM trail WHERE number = 1 AND action = 'founded'")
    if founding == nil || founding != first || !practice.isEmpty {
      result.add("the practice's own row", .changed)
    }
    try compare("person", people)
    try compare("key_slot", slots)
    for row in try Row.fetchAll(database, sql: "SELECT \(KeySlots.columns) FROM key_slot") {
      let slot = try? KeySlots.slot(row)
      if try row.value(10) != slot?.digest(keyring) { result.add("a key slot", .changed) }
    }
    // Throws when a row does not open.
    _ = try People.all(database, keyring)
  }

  private mutating func compare(_ table: String, _ wanted: [String: Data]) throws {
    var found: [String: Data] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT id, digest FROM \(table)") {
      found[try row.value(0)] = try row.value(1)
    }
    let name = table == "person" ? "a person's row" : "a key slot"
    for (id, digest) in wanted where found[id] != digest {
      result.add(name, found[id] == nil ? .missing : .changed)
    }
    if found.keys.contains(where: { wanted[$0] == nil }) { result.add(name, .unproven) }
  }

  private mutating func checkIndexes() throws {
    try Indexing.derive(database, keyring)
    for (table, lacking, surplus) in try Indexing.differences(database)
    where lacking + surplus > 0 {
      result.add("the index \(table)", .outOfStep)
    }
  }
}
