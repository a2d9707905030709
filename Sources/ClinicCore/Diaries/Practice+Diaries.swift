import TechniqueKit

extension Chart {
  /// The days of a diary that were typed, oldest first, also those that are not on record.
  public func days(of diary: Diary) -> [DiaryDay] {
    diaries[diary, default: [:]].values.oldestFirst
  }
}

/// What came of days that were recorded.
public struct KeptDiary: Hashable, Sendable {
  public let written: [RecordNumber]
  /// Those that are new or have changed.
  public let scores: [Measurement]
  /// The periods in which the days lie.
  public let periods: [DiaryPeriod]
  /// How many of the days on record lie in no period, too few between two of them.
  public let left: Int
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

  /// Records days, and the scores that their periods make with them, all or none.
  public func record(_ days: [DiaryDay], of diary: Diary, in chart: Chart) throws -> KeptDiary {
    try keep(days, of: diary, in: chart, also: [page(days, diary)])
  }

  /// Records a day while more are typed. Its scores follow with `score`.
  public func note(
    _ day: DiaryDay, of diary: Diary, in chart: Chart
  ) throws -> [RecordNumber] {
    try append([page([day], diary)], to: chart.id)
  }

  /// Records the scores that the periods of days make which were noted.
  public func score(_ days: [DiaryDay], of diary: Diary, in chart: Chart) throws -> KeptDiary {
    try keep(days, of: diary, in: chart)
  }

  private func page(_ days: [DiaryDay], _ diary: Diary) -> Entry.Content {
    .diary(DiaryPage(diary: diary, days: days))
  }

  private func keep(
    _ days: [DiaryDay], of diary: Diary, in chart: Chart, also contents: [Entry.Content] = []
  ) throws -> KeptDiary {
    var known = chart.diaries[diary, default: [:]]
    for day in days { known[day.date] = day }
    let periods = diary.periods(of: known.values.oldestFirst, scored: chart.ends(of: diary))
    let scores = try periods.flatMap { try changed(of: $0, in: chart) }
    return KeptDiary(
      written: try append(contents + scores.map { .measurement($0) }, to: chart.id),
      scores: scores,
      periods: periods.filter { period in days.contains { period.holds($0.date) } },
      left: days.filter(\.isOnRecord).count { day in
        !periods.contains { $0.holds(day.date) }
      })
  }

  /// The scores of a period that differ from those in the chart. One that its days carry no longer
  /// gives way to one without a value.
  private func changed(of period: DiaryPeriod, in chart: Chart) throws -> [Measurement] {
    guard period.isOver, let last = period.days.last?.date else { return [] }
    let made = period.diary.scores(of: period.days)
    return try period.diary.metrics.compactMap { metric -> Measurement? in
      let before = chart.measurements(of: metric.id).last { $0.lastDay == last }
      let score = made.first { $0.metric.id == metric.id }
      guard score != nil || before?.value != nil else { return nil }
      let items = metric.items.isEmpty ? [] : score?.items ?? []
      let total = try score.flatMap { try value(of: metric, $0.items, chart) }
      if let before, before.value == total, before.items == items { return nil }
      // It counts from the middle of its last day, or from now when that is to come.
      return Measurement(
        metric: metric.id, version: metric.version, occasion: .apart,
        at: before?.at ?? min(Instant(last, hour: 12, in: zone), now), value: total, items: items,
        mode: .diary, lastDay: last)
    }
  }
}

extension Chart {
  /// The last day of each period that a diary was scored for.
  fileprivate func ends(of diary: Diary) -> Set<CalendarDate> {
    let ids = diary.metrics.map(\.id)
    return Set(measurements.filter { ids.contains($0.metric) }.compactMap(\.lastDay))
  }
}
