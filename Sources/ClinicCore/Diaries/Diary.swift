import ClinicalContent
import TechniqueKit

/// What a client writes down at home, a line a day. The raw values are stored and never change.
public enum Diary: String, Hashable, Sendable, Codable, CaseIterable {
  /// The strength of the headache, 0 to 10, and whether medicine was taken against it.
  case headache
  /// The hours asleep in the night that ended on the day, and the hours in bed where they are known.
  case sleep

  /// Days of a period, from which its scores are made: four weeks, or one.
  public var length: Int { self == .headache ? 28 : 7 }

  /// Days of a period that have to be on record for a score: 80 % of them, a choice of this project.
  public var fewest: Int { self == .headache ? 23 : 6 }

  /// Days that may be typed at once.
  static let mostDays = 366

  /// The scores that its days make.
  public var metrics: [OutcomeMetric] {
    switch self {
    case .headache:
      [Instruments.headacheDays, Instruments.headachePain, Instruments.headacheMedicine]
    case .sleep: [Instruments.sleepHours, Instruments.sleepEfficiency]
    }
  }

  /// The diary that makes a score.
  public init?(making metric: OutcomeMetric) {
    guard let diary = Self.allCases.first(where: { $0.metrics.contains { $0.id == metric.id } })
    else { return nil }
    self = diary
  }
}

/// A day of a diary.
public struct DiaryDay: Hashable, Sendable {
  public let date: CalendarDate
  /// What was written down, by the diary: strength and medicine (1 or 0); hours asleep, and perhaps
  /// in bed. Empty for a day that is not on record.
  public let numbers: [Double]

  public init(_ date: CalendarDate, _ numbers: [Double]) {
    self.date = date
    self.numbers = numbers
  }

  public var isOnRecord: Bool { !numbers.isEmpty }

  /// Whether medicine was taken against the headache.
  public var hasMedicine: Bool { numbers.dropFirst().first.map { $0 > 0 } ?? false }

  /// Of a night; `nil` where they are not known.
  public var hoursInBed: Double? { numbers.dropFirst().first }
}

extension Sequence<DiaryDay> {
  public var oldestFirst: [DiaryDay] { sorted { $0.date.dayNumber < $1.date.dayNumber } }
}

/// Days of a diary that were typed together. A day that was typed before is replaced.
public struct DiaryPage: Hashable, Sendable, Codable {
  public let diary: Diary
  public let days: [DiaryDay]

  public init(diary: Diary, days: [DiaryDay]) {
    self.diary = diary
    self.days = days
  }
}

/// `[date, numbers...]`
extension DiaryDay: Codable {
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    let date = try list.decode(CalendarDate.self)
    var numbers: [Double] = []
    while !list.isAtEnd { numbers.append(try list.decode(Double.self)) }
    self.init(date, numbers)
  }

  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(date)
    for number in numbers { try list.encode(number) }
  }
}
