import ClinicCore
import Foundation
import TechniqueKit

extension SQLiteChartStore {
  public func backUpDaily(
    into folder: String, keeping rule: KeepRule, on day: CalendarDate
  ) throws -> BackupProof? {
    let daily = DailyBackups(folder: folder, practice: try practiceID)
    guard !FileManager.default.fileExists(atPath: daily.path(day)) else { return nil }
    let proof = try backup(to: daily.path(day)) { _ in }
    for expired in rule.expired(daily.days) {
      let path = URL(fileURLWithPath: daily.path(expired)).standardizedFileURL.path
      if unlink(path) == 0 { try write { _, pen in try pen.add(.copyRemoved, detail: path) } }
    }
    return proof
  }
}

/// The automatic backups of one practice in one folder, one a day:
/// `practice-84ed4b55-2026-11-24.fascia`.
struct DailyBackups {
  let folder: String
  private let start: String
  private let end = ".fascia"

  init(folder: String, practice: String) {
    self.folder = folder
    start = "practice-\(practice.prefix(8))-"
  }

  func path(_ day: CalendarDate) -> String { "\(folder)/\(start)\(day)\(end)" }

  var days: [CalendarDate] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      guard name.hasPrefix(start), name.hasSuffix(end),
        let date = CalendarDate(name.dropFirst(start.count).dropLast(end.count)), date.day != nil
      else { return nil }
      return date
    }
  }
}
