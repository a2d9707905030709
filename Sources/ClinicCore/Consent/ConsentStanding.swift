import TechniqueKit

/// How a statement stands with a client on a day.
public enum ConsentStanding: Hashable, Sendable {
  /// Nobody asked yet.
  case missing
  case given(until: CalendarDate)
  /// With the last day on which it held.
  case expired(CalendarDate)
  case declined(on: CalendarDate)
  case withdrawn(on: CalendarDate)
  /// Given by a parent or guardian until the day before full age: now the client agrees or not.
  case outgrown(CalendarDate)
  /// An earlier version of the statement, or one for other areas, was agreed to.
  case outdated(version: String)

  public var holds: Bool { if case .given = self { true } else { false } }

  /// Whether the client said no.
  public var isRefused: Bool {
    switch self {
    case .declined, .withdrawn: true
    case .missing, .given, .expired, .outdated, .outgrown: false
    }
  }

  /// A word for programs.
  public var word: String {
    switch self {
    case .missing: "missing"
    case .given: "given"
    case .expired: "expired"
    case .outgrown: "outgrown"
    case .declined: "declined"
    case .withdrawn: "withdrawn"
    case .outdated: "outdated"
    }
  }

  /// As it stands after the title of the statement.
  public var words: String {
    switch self {
    case .missing: "not asked yet"
    case .given(let until): "given, until \(DateWords.full(until))"
    case .expired(let last): "ran out on \(DateWords.full(last))"
    case .outgrown(let last):
      "given by a parent or guardian until \(DateWords.full(last)); the client is of age now"
    case .declined(let day): "declined on \(DateWords.full(day))"
    case .withdrawn(let day): "withdrawn on \(DateWords.full(day))"
    case .outdated(let version): "given to version \(version), not to this one"
    }
  }
}

/// A statement that a session needs and that does not hold.
public struct MissingConsent: Hashable, Sendable {
  public let statement: ConsentStatement
  /// Never one that holds.
  public let standing: ConsentStanding
  /// What is to be treated and that the statement is for; empty for one for treatment in general.
  public let sites: [Site]

  public init(statement: ConsentStatement, standing: ConsentStanding, sites: [Site]) {
    self.statement = statement
    self.standing = standing
    self.sites = sites
  }
}

extension Chart {
  /// What was said last about a statement: the latest day counts, and on one day what was written
  /// last.
  public func consent(to statement: ID<ConsentStatement>) -> ConsentRecord? {
    consents.filter { $0.statement == statement }.enumerated()
      .max { ($0.element.on.dayNumber, $0.offset) < ($1.element.on.dayNumber, $1.offset) }?.element
  }

  /// - Parameter settings: as the clinic has them today. A consent is valid no longer than they say, nor
  ///   longer than was said when it was given; one of a guardian until the day before the client is of age.
  func standing(
    of statement: ConsentStatement, on today: CalendarDate, _ settings: ConsentSettings
  ) -> ConsentStanding {
    guard let record = consent(to: statement.id) else { return .missing }
    switch record.said {
    case .declined: return .declined(on: record.on)
    case .withdrawn: return .withdrawn(on: record.on)
    case .given: break
    }
    let isOther =
      record.version != statement.version
      || !statement.sensitiveAreas.allSatisfy(record.areas.contains)
    if isOther { return .outdated(version: record.version) }
    let allowed = record.on.adding(days: settings.validDays)
    let last = [record.until ?? allowed, allowed].min { $0.dayNumber < $1.dayNumber } ?? allowed
    if case .guardian = record.by, let minor = lastDayAsMinor(settings.ageOfMajority),
      minor.dayNumber < last.dayNumber
    {
      return minor.dayNumber < today.dayNumber ? .outgrown(minor) : .given(until: minor)
    }
    return last.dayNumber < today.dayNumber ? .expired(last) : .given(until: last)
  }

  /// The day before the birthday of full age; `nil` when the birth date is not known. Of a birth date
  /// without its day, or its month, the last one is meant.
  private func lastDayAsMinor(_ age: Int) -> CalendarDate? {
    identity.born?.latest.adding(years: age).adding(days: -1)
  }
}
