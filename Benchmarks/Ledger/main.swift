import ChartStoreSQLite
import ClinicCore
import Foundation
import TechniqueKit

// Measures the sealed ledger beside raw SQLite in one run: `ledger-benchmark 1000 10000 100000`.
// `ledger-benchmark --memory FILE KEY CHART` is started by it to see what one process needs.

if CommandLine.arguments.count == 5, CommandLine.arguments[1] == "--memory" {
  let arguments = CommandLine.arguments
  let store = try SQLiteChartStore(path: arguments[2], surroundings: SystemSurroundings())
  try store.unlock(.keyFile(arguments[3]))
  let chart = ID<Chart>(arguments[4])
  _ = try store.clients(numbered: store.names().matching("ruiz 77"))
  let entries = try store.entries(of: chart)
  let digest = entries[0].definition
  try store.commit([.appended(SyntheticPractice.addendum(to: chart, digest))])
  _ = try store.head()
  print(peakMemory())
  exit(0)
}

let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let folder = NSTemporaryDirectory() + "ledger-benchmark-\(getpid())"
defer { try? FileManager.default.removeItem(atPath: folder) }

var table: [[String]] = [
  [
    "charts", "append: fascia ms", "raw ms", "ratio", "appends/s", "open 50 visits: fascia ms",
    "again ms", "raw ms", "find one ms", "find many ms", "names cold ms", "peak MB",
  ]
]
for size in sizes.isEmpty ? [1000, 10_000, 100_000] : sizes {
  table.append(try measure(size))
  FileHandle.standardError.write(Data("\(size) charts done\n".utf8))
}
let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
for row in table {
  print(
    "| "
      + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      .joined(separator: " | ") + " |")
}

func measure(_ charts: Int) throws -> [String] {
  let path = "\(folder)/\(charts)/practice.fascia"
  let practice = try SyntheticPractice(path)
  try practice.fill(charts: charts)
  let many = try practice.chartWithVisits(50)
  let other = try practice.chartWithVisits(50)
  // The peer works on a copy, so that both files have the same rows before.
  let copy = "\(folder)/\(charts)/copy.fascia"
  _ = try practice.store.backup(to: copy) { _ in }
  let raw = RawSQLite(copy)
  let payload = Data(repeating: 3, count: SyntheticPractice.sealedAddendumBytes)
  var generator = SystemRandomNumberGenerator()
  var ours: [Double] = []
  var theirs: [Double] = []
  let warmUp = 16
  for round in 0..<56 {
    for _ in 0..<25 {
      let chart = practice.charts.randomElement(using: &generator) ?? many
      let entry = SyntheticPractice.addendum(to: chart, practice.definition)
      let time = try milliseconds { try practice.store.commit([.appended(entry)]) }
      // The first rounds fill the caches and the write-ahead log of both.
      if round >= warmUp { ours.append(time) }
    }
    for _ in 0..<25 {
      let chart = practice.charts.randomElement(using: &generator) ?? many
      let time = milliseconds {
        raw.append(
          chart: chart.rawValue, definition: practice.definition.hex,
          person: UUID().uuidString, payload: payload)
      }
      if round >= warmUp { theirs.append(time) }
    }
  }
  var opens: [Double] = []
  var again: [Double] = []
  var rawOpens: [Double] = []
  for _ in 0..<60 {
    // Two charts in turn, as one client follows the other; then the same one once more.
    for chart in [other, many] { opens.append(try milliseconds { try open(chart, practice) }) }
    again.append(try milliseconds { try open(many, practice) })
    rawOpens.append(milliseconds { guard raw.read(chart: many.rawValue) > 0 else { exit(1) } })
  }
  let cold = try milliseconds { _ = try practice.reopened().names() }
  _ = try practice.store.names()
  func find(_ words: String) throws -> Double {
    try median(
      (0..<20).map { _ in
        try milliseconds {
          // As the REPL does: the first twenty rows, and how many there are.
          let numbers = try practice.store.names().matching(words)
          guard !numbers.isEmpty else { exit(1) }
          _ = try practice.store.clients(numbered: Array(numbers.prefix(20)))
        }
      })
  }
  let one = try find("ann ruiz \(charts / 100 - 1)")
  let most = try find("rui")
  let memory = try run([
    "--memory", path, practice.keyPath, many.rawValue,
  ])
  let append = median(ours)
  return [
    "\(charts)", append.shown, median(theirs).shown, (append / median(theirs)).shown,
    "\(Int(1000 / append))", median(opens).shown, median(again).shown, median(rawOpens).shown,
    one.shown, most.shown,
    cold.shown, memory,
  ]
}

func open(_ id: ID<Chart>, _ practice: SyntheticPractice) throws {
  let chart = Chart(id: id, entries: try practice.store.entries(of: id), in: .utc)
  guard chart.visits.count == 50 else { exit(1) }
}

func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let start = DispatchTime.now().uptimeNanoseconds
  try body()
  return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
}

/// The most memory this process ever had, in MB.
func peakMemory() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
  return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
}

/// Runs this program again and gives what it printed.
func run(_ arguments: [String]) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  process.arguments = arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}

extension Double {
  var shown: String { String(format: "%.3f", self) }
}
