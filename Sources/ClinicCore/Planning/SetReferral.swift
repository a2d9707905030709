import TechniqueKit

extension Referral {
  /// Whether a visit that begins then could use it up.
  func runs(at start: Instant, until ending: ReferralStanding.Ending?, in zone: ClinicZone) -> Bool
  {
    covers(start.date(in: zone)) && (ending.map { $0.at > start } ?? true)
  }

  func covers(_ day: CalendarDate) -> Bool {
    startsOn.dayNumber <= day.dayNumber && day.dayNumber <= expiresOn.dayNumber
  }
}

/// A referral of a chart with what was said of it since.
struct SetReferral: Sendable {
  let entry: ID<Entry>
  /// Counted from 1 among all that were ever recorded in the chart, so that it never changes.
  let number: Int
  let referral: Referral
  var closing: ReferralStanding.Ending?
  var reports: [CalendarDate] = []
}

extension [SetReferral] {
  /// The order that a visit uses up. One that was signed without saying so counts for the referral
  /// that was recorded last among those that ran when it began, as it always did.
  ///
  /// - Parameter tie: as the visit has it.
  func order(
    of tie: ReferralTie?, startedAt start: Instant, in zone: ClinicZone
  ) -> SetReferral? {
    switch tie {
    case .nothing: return nil
    case .to(let entry):
      if let named = first(where: { $0.entry == entry }) { return named }
    case nil: break
    }
    return last { $0.referral.runs(at: start, until: $0.closing, in: zone) }
  }
}

extension Chart {
  /// Every referral with how much of it is used, in the order in which they were recorded; also those
  /// that were closed or have run out.
  public var referrals: [ReferralStanding] { planning.referrals(visits) }

  /// Those that were not closed.
  public var openReferrals: [ReferralStanding] { referrals.filter { $0.closing == nil } }

  /// The order that a signed visit uses up; `nil` where it uses up none.
  public func referral(of visit: Visit) -> ReferralStanding? {
    referral(of: visit.record.referral, startedAt: visit.record.startedAt)
  }

  func referral(of tie: ReferralTie?, startedAt start: Instant) -> ReferralStanding? {
    guard let order = planning.orders.order(of: tie, startedAt: start, in: zone) else {
      return nil
    }
    return referrals.first { $0.entry == order.entry }
  }
}
