import TechniqueKit

extension CalendarDate {
  /// The day itself, or the last one of a month or year that is all that is known.
  public var lastDay: CalendarDate {
    let month = self.month ?? 12
    let day = self.day ?? Self.days(in: month, of: year)
    return CalendarDate(year: year, month: month, day: day) ?? self
  }

  /// Reads by when something is due: a day to come, or a month: `31 dec`, `6w`, `dec`, `2027-03`.
  public init?(due text: String, _ today: CalendarDate) {
    if let day = CalendarDate(coming: text, today) {
      self = day
      return
    }
    let word = text.lowercased().trimmed
    if let month = CalendarDate(typed: word), month.month != nil, month.isTellable(on: today) {
      self = month
      return
    }
    guard word.count >= 3,
      let month = DateWords.monthNames.firstIndex(where: { $0.hasPrefix(word) })
    else { return nil }
    let year = month + 1 < (today.month ?? 1) ? today.year + 1 : today.year
    self.init(year: year, month: month + 1)
  }

  /// Reads a day of which nothing says whether it lies behind or ahead: without its year, the
  /// nearest one is meant.
  public init?(nearest text: String, _ today: CalendarDate) {
    let ahead = CalendarDate(coming: text, today)
    let behind = CalendarDate(past: text, today).flatMap { $0.day == nil ? nil : $0 }
    guard let ahead, let behind else {
      guard let only = ahead ?? behind else { return nil }
      self = only
      return
    }
    let isBehind = today.dayNumber - behind.dayNumber < ahead.dayNumber - today.dayNumber
    self = isBehind ? behind : ahead
  }
}

extension DateWords {
  fileprivate static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `31 Dec`, or `Dec` where only the month is known; with the year when it is not this one.
  public static func due(_ date: CalendarDate, today: CalendarDate) -> String {
    guard date.day == nil, date.year == today.year, let month = date.month else {
      return short(date, today: today)
    }
    return months[month - 1]
  }
}
