import TechniqueKit

extension Diary {
  /// Reads what is typed for a day: `7`, `7m` with medicine, `6.5/8` or `6h30/8` asleep of the hours
  /// in bed; `-` for a day that is not on record.
  ///
  /// - Throws: `DiaryRefusal.unreadable`, `.asleepAboveInBed`.
  public func numbers(typed: String) throws -> [Double] {
    if typed == "-" { return [] }
    switch self {
    case .headache:
      let hasMedicine = typed.lowercased().hasSuffix("m")
      guard let strength = Int(hasMedicine ? String(typed.dropLast()).trimmed : typed),
        (0...10).contains(strength)
      else { throw DiaryRefusal.unreadable(typed, self) }
      return [Double(strength), hasMedicine ? 1 : 0]
    case .sleep:
      let parts = typed.split(separator: "/", omittingEmptySubsequences: false)
      let hours = parts.compactMap(Self.hours)
      guard (1...2).contains(parts.count), hours.count == parts.count else {
        throw DiaryRefusal.unreadable(typed, self)
      }
      guard hours[0] <= hours[hours.count - 1] else { throw DiaryRefusal.asleepAboveInBed(typed) }
      return hours
    }
  }

  /// What is typed for a day, from its numbers.
  public func words(for day: DiaryDay) -> String {
    guard let first = day.numbers.first else { return "-" }
    switch self {
    case .headache: return first.plain + (day.hasMedicine ? "m" : "")
    case .sleep: return day.numbers.map(\.plain).joined(separator: "/")
    }
  }

  /// How a day is typed.
  public var form: String {
    switch self {
    case .headache: "0 none to 10 worst, m behind it for medicine"
    case .sleep: "hours asleep, or asleep/in bed as 6.5/8"
    }
  }

  /// `6.5`, `6,5`, `6:30`, `6h30`, `6h`
  private static func hours(_ typed: Substring) -> Double? {
    let bare = typed.last == "h" ? typed.dropLast() : typed
    let parts = bare.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }
    guard typed.first?.isNumber == true, let hours = Double(typedNumber: String(parts[0])),
      (0...24).contains(hours)
    else { return nil }
    guard parts.count > 1 else { return hours }
    guard parts.count == 2, parts[1].count == 2, let minutes = Int(parts[1]),
      (0...59).contains(minutes), hours == hours.rounded(), hours < 24
    else { return nil }
    return hours + Double(minutes) / 60
  }
}
