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

  /// Whether both lie on one day of the clinic's.
  public func isSameDay(as other: Instant, in zone: ClinicZone) -> Bool {
    // Two days apart it is another day without asking the zone.
    abs(milliseconds - other.milliseconds) < 2 * 86_400_000
      && date(in: zone) == other.date(in: zone)
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

/// A moment as the clinic's wall clock shows it.
public struct LocalTime: Hashable, Sendable {
  public let date: CalendarDate
  public let hour: Int
  public let minute: Int
  public let second: Int
  /// Seconds east of Greenwich at that moment.
  public let offset: Int

  public init(_ instant: Instant, in zone: ClinicZone) {
    let seconds = instant.milliseconds.floorDivided(by: 1000)
    offset = zone.offset(at: seconds)
    let local = seconds + Int64(offset)
    let day = local.floorDivided(by: 86_400)
    date = CalendarDate(dayNumber: Int(day))
    let rest = Int(local - day * 86_400)
    (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
  }
}

extension Instant {
  public func local(in zone: ClinicZone) -> LocalTime { LocalTime(self, in: zone) }

  /// The clinic's day on which it lies.
  public func date(in zone: ClinicZone) -> CalendarDate {
    let seconds = milliseconds.floorDivided(by: 1000)
    return CalendarDate(
      dayNumber: Int((seconds + Int64(zone.offset(at: seconds))).floorDivided(by: 86_400)))
  }

  /// The moment at which the clinic's clock shows the given time; a time that the change to
  /// summer time leaves out is moved forward.
  public init(
    _ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0, in zone: ClinicZone
  ) {
    let day = Int64(date.dayNumber) * 86_400
    let local = day + Int64(hour * 3600 + minute * 60 + second)
    self.init(milliseconds: zone.moment(showing: local) * 1000)
  }

  /// Reads `2026-11-24T10:16`, `2026-11-24T10:16:30` with an optional zone `Z` or `+01:00`;
  /// without one the clinic's own zone is meant. `nil` when it is none of these.
  public init?(iso text: some StringProtocol, in clinic: ClinicZone) {
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
      self.init(date, hour: numbers[0], minute: numbers[1], second: second, in: clinic)
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
  public func iso(in zone: ClinicZone) -> String {
    let local = self.local(in: zone)
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
