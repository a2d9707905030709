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
      columns.courses = try courses(wanted, database)
      columns.conditions = try conditions(wanted, database, keyring)
      columns.choices = try choices(wanted, database, keyring)
      return columns
    }
  }

  private func treatments(
    _ wanted: OutcomeQuery, _ database: Database, _ keyring: Keyring
  ) throws -> [OutcomeColumns.Treatment] {
    let known = Dictionary(
      wanted.techniques.map { (Indexing.mark(of: $0, keyring), $0) },
      uniquingKeysWith: { first, _ in first })
    let rows = try Row.fetchCursor(
      database, sql: OutcomeSQL.treatments,
      arguments: [wanted.start.milliseconds, wanted.end.milliseconds])
    var found: [OutcomeColumns.Treatment] = []
    while let row = try rows.next() {
      guard let technique = known[try row.value(1)] else { continue }
      found.append(
        .init(
          chart: ID(try row.value(0) as String), technique: technique, visits: try row.value(2)))
    }
    return found
  }

  /// Two passes over one index, each of which SQLite answers from the index alone: the earliest and
  /// the latest value of each group.
  private func courses(
    _ wanted: OutcomeQuery, _ database: Database
  ) throws -> [OutcomeColumns.ScoreCourse] {
    let period: StatementArguments = [wanted.start.milliseconds, wanted.end.milliseconds]
    let firsts = try Row.fetchCursor(database, sql: OutcomeSQL.firstScores, arguments: period)
    let lasts = try Row.fetchCursor(database, sql: OutcomeSQL.lastScores, arguments: period)
    var names = Names()
    var found: [OutcomeColumns.ScoreCourse] = []
    while let first = try firsts.next(), let last = try lasts.next() {
      found.append(
        .init(
          chart: ID(try first.value(0) as String), metric: ID(names.shared(try first.value(1))),
          version: names.shared(try first.value(2)), first: try first.value(4),
          firstAt: Instant(milliseconds: try first.value(3)), last: try last.value(1),
          lastAt: Instant(milliseconds: try last.value(0))))
    }
    return found
  }

  private func conditions(
    _ wanted: OutcomeQuery, _ database: Database, _ keyring: Keyring
  ) throws -> [OutcomeColumns.Condition] {
    try wanted.conditions.flatMap { condition in
      let question = CountedChoice(condition.question, nil)
      return try String.fetchAll(
        database, sql: OutcomeSQL.lastChosen,
        arguments: [
          "chosen": Indexing.mark(of: condition, keyring),
          "asked": Indexing.mark(of: question, keyring), "end": wanted.end.milliseconds,
        ]
      ).map { OutcomeColumns.Condition(chart: ID($0), condition: condition) }
    }
  }

  private func choices(
    _ wanted: OutcomeQuery, _ database: Database, _ keyring: Keyring
  ) throws -> [CountedChoice: Int] {
    var counts: [CountedChoice: Int] = [:]
    for choice in wanted.choices {
      let count = try Int.fetchOne(
        database, sql: OutcomeSQL.chosen,
        arguments: [
          Indexing.mark(of: choice, keyring), wanted.start.milliseconds, wanted.end.milliseconds,
        ])
      if let count, count > 0 { counts[choice] = count }
    }
    return counts
  }

  /// Gives equal texts one storage; there are many rows and few names.
  private struct Names {
    private var known: Set<String> = []

    mutating func shared(_ name: String) -> String { known.insert(name).memberAfterInsert }
  }
}

/// What is asked of the index tables for the clinic's own results; also what a benchmark runs bare.
public enum OutcomeSQL {
  /// Chart, technique and how many signed visits, of those that started in a period.
  public static let treatments = """
    SELECT visit_index.chart, technique, count(*) FROM visit_technique_index
      CROSS JOIN visit_index ON visit_index.entry = visit_technique_index.entry
      WHERE started_at >= ? AND started_at < ? AND signed = 1
      GROUP BY visit_index.chart, technique
    """

  /// Chart, metric, version, time and value of the earliest score in a period.
  ///
  /// The value is of the row with the least time: SQLite says so of columns beside `min` and `max`.
  public static let firstScores = """
    SELECT chart, metric, version, min(at), value FROM measurement_index \(scored)
    """

  /// Time and value of the latest, in the same order of charts.
  public static let lastScores = """
    SELECT max(at), value FROM measurement_index \(scored)
    """

  private static let scored = """
    WHERE at >= ? AND at < ? AND occasion <> 'after' AND value IS NOT NULL
      GROUP BY chart, metric, version ORDER BY chart, metric, version
    """

  /// The charts whose last answer to a question holds a choice.
  public static let lastChosen = """
    SELECT chart FROM choice_index AS own
      WHERE choice = :chosen AND at < :end AND number =
        (SELECT max(number) FROM choice_index
          WHERE choice = :asked AND chart = own.chart AND at < :end)
    """

  public static let chosen =
    "SELECT count(*) FROM choice_index WHERE choice = ? AND at >= ? AND at < ?"
}
