import Foundation
import TechniqueKit

/// A moment in milliseconds since 1 January 1970 UTC.
public struct Instant: Hashable, Sendable, Comparable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Minutes from `earlier` to this moment, cut to whole ones.
  public func wholeMinutes(since earlier: Instant) -> Int {
    Int((milliseconds - earlier.milliseconds) / 60_000)
  }

  /// Whether both lie on one day by the local clock.
  public func isSameDay(as other: Instant) -> Bool {
    // Two days apart it is another day without asking the calendar, which is slow.
    abs(milliseconds - other.milliseconds) < 2 * 86_400_000 && local.date == other.local.date
  }

  public func adding(minutes: Int) -> Instant {
    Instant(milliseconds: milliseconds + Int64(minutes) * 60_000)
  }

  public func adding(milliseconds amount: Int64) -> Instant {
    Instant(milliseconds: milliseconds + amount)
  }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

/// A moment as the clinic's wall clock shows it, in the time zone of the process.
public struct LocalTime: Hashable, Sendable {
  public let date: CalendarDate
  public let hour: Int
  public let minute: Int
  public let second: Int
  /// Seconds east of Greenwich at that moment.
  public let offset: Int

  public init(_ instant: Instant) {
    var seconds = time_t(instant.milliseconds.floorDivided(by: 1000))
    var parts = tm()
    localtime_r(&seconds, &parts)
    date =
      CalendarDate(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? .epoch
    hour = Int(parts.tm_hour)
    minute = Int(parts.tm_min)
    second = Int(parts.tm_sec)
    offset = Int(parts.tm_gmtoff)
  }
}

extension Instant {
  public var local: LocalTime { LocalTime(self) }

  /// The moment at which the clinic's clock shows the given time; a time that the change to
  /// summer time leaves out is moved forward.
  public init(_ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    var parts = tm()
    parts.tm_year = Int32(date.year - 1900)
    parts.tm_mon = Int32((date.month ?? 1) - 1)
    parts.tm_mday = Int32(date.day ?? 1)
    parts.tm_hour = Int32(hour)
    parts.tm_min = Int32(minute)
    parts.tm_sec = Int32(second)
    parts.tm_isdst = -1
    self.init(milliseconds: Int64(mktime(&parts)) * 1000)
  }

  /// Reads `2026-11-24T10:16`, `2026-11-24T10:16:30` with an optional zone `Z` or `+01:00`;
  /// without one the clinic's own zone is meant. `nil` when it is none of these.
  public init?(iso text: some StringProtocol) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let date = CalendarDate(halves[0]), date.day != nil else { return nil }
    var clock = halves[1]
    var zone: Int?
    if clock.hasSuffix("Z") {
      clock = clock.dropLast()
      zone = 0
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let offset = Self.minutes(clock[clock.index(after: sign)...]) else { return nil }
      zone = clock[sign] == "-" ? -offset : offset
      clock = clock[..<sign]
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count == 2 ? Int($0) : nil }
    guard numbers.count == parts.count, (2...3).contains(numbers.count),
      (0...23).contains(numbers[0]), numbers.dropFirst().allSatisfy({ (0...59).contains($0) })
    else { return nil }
    let second = numbers.count == 3 ? numbers[2] : 0
    if let zone {
      let days = Int64(date.dayNumber)
      let seconds = days * 86_400 + Int64(numbers[0] * 3600 + numbers[1] * 60 + second - zone * 60)
      self.init(milliseconds: seconds * 1000)
    } else {
      self.init(date, hour: numbers[0], minute: numbers[1], second: second)
    }
  }

  private static func minutes(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]),
      (0...14).contains(hours), (0...59).contains(minutes)
    else { return nil }
    return hours * 60 + minutes
  }

  /// `2026-11-24T10:16:00+01:00`.
  public var iso: String {
    let local = self.local
    let sign = local.offset < 0 ? "-" : "+"
    let away = abs(local.offset) / 60
    return "\(local.date)T\(local.clock):\(local.second.twoDigits)"
      + "\(sign)\((away / 60).twoDigits):\((away % 60).twoDigits)"
  }
}

extension LocalTime {
  /// `10:16`.
  public var clock: String { "\(hour.twoDigits):\(minute.twoDigits)" }
}

extension Int {
  var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
