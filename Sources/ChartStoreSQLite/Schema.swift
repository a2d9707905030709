import GRDB

/// The tables of a practice file, one migration per version.
///
/// `entry`, `draft_event` and `definition` are append-only: triggers refuse UPDATE and DELETE. The
/// `_index` tables hold nothing that the entries do not say and can be rebuilt from them.
/// `wrapped_key` is the place of a chart's own key.
enum Schema {
  /// "FSCA", written into the head of every practice file.
  static let applicationID = 0x4653_4341
  static let version = 1

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 ledger") { database in
      try database.execute(sql: ledger + appendOnly + indexes)
    }
    return migrator
  }()

  private static let ledger = """
    CREATE TABLE definition (
      digest TEXT PRIMARY KEY NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE chart (
      id TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL UNIQUE, wrapped_key BLOB)
      WITHOUT ROWID;
    CREATE TABLE entry (
      number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
      chart TEXT NOT NULL REFERENCES chart, kind TEXT NOT NULL,
      happened_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, author BLOB NOT NULL,
      definition TEXT NOT NULL REFERENCES definition, supersedes TEXT,
      previous_hash BLOB NOT NULL, hash BLOB NOT NULL, payload BLOB NOT NULL);
    CREATE INDEX entry_by_chart ON entry (chart, number);
    CREATE TABLE draft (
      id TEXT PRIMARY KEY NOT NULL, chart TEXT NOT NULL REFERENCES chart, kind TEXT NOT NULL,
      opened_at INTEGER NOT NULL, author BLOB NOT NULL, definition TEXT NOT NULL,
      closed_at INTEGER) WITHOUT ROWID;
    CREATE INDEX draft_open ON draft (chart) WHERE closed_at IS NULL;
    CREATE TABLE draft_event (
      number INTEGER PRIMARY KEY AUTOINCREMENT, draft TEXT NOT NULL REFERENCES draft,
      at INTEGER NOT NULL, payload BLOB NOT NULL);
    CREATE INDEX draft_event_by_draft ON draft_event (draft, number);

    """

  private static let appendOnly = ["definition", "entry", "draft_event"].map { table in
    """
    CREATE TRIGGER \(table)_no_update BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
    CREATE TRIGGER \(table)_no_delete BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;

    """
  }.joined()

  private static let indexes = """
    CREATE TABLE client_index (
      chart TEXT PRIMARY KEY NOT NULL REFERENCES chart, identity BLOB NOT NULL,
      visits INTEGER NOT NULL DEFAULT 0, last_seen INTEGER) WITHOUT ROWID;
    CREATE INDEX client_by_last_seen ON client_index (last_seen);
    CREATE TABLE visit_index (
      entry TEXT PRIMARY KEY NOT NULL, chart TEXT NOT NULL, started_at INTEGER NOT NULL,
      minutes INTEGER NOT NULL, signed INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
    CREATE INDEX visit_by_time ON visit_index (started_at);
    CREATE TABLE measurement_index (
      entry TEXT NOT NULL, chart TEXT NOT NULL, metric TEXT NOT NULL, version TEXT NOT NULL,
      occasion TEXT NOT NULL, at INTEGER NOT NULL, value REAL);
    CREATE INDEX measurement_by_metric ON measurement_index (chart, metric, at);
    """
}
