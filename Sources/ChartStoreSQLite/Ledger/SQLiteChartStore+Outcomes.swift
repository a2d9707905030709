import ClinicCore
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  public func outcomes(_ wanted: OutcomeQuery) throws -> OutcomeColumns {
    // One read transaction, so that all columns are of one moment.
    try read { database, keyring in
      var columns = OutcomeColumns()
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
    var places: [Int64: Int] = [:]
    var found: [OutcomeColumns.Treatment] = []
    for technique in wanted.techniques
    where places.updateValue(found.count, forKey: Indexing.mark(of: technique, keyring)) == nil {
      found.append(.init(technique))
    }
    let rows = try NumberRows(
      database, OutcomeSQL.treatments, [wanted.start.milliseconds, wanted.end.milliseconds])
    while try rows.next() {
      guard let place = places[try rows.number(1)] else { continue }
      found[place].charts[Int(try rows.number(0))] = Int(try rows.number(2))
    }
    return found
  }

  /// Two passes over one table in its own order: the earliest and the latest value of each group.
  private func addCourses(
    to columns: inout OutcomeColumns, _ wanted: OutcomeQuery, _ database: Database
  ) throws {
    let period = [wanted.start.milliseconds, wanted.end.milliseconds]
    let firsts = try NumberRows(database, OutcomeSQL.firstScores, period)
    let lasts = try NumberRows(database, OutcomeSQL.lastScores, period)
    var places: [String: Int] = [:]
    while try firsts.next(), try lasts.next() {
      let series = try columns.place(of: try firsts.text(1), &places)
      columns.courses.append(
        .init(
          chart: Int(try firsts.number(0)), series: series, first: try firsts.fraction(3),
          firstAt: Instant(milliseconds: try firsts.number(2)), last: try lasts.fraction(1),
          lastAt: Instant(milliseconds: try lasts.number(0))))
    }
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
      var last: [Int: Int64] = [:]
      try answers(OutcomeSQL.lastAnswers, CountedChoice(question, nil)) { last[$0] = $1 }
      for condition in wanted.conditions where condition.question == question {
        var charts: [Int] = []
        try answers(OutcomeSQL.chosenBefore, condition) { chart, entry in
          if last[chart] == entry { charts.append(chart) }
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
    for choice in wanted.choices {
      let count = try Int.fetchOne(
        database, sql: OutcomeSQL.chosen,
        arguments: [
          "chosen": Indexing.mark(of: choice, keyring),
          "asked": Indexing.mark(of: CountedChoice(choice.question, nil), keyring),
          "start": wanted.start.milliseconds, "end": wanted.end.milliseconds,
        ])
      if let count, count > 0 { counts[choice] = count }
    }
    return counts
  }
}

extension OutcomeColumns {
  /// - Parameter places: of the series that are known by now, by their mark.
  fileprivate mutating func place(of mark: String, _ places: inout [String: Int]) throws -> Int {
    if let known = places[mark] { return known }
    guard let parts = SeriesMark.parts(of: mark) else { throw UnreadableValue() }
    places[mark] = series.count
    series.append(.init(parts.metric, version: parts.version, basis: parts.basis))
    return series.count - 1
  }
}

/// What is asked of the index tables for the clinic's own results; also what a benchmark runs bare.
public enum OutcomeSQL {
  /// Chart, technique and how many signed visits, of those that started in a period.
  public static let treatments = """
    SELECT chart_number, technique, count(*) FROM visit_technique_index
      WHERE started_at >= ? AND started_at < ? AND signed = 1 GROUP BY chart_number, technique
    """

  /// Chart, series, time and value of the earliest score in a period.
  ///
  /// The value is of the row with the least time: SQLite says so of columns beside `min` and `max`.
  public static let firstScores = """
    SELECT chart_number, series, min(at), value FROM measurement_index \(scored)
    """

  /// Time and value of the latest, in the same order.
  public static let lastScores = """
    SELECT max(at), value FROM measurement_index \(scored)
    """

  private static let scored = """
    WHERE at >= ? AND at < ? GROUP BY chart_number, series ORDER BY chart_number, series
    """

  /// The chart, and the entry with its last answer to a question up to some moment.
  public static let lastAnswers = """
    SELECT chart_number, max(entry) FROM choice_index WHERE choice = ? AND at < ?
      GROUP BY chart_number
    """

  /// The charts and entries in which something was chosen up to some moment.
  public static let chosenBefore =
    "SELECT chart_number, entry FROM choice_index WHERE choice = ? AND at < ?"

  /// In how many last answers about a session something was chosen in a period: who answers once
  /// more before the next session, corrects the answer.
  public static let chosen = """
    SELECT count(*) FROM choice_index AS own
      WHERE choice = :chosen AND at >= :start AND at < :end AND entry =
        (SELECT max(entry) FROM choice_index WHERE choice = :asked
          AND chart_number = own.chart_number AND session = own.session AND at < :end)
    """
}
