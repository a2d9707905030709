import TechniqueKit

// The gate while a session runs: whatever goes on with treatment asks it again, over all facts told so
// far. What only measures is always kept, and holding and ending always work.

extension Practice {
  /// Asks the gate for the steps of a visit that go on with treatment.
  ///
  /// - Parameter anyway: why, in a visit that is entered late, they took place although something was
  ///   against it.
  /// - Returns: what they took place against.
  /// - Throws: `ClinicError.stopped` when a rule stands in the way of what is treated with,
  ///   `ClinicError.wasBlocked` in a visit that is entered late, `ClinicError.leftOut` and
  ///   `ClinicError.reachesOver` when one leaves a part of it out, `ConsentError.missing`.
  func requireTreatable(
    _ steps: [DraftEvent.Step], in visit: VisitDraft, at time: Instant, anyway: String? = nil
  ) throws -> Override? {
    let treatments = steps.compactMap { treatment($0, among: steps, in: visit, at: time) }
    guard !treatments.isEmpty else { return nil }
    let chart = try chart(visit.draft.chart)
    let verdict = try verdict(chart, at: time)
    var blocking: [Verdict.Concern] = []
    var missing: [MissingConsent] = []
    for treatment in treatments {
      let concerns = verdict.concerns(
        for: treatment.techniques, general: catalogue.general.manifest.id)
      blocking += concerns.filter { $0.blocks && !visit.isDecided(Doubt($0)) }
      try requireTreatable(treatment.areas, under: leftOut(by: concerns))
      missing += missingConsent(
        of: chart, treating: treatment.areas.flatMap(\.sites), at: time
      ).filter { !visit.isDecided(Doubt($0)) }
    }
    guard visit.isEnteredLate else {
      if !blocking.isEmpty { throw ClinicError.stopped(blocking) }
      if !missing.isEmpty { throw ConsentError.missing(missing) }
      return nil
    }
    return try override(blocking, missing, anyway, at: time)
  }

  /// - Throws: `ClinicError.leftOut`, `ClinicError.reachesOver`.
  func requireTreatable(_ areas: [TreatedArea], under leftOut: [SessionStart.LeftOut]) throws {
    for area in areas where area.reason == nil {
      for site in area.sites {
        guard let (part, overlap) = catalogue.anatomy.leftOut(site, by: leftOut) else { continue }
        let isSpared = area.except.contains {
          catalogue.anatomy.overlap(of: part.site, with: $0) == .inside
        }
        if overlap == .reachesOver, isSpared { continue }
        let (name, whole) = (
          catalogue.anatomy.name(of: part.site), catalogue.anatomy.name(of: site)
        )
        throw overlap == .inside
          ? ClinicError.leftOut(whole, part: name, rule: part.rule)
          : ClinicError.reachesOver(whole, part: name, rule: part.rule)
      }
    }
  }

  /// The parts of the body that concerns leave out, with their rules.
  func leftOut(by concerns: [Verdict.Concern]) -> [SessionStart.LeftOut] {
    concerns.filter { $0.rule.severity == .avoid }.flatMap { concern in
      concern.sites.map { SessionStart.LeftOut(site: $0, rule: concern.rule.code) }
    }
  }

  /// The parts left out that a named area shares something with: what is treated against a rule, or
  /// around; `nil` where nothing is left out there.
  func touched(
    by step: DraftEvent.Step, in visit: VisitDraft, at time: Instant
  ) throws -> [SessionStart.LeftOut]? {
    guard let area = TreatedArea(step), area.reason != nil || !area.except.isEmpty else {
      return nil
    }
    let verdict = try verdict(try chart(visit.draft.chart), at: time)
    let concerns = verdict.concerns(
      for: techniques(ofPhase: visit.phase(at: time), in: visit),
      general: catalogue.general.manifest.id)
    let touched = leftOut(by: concerns).filter { part in
      area.sites.contains { catalogue.anatomy.overlap(of: $0, with: part.site) != .none }
    }
    return touched.isEmpty ? nil : touched
  }

