import ChartStoreSQLite
import ClinicCore
import ClinicalContent
import Foundation
import GRDBSQLite
import TechniqueKit

// Measures the clinic's own results beside the bare SQL of the same questions, in one run:
// `outcomes-benchmark 10000 100000`, the number of charts, each with ten measurements in five visits.

let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let folder = NSTemporaryDirectory() + "outcomes-benchmark-\(getpid())"
defer { try? FileManager.default.removeItem(atPath: folder) }
print(
  "| charts | measurements | groups | results ms | its CPU ms | bare SQL ms | its CPU ms | peak MB |"
)
print("|---|---|---|---|---|---|---|---|")
for size in sizes.isEmpty ? [10_000, 100_000] : sizes { try measure(size) }

func measure(_ charts: Int) throws {
  let path = "\(folder)/\(charts)/practice.fascia"
  let store = try SQLiteChartStore(path: path, surroundings: SystemSurroundings())
  _ = try store.found(
    .init(name: "Synthetic Lee", login: "lee"), opening: .keyFile(path + ".key"))
  try store.unlock(.keyFile(path + ".key"))
  try SyntheticYear(store).fill(charts: charts)
  let practice = Practice(
    store: store, catalogue: try SyntheticYear.catalogue(), surroundings: SystemSurroundings(),
    author: SyntheticYear.author)
  let raw = RawQueries(path)
  var ours: [Spent] = []
  var theirs: [Spent] = []
  var (groups, rows) = (0, 0)
  for _ in 0..<7 {
    ours.append(try spent { groups = try practice.results().groups.count })
    theirs.append(spent { rows = raw.readAll() })
  }
  guard groups > 0, rows > charts else { exit(1) }
  print(
    "| \(charts) | \(charts * 10) | \(groups) | \(words(ours)) | \(words(theirs)) | \(peak()) |")
}

/// Milliseconds by the clock, and of the processor: on a shared machine the first tells of the others
/// too.
struct Spent {
  let clock: Double
  let processor: Double
}

func spent(_ body: () throws -> Void) rethrows -> Spent {
  func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
  let (clock, processor) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
  try body()
  return Spent(
    clock: now(CLOCK_MONOTONIC) - clock, processor: now(CLOCK_PROCESS_CPUTIME_ID) - processor)
}

/// The medians.
func words(_ spent: [Spent]) -> String {
  [spent.map(\.clock), spent.map(\.processor)]
    .map { String(format: "%.0f", Statistics.median($0) ?? 0) }.joined(separator: " | ")
}

/// Megabytes of the whole process at the most, the making of the clients included.
func peak() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss / 1024
}

/// The peer: the same questions through SQLite's C API alone, every row stepped through, nothing
/// counted into groups.
final class RawQueries {
  private var database: OpaquePointer?
  /// The mark of the question that is answered most, and those of its answers.
  private var marks: [Int64] = []

  init(_ path: String) {
    guard sqlite3_open(path, &database) == SQLITE_OK else { exit(1) }
    step("SELECT choice FROM choice_index GROUP BY choice ORDER BY count(*) DESC", []) {
      marks.append(sqlite3_column_int64($0, 0))
    }
  }

  deinit { sqlite3_close(database) }

  /// - Returns: how many rows there were.
  func readAll() -> Int {
    var rows = 0
    for sql in [OutcomeSQL.treatments, OutcomeSQL.scores] {
      step(sql, [0, .max]) { _ in rows += 1 }
    }
    for (place, mark) in marks.enumerated() {
      let sql = place == 0 ? OutcomeSQL.lastAnswers : OutcomeSQL.chosenBefore
      step(sql, [mark, .max]) { _ in rows += 1 }
    }
    return rows
  }

  private func step(
    _ sql: String, _ arguments: [Int64], each body: (OpaquePointer?) -> Void
  ) {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else { exit(1) }
    defer { sqlite3_finalize(statement) }
    for (place, argument) in arguments.enumerated() {
      sqlite3_bind_int64(statement, Int32(place + 1), argument)
    }
    while sqlite3_step(statement) == SQLITE_ROW { body(statement) }
  }
}
