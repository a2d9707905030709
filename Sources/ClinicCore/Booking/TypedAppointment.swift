import TechniqueKit

/// A time as people type it, `ann ruiz tue 10:15 45`: a day or a time or both, then perhaps minutes,
/// and before them perhaps words that are about something else.
public struct TypedAppointment: Hashable, Sendable {
  /// What stands before the day: a client's name.
  public let before: String
  /// `nil` when there is only a time.
  public let date: CalendarDate?
  private let clock: Clock?
  public let minutes: Int?

  private struct Clock: Hashable, Sendable {
    let hour: Int
    let minute: Int
  }

  /// - Returns: `nil` when no day and no time is meant.
  public init?(_ text: String, today: CalendarDate) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    minutes = Self.takeMinutes(from: &words)
    clock = words.last.flatMap { LocalTime.clock(typed: $0) }.map(Clock.init)
    if clock != nil { words.removeLast() }
    for count in stride(from: min(3, words.count), to: 0, by: -1) {
      let day = words.suffix(count).joined(separator: " ")
      guard let date = CalendarDate(coming: day, today) else { continue }
      self.date = date
      before = words.dropLast(count).joined(separator: " ")
      return
    }
    guard clock != nil else { return nil }
    date = nil
    before = words.joined(separator: " ")
  }

  /// `45` behind a time, `45min` or `45 min` anywhere at the end.
  private static func takeMinutes(from words: inout [String]) -> Int? {
    var left = words
    guard var last = left.popLast()?.lowercased() else { return nil }
    let isNamed = last.hasSuffix("min")
    if isNamed { last = last == "min" ? left.popLast() ?? "" : String(last.dropLast(3)) }
    guard let minutes = Int(last),
      isNamed || left.last.flatMap({ LocalTime.clock(typed: $0) }) != nil
    else { return nil }
    words = left
    return minutes
  }

  /// The appointment that is meant.
  ///
  /// - Parameters:
  ///   - usual: has the time and the length where none was typed.
  ///   - day: when no day was typed.
  ///   - therapist: who was named.
  public func appointment(
    like usual: Appointment, on day: CalendarDate, with therapist: ID<Person>? = nil,
    in zone: ClinicZone
  ) -> Appointment {
    let time = usual.startsAt.local(in: zone)
    return Appointment(
      startsAt: Instant(
        date ?? day, hour: clock?.hour ?? time.hour, minute: clock?.minute ?? time.minute,
        in: zone),
      minutes: minutes ?? usual.minutes, therapist: therapist ?? usual.therapist)
  }
}

/// How often an appointment comes again.
public struct Recurrence: Hashable, Sendable {
  /// Days from one to the next.
  public let days: Int
  /// How many there are altogether.
  public let times: Int

  public static let mostTimes = 52

  /// - Parameter every: `1w`, `10d`.
  /// - Returns: `nil` when that is no number of weeks or days, or there are not 2 to 52 of them.
  public init?(every: String, times: Int) {
    let unit: Int? =
      switch every.last {
      case "w", "W": 7
      case "d", "D": 1
      default: nil
      }
    guard let unit, let count = Int(every.dropLast()), (1...366).contains(count),
      (2...Self.mostTimes).contains(times)
    else { return nil }
    days = count * unit
    self.times = times
  }

  /// All of them, at the same time of the clinic's clock, also when the clock is changed between.
  public func appointments(from first: Appointment, in zone: ClinicZone) -> [Appointment] {
    let local = first.startsAt.local(in: zone)
    return (0..<times).map { place in
      Appointment(
        startsAt: Instant(
          local.date.adding(days: place * days), hour: local.hour, minute: local.minute, in: zone),
        minutes: first.minutes, therapist: first.therapist)
    }
  }
}
