import TechniqueKit

/// A referral that is being typed, field by field in any order.
public struct ReferralForm {
  private let anatomy: Anatomy
  private let today: CalendarDate
  private var texts: [Field: String] = [:]
  private var codes: [Referral.Code] = []
  private var areas: [Site] = []
  private var visits: Int?
  private var days: [Field: CalendarDate] = [:]

  /// In the order of asking; the raw values are the names that are typed.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case provider, credential
    /// The provider's number.
    case id
    case phone, fax, written, codes, areas, visits, from, until, goals, precautions

    public var isRequired: Bool {
      switch self {
      case .provider, .codes, .areas, .visits, .from, .until: true
      case .credential, .id, .phone, .fax, .written, .goals, .precautions: false
      }
    }
  }

  public init(anatomy: Anatomy, today: CalendarDate) {
    self.anatomy = anatomy
    self.today = today
  }

  /// Reads what was typed into a field.
  ///
  /// - Returns: how it was understood, where that may differ from what was typed.
  /// - Throws: `PlanningError`, `Refusal` for an area that is not known, `ClinicError.emptyText`.
  @discardableResult
  public mutating func take(_ typed: String, as field: Field) throws -> String? {
    let typed = typed.trimmed
    guard !typed.isEmpty else { throw ClinicError.emptyText }
    switch field {
    case .codes:
      codes = try Referral.Code.list(typed: typed)
      guard !codes.isEmpty else { throw PlanningError.notACode(typed) }
      return nil
    case .areas:
      areas = try anatomy.sites(typed: typed)
      return areas.map(anatomy.name(of:)).joined(separator: ", ")
    case .visits:
      guard let count = Int(typed) else { throw PlanningError.notANumber(typed) }
      guard (1...Referral.mostVisits).contains(count) else {
        throw PlanningError.oddVisits(count, atMost: Referral.mostVisits)
      }
      visits = count
      return nil
    case .from: return try take(CalendarDate(nearest: typed, today), typed, as: field)
    case .until: return try take(CalendarDate(coming: typed, today), typed, as: field)
    case .written:
      return try take(CalendarDate(past: typed, today), typed, as: field)
    case .provider, .credential, .id, .phone, .fax, .goals, .precautions:
      texts[field] = typed
      return nil
    }
  }

  private mutating func take(
    _ date: CalendarDate?, _ typed: String, as field: Field
  ) throws -> String {
    guard let date, date.day != nil else { throw PlanningError.notADate(typed) }
    if field == .written, date.dayNumber > today.dayNumber {
      throw PlanningError.writtenInFuture(date)
    }
    if field == .until, let start = days[.from], date.dayNumber < start.dayNumber {
      throw PlanningError.endsBeforeStart(date, start: start)
    }
    days[field] = date
    return DateWords.full(date)
  }

  /// The required fields that nothing was typed into.
  public var missing: [Field] {
    Field.allCases.filter { field in
      guard field.isRequired else { return false }
      return switch field {
      case .codes: codes.isEmpty
      case .areas: areas.isEmpty
      case .visits: visits == nil
      case .from, .until: days[field] == nil
      default: texts[field] == nil
      }
    }
  }

  /// `nil` as long as a required field is missing.
  public var referral: Referral? {
    guard missing.isEmpty, let name = texts[.provider], let visits, let start = days[.from],
      let end = days[.until]
    else { return nil }
    return Referral(
      provider: .init(
        name: name, credential: texts[.credential], number: texts[.id], phone: texts[.phone],
        fax: texts[.fax]),
      writtenOn: days[.written], codes: codes, areas: areas, visits: visits, startsOn: start,
      expiresOn: end, goals: texts[.goals], precautions: texts[.precautions])
  }
}
