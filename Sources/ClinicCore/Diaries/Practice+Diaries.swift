import TechniqueKit

extension Chart {
  /// The days of a diary that were typed, oldest first, also those that are not on record.
  public func days(of diary: Diary) -> [DiaryDay] {
    diaries[diary, default: [:]].values.sorted { $0.date.dayNumber < $1.date.dayNumber }
  }
}

extension Diary {
  /// Days that may be typed at once.
  static let mostDays = 366

  /// The last period of days, up to the latest of them; oldest first, with those nobody typed.
  public func latestPeriod(of days: [DiaryDay]) -> [DiaryDay] {
    guard let last = days.last?.date else { return [] }
    let typed = Dictionary(days.map { ($0.date, $0) }) { _, newer in newer }
    return (1 - period...0).map { last.adding(days: $0) }.map { typed[$0] ?? DiaryDay($0, []) }
  }
}

/// What came of days that were recorded.
public struct KeptDiary: Hashable, Sendable {
  public let written: [RecordNumber]
  /// What the latest period makes; empty when too few of its days are on record.
  public let scores: [Measurement]
  public let period: [DiaryDay]
}

extension Practice {
  /// The day after the last one that was typed.
  ///
  /// - Throws: `DiaryRefusal.noFirstDay` when there is none.
  public func nextDay(of diary: Diary, in chart: Chart) throws -> CalendarDate {
    guard let last = chart.days(of: diary).last else { throw DiaryRefusal.noFirstDay(diary) }
    return last.date.adding(days: 1)
  }

  /// Days one after another, from what was typed for each.
  ///
  /// - Throws: `DiaryRefusal.toCome`, `.tooMany`, and what `numbers(typed:)` throws.
  public func days(
    of diary: Diary, from first: CalendarDate, typed: [String]
  ) throws -> [DiaryDay] {
    guard typed.count <= Diary.mostDays else { throw DiaryRefusal.tooMany(typed.count) }
    let days = try typed.enumerated().map { place, word in
      DiaryDay(first.adding(days: place), try diary.numbers(typed: word))
    }
    if let last = days.last?.date, last.dayNumber > today.dayNumber {
      throw DiaryRefusal.toCome(last: last, today: today)
    }
    return days
  }

  /// Records days, and the scores that the latest period of the diary makes with them, all or none.
  public func record(_ days: [DiaryDay], of diary: Diary, in chart: Chart) throws -> KeptDiary {
    var known = chart.diaries[diary, default: [:]]
    for day in days { known[day.date] = day }
    let period = diary.latestPeriod(
      of: known.values.sorted { $0.date.dayNumber < $1.date.dayNumber })
    let scores = try diary.scores(of: period).map { score in
      Measurement(
        metric: score.metric.id, version: score.metric.version, occasion: .apart,
        at: moment(of: period.last?.date ?? today),
        value: try value(of: score.metric, score.items, chart),
        items: score.metric.items.isEmpty ? [] : score.items, mode: .paper)
    }
    let written = try append(
      [.diary(DiaryPage(diary: diary, days: days))] + scores.map { .measurement($0) },
      to: chart.id)
    return KeptDiary(written: written, scores: scores, period: period)
  }

  /// A score of a diary counts from the middle of its last day, or from now when that is to come.
  private func moment(of day: CalendarDate) -> Instant { min(Instant(day, hour: 12), now) }
}
