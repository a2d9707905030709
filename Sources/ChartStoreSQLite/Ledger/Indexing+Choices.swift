import ClinicCore
import Foundation
import GRDB

extension Indexing {
  /// Notes what an intake tells that is counted over all charts.
  static func add(
    _ intake: IntakeRecord, _ entry: Entry, number: Int64, _ database: Database,
    _ keyring: Keyring, in schema: String
  ) throws {
    for choice in intake.countedChoices {
      try database.cachedStatement(
        sql: "INSERT INTO \(schema).choice_index VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [
        entry.id.rawValue, mark(of: choice, keyring), entry.chart.rawValue, number,
        entry.happenedAt.milliseconds,
      ])
    }
  }

  /// What stands for a choice, so that it can be counted while the file does not say what anybody
  /// comes with.
  static func mark(of choice: CountedChoice, _ keyring: Keyring) -> Data {
    var digest = Digest("choice")
    digest.add(choice.question.rawValue)
    digest.add(choice.option?.rawValue)
    return digest.value(keyring)
  }
}
