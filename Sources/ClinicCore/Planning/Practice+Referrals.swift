import ClinicalContent
import TechniqueKit

extension Practice {
  /// The order that a visit would use up if nobody said otherwise: of the referrals that run when it
  /// begins, and of those with visits left where there are any, the one that fits what is to be treated
  /// best, and among those that fit alike the one recorded last.
  ///
  /// It fits where the parts of the body overlap, and where there is evidence for a technique of the
  /// session in a condition that the referral names by its code.
  ///
  /// - Parameters:
  ///   - techniques: of the session.
  ///   - sites: that are treated, as far as they were named; without any those that the client
  ///     comes for.
  ///   - start: when the visit begins.
  /// - Returns: `nil` when no referral runs then.
  public func proposedReferral(
    for techniques: [ID<Manifest>], on sites: [Site], in chart: Chart, at start: Instant
  ) -> ReferralStanding? {
    let running = chart.referrals.filter { $0.runs(at: start, in: zone) }
    let left = running.filter { $0.left > 0 }
    let candidates = left.isEmpty ? running : left
    let sites = sites.isEmpty ? chart.reportedSites : sites
    return candidates.max {
      (fit($0.referral, techniques, sites), $0.number)
        < (fit($1.referral, techniques, sites), $1.number)
    }
  }

  /// 0 to 3; a part of the body counts for more than a condition.
  private func fit(_ referral: Referral, _ techniques: [ID<Manifest>], _ sites: [Site]) -> Int {
    let isRegion = sites.contains { site in
      referral.areas.contains {
        catalogue.anatomy.overlap(of: site, with: $0) != .none
      }
    }
    return (isRegion ? 2 : 0) + (isStudied(techniques, for: referral.codes) ? 1 : 0)
  }

  private func isStudied(_ techniques: [ID<Manifest>], for codes: [Referral.Code]) -> Bool {
    let conditions = HealthConditions.all.filter { condition in
      condition.codes.contains { code in codes.contains { $0.code.uppercased() == code.code } }
    }
    return catalogue.techniques.contains { module in
      techniques.contains(module.manifest.id)
        && module.content.evidence.contains { evidence in
          evidence.direction == .favours
            && conditions.contains { $0.isCalled(evidence.condition) }
        }
    }
  }

  /// The order that a visit in hand will use up when it is signed; `nil` where it is none.
  public func referral(of visit: VisitDraft, in chart: Chart) -> ReferralStanding? {
    switch tie(of: visit, in: chart) {
    case .to(let entry): chart.referrals.first { $0.entry == entry }
    case .nothing, nil: nil
    }
  }

  /// What the visit says of its order: what was said in it, else what is proposed; `nil` where nothing
  /// was said and no referral runs.
  func tie(of visit: VisitDraft, in chart: Chart) -> ReferralTie? {
    switch visit.referral {
    case .nothing: return .nothing
    case .to(let entry) where chart.referrals.contains { $0.entry == entry }:
      return visit.referral
    case .to, nil:
      return proposedReferral(
        for: visit.start.techniques, on: visit.treated.flatMap(\.sites), in: chart,
        at: visit.clock.startedAt
      ).map { .to(referral: $0.entry) }
    }
  }

  /// The referral that is meant by `R2`, `2`, or by nothing where only one is open.
  ///
  /// - Parameter verb: what is to be done, for the example.
  /// - Throws: `PlanningError.noReferral`, `.noSuchReferral`, `.referralNotNamed`.
  public func referral(
    typed: String?, in chart: Chart, for verb: String
  ) throws -> ReferralStanding {
    guard let typed else {
      let open = chart.openReferrals
      guard let only = open.last else { throw PlanningError.noReferral }
      guard open.count == 1 else {
        throw PlanningError.referralNotNamed(open.map(\.number), verb: verb)
      }
      return only
    }
    let all = chart.referrals
    guard !all.isEmpty else { throw PlanningError.noReferral }
    let digits = typed.lowercased().hasPrefix("r") ? String(typed.dropFirst()) : typed
    guard let found = all.first(where: { "\($0.number)" == digits }) else {
      throw PlanningError.noSuchReferral(typed, known: all.map(\.number))
    }
    return found
  }

  /// Reads which order a visit uses up: `R2`, or `none`.
  ///
  /// - Parameter start: when the visit began.
  /// - Throws: `PlanningError.noReferral`, `.noSuchReferral`, `.referralNotRunning` when it was closed or
  ///   does not cover the day.
  public func tie(
    typed: String, in chart: Chart, at start: Instant
  ) throws -> ReferralTie {
    if ["none", "no"].contains(typed.lowercased()) { return .nothing }
    let referral = try referral(typed: typed, in: chart, for: "start")
    guard referral.runs(at: start, in: zone) else {
      throw PlanningError.referralNotRunning(referral.number, start.date(in: zone))
    }
    return .to(referral: referral.entry)
  }
}

extension Chart {
  /// The parts of the body that the client comes for, as answered in the intake.
  fileprivate var reportedSites: [Site] {
    guard case .regions(let sites)? = answers[GeneralHistory.areas.id]?.answer else { return [] }
    return sites
  }
}
