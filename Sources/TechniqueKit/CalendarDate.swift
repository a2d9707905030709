/// A date on the Gregorian calendar, possibly known only to the month or the year.
///
/// Text form: `1984`, `1984-03` or `1984-03-02`.
public struct CalendarDate: Hashable, Sendable {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12, or `nil` when only the year is known.
  public let month: Int?
  /// 1 to the length of the month, or `nil` when it is not known.
  public let day: Int?

  /// `nil` when no such date exists, or when a day is given without its month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day { guard day >= 1, day <= Self.days(in: month, of: year) else { return nil } }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// For dates that were computed and so exist.
  init(knownYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the text form; `nil` when it is not one.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].count == 4
    else { return nil }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// 28 to 31.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whole years from this date to `other`; where a part is missing the last day is meant, so that an
  /// age is never too high: who may be a minor counts as one.
  public func wholeYears(to other: CalendarDate) -> Int {
    let from = latest
    let before = (other.month ?? 1, other.day ?? 1) < (from.month ?? 1, from.day ?? 1)
    return other.year - year - (before ? 1 : 0)
  }

  /// The last day that it may mean: 31 December for a year.
  public var latest: CalendarDate {
    let month = month ?? 12
    return CalendarDate(
      knownYear: year, month: month, day: day ?? Self.days(in: month, of: year))
  }

  /// The same day so many years later; 1 March for 29 February of a year that has none.
  public func adding(years: Int) -> CalendarDate {
    let whole = latest
    let (month, day) = (whole.month ?? 12, whole.day ?? 31)
    let isMissing = day > Self.days(in: month, of: year + years)
    return CalendarDate(
      knownYear: year + years, month: isMissing ? 3 : month, day: isMissing ? 1 : day)
  }
}

extension CalendarDate: CustomStringConvertible {
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }
}

extension CalendarDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
