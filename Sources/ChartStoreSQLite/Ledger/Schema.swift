import GRDB

/// The tables of a practice file.
///
/// `trail`, `entry`, `draft`, `draft_event` and `definition` are append-only: triggers refuse
/// UPDATE and DELETE. What stands in them is proved by the trail: each row there carries the digest
/// of what it speaks of, and the hash of the row before it. The `_index` tables hold nothing that
/// the ledger does not say and can be derived from it at any time.
enum Schema {
  /// "FSCA", written into the head of every practice file.
  static let applicationID = 0x4653_4341
  static let version = 7
  /// The layouts of trial versions: without seals, with another form of definitions, without undo,
  /// without therapists of appointments, with one technique in a visit, and with scores of left and
  /// right in one course.
  static let trialVersions = 1...6

  static let tables = """
    CREATE TABLE practice (id TEXT PRIMARY KEY NOT NULL, made_at INTEGER NOT NULL)
      STRICT, WITHOUT ROWID;
    CREATE TABLE person (
      id TEXT PRIMARY KEY NOT NULL, role TEXT NOT NULL, profile BLOB NOT NULL,
      removed_at INTEGER, digest BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE key_slot (
      id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, person TEXT NOT NULL REFERENCES person,
      added_at INTEGER NOT NULL, login BLOB NOT NULL, salt BLOB NOT NULL, cost INTEGER NOT NULL,
      public_key BLOB NOT NULL, private_key BLOB NOT NULL, keyring BLOB NOT NULL,
      digest BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE head (
      one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1), rows INTEGER NOT NULL,
      hash BLOB NOT NULL, seal BLOB NOT NULL) STRICT;
    CREATE TABLE trail (
      number INTEGER PRIMARY KEY NOT NULL, at INTEGER NOT NULL, person TEXT NOT NULL,
      action TEXT NOT NULL, chart TEXT, subject TEXT, digest BLOB, detail BLOB,
      hash BLOB NOT NULL) STRICT;
    CREATE INDEX trail_by_work ON trail (person, number)
      WHERE action IN ('did', 'took_back', 'put_back');
    CREATE TABLE definition (digest TEXT PRIMARY KEY NOT NULL, body BLOB NOT NULL)
      STRICT, WITHOUT ROWID;
    CREATE TABLE chart (
      id TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL UNIQUE, wrapped_key BLOB)
      STRICT, WITHOUT ROWID;
    CREATE TABLE entry (
      number INTEGER PRIMARY KEY NOT NULL, id TEXT NOT NULL UNIQUE,
      chart TEXT NOT NULL REFERENCES chart, kind TEXT NOT NULL, happened_at INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL, definition TEXT NOT NULL REFERENCES definition,
      supersedes TEXT, payload BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
    CREATE INDEX entry_by_chart ON entry (chart, number);
    CREATE TABLE draft (
      id TEXT PRIMARY KEY NOT NULL, chart TEXT NOT NULL REFERENCES chart, kind TEXT NOT NULL,
      opened_at INTEGER NOT NULL, person TEXT NOT NULL,
      definition TEXT NOT NULL REFERENCES definition) STRICT, WITHOUT ROWID;
    CREATE TABLE draft_event (
      number INTEGER PRIMARY KEY NOT NULL, draft TEXT NOT NULL REFERENCES draft,
      at INTEGER NOT NULL, payload BLOB NOT NULL) STRICT;
    CREATE INDEX draft_event_by_draft ON draft_event (draft, number);

    """

  static let appendOnly = ["trail", "definition", "entry", "draft", "draft_event"].map { table in
    """
    CREATE TRIGGER \(table)_no_update BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
    CREATE TRIGGER \(table)_no_delete BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;

    """
  }.joined()

  /// Each index table with its columns; the same text makes the table that a rebuild compares with.
  ///
  /// The three that the clinic's results are counted from are small and stand in the order in which
  /// they are read, so that no other index is needed: a chart and an entry are their numbers, and a
  /// technique and a choice the mark that stands for them.
  static let indexTables: KeyValuePairs = [
    "client_index": """
    chart TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL, identity INTEGER NOT NULL,
    visits INTEGER NOT NULL DEFAULT 0, last_seen INTEGER
    """,
    "visit_index": """
    entry TEXT PRIMARY KEY NOT NULL, chart TEXT NOT NULL, started_at INTEGER NOT NULL,
    minutes INTEGER NOT NULL, signed INTEGER NOT NULL DEFAULT 0
    """,
    "visit_technique_index": """
    chart_number INTEGER NOT NULL, technique INTEGER NOT NULL, entry INTEGER NOT NULL,
    started_at INTEGER NOT NULL, signed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (chart_number, technique, entry)
    """,
    "measurement_index": """
    chart_number INTEGER NOT NULL, series TEXT NOT NULL, at INTEGER NOT NULL,
    entry INTEGER NOT NULL, place INTEGER NOT NULL, value REAL NOT NULL,
    PRIMARY KEY (chart_number, series, at, entry, place)
    """,
    "choice_index": """
    choice INTEGER NOT NULL, chart_number INTEGER NOT NULL, entry INTEGER NOT NULL,
    at INTEGER NOT NULL, session INTEGER NOT NULL, PRIMARY KEY (choice, chart_number, entry)
    """,
    "appointment_index": """
    entry TEXT PRIMARY KEY NOT NULL, chart TEXT NOT NULL, starts_at INTEGER NOT NULL,
    minutes INTEGER NOT NULL, therapist TEXT NOT NULL, state TEXT NOT NULL,
    revision INTEGER NOT NULL
    """,
    "retracted_index": "entry TEXT PRIMARY KEY NOT NULL, chart TEXT NOT NULL",
    "open_draft_index": "draft TEXT PRIMARY KEY NOT NULL, chart TEXT NOT NULL",
  ]

  static let lookups = """
    CREATE INDEX client_by_last_seen ON client_index (last_seen, number);
    CREATE INDEX visit_by_time ON visit_index (started_at);
    CREATE INDEX visit_by_chart ON visit_index (chart);
    CREATE INDEX visit_by_technique ON visit_technique_index (technique, signed);
    CREATE INDEX appointment_by_time ON appointment_index (starts_at);
    CREATE INDEX appointment_by_chart ON appointment_index (chart);
    CREATE INDEX retracted_by_chart ON retracted_index (chart);
    CREATE INDEX choice_by_chart ON choice_index (chart_number, entry);
    CREATE INDEX open_draft_by_chart ON open_draft_index (chart);
    """

  static func create(in database: Database) throws {
    try database.execute(sql: tables + appendOnly)
    for (name, columns) in indexTables {
      try database.execute(sql: "CREATE TABLE \(name) (\(columns)) STRICT, WITHOUT ROWID")
    }
    try database.execute(
      sql: lookups + "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version);")
  }

  /// The layout as SQLite keeps it, to see whether a file still has it.
  static func layout(of database: Database) throws -> [String] {
    try Row.fetchAll(
      database,
      sql: "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY name"
    ).map { row in try (0..<4).map { try row.value($0) as String }.joined(separator: " ") }
  }
}
