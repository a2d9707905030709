import TechniqueKit

/// How often and for how long a client is to come, as the therapist decided.
public struct TreatmentPlan: Hashable, Sendable, Codable {
  public let rhythm: Rhythm
  /// How many visits there are to be.
  public let visits: Int
  /// The template of the visits, with its words as they were on that day.
  public let template: VisitRecord.TemplateUse?
  /// What the client does at home, in the therapist's words.
  public let homeCare: String?
  /// Visits that start on this day or later are visits of the plan.
  public let startsOn: CalendarDate
  /// When it is looked at again.
  public let reevaluation: Reevaluation

  public static let mostVisits = 100

  public init(
    rhythm: Rhythm, visits: Int, template: VisitRecord.TemplateUse? = nil, homeCare: String? = nil,
    startsOn: CalendarDate, reevaluation: Reevaluation
  ) {
    self.rhythm = rhythm
    self.visits = visits
    self.template = template
    self.homeCare = homeCare
    self.startsOn = startsOn
    self.reevaluation = reevaluation
  }

  public enum Reevaluation: Hashable, Sendable, Codable {
    case after(visits: Int)
    case on(date: CalendarDate)
  }

  /// `Weekly x 4`.
  public var words: String {
    let rhythm = rhythm.words
    return "\(rhythm.prefix(1).uppercased())\(rhythm.dropFirst()) x \(visits)"
  }
}

/// So many visits in so many days.
public struct Rhythm: Hashable, Sendable, Codable {
  public let times: Int
  public let days: Int

  public static let weekly = Rhythm(uncheckedTimes: 1, days: 7)

  private init(uncheckedTimes times: Int, days: Int) {
    self.times = times
    self.days = days
  }

  /// - Returns: `nil` unless there is at most one visit a day, in 1 to 90 days.
  public init?(times: Int, days: Int) {
    guard (1...90).contains(days), (1...days).contains(times) else { return nil }
    self.init(uncheckedTimes: times, days: days)
  }

  /// Reads `weekly`, `daily`, `twice a week`, `2 a week`, `2/week`, `every 10 days`, `every 2w`.
  public init?(typed text: String) {
    var words = text.lowercased().split { $0 == " " || $0 == "/" }.map(String.init)
    words.removeAll { ["a", "per", "times", "time"].contains($0) }
    switch (words.first, words.count) {
    case ("weekly", 1): self = .weekly
    case ("daily", 1): self.init(times: 1, days: 1)
    case ("every", 2): self.init(every: words[1])
    case ("every", 3): self.init(every: words[1] + words[2].prefix(1))
    case (let count?, 2) where ["week", "wk", "w"].contains(words[1]):
      let named = ["once": 1, "twice": 2]
      guard let times = named[count] ?? Int(count) else { return nil }
      self.init(times: times, days: 7)
    default: return nil
    }
  }

  /// `week`, `2w`, `10d`.
  private init?(every text: String) {
    if text == "week" || text == "day" {
      self.init(times: 1, days: text == "week" ? 7 : 1)
      return
    }
    guard let count = Int(text.dropLast()), (1...90).contains(count), let unit = text.last,
      "wd".contains(unit)
    else { return nil }
    self.init(times: 1, days: unit == "w" ? count * 7 : count)
  }

  /// `weekly`, `2 times a week`, `every 10 days`.
  public var words: String {
    switch (times, days) {
    case (1, 1): "daily"
    case (1, 7): "weekly"
    case (2, 7): "twice a week"
    case (_, 7): "\(times) times a week"
    case (1, _): days % 7 == 0 ? "every \(days / 7) weeks" : "every \(days) days"
    default: "\(times) times in \(days) days"
    }
  }
}

/// The present plan of a client and how far it has come.
public struct PlanStanding: Hashable, Sendable {
  /// The entry that began it.
  public let entry: ID<Entry>
  public let plan: TreatmentPlan
  /// Signed visits that started since the plan began.
  public let used: Int

  public var left: Int { max(0, plan.visits - used) }
  /// The number of the coming visit within the plan; `nil` when all of them are used.
  public var coming: Int? { used < plan.visits ? used + 1 : nil }

  /// Whether it is time to look at it again.
  public func isReevaluationDue(on today: CalendarDate) -> Bool {
    switch plan.reevaluation {
    case .after(let visits): used >= visits
    case .on(let date): date.dayNumber <= today.dayNumber
    }
  }
}
