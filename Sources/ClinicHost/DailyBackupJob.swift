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
  private var isStarted = false
  private let outcome = Outcome()

  init(
    _ store: SQLiteChartStore, folder: String, rule: KeepRule, day: @escaping () -> CalendarDate
  ) {
    self.store = store
    self.folder = folder
    self.rule = rule
    self.day = day
  }

  /// Begins when somebody is at work who may make backups; afterwards tells how it went, once.
  func news() -> [String] {
    if !isStarted, store.person?.role.permissions.contains(.backups) == true {
      isStarted = true
      start()
    }
    return outcome.takeNews()
  }

  /// Waits until a backup that was begun is done.
  func finish() { if isStarted { outcome.wait() } }

  private func start() {
    // The companion is handed over whole; this thread does not touch it again.
    nonisolated(unsafe) let companion: SQLiteChartStore
    do { companion = try store.companion() } catch {
      return outcome.end("today's backup failed: \(error)")
    }
    let (folder, rule, day, outcome) = (folder, rule, day(), outcome)
    Thread.detachNewThread {
      do {
        let proof = try companion.backUpDaily(into: folder, keeping: rule, on: day)
        outcome.end(proof.map { "today's backup is made and proved: \($0.path)" })
      } catch { outcome.end("today's backup failed: \(error)") }
    }
  }

  /// Handed from the thread that makes the backup to the one that talks.
  private final class Outcome: @unchecked Sendable {
    private let condition = NSCondition()
    private var isDone = false
    private var news: String?

    func end(_ news: String?) {
      condition.withLock {
        self.news = news
        isDone = true
        condition.broadcast()
      }
    }

    func takeNews() -> [String] {
      condition.withLock {
        defer { news = nil }
        return news.map { [$0] } ?? []
      }
    }

    func wait() {
      condition.withLock { while !isDone { condition.wait() } }
    }
  }
}
