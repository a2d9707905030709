import ClinicCore
import TechniqueKit

/// Days that an axis of time is marked with.
struct DayTick: Hashable {
  let date: CalendarDate
  /// `3 Nov`, `Jan`, `2028`.
  let label: String
  /// Stands under the label where it changes; `nil` where it does not, or is the label.
  let year: String?

  /// In points.
  var width: Double { max(label.drawnWidth, year?.drawnWidth ?? 0) }
}

extension DayTick {
  /// How far days stand apart, closest first.
  private enum Step {
    case days(Int)
    case months(Int)
    case years(Int)

    static let all: [Step] =
      [1, 2, 7, 14].map(Step.days) + [1, 2, 3, 6].map(Step.months)
      + [1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000].map(Step.years)
  }

  /// The closest days whose labels fit beside each other.
  ///
  /// - Parameter fit: whether they do.
  static func ticks(
    from first: CalendarDate, until last: CalendarDate, where fit: ([DayTick]) -> Bool
  ) -> [DayTick] {
    for step in Step.all {
      // Two thousand labels fit nowhere.
      if case .days(let days) = step, (last.dayNumber - first.dayNumber) / days > 200 { continue }
      let ticks = ticks(from: first, until: last, step)
      if !ticks.isEmpty, fit(ticks) { return ticks }
    }
    return [DayTick(first, after: nil, .days(1))]
  }

  private static func ticks(
    from first: CalendarDate, until last: CalendarDate, _ step: Step
  ) -> [DayTick] {
    let dates: [CalendarDate] =
      switch step {
      case .days(let days):
        stride(from: first.dayNumber, through: last.dayNumber, by: days).map(
          CalendarDate.init(dayNumber:))
      case .months(let months):
        firstDays(from: first, until: last, every: months)
      case .years(let years):
        (first.year...max(first.year, last.year)).filter { $0.isMultiple(of: years) }
          .compactMap { CalendarDate(year: $0, month: 1, day: 1) }
      }
    let within = dates.filter { (first.dayNumber...last.dayNumber).contains($0.dayNumber) }
    return zip(within, [nil] + within.map(Optional.some)).map { date, before in
      DayTick(date, after: before, step)
    }
  }

  private static func firstDays(
    from first: CalendarDate, until last: CalendarDate, every months: Int
  ) -> [CalendarDate] {
    func number(_ date: CalendarDate) -> Int { date.year * 12 + (date.month ?? 1) - 1 }
    return (number(first)...max(number(first), number(last))).filter { $0.isMultiple(of: months) }
      .compactMap { CalendarDate(year: $0 / 12, month: $0 % 12 + 1, day: 1) }
  }

  private init(_ date: CalendarDate, after before: CalendarDate?, _ step: Step) {
    self.date = date
    let known: CalendarDate? =
      switch step {
      case .days: date
      case .months: CalendarDate(year: date.year, month: date.month)
      case .years: CalendarDate(year: date.year)
      }
    let words = DateWords.full(known ?? date).split(separator: " ")
    label = words.count > 1 ? words.dropLast().joined(separator: " ") : "\(date.year)"
    year = words.count > 1 && before?.year != date.year ? "\(date.year)" : nil
  }
}
