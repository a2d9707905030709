import ChartStoreSQLite
import ClinicCore
import Foundation
import TechniqueKit

/// The day's backup, made beside the work over a connection of its own.
final class DailyBackupJob {
  private let store: SQLiteChartStore
  private let folder: String
  private let rule: KeepRule
  private let day: () -> CalendarDate
  private var startedOn: CalendarDate?
  private let outcome = Outcome()

  init(
    _ store: SQLiteChartStore, folder: String, rule: KeepRule, day: @escaping () -> CalendarDate
  ) {
    self.store = store
    self.folder = folder
    self.rule = rule
    self.day = day
  }

  var isRunning: Bool { outcome.isRunning }

  /// Begins once a day when somebody is at work who may make backups; afterwards tells how it went.
  func news() -> [String] {
    let today = day()
    if startedOn != today, !isRunning, store.person?.role.permissions.contains(.backups) == true {
      startedOn = today
      start(today)
    }
    return outcome.takeNews()
  }

  /// Waits until a backup that was begun is done, and tells how it went.
  func finish() -> [String] {
    outcome.wait()
    return outcome.takeNews()
  }

  private func start(_ today: CalendarDate) {
    guard let open = try? store.companion() else { return }
    outcome.begin()
    let (folder, rule, outcome) = (folder, rule, outcome)
    Thread.detachNewThread {
      var news: String?
      do {
        let companion = try open()
        defer { try? companion.close() }
        let proof = try companion.backUpDaily(into: folder, keeping: rule, on: today)
        news = proof.map { "today's backup is made and proved: \($0.path)" }
      } catch { news = "today's backup failed: \(error)" }
      outcome.end(news)
    }
  }

  /// Handed from the thread that makes the backup to the one that talks.
  private final class Outcome: @unchecked Sendable {
    private let condition = NSCondition()
    private var isUnderWay = false
    private var news: [String] = []

    var isRunning: Bool { condition.withLock { isUnderWay } }

    func begin() { condition.withLock { isUnderWay = true } }

    func end(_ news: String?) {
      condition.withLock {
        if let news { self.news.append(news) }
        isUnderWay = false
        condition.broadcast()
      }
    }

    func takeNews() -> [String] {
      condition.withLock {
        defer { news = [] }
        return news
      }
    }

    func wait() {
      condition.withLock { while isUnderWay { condition.wait() } }
    }
  }
}
