import ClinicCore
import Foundation
import GRDB

extension Indexing {
  /// Notes what an intake tells that is counted over all charts, with the last visit before it: the
  /// session that it speaks of.
  static func add(
    _ intake: IntakeRecord, _ entry: Entry, number: Int64, _ database: Database,
    _ keyring: Keyring, in schema: String
  ) throws {
    for choice in intake.countedChoices {
      try database.cachedStatement(
        sql: """
          INSERT INTO \(schema).choice_index SELECT :choice, number, :entry, :at,
            (SELECT coalesce(max(entry), 0) FROM \(schema).visit_technique_index
              WHERE chart_number = chart.number AND entry < :entry)
            FROM main.chart WHERE id = :chart
          """
      ).execute(arguments: [
        "choice": mark(of: choice, keyring), "entry": number,
        "at": entry.happenedAt.milliseconds, "chart": entry.chart.rawValue,
      ])
    }
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
