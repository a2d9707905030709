import TechniqueKit

/// How a zone goes on year after year, as the last line of its file says in the form of POSIX:
/// `PST8PDT,M3.2.0,M11.1.0`.
struct YearlyZoneRule {
  /// Seconds east of Greenwich.
  let standard: Int
  private let summer: (offset: Int, begins: Day, ends: Day)?

  /// A day of each year and a time of that day.
  fileprivate struct Day {
    enum Kind {
      /// The so-manieth weekday of a month; 5 is the last one. Sunday is 0.
      case weekday(month: Int, week: Int, day: Int)
      /// Counted from 1, without the 29th of February.
      case julian(Int)
      /// Counted from 0, with it.
      case ofYear(Int)
    }
    let kind: Kind
    /// Seconds after midnight; may be negative or lie beyond the day.
    let time: Int
  }

  /// `nil` when it cannot be read.
  init?(_ line: String) {
    var rest = Substring(line)
    guard Self.takeName(&rest), let west = Self.takeTime(&rest) else { return nil }
    standard = -west
    guard !rest.isEmpty else {
      summer = nil
      return
    }
    guard Self.takeName(&rest) else { return nil }
    var offset = standard + 3600
    if let first = rest.first, first != "," {
      guard let west = Self.takeTime(&rest) else { return nil }
      offset = -west
    }
    let days = rest.split(separator: ",", omittingEmptySubsequences: false)
    guard days.count == 3, let begins = Self.day(days[1]), let ends = Self.day(days[2]) else {
      return nil
    }
    summer = (offset, begins, ends)
  }

  /// Each change with the offset from then on, ascending.
  func changes(years: ClosedRange<Int>) -> [(at: Int64, offset: Int)] {
    guard let summer else { return [] }
    return years.flatMap { year in
      [
        (summer.begins.moment(of: year, standard), summer.offset),
        (summer.ends.moment(of: year, summer.offset), standard),
      ]
    }.sorted { $0.0 < $1.0 }
  }

  private static func takeName(_ rest: inout Substring) -> Bool {
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let name = rest.prefix(while: \.isLetter)
    rest = rest.dropFirst(name.count)
    return name.count >= 3
  }

  /// `8`, `-1`, `5:30`, in seconds.
  private static func takeTime(_ rest: inout Substring) -> Int? {
    let text = rest.prefix { $0.isNumber || ":+-".contains($0) }
    rest = rest.dropFirst(text.count)
    let parts = text.drop { "+-".contains($0) }.split(separator: ":").map { Int($0) }
    guard (1...3).contains(parts.count), !parts.contains(nil) else { return nil }
    let seconds = zip(parts.compactMap(\.self), [3600, 60, 1]).map { $0 * $1 }.reduce(0, +)
    return text.hasPrefix("-") ? -seconds : seconds
  }

  fileprivate static func day(_ text: Substring) -> Day? {
    let parts = text.split(separator: "/", maxSplits: 1)
    var time = 7200
    if parts.count == 2 {
      var rest = parts[1]
      guard let typed = takeTime(&rest) else { return nil }
      time = typed
    }
    guard let first = parts.first else { return nil }
    switch first.first {
    case "M":
      let numbers = first.dropFirst().split(separator: ".").compactMap { Int($0) }
      guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]),
        (0...6).contains(numbers[2])
      else { return nil }
      return Day(
        kind: .weekday(month: numbers[0], week: numbers[1], day: numbers[2]), time: time)
    case "J": return Int(first.dropFirst()).map { Day(kind: .julian($0), time: time) }
    default: return Int(first).map { Day(kind: .ofYear($0), time: time) }
    }
  }
}

extension YearlyZoneRule.Day {
  /// - Parameter offset: of the clock that shows the time.
  fileprivate func moment(of year: Int, _ offset: Int) -> Int64 {
    Int64(dayNumber(of: year)) * 86_400 + Int64(time - offset)
  }

  private func dayNumber(of year: Int) -> Int {
    func first(_ month: Int) -> Int {
      (CalendarDate(year: year, month: month, day: 1) ?? .epoch).dayNumber
    }
    switch kind {
    case .ofYear(let day): return first(1) + day
    case .julian(let day): return first(1) + day - 1 + (day >= 60 && isLeap(year) ? 1 : 0)
    case .weekday(let month, let week, let day):
      let start = CalendarDate(dayNumber: first(month))
      var number = start.dayNumber + (day - start.weekday + 7) % 7 + (week - 1) * 7
      if number >= start.dayNumber + CalendarDate.days(in: month, of: year) { number -= 7 }
      return number
    }
  }

  private func isLeap(_ year: Int) -> Bool { CalendarDate.days(in: 2, of: year) == 29 }
}
