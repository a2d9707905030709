import ChartStoreSQLite
import ClinicCore
import ClinicalContent
import Foundation
import GRDBSQLite
import TechniqueKit

// Measures what `progress` has to do for a chart with many visits, beside reading the same rows with
// SQLite alone: `progress-benchmark 50 200`, the numbers of visits, each with four scores.

let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let folder = NSTemporaryDirectory() + "progress-benchmark-\(getpid())"
defer { try? FileManager.default.removeItem(atPath: folder) }
print("| visits | scores | series | progress ms | worst ms | bare SQL ms |")
print("|---|---|---|---|---|---|")
for size in sizes.isEmpty ? [50, 200] : sizes { try measure(size) }

func measure(_ visits: Int) throws {
  let path = "\(folder)/\(visits)/practice.fascia"
  let regular = try SyntheticRegular(path: path, visits: visits)
  let raw = RawReading(path)
  var ours: [Double] = []
  var theirs: [Double] = []
  var (series, bytes) = (0, 0)
  for _ in 0..<25 {
    // A store of its own has nothing of the chart in memory.
    let store = try regular.reopened()
    ours.append(try milliseconds { series = try regular.courses(in: store).count })
    theirs.append(milliseconds { bytes = raw.readChart(regular.chart.rawValue) })
  }
  guard series > 0, bytes > visits else { exit(1) }
  let figures = [Statistics.median(ours), ours.max(), Statistics.median(theirs)]
    .map { String(format: "%.1f", $0 ?? 0) }
  print("| \(visits) | \(visits * 4) | \(series) | \(figures.joined(separator: " | ")) |")
}

func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let start = DispatchTime.now().uptimeNanoseconds
  try body()
  return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
}

/// The peer: the sealed rows of one chart through SQLite's C API, opened by nobody.
final class RawReading {
  private var database: OpaquePointer?

  init(_ path: String) {
    guard sqlite3_open(path, &database) == SQLITE_OK else { exit(1) }
  }

  deinit { sqlite3_close(database) }

  /// - Parameter chart: its id, without a quotation mark.
  /// - Returns: how many bytes were read.
  func readChart(_ chart: String) -> Int {
    var statement: OpaquePointer?
    let sql = "SELECT payload, hash FROM entry WHERE chart = '\(chart)' ORDER BY number"
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else { exit(1) }
    defer { sqlite3_finalize(statement) }
    var bytes = 0
    while sqlite3_step(statement) == SQLITE_ROW {
      for column: Int32 in 0...1 where sqlite3_column_blob(statement, column) != nil {
        bytes += Int(sqlite3_column_bytes(statement, column))
      }
    }
    return bytes
  }
}
