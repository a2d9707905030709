import TechniqueKit

/// Dates as the screens show them: `24 Nov`, `Tue 24 Nov 2026`.
public enum DateWords {
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  /// As a week is laid out here.
  public static let fromMonday = Array(weekdays[1...] + weekdays[..<1])

  /// `2 Mar 1984`, `Mar 1984` or `1984`, as far as the date is known.
  public static func full(_ date: CalendarDate) -> String {
    guard let month = date.month else { return "\(date.year)" }
    return (date.day.map { "\($0) " } ?? "") + "\(months[month - 1]) \(date.year)"
  }

  /// `24 Nov`, with the year when it is not the year of `today`.
  public static func short(_ date: CalendarDate, today: CalendarDate) -> String {
    guard date.year == today.year, let month = date.month, let day = date.day else {
      return full(date)
    }
    return "\(day) \(months[month - 1])"
  }

  /// `Tue 24 Nov 2026`.
  public static func withWeekday(_ date: CalendarDate) -> String {
    "\(weekdays[date.weekday]) \(full(date))"
  }

  /// `Tue 8 Dec`, with the year when it is not the year of `today`.
  public static func shortWithWeekday(_ date: CalendarDate, today: CalendarDate) -> String {
    "\(weekdays[date.weekday]) \(short(date, today: today))"
  }

  /// The weekday within the last week, otherwise the short date.
  public static func recent(_ date: CalendarDate, today: CalendarDate) -> String {
    switch today.dayNumber - date.dayNumber {
    case 0: "today"
    case 1...6: weekdays[date.weekday]
    default: short(date, today: today)
    }
  }

  /// `today`, `yesterday`, `12 days ago`.
  public static func distance(_ date: CalendarDate, today: CalendarDate) -> String {
    switch today.dayNumber - date.dayNumber {
    case 0: "today"
    case 1: "yesterday"
    case let days where days > 1: "\(days) days ago"
    case -1: "tomorrow"
    case let days: "in \(-days) days"
    }
  }
}
