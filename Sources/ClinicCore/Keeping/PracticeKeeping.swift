import TechniqueKit

/// Copies of a practice, and who else has it open.
public protocol PracticeKeeping: AnyObject {
  /// Copies the practice while others may write, proves the copy, and only then says it is done.
  ///
  /// - Parameters:
  ///   - path: must not exist yet.
  ///   - progress: told the share that is done, 0 to 1.
  /// - Throws: `StoreError`; nothing stands at `path` then.
  func backup(to path: String, progress: @escaping (Double) -> Void) throws -> BackupProof

  /// Makes the day's backup when there is none yet, and removes those that the rule lets go.
  ///
  /// - Returns: `nil` when the day has one already.
  func backUpDaily(
    into folder: String, keeping rule: KeepRule, on day: CalendarDate
  ) throws -> BackupProof?

  /// Says that this program works on the chart, or on none, and who else does.
  func present(at chart: ID<Chart>?) -> [Presence]
  /// Everyone else who has the practice open.
  func others() -> [Presence]
}

/// What a finished backup was found to hold.
public struct BackupProof: Hashable, Sendable {
  public let path: String
  public let charts: Int
  public let entries: Int
  public let head: SealHead

  /// `2 charts, 9 entries`
  public var counts: String { "\(charts.of("chart")), \(entries.of("entry"))" }

  public init(path: String, charts: Int, entries: Int, head: SealHead) {
    self.path = path
    self.charts = charts
    self.entries = entries
    self.head = head
  }
}

/// Another running program that has the practice open.
public struct Presence: Hashable, Sendable, Codable {
  /// `nil` while nobody has signed in there.
  public let person: ID<Person>?
  public let chart: ID<Chart>?
  /// When that chart was opened there; without one, when the program was started or left a chart.
  public let since: Instant
  public let process: Int32

  public init(person: ID<Person>?, chart: ID<Chart>?, since: Instant, process: Int32) {
    self.person = person
    self.chart = chart
    self.since = since
    self.process = process
  }
}

/// Everything a practice keeps: charts, people, trail and copies behind one door.
public typealias PracticeStore = ChartStore & PracticeAccess & PracticeTrail & PracticeKeeping
  & TypedLines & PracticeOutcomes & PracticeSettings
