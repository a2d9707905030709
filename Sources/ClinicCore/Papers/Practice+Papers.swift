import OrderedCollections
import TechniqueKit

extension Practice {
  /// The letter to the referring provider on a period; see `course(of:from:until:)`.
  ///
  /// - Parameters:
  ///   - order: the referral that it answers to; left out, the one that the last visit of the period
  ///     uses up, else the one that is open.
  ///   - recommended: the therapist's own words; left out, what follows from the plan.
  ///   - agreed: whether the client agrees to it, as the therapist says. Only where the clinic has no
  ///     statement for sharing; where it has one the chart says it.
  /// - Throws: `PaperRefusal`, `ClinicError.emptyText`, `ClinicError.notPermitted`.
  public func letter(
    on chart: Chart, from: CalendarDate? = nil, until: CalendarDate? = nil,
    under order: ReferralStanding? = nil, recommending recommended: String? = nil,
    agreed: Bool? = nil
  ) throws -> Letter {
    let order = order ?? usualOrder(of: chart, from: from, until: until ?? today)
    let course = try course(of: chart, from: from, until: until, under: order)
    let sharing = try sharing(of: chart, agreed: agreed)
    let own = recommended?.trimmed
    if own?.isEmpty == true { throw ClinicError.emptyText }
    return Letter(
      letterhead: profile.letterhead, writtenOn: today, author: author,
      referral: order?.referral, course: course,
      recommendation: own.map { .own($0) } ?? Letter.Recommendation(chart.plan, on: today),
      sharing: sharing, order: order)
  }

  /// The order of the last visit of a period; without one the newest that is open, or that covers its end.
  private func usualOrder(
    of chart: Chart, from: CalendarDate?, until: CalendarDate
  ) -> ReferralStanding? {
    let visits = chart.visits.filter {
      let day = $0.record.startedAt.date(in: zone).dayNumber
      return day <= until.dayNumber && day >= from?.dayNumber ?? .min
    }
    return visits.lazy.reversed().compactMap { chart.referral(of: $0) }.first
      ?? chart.openReferrals.last ?? chart.referrals.last { $0.referral.covers(until) }
  }

  private func sharing(of chart: Chart, agreed: Bool?) throws -> Letter.Sharing {
    guard let statement = profile.consent.sharing else {
      guard let agreed else { throw PaperRefusal.agreementNotSaid }
      guard agreed else { throw PaperRefusal.clientDoesNotAgree }
      return .told(byGuardian: needsGuardian(chart, on: today) ?? false)
    }
    if agreed != nil { throw PaperRefusal.agreementIsInChart(statement) }
    let standing = chart.standing(of: statement, on: today, profile.consent)
    guard case .given(let until) = standing, let record = chart.consent(to: statement.id) else {
      throw PaperRefusal.notAgreed(statement, standing)
    }
    return .statement(
      title: record.title, version: record.version, on: record.on, until: until)
  }

  /// What the client takes home on a period; see `course(of:from:until:)`.
  ///
  /// - Throws: `PaperRefusal`, `ClinicError.notPermitted`.
  public func clientReport(
    on chart: Chart, from: CalendarDate? = nil, until: CalendarDate? = nil
  ) throws -> ClientReport {
    let course = try course(of: chart, from: from, until: until)
    return ClientReport(
      letterhead: profile.letterhead, writtenOn: today, author: author, course: course,
      aftercare: course.visits == 0 ? .none : aftercare(for: course.techniques.map(\.id)))
  }

  private func aftercare(for techniques: [ID<Manifest>]) -> Aftercare {
    let modules = catalogue.techniques.filter {
      techniques.contains($0.manifest.id)
        || $0.manifest.aliases.contains(where: techniques.contains)
    }
    let all = [catalogue.general.content.aftercare] + modules.map(\.content.aftercare)
    func once(_ part: (Aftercare) -> [String]) -> [String] {
      OrderedSet(all.flatMap(part)).elements
    }
    return Aftercare(
      expect: once(\.expect), advice: once(\.advice), seekHelp: once(\.seekHelp))
  }
}

extension ClinicProfile {
  /// Name of the clinic and how it is reached, a line each.
  public var letterhead: [String] {
    [name].compactMap(\.self) + (billing?.address ?? [])
      + (billing?.phone.map { ["Phone \($0)"] } ?? [])
  }
}
