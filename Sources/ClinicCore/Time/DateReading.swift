import TechniqueKit

/// The one reader of dates that people type. The century of a year of two digits, and how far away a
/// date may lie, follow from what it is the date of.
extension CalendarDate {
  /// Years back within which everything lies that a chart tells.
  public static let mostYearsBack = 120
  /// Years ahead, a choice of this project: longer than any order, consent or plan.
  public static let mostYearsAhead = 50

  /// Reads a date with four digits of its year: `2 mar 1984`, `mar 1984`, `1984`, `1984-03-02`;
  /// `2/3/1984` is refused because it means two things.
  public init?(typed text: String) {
    guard let date = Self.readings(of: text).first, Self.readings(of: text).count == 1 else {
      return nil
    }
    self = date
  }

  /// What a whole date may mean: one date with a year of four digits; with `2 mar 84` one of each
  /// century, earliest first. Empty when it is no whole date.
  static func readings(of text: String) -> [CalendarDate] {
    if let exact = CalendarDate(text) { return [exact] }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard !text.contains("/"), (2...3).contains(words.count), let last = words.last,
      let year = Int(last)
    else { return [] }
    let monthWord = words[words.count - 2]
    let day = words.count == 3 ? Int(words[0]) : nil
    guard monthWord.count >= 3, words.count == 2 || day != nil,
      let month = DateWords.months.firstIndex(where: { monthWord.hasPrefix($0.lowercased()) })
    else { return [] }
    switch last.count {
    case 4: return [CalendarDate(year: year, month: month + 1, day: day)].compactMap(\.self)
    // `mar 15` is a day of March.
    case 2 where day != nil:
      return [1800, 1900, 2000, 2100].compactMap {
        CalendarDate(year: $0 + year, month: month + 1, day: day)
      }
    default: return []
    }
  }

  /// Whether anything a chart tells may lie there.
  func isTellable(on today: CalendarDate) -> Bool {
    year >= today.year - Self.mostYearsBack && year <= today.year + Self.mostYearsAhead
  }

  /// The one of some readings that is meant: of a day to come the earliest that is still to come, of one
  /// gone by the latest.
  static func meant(
    of readings: [CalendarDate], _ today: CalendarDate, forward: Bool
  ) -> CalendarDate? {
    let possible = readings.filter { $0.isTellable(on: today) }
    if readings.count == 1 { return possible.first }
    return forward
      ? possible.first { $0.dayNumber > today.dayNumber }
      : possible.last { $0.dayNumber <= today.dayNumber }
  }
}

/// Why a date of birth is refused.
public enum BirthRefusal: Error, Hashable, Sendable {
  case unreadable(String)
  /// A year of two digits that fits two centuries.
  case twoCenturies(String, [CalendarDate])
  case toCome(CalendarDate)
  /// More than 120 years ago.
  case tooLongAgo(CalendarDate)
}

extension BirthRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let typed):
      "\"\(typed)\" is not a date I can read. Example: 1984-03-02 or \"2 mar 1984\""
    case .twoCenturies(let typed, let dates):
      "\"\(typed)\" may be \(dates.map(DateWords.full).joined(separator: " or ")). "
        + "Type the year with four digits."
    case .toCome(let date): "\(DateWords.full(date)) lies in the future; that is no date of birth."
    case .tooLongAgo(let date):
      "\(DateWords.full(date)) lies more than \(CalendarDate.mostYearsBack) years back; that is no "
        + "date of birth of a client."
    }
  }
}

extension CalendarDate {
  /// Reads a date of birth, which lies within the last 120 years: `2 mar 1984`, `2 mar 84`, `1984`.
  ///
  /// - Throws: `BirthRefusal`.
  public init(birth text: String, _ today: CalendarDate) throws(BirthRefusal) {
    let readings = Self.readings(of: text)
    guard let first = readings.first else { throw .unreadable(text) }
    if readings.count == 1 {
      try first.requireBirth(on: today)
      self = first
      return
    }
    let possible = readings.filter { $0.isBirth(on: today) }
    guard let only = possible.first else { throw .unreadable(text) }
    guard possible.count == 1 else { throw .twoCenturies(text, possible) }
    self = only
  }

  /// - Throws: `BirthRefusal.toCome`, `.tooLongAgo`.
  public func requireBirth(on today: CalendarDate) throws(BirthRefusal) {
    if dayNumber > today.dayNumber { throw .toCome(self) }
    if !isBirth(on: today) { throw .tooLongAgo(self) }
  }

  private func isBirth(on today: CalendarDate) -> Bool {
    dayNumber <= today.dayNumber
      && lastDay.wholeYears(to: today.adding(days: -1)) < Self.mostYearsBack
  }
}
