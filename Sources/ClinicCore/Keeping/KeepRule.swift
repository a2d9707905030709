import TechniqueKit

/// How many automatic backups stay: the newest of each of the last days, weeks and months.
public struct KeepRule: Hashable, Sendable {
  public var days: Int
  public var weeks: Int
  public var months: Int

  public static let standard = KeepRule(days: 7, weeks: 4, months: 12)

  public init(days: Int, weeks: Int, months: Int) {
    self.days = days
    self.weeks = weeks
    self.months = months
  }

  /// The days whose backup may go. Only days that have a backup count, so that a holiday does not
  /// use up the rule; the newest backup always stays.
  ///
  /// - Parameter backups: the days of the backups there are, in any order.
  public func expired(_ backups: [CalendarDate]) -> Set<CalendarDate> {
    let newestFirst = Set(backups).sorted { $0.dayNumber > $1.dayNumber }
    var kept = Set(newestFirst.prefix(max(1, days)))
    kept.formUnion(Self.newest(newestFirst, weeks) { ($0.dayNumber + 3) / 7 })
    kept.formUnion(Self.newest(newestFirst, months) { $0.year * 12 + ($0.month ?? 1) })
    return Set(newestFirst).subtracting(kept)
  }

  private static func newest(
    _ days: [CalendarDate], _ count: Int, of span: (CalendarDate) -> Int
  ) -> [CalendarDate] {
    var seen: Set<Int> = []
    return days.filter { seen.count < count && seen.insert(span($0)).inserted }
  }
}
