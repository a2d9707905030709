import TechniqueKit

extension CalendarDate {
  /// Reads a day to come as people type it: `tomorrow`, `tue`, `8 dec`, `2w`, `10d`, `3m`, or a full
  /// date. A weekday or a date without its year is the next one after today.
  public init?(coming text: String, _ today: CalendarDate) {
    self.init(typed: text, today, forward: true)
  }

  /// Reads a day gone by: `yesterday`, `tue`, `12 nov`, `2w` ago, or a full date, of which the day
  /// and the month may be left out.
  public init?(past text: String, _ today: CalendarDate) {
    self.init(typed: text, today, forward: false)
  }

  private init?(typed text: String, _ today: CalendarDate, forward: Bool) {
    let word = text.lowercased().trimmed
    let readings = Self.readings(of: word.spacedAtLetters)
    if !readings.isEmpty {
      guard let whole = Self.meant(of: readings, today, forward: forward),
        !forward || whole.day != nil
      else { return nil }
      self = whole
    } else if let days = Self.days(word, today, forward) {
      self = today.adding(days: days)
    } else if let months = Self.count(word, "m"), months <= 120 {
      guard let date = today.adding(months: forward ? months : -months) else { return nil }
      self = date
    } else {
      guard let date = Self.withoutYear(word.spacedAtLetters, today, forward) else { return nil }
      self = date
    }
  }

  /// How far away the day is that a word names.
  private static func days(_ word: String, _ today: CalendarDate, _ forward: Bool) -> Int? {
    let sign = forward ? 1 : -1
    switch word {
    case "today": return 0
    case "tomorrow" where forward: return 1
    case "yesterday" where !forward: return -1
    default: break
    }
    if let weeks = count(word, "w"), weeks <= 520 { return sign * weeks * 7 }
    if let days = count(word, "d"), days <= 3660 { return sign * days }
    let names = [
      "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ]
    guard word.count >= 3, let day = names.firstIndex(where: { $0.hasPrefix(word) }) else {
      return nil
    }
    let ahead = (day - today.weekday + 6) % 7 + 1
    return forward ? ahead : ahead - 7 == 0 ? -7 : ahead - 7
  }

  /// The number of `2w`, `10 d`.
  private static func count(_ word: String, _ unit: Character) -> Int? {
    guard word.last == unit, let count = Int(String(word.dropLast()).trimmed), count > 0 else {
      return nil
    }
    return count
  }

  /// `12 nov`, `nov 12`, `12nov`.
  private static func withoutYear(
    _ word: String, _ today: CalendarDate, _ forward: Bool
  ) -> CalendarDate? {
    let parts = word.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard parts.count == 2, !word.contains("/") else { return nil }
    let (day, name) = Int(parts[0]) == nil ? (parts[1], parts[0]) : (parts[0], parts[1])
    guard let day = Int(day), name.count >= 3, name.allSatisfy(\.isLetter),
      let month = DateWords.months.firstIndex(where: { name.hasPrefix($0.lowercased()) })
    else { return nil }
    let years = forward ? [today.year, today.year + 1] : [today.year, today.year - 1]
    return years.lazy.compactMap { CalendarDate(year: $0, month: month + 1, day: day) }
      .first { forward ? $0.dayNumber > today.dayNumber : $0.dayNumber <= today.dayNumber }
  }

  /// The same day so many months later; the last of a shorter month.
  func adding(months: Int) -> CalendarDate? {
    let place = year * 12 + (month ?? 1) - 1 + months
    let (year, month) = (place / 12, place % 12 + 1)
    return CalendarDate(
      year: year, month: month, day: min(day ?? 1, Self.days(in: month, of: year)))
  }
}

extension String {
  /// `1 jan 2030` for `1jan2030`.
  fileprivate var spacedAtLetters: String {
    reduce(into: "") { spaced, character in
      if let last = spaced.last,
        last.isLetter && character.isNumber || last.isNumber && character.isLetter
      {
        spaced.append(" ")
      }
      spaced.append(character)
    }
  }
}

extension Instant {
  /// Reads the moment of something gone by: a full time, `2026-11-24T10:16`, or an hour of today, `10:16`.
  public init?(past text: String, _ today: CalendarDate, in zone: ClinicZone) {
    if let full = Instant(iso: text, in: zone) {
      self = full
    } else {
      guard let clock = LocalTime.clock(typed: text) else { return nil }
      self.init(today, hour: clock.hour, minute: clock.minute, in: zone)
    }
  }
}

extension LocalTime {
  /// Reads `10:15`, `9.30`, `14h`, `2pm`, `2:30pm`.
  static func clock(typed: String) -> (hour: Int, minute: Int)? {
    var text = typed.lowercased()
    var shift = 0
    var isBare = true
    for (ending, hours) in [("pm", 12), ("am", 0), ("h", 0)] where text.hasSuffix(ending) {
      text = String(text.dropLast(ending.count))
      shift = hours
      isBare = false
    }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard (1...2).contains(parts.count), !(isBare && parts.count == 1), var hour = Int(parts[0]),
      (0...23).contains(hour)
    else { return nil }
    var minute = 0
    if parts.count == 2 {
      guard parts[1].count == 2, let typed = Int(parts[1]), (0...59).contains(typed) else {
        return nil
      }
      minute = typed
    }
    if typed.lowercased().hasSuffix("m") {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + shift
    }
    return (hour, minute)
  }
}
