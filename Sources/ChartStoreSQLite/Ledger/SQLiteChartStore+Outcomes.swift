import ClinicCore
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  public func outcomes(_ wanted: OutcomeQuery) throws -> OutcomeColumns {
    // One read transaction, so that all columns are of one moment.
    try read { database, keyring in
      var columns = OutcomeColumns()
      columns.techniques = wanted.techniques
      columns.treatments = try treatments(wanted, database, keyring)
      try addCourses(to: &columns, wanted, database)
      columns.conditions = try conditions(wanted, database, keyring)
      columns.choices = try choices(wanted, database, keyring)
      return columns
    }
  }

  private func treatments(
    _ wanted: OutcomeQuery, _ database: Database, _ keyring: Keyring
  ) throws -> [OutcomeColumns.Treatment] {
    let marks = wanted.techniques.map { Indexing.mark(of: $0, keyring) }
    var found: [OutcomeColumns.Treatment] = []
    let rows = try NumberRows(
      database, OutcomeSQL.treatments, [wanted.start.milliseconds, wanted.end.milliseconds])
    while try rows.next() {
      let mark = try rows.number(1)
      guard let technique = marks.firstIndex(of: mark) else { continue }
      found.append(
        .init(
          chart: Int(try rows.number(0)), technique: technique, visits: Int(try rows.number(2))))
    }
    return found
  }

  /// The scores of a course stand together, the earliest first.
  private func addCourses(
    to columns: inout OutcomeColumns, _ wanted: OutcomeQuery, _ database: Database
  ) throws {
    let rows = try NumberRows(
      database, OutcomeSQL.scores, [wanted.start.milliseconds, wanted.end.milliseconds])
    var marks = KnownMarks()
    while try rows.next() {
      let (chart, series) = (Int(try rows.number(0)), try marks.place(of: try rows.bytes(1)))
      let (at, value) = (Instant(milliseconds: try rows.number(2)), try rows.fraction(3))
      let last = columns.courses.count - 1
      if last >= 0, columns.courses[last].chart == chart, columns.courses[last].series == series {
        columns.courses[last].add(value, at: at)
      } else {
        columns.courses.append(.init(chart: chart, series: series, first: value, at: at))
      }
    }
    columns.series = marks.series
  }

  /// What stands in the last answer of a chart to the question, as far as it is wanted.
  private func conditions(
    _ wanted: OutcomeQuery, _ database: Database, _ keyring: Keyring
  ) throws -> [OutcomeColumns.Condition] {
    func answers(
      _ sql: String, _ choice: CountedChoice, each body: (_ chart: Int, _ entry: Int64) -> Void
    ) throws {
      let rows = try NumberRows(
        database, sql, [Indexing.mark(of: choice, keyring), wanted.end.milliseconds])
      while try rows.next() { body(Int(try rows.number(0)), try rows.number(1)) }
    }
    var found: [OutcomeColumns.Condition] = []
    for question in Set(wanted.conditions.map(\.question)) {
      var last: [(chart: Int, entry: Int64)] = []
      try answers(OutcomeSQL.lastAnswers, CountedChoice(question, nil)) { last.append(($0, $1)) }
      for condition in wanted.conditions where condition.question == question {
        var charts: [Int] = []
        var place = 0
        // Both are in the order of the charts.
        try answers(OutcomeSQL.chosenBefore, condition) { chart, entry in
          while place < last.count, last[place].chart < chart { place += 1 }
          if place < last.count, last[place].entry == entry { charts.append(chart) }
        }
        found.append(.init(condition, charts: charts))
      }
    }
    return found
  }

  private func choices(
    _ wanted: OutcomeQuery, _ database: Database, _ keyring: Keyring
  ) throws -> [CountedChoice: Int] {
    var counts: [CountedChoice: Int] = [:]
    for question in wanted.questions {
      func marks(_ option: ID<Option>?) -> String {
        "\(([question.id] + question.aliases).map { Indexing.mark(of: .init($0, option), keyring) })"
      }
      for option in [nil] + question.options.map(Optional.some) {
        let count = try Int.fetchOne(
          database, sql: OutcomeSQL.chosen,
          arguments: [
            "chosen": marks(option), "asked": marks(nil), "start": wanted.start.milliseconds,
            "end": wanted.end.milliseconds,
          ])
        if let count, count > 0 { counts[.init(question.id, option)] = count }
      }
    }
    return counts
  }

  public func hasChoices(besides known: [CountedChoice]) throws -> Bool {
    try read { database, keyring in
      let marks = Set(known.map { Indexing.mark(of: $0, keyring) })
      return try !marks.isSuperset(of: Int64.fetchSet(database, sql: OutcomeSQL.choices))
    }
  }
}

