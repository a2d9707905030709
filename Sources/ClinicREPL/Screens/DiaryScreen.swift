import ClinicCore
import TechniqueKit

/// The days of a diary, a week to a row; in plain mode a sentence for each week.
extension Shell {
  /// The last four weeks of each diary that was begun, or all since a day.
  func showDiaries(_ chart: Chart, from first: CalendarDate? = nil) {
    for diary in Diary.allCases {
      let days = chart.days(of: diary)
      guard let last = days.last?.date.dayNumber else { continue }
      show(diary, days.filled(min(first?.dayNumber ?? last - 27, last)...last))
    }
  }

  private func show(_ diary: Diary, _ days: [DiaryDay]) {
    say("\(diary.title), \(span(days)): \(words(forDaysOn: days)); \(diary.form).")
    for row in glyphs.isPlain ? sentences(diary, days) : rows(diary, days) { say(row) }
    item(json(diary, days))
  }

  /// `1 Nov to 26 Nov`
  func span(_ days: [DiaryDay]) -> String {
    guard let first = days.first, let last = days.last else { return "" }
    func short(_ day: DiaryDay) -> String { DateWords.short(day.date, today: practice.today) }
    return days.count == 1 ? short(first) : "\(short(first)) to \(short(last))"
  }

  /// `22 of 26 days on record`
  func words(forDaysOn days: [DiaryDay]) -> String {
    "\(days.count(where: \.isOnRecord)) of \(days.count.of("day")) on record"
  }

  private func rows(_ diary: Diary, _ days: [DiaryDay]) -> [String] {
    let room = 2 + max(3, days.map { diary.words(for: $0).count }.max() ?? 0)
    let rows = weeks(days).map { week in
      let place = week[0].placeInWeek
      let monday = DateWords.short(week[0].date.adding(days: -place), today: practice.today)
      return (monday, cells: Array(repeating: "", count: place) + week.map(diary.words(for:)))
    }
    let head = 2 + max(6, rows.map(\.0.count).max() ?? 0)
    return ([("", cells: DateWords.fromMonday)] + rows).map { monday, cells in
      "  " + monday.padded(to: head)
        + cells.map { $0.padded(to: room, atEnd: false) }.joined()
    }
  }

  /// `From 26 Oct: Mon 0, Wed 7 with medicine.`
  private func sentences(_ diary: Diary, _ days: [DiaryDay]) -> [String] {
    weeks(days).map { week in
      let told = week.filter(\.isOnRecord).map { day in
        "\(DateWords.fromMonday[day.placeInWeek]) \(sentence(diary, day))"
      }
      let start = DateWords.short(week[0].date, today: practice.today)
      return "From \(start): \(told.joined(separator: ", "))."
    }
  }

  private func sentence(_ diary: Diary, _ day: DiaryDay) -> String {
    guard let first = day.numbers.first else { return diary.words(for: day) }
    switch diary {
    case .headache: return first.plain + (day.hasMedicine ? " with medicine" : "")
    case .sleep:
      return day.hoursInBed.map { "\(first.plain) of \($0.of("hour")) in bed" } ?? first.of("hour")
    }
  }

  /// The days by week, each from Monday on; without weeks of which nothing is on record.
  private func weeks(_ days: [DiaryDay]) -> [[DiaryDay]] {
    let weeks: [[DiaryDay]] = days.reduce(into: []) { weeks, day in
      if weeks.isEmpty || day.placeInWeek == 0 { weeks.append([]) }
      weeks[weeks.count - 1].append(day)
    }
    return weeks.filter { $0.contains(where: \.isOnRecord) }
  }

  func json(_ diary: Diary, _ days: [DiaryDay]) -> JSON {
    .fields([
      "diary": .string(diary.rawValue),
      "days": .array(
        days.map { .fields(["on": .string($0.date.description)]).with(numbers(diary, $0)) }),
      "recorded": .int(days.count(where: \.isOnRecord)),
    ])
  }

  /// What came of a period.
  func json(_ period: DiaryPeriod) -> JSON {
    .fields([
      "diary": .string(period.diary.rawValue),
      "from": period.days.first.map { .string($0.date.description) },
      "until": period.days.last.map { .string($0.date.description) },
      "recorded": .int(period.days.count(where: \.isOnRecord)),
      "needed": .int(period.diary.fewest), "is_over": .bool(period.isOver),
    ])
  }

  private func numbers(_ diary: Diary, _ day: DiaryDay) -> KeyValuePairs<String, JSON?> {
    guard let first = day.numbers.first else { return [:] }
    switch diary {
    case .headache: return ["pain": .number(first), "medicine": .bool(day.hasMedicine)]
    case .sleep:
      return ["asleep": .number(first), "in_bed": day.hoursInBed.map { .number($0) }]
    }
  }
}

extension Diary {
  /// `Headache diary`
  var title: String { "\(rawValue.capitalizedFirst) diary" }
}

extension DiaryDay {
  /// 0 on Mondays.
  fileprivate var placeInWeek: Int { (date.weekday + 6) % 7 }
}
