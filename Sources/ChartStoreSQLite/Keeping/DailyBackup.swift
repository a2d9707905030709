import ClinicCore
import Foundation
import TechniqueKit

extension SQLiteChartStore {
  public func backUpDaily(
    into folder: String, keeping rule: KeepRule, on day: CalendarDate
  ) throws -> BackupProof? {
    let wanted = DailyBackup.path(in: folder, day)
    guard !FileManager.default.fileExists(atPath: wanted) else { return nil }
    let proof = try backup(to: wanted) { _ in }
    let days = DailyBackup.days(in: folder)
    for expired in rule.expired(days) { unlink(DailyBackup.path(in: folder, expired)) }
    return proof
  }

  /// A second connection to the same open practice, for work beside the first one.
  public func companion() throws -> SQLiteChartStore {
    let other = try SQLiteChartStore(
      path: path, surroundings: surroundings, passphraseCost: passphraseCost)
    other.access = try open()
    other.board.signedIn(access?.person.id)
    return other
  }
}

/// The automatic backups in one folder: `practice-2026-11-24.fascia`, one a day.
enum DailyBackup {
  private static let start = "practice-"
  private static let end = ".fascia"

  static func path(in folder: String, _ day: CalendarDate) -> String {
    "\(folder)/\(start)\(day)\(end)"
  }

  static func days(in folder: String) -> [CalendarDate] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      guard name.hasPrefix(start), name.hasSuffix(end) else { return nil }
      return CalendarDate(name.dropFirst(start.count).dropLast(end.count))
    }
  }
}
