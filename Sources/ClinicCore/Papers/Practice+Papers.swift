import OrderedCollections
import TechniqueKit

extension Practice {
  /// The letter to the referring provider on a period; see `course(of:from:until:)`.
  ///
  /// - Parameters:
  ///   - recommended: the therapist's own words; left out, what follows from the plan.
  ///   - agreed: whether the client agrees to it, as the therapist says. Only where the clinic has no
  ///     statement for sharing; where it has one the chart says it.
  /// - Throws: `PaperRefusal`, `ClinicError.emptyText`, `ClinicError.notPermitted`.
  public func letter(
    on chart: Chart, from: CalendarDate? = nil, until: CalendarDate? = nil,
    recommending recommended: String? = nil, agreed: Bool? = nil
  ) throws -> Letter {
    let course = try course(of: chart, from: from, until: until)
    let sharing = try sharing(of: chart, agreed: agreed)
    let own = recommended?.trimmed
    if own?.isEmpty == true { throw ClinicError.emptyText }
    return Letter(
      letterhead: profile.letterhead, writtenOn: today, author: author,
      referral: chart.referral?.referral
        ?? chart.referral(coveringVisitOf: course.period.until),
      course: course,
      recommendation: own.map { .own($0) } ?? Letter.Recommendation(chart.plan, on: today),
      sharing: sharing)
  }

  private func sharing(of chart: Chart, agreed: Bool?) throws -> Letter.Sharing {
    guard let statement = profile.consent.sharing else {
      guard let agreed else { throw PaperRefusal.agreementNotSaid }
      guard agreed else { throw PaperRefusal.clientDoesNotAgree }
      return .told(byGuardian: needsGuardian(chart, on: today))
    }
    if agreed != nil { throw PaperRefusal.agreementIsInChart(statement) }
    let standing = chart.standing(
      of: statement, today: today, validDays: profile.consent.validDays)
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

  /// Leaves in the trail that a letter went out in the open, and on whose word.
  ///
  /// - Parameter isFile: whether it was written to a file, and not only shown.
  public func recordLetter(_ letter: Letter, of client: ClientListing, isFile: Bool) throws {
    try require(.charts)
    let way = isFile ? "written" : "shown"
    let word =
      switch letter.sharing {
      case .statement: "consent in the chart"
      case .told: "consent on the therapist's word"
      }
    try store.recordExchange(
      .exported, "the letter on \(client.code), \(way), \(word)")
  }

  /// Leaves in the trail that a client's report was written to a file in the open.
  public func recordClientReport(of client: ClientListing) throws {
    try require(.charts)
    try store.recordExchange(.exported, "the client's report of \(client.code)")
  }

  /// Leaves a row in the trail that the scores over time went to a file.
  public func recordProgress(of client: ClientListing) throws {
    try require(.charts)
    try store.recordExchange(.exported, "the scores of \(client.code)")
  }
}

extension ClinicProfile {
  /// Name of the clinic and how it is reached, a line each.
  public var letterhead: [String] {
    [name].compactMap(\.self) + (billing?.address ?? [])
      + (billing?.phone.map { ["Phone \($0)"] } ?? [])
  }
}
