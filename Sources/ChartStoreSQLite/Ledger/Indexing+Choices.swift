import ClinicCore
import Foundation
import GRDB

extension Indexing {
  /// Notes what an intake tells that is counted over all charts, with the last visit that was over
  /// before it: the session that it speaks of.
  static func add(
    _ intake: IntakeRecord, _ entry: Entry, number: Int64, _ database: Database,
    _ keyring: Keyring, in schema: String
  ) throws {
    for choice in intake.countedChoices {
      try database.cachedStatement(
        sql: """
          INSERT INTO \(schema).choice_index SELECT :choice, number, :entry, :at,
            \(session(before: ":at", in: schema))
            FROM main.chart WHERE id = :chart
          """
      ).execute(arguments: [
        "choice": mark(of: choice, keyring), "entry": number,
        "at": entry.happenedAt.milliseconds, "chart": entry.chart.rawValue,
      ])
    }
  }

  /// Finds the sessions anew of which the intakes speak that were taken after a visit began, once that
  /// visit is written down, which may be late, or is taken back.
  ///
  /// - Parameter start: when the visit began, in milliseconds.
  static func findSessions(
    of chart: String, after start: Int64, _ database: Database, in schema: String
  ) throws {
    try database.cachedStatement(
      sql: """
        UPDATE \(schema).choice_index SET session = \(session(before: "at", in: schema))
          WHERE chart_number = (SELECT number FROM main.chart WHERE id = :chart) AND at >= :start
        """
    ).execute(arguments: ["chart": chart, "start": start])
  }

  /// The number of the entry of the last visit of `:chart` that was over at a time; 0 where there was
  /// none.
  private static func session(before time: String, in schema: String) -> String {
    """
    coalesce((SELECT entry.number FROM \(schema).visit_index AS visit
      JOIN main.entry ON entry.id = visit.entry
      WHERE visit.chart = :chart AND visit.started_at + visit.minutes * 60000 <= \(time)
      ORDER BY visit.started_at DESC, entry.number DESC LIMIT 1), 0)
    """
  }

  /// What stands for a choice, so that it can be counted while the file does not say what anybody
  /// comes with.
  static func mark(of choice: CountedChoice, _ keyring: Keyring) -> Int64 {
    var digest = Digest("choice")
    digest.add(choice.question.rawValue)
    digest.add(choice.option?.rawValue)
    return digest.mark(keyring)
  }
}
