import TechniqueKit

/// A provider's order for visits, with what stands on it.
public struct Referral: Hashable, Sendable, Codable {
  public let provider: Provider
  public let writtenOn: CalendarDate?
  /// As the provider wrote them, in their order.
  public let codes: [Code]
  public let areas: [Site]
  /// Visits that it authorises.
  public let visits: Int
  public let startsOn: CalendarDate
  /// The last day on which it counts.
  public let expiresOn: CalendarDate
  /// Goals or functional deficits.
  public let goals: String?
  public let precautions: String?

  public static let mostVisits = 200

  public init(
    provider: Provider, writtenOn: CalendarDate? = nil, codes: [Code], areas: [Site], visits: Int,
    startsOn: CalendarDate, expiresOn: CalendarDate, goals: String? = nil,
    precautions: String? = nil
  ) {
    self.provider = provider
    self.writtenOn = writtenOn
    self.codes = codes
    self.areas = areas
    self.visits = visits
    self.startsOn = startsOn
    self.expiresOn = expiresOn
    self.goals = goals
    self.precautions = precautions
  }

  /// Who referred the client.
  public struct Provider: Hashable, Sendable, Codable {
    public let name: String
    public let credential: String?
    /// A number by which payers know the provider, as it was typed.
    public let number: String?
    public let phone: String?
    public let fax: String?

    public init(
      name: String, credential: String? = nil, number: String? = nil, phone: String? = nil,
      fax: String? = nil
    ) {
      self.name = name
      self.credential = credential
      self.number = number
      self.phone = phone
      self.fax = fax
    }

    /// `Dr Okoye, MD`
    public var words: String { name + (credential.map { ", \($0)" } ?? "") }
  }

  /// The code of a condition, as it was written, with its words where there were any.
  public struct Code: Hashable, Sendable, Codable {
    public let code: String
    public let words: String?

    /// Only the form is looked at: letters, digits and dots, a digit among them, at most 12.
    public init?(code: String, words: String? = nil) {
      let isCode = code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
      guard isCode, code.count <= 12, code.contains(where: \.isNumber) else { return nil }
      self.code = code
      self.words = words
    }

    /// `M54.2 neck pain`
    public var text: String { code + (words.map { " \($0)" } ?? "") }

    /// Reads `M54.2 neck pain, M62.830`.
    ///
    /// - Throws: `PlanningError.notACode` with the first that has not the form of one.
    public static func list(typed text: String) throws -> [Code] {
      try text.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
        .map { part in
          let word = String(part.prefix { !$0.isWhitespace })
          let rest = String(part.dropFirst(word.count)).trimmed
          guard let code = Code(code: word, words: rest.isEmpty ? nil : rest) else {
            throw PlanningError.notACode(word)
          }
          return code
        }
    }
  }
}

/// A report on the client's progress went to the provider.
public struct ReportSent: Hashable, Sendable, Codable {
  /// The entry of the referral.
  public let referral: ID<Entry>
  public let on: CalendarDate

  public init(referral: ID<Entry>, on: CalendarDate) {
    self.referral = referral
    self.on = on
  }
}

/// A referral, and how much of it is used.
public struct ReferralStanding: Hashable, Sendable {
  /// The entry it was recorded with.
  public let entry: ID<Entry>
  /// Counted from 1 within the chart; it never changes.
  public let number: Int
  public let referral: Referral
  /// Signed visits that use it up.
  public let used: Int
  /// The day of the last report to the provider.
  public let reportedOn: CalendarDate?
  /// Those of the used visits that no report told of yet.
  public let unreported: Int
  /// What ended it; `nil` while it is open.
  public let closing: Ending?

  public struct Ending: Hashable, Sendable {
    public let reason: String?
    public let at: Instant
  }

  /// As it is typed and shown: `R2`.
  public var code: String { "R\(number)" }

  /// `R2 Dr Okoye, MD`
  public var name: String { "\(code) \(referral.provider.words)" }

  /// Whether a visit that begins then could use it up.
  public func runs(at start: Instant, in zone: ClinicZone) -> Bool {
    referral.runs(at: start, until: closing, in: zone)
  }

  public var left: Int { max(0, referral.visits - used) }

  /// Days until it ends: 0 on its last day, negative when it has expired.
  public func daysLeft(on today: CalendarDate) -> Int {
    referral.expiresOn.dayNumber - today.dayNumber
  }

  /// Days since the last report, or since the referral began.
  public func daysSinceReport(on today: CalendarDate) -> Int {
    today.dayNumber - (reportedOn ?? referral.startsOn).dayNumber
  }
}

/// When a report to the referring provider falls due, and how early an end is told.
public struct ReportInterval: Hashable, Sendable {
  /// Visits since the last report.
  public var visits: Int
  /// Days since the last report, once there was a visit.
  public var days: Int
  /// Days before a referral expires from which that is told.
  public var noticeDays: Int

  /// - Parameters:
  ///   - visits, days: 6 visits or a month, after WAC 296-23-250 (Washington State).
  ///   - noticeDays: a choice of this project.
  public init(visits: Int = 6, days: Int = 30, noticeDays: Int = 14) {
    self.visits = visits
    self.days = days
    self.noticeDays = noticeDays
  }
}
