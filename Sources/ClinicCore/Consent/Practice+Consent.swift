import TechniqueKit

extension Practice {
  /// Each statement of the clinic and how it stands with the client, in the order of the
  /// configuration.
  ///
  /// - Parameter moment: on the day of which; today, where it is left out.
  public func consentStandings(
    of chart: Chart, at moment: Instant? = nil
  ) -> [(statement: ConsentStatement, standing: ConsentStanding)] {
    let day = (moment ?? now).local(in: zone).date
    return profile.consent.statements.map {
      ($0, chart.standing(of: $0, on: day, profile.consent))
    }
  }

  /// The statements that a session needs and that are not valid. Where the clinic does not require
  /// consent only one that was declined or withdrawn stands in the way.
  ///
  /// A statement for sensitive areas bears only on sessions that treat them, a part of them, or
  /// something that they are a part of.
  ///
  /// - Parameters:
  ///   - sites: what is to be treated; without any only consent to treatment in general is looked for.
  ///   - moment: on the day of which; today, where it is left out.
  public func missingConsent(
    of chart: Chart, treating sites: [Site], at moment: Instant? = nil
  ) -> [MissingConsent] {
    consentStandings(of: chart, at: moment).filter { _, standing in
      profile.consent.isRequired ? !standing.holds : standing.isRefused
    }.compactMap { statement, standing in
      let touched = sites.filter { site in
        statement.sensitiveAreas.contains { catalogue.anatomy.overlap(of: site, with: $0) != .none }
      }
      guard statement.isGeneral || !touched.isEmpty else { return nil }
      return MissingConsent(statement: statement, standing: standing, sites: touched)
    }
  }

  /// - Throws: `ConsentError.missing` when what is to be treated may not be treated without asking first.
  public func requireConsent(
    _ chart: Chart, treating sites: [Site] = [], at moment: Instant? = nil
  ) throws {
    let missing = missingConsent(of: chart, treating: sites, at: moment)
    if !missing.isEmpty { throw ConsentError.missing(missing) }
  }

  /// What the client screen tells of: consent to treatment in general that is missing, or ends within
  /// `ConsentSettings.noticeDays`; nothing where the clinic does not require consent.
  public func consentDue(
    of chart: Chart
  ) -> [(statement: ConsentStatement, standing: ConsentStanding)] {
    guard profile.consent.isRequired else { return [] }
    let end = today.adding(days: ConsentSettings.noticeDays).dayNumber
    return consentStandings(of: chart).filter { statement, standing in
      guard statement.isGeneral else { return false }
      if case .given(let until) = standing { return until.dayNumber <= end }
      return true
    }
  }

  /// The statement that goes by an id or a title, in any case.
  ///
  /// - Throws: `ConsentError.notConfigured`, `ConsentError.noSuchStatement`.
  public func consentStatement(_ typed: String) throws(ConsentError) -> ConsentStatement {
    let all = profile.consent.statements
    guard !all.isEmpty else { throw .notConfigured }
    let word = typed.trimmed.lowercased()
    guard
      let found = all.first(where: { $0.id.rawValue == word || $0.title.lowercased() == word })
    else {
      let known = all.map(\.id.rawValue)
      throw .noSuchStatement(
        typed, known: known, suggestion: Suggestion.closest(to: word, among: known))
    }
    return found
  }

  /// Whether somebody else has to agree in the client's place on a day; `nil` when the birth date is not
  /// known. Who is known to be born in a year counts as the younger.
  public func needsGuardian(_ chart: Chart, on day: CalendarDate) -> Bool? {
    chart.identity.born.map { $0.wholeYears(to: day) < profile.consent.ageOfMajority }
  }

  /// Writes down that a statement, which was read to the client, was agreed to or declined.
  ///
  /// - Parameters:
  ///   - said: `given` or `declined`.
  ///   - guardian: who agreed in the client's place.
  ///   - day: on which it was said; today when it is not given.
  /// - Throws: `ConsentError.dayToCome`, `ConsentError.guardianNotNamed` below the age of majority,
  ///   `ConsentError.ageNotKnown` where nobody can say who has to agree.
  public func record(
    _ said: ConsentRecord.Said, to statement: ConsentStatement, guardian: String? = nil,
    witness: String? = nil, on day: CalendarDate? = nil, in chart: Chart
  ) throws -> (record: ConsentRecord, written: [RecordNumber]) {
    let day = day ?? today
    guard day.dayNumber <= today.dayNumber else { throw ConsentError.dayToCome }
    if said == .given, guardian == nil {
      guard let needed = needsGuardian(chart, on: day) else { throw ConsentError.ageNotKnown }
      if needed { throw ConsentError.guardianNotNamed(below: profile.consent.ageOfMajority) }
    }
    let record = ConsentRecord(
      said, to: statement, by: guardian.map { .guardian(name: $0) } ?? .client, witness: witness,
      on: day, until: said == .given ? day.adding(days: profile.consent.validDays) : nil)
    return (record, try append([.consent(record)], to: chart.id))
  }

  /// Writes down that a consent was taken back; from now on it does not hold.
  ///
  /// - Throws: `ConsentError.nothingToWithdraw` when none was given that still stands.
  public func withdraw(
    _ statement: ConsentStatement, reason: String?, in chart: Chart
  ) throws -> (record: ConsentRecord, written: [RecordNumber]) {
    let given = chart.consent(to: statement.id)
    guard let given, given.said == .given else {
      let standing = chart.standing(of: statement, on: today, profile.consent)
      throw ConsentError.nothingToWithdraw(standing)
    }
    let record = ConsentRecord(
      .withdrawn, to: given.read, by: given.by, on: today, reason: reason)
    return (record, try append([.consent(record)], to: chart.id))
  }
}