  /// What a step treats with, and where; `nil` for one that treats nothing.
  private func treatment(
    _ step: DraftEvent.Step, among steps: [DraftEvent.Step], in visit: VisitDraft, at time: Instant
  ) -> Treatment? {
    let phase = visit.phase(at: time)
    let goesOn = steps.contains { if case .nextPhase = $0 { true } else { false } }
    let reached = techniques(ofPhase: goesOn ? phase + 1 : phase, in: visit)
    let named = steps.compactMap(TreatedArea.init)
    let current = named.isEmpty ? visit.area(at: time).map { [$0] } ?? [] : named
    switch step {
    case .nextPhase, .resumed, .extended: return Treatment(techniques: reached, areas: current)
    case .treating: return Treatment(techniques: reached, areas: named)
    case .found(let recorded):
      return treatment(recorded.finding, reached, visit.area(at: time))
    case .foundInstead(let place, let recorded):
      let isElsewhere = visit.finding(at: place)?.finding.sites != recorded.finding.sites
      return isElsewhere ? treatment(recorded.finding, reached, visit.area(at: time)) : nil
    default: return nil
    }
  }

  /// - Parameter area: what is treated at that time. Who said why a part is treated there all the same
  ///   has said it for the findings in it.
  private func treatment(
    _ finding: Finding, _ reached: [ID<Manifest>], _ area: TreatedArea?
  ) -> Treatment? {
    let id = renames.findings[finding.kind] ?? finding.kind
    guard catalogue.findings.first(where: { $0.id == id })?.treats == true else { return nil }
    let owner = catalogue.techniques.first { $0.content.findings.contains { $0.id == id } }
    let sites = finding.sites.filter { site in
      let isDecided = area.map { area in
        (area.reason != nil
          && area.sites.contains { catalogue.anatomy.overlap(of: site, with: $0) == .inside })
          || (!area.except.isEmpty && area.sites.contains(site))
      }
      return isDecided != true
    }
    return Treatment(
      techniques: owner.map { [$0.manifest.id] } ?? reached,
      areas: [TreatedArea(sites: sites, reason: nil, except: [])])
  }

  /// The techniques of a phase: its own, and those that a template made of several uses too.
  private func techniques(ofPhase place: Int, in visit: VisitDraft) -> [ID<Manifest>] {
    let phases = visit.start.phases
    guard let phase = phases.indices.contains(place) ? phases[place] : phases.last else {
      return []
    }
    let also = visit.start.templates.filter { $0.technique == phase.technique }
      .flatMap { catalogue.template(renames.templates[$0.id] ?? $0.id)?.alsoUses ?? [] }
    return [phase.technique] + also
  }

  private struct Treatment {
    let techniques: [ID<Manifest>]
    let areas: [TreatedArea]
  }
}

/// Parts of the body that are treated together.
struct TreatedArea: Hashable, Sendable {
  let sites: [Site]
  /// Why one of them is treated although a rule leaves it out.
  let reason: String?
  /// The parts of them that are left out.
  let except: [Site]
}

extension DraftEvent.Step {
  /// The step with what rules leave out of the area it names.
  func naming(_ leftOut: [SessionStart.LeftOut]?) -> DraftEvent.Step {
    guard let leftOut, case .treating(let sites, let reason, let except, _) = self else {
      return self
    }
    return .treating(sites: sites, reason: reason, except: except, against: leftOut)
  }
}

extension TreatedArea {
  init?(_ step: DraftEvent.Step) {
    guard case .treating(let sites, let reason, let except, _) = step else { return nil }
    let said = reason?.trimmed
    self.init(sites: sites, reason: said?.isEmpty == true ? nil : said, except: except ?? [])
  }
}

extension Anatomy {
  /// The first of the parts left out that a site lies in or, if there is none, reaches over.
  func leftOut(
    _ site: Site, by leftOut: [SessionStart.LeftOut]
  ) -> (part: SessionStart.LeftOut, overlap: Overlap)? {
    for wanted in [Overlap.inside, .reachesOver] {
      if let part = leftOut.first(where: { overlap(of: site, with: $0.site) == wanted }) {
        return (part, wanted)
      }
    }
    return nil
  }
}
