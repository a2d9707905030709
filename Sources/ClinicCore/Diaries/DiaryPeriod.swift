import TechniqueKit

/// A stretch of days that makes one score of each kind. Periods of a diary share no day, so that one
/// is held against another as four weeks against other four weeks.
public struct DiaryPeriod: Hashable, Sendable {
  public let diary: Diary
  /// Oldest first, all of them; those nobody typed are not on record.
  public let days: [DiaryDay]
  /// Whether its last day was typed, or one after it.
  public let isOver: Bool

  func holds(_ date: CalendarDate) -> Bool { days.contains { $0.date == date } }
}

extension Diary {
  /// The periods of a diary, oldest first; the last may not be over yet.
  ///
  /// A period begins on the first day on record that no other holds. One that was scored stays where
  /// it is, also when earlier days are brought later.
  ///
  /// - Parameters:
  ///   - days: that were typed, oldest first.
  ///   - ends: the last days of the periods that were scored.
  func periods(of days: [DiaryDay], scored ends: Set<CalendarDate>) -> [DiaryPeriod] {
    guard let last = days.last?.date.dayNumber else { return [] }
    var spans = ends.map { $0.dayNumber - length + 1...$0.dayNumber }
    for day in days.filter(\.isOnRecord).map(\.date.dayNumber) {
      let span = day...day + length - 1
      if !spans.contains(where: { $0.overlaps(span) }) { spans.append(span) }
    }
    return spans.sorted { $0.lowerBound < $1.lowerBound }.map { span in
      DiaryPeriod(diary: self, days: days.filled(span), isOver: span.upperBound <= last)
    }
  }
}

extension [DiaryDay] {
  /// One after another, with those nobody typed.
  ///
  /// - Parameter span: the numbers of the days.
  public func filled(_ span: ClosedRange<Int>) -> [DiaryDay] {
    let typed = Dictionary(map { ($0.date, $0) }) { _, newer in newer }
    return span.map(CalendarDate.init(dayNumber:)).map { typed[$0] ?? DiaryDay($0, []) }
  }
}