/// The series that were met by now: few, and most rows have that of the row before.
private struct KnownMarks {
  private(set) var series: [OutcomeColumns.Series] = []
  private var marks: [[UInt8]] = []
  private var last = 0

  mutating func place(of mark: UnsafeRawBufferPointer) throws -> Int {
    if !marks.isEmpty, isMark(last, mark) { return last }
    if let known = marks.indices.first(where: { isMark($0, mark) }) {
      last = known
      return known
    }
    guard let parts = SeriesMark.parts(of: String(decoding: mark, as: UTF8.self)) else {
      throw UnreadableValue()
    }
    last = marks.count
    marks.append(Array(mark))
    series.append(.init(parts.metric, version: parts.version, basis: parts.basis))
    return last
  }

  private func isMark(_ place: Int, _ mark: UnsafeRawBufferPointer) -> Bool {
    marks[place].withUnsafeBytes { known in
      guard known.count == mark.count, let start = known.baseAddress, let other = mark.baseAddress
      else { return false }
      return memcmp(start, other, known.count) == 0
    }
  }
}

/// What is asked of the index tables for the clinic's own results; also what a benchmark runs bare.
public enum OutcomeSQL {
  /// Chart, technique and how many signed visits, of those that started in a period.
  public static let treatments = """
    SELECT chart_number, technique, count(*) FROM visit_technique_index
      WHERE started_at >= ? AND started_at < ? AND signed = 1 GROUP BY chart_number, technique
      ORDER BY chart_number, technique
    """

  /// Chart, series, time and value of each score in a period, in the order of the table: to step
  /// through them takes half the time of grouping them twice, for the earliest and for the latest.
  public static let scores = """
    SELECT chart_number, series, at, value FROM measurement_index WHERE at >= ? AND at < ?
      ORDER BY chart_number, series, at, entry, place
    """

  /// The chart, and the entry with its last answer to a question up to some moment. SQLite takes a
  /// column beside the greatest time from the row that has it.
  public static let lastAnswers = """
    SELECT chart_number, entry, max(at) FROM choice_index WHERE choice = ? AND at < ?
      GROUP BY chart_number ORDER BY chart_number
    """

  /// The charts and entries in which something was chosen up to some moment.
  public static let chosenBefore = """
    SELECT chart_number, entry FROM choice_index WHERE choice = ? AND at < ? ORDER BY chart_number
    """

  /// In how many last answers about a session something was chosen in a period: who answers once
  /// more before the next session, corrects the answer. Both marks are lists, in JSON.
  public static let chosen = """
    SELECT count(*) FROM choice_index AS own
      WHERE choice IN (SELECT value FROM json_each(:chosen)) AND at >= :start AND at < :end
        AND NOT EXISTS (SELECT 1 FROM choice_index
          WHERE choice IN (SELECT value FROM json_each(:asked))
            AND chart_number = own.chart_number AND session = own.session AND at < :end
            AND (at, entry) > (own.at, own.entry))
    """

  /// Each choice that was ever made, from one to the next without the rows between them.
  public static let choices = """
    WITH RECURSIVE made (choice) AS (
      SELECT min(choice) FROM choice_index
      UNION ALL
      SELECT (SELECT min(choice) FROM choice_index WHERE choice > made.choice) FROM made
        WHERE made.choice IS NOT NULL)
    SELECT choice FROM made WHERE choice IS NOT NULL
    """
}
