import TechniqueKit

extension Practice {
  /// From this age on people agree for themselves, as the general screening has it.
  public static let fullAge = 18

  /// Each statement of the clinic and how it stands with the client, in the order of the
  /// configuration.
  public func consentStandings(
    of chart: Chart
  ) -> [(statement: ConsentStatement, standing: ConsentStanding)] {
    profile.consent.statements.map { statement in
      (
        statement,
        chart.standing(of: statement, today: today, validDays: profile.consent.validDays)
      )
    }
  }

  /// The statements that a session needs and that do not hold today; none where the clinic does not
  /// require consent.
  ///
  /// A statement for sensitive areas bears only on sessions that treat them or a part of them.
  ///
  /// - Parameter sites: what is to be treated; without any only consent to treatment in general is
  ///   looked for.
  public func missingConsent(of chart: Chart, treating sites: [Site]) -> [MissingConsent] {
    guard profile.consent.isRequired else { return [] }
    return consentStandings(of: chart).filter { !$0.standing.holds }.compactMap {
      statement, standing in
      let touched = sites.filter { site in
        statement.sensitiveAreas.contains { catalogue.anatomy.covers($0, site) }
      }
      guard statement.isGeneral || !touched.isEmpty else { return nil }
      return MissingConsent(statement: statement, standing: standing, sites: touched)
    }
  }

  /// - Throws: `ConsentError.missing` when the session may not start without asking first.
  public func requireConsent(_ chart: Chart, treating sites: [Site] = []) throws {
    let missing = missingConsent(of: chart, treating: sites)
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

  /// Whether somebody else has to agree in the client's place on a day.
  public func needsGuardian(_ chart: Chart, on day: CalendarDate) -> Bool {
    chart.identity.born.map { $0.wholeYears(to: day) < Self.fullAge } ?? false
  }

  /// Writes down that a statement, which was read to the client, was agreed to or declined.
  ///
  /// - Parameters:
  ///   - said: `given` or `declined`.
  ///   - guardian: who agreed in the client's place.
  ///   - day: on which it was said; today when it is not given.
  /// - Throws: `ConsentError.dayToCome`, `ConsentError.guardianNotNamed` below full age.
  public func record(
    _ said: ConsentRecord.Said, to statement: ConsentStatement, guardian: String? = nil,
    witness: String? = nil, on day: CalendarDate? = nil, in chart: Chart
  ) throws -> (record: ConsentRecord, written: [RecordNumber]) {
    let day = day ?? today
    guard day.dayNumber <= today.dayNumber else { throw ConsentError.dayToCome }
    if said == .given, needsGuardian(chart, on: day), guardian == nil {
      throw ConsentError.guardianNotNamed
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
      let standing = chart.standing(
        of: statement, today: today, validDays: profile.consent.validDays)
      throw ConsentError.nothingToWithdraw(standing)
    }
    let record = ConsentRecord(
      .withdrawn, to: given.read, by: given.by, on: today, reason: reason)
    return (record, try append([.consent(record)], to: chart.id))
  }
}
