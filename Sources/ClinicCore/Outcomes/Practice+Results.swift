import ClinicalContent
import TechniqueKit

extension Practice {
  /// The clinic's own results. Only counts over groups come out of it, and no chart is opened.
  ///
  /// - Parameters:
  ///   - technique: by its id or its name, or the beginning of either; all enabled ones without it,
  ///     and what followed sessions with those that were enabled once.
  ///   - condition: as `evidence` takes it; with it, what trials found stands beside the results.
  ///   - first: the first day; a year before the last one without it.
  ///   - last: the last day, included; today without it.
  ///   - shown: the catalogue in the language in which it is read.
  /// - Throws: `ClinicError.notPermitted`, `ClinicError.noSuchCondition` and its kin,
  ///   `ResultRefusal`.
  public func results(
    technique: String? = nil, condition: String? = nil, from first: CalendarDate? = nil,
    until last: CalendarDate? = nil, shown: Catalogue? = nil
  ) throws -> ClinicResults {
    try require(.charts)
    let shown = shown ?? catalogue
    let period = try period(from: first, until: last)
    let modules = try technique.map { [try module(called: $0)] } ?? catalogue.techniques
    let known = try condition.map { try catalogue.evidence(for: $0, shown: shown) }
    let wanted = known.flatMap { known in
      HealthConditions.all.first { $0.name == known.condition }
    }
    let questions = try afterEffectQuestions(of: modules, andPast: technique == nil)
    let columns = try store.outcomes(
      OutcomeQuery(
        from: period.start(in: zone), to: period.end(in: zone),
        techniques: modules.flatMap { [$0.manifest.id] + $0.manifest.aliases },
        conditions: (wanted.map { [$0] } ?? HealthConditions.all).map(CountedChoice.condition),
        questions: questions.map(\.counted)))
    let (groups, notShown) = ResultCount(columns, catalogue, condition: wanted, in: zone)
      .groups(shown: shown)
    return ClinicResults(
      period: period, groups: groups, groupsNotShown: notShown,
      afterEffects: questions.compactMap { $0.count(in: columns.choices, shown: shown) },
      trials: known.flatMap { known in
        wanted.map { trials($0, known, modules.map(\.manifest), groups, shown) }
      })
  }

  /// Leaves a row in the trail that the results went to a file.
  public func recordResults(_ results: ClinicResults) throws {
    try require(.charts)
    try store.recordExchange(
      .exported, "the clinic's results of \(results.period.words), without clients")
  }

  private func period(
    from first: CalendarDate?, until last: CalendarDate?
  ) throws -> ResultPeriod {
    let last = (last ?? today).lastDay
    let yearAgo = last.adding(months: -12)?.adding(days: 1) ?? last
    let first = first.map { CalendarDate(year: $0.year, month: $0.month ?? 1, day: $0.day ?? 1) }
    let period = ResultPeriod(from: (first ?? nil) ?? yearAgo, until: last)
    guard period.first.dayNumber <= today.dayNumber else { throw ResultRefusal.periodToCome }
    guard period.first.dayNumber <= last.dayNumber else {
      throw ResultRefusal.periodReversed(from: period.first, until: last)
    }
    return period
  }

  private func module(called typed: String) throws -> Catalogue.Module {
    let word = typed.lowercased().trimmed
    let whole = catalogue.techniques.filter {
      $0.manifest.isCalled(word) || $0.manifest.name.lowercased() == word
    }
    let found =
      whole.isEmpty
      ? catalogue.techniques.filter {
        !word.isEmpty
          && ($0.manifest.id.rawValue.hasPrefix(word)
            || $0.manifest.name.lowercased().hasPrefix(word))
      } : whole
    let names = catalogue.techniques.map(\.manifest.id.rawValue)
    guard let module = found.first, found.count == 1 else {
      throw ResultRefusal.noSuchTechnique(
        typed, known: names, suggestion: Suggestion.closest(to: word, among: names))
    }
    return module
  }

  private func trials(
    _ condition: HealthCondition, _ known: KnownEvidence, _ techniques: [Manifest],
    _ groups: [ClinicResults.Group], _ shown: Catalogue
  ) -> ClinicResults.Trials {
    ClinicResults.Trials(
      condition: condition, studies: known.rows,
      rows: techniques.map { manifest in
        ClinicResults.Trials.Row(
          technique: shown.technique(manifest.id)?.manifest ?? manifest,
          studies: known.rows.filter { $0.module.id == manifest.id },
          group: groups.first { $0.technique.id == manifest.id })
      })
  }
}
