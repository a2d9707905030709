import TechniqueKit

// How the verdict is laid over the templates before a session starts.

extension Practice {
  /// The phases of the templates, one behind the other, within what the verdict leaves.
  ///
  /// - Parameter except: the parts of the sites that are left out.
  /// - Throws: as `start` does, but for what blocks the start.
  func plan(
    _ choices: [TemplateChoice], on sites: [Site], except: [Site] = [], under verdict: Verdict
  ) throws -> SessionStart {
    let concerns = concerns(verdict, choices)
    try requireLength(of: choices, under: verdict, concerns)
    let leftOut = leftOut(by: concerns)
    try requireTreatable(
      [TreatedArea(sites: sites, reason: nil, except: except)], under: leftOut)
    return SessionStart(
      templates: choices.map(VisitRecord.TemplateUse.init),
      phases: choices.flatMap { phases(of: $0, self.concerns(verdict, [$0])) },
      sites: sites, except: except.isEmpty ? nil : except, leftOut: leftOut,
      verdict: concerns.map(VisitRecord.VerdictLine.init))
  }

  /// A rule limits the minutes of the templates that it bears on, taken together.
  private func requireLength(
    of choices: [TemplateChoice], under verdict: Verdict, _ concerns: [Verdict.Concern]
  ) throws {
    for concern in concerns {
      guard let longest = concern.rule.change.longestMinutes else { continue }
      let minutes = choices.filter { self.concerns(verdict, [$0]).contains(concern) }
        .map(\.length).reduce(0, +)
      if minutes > longest {
        throw ClinicError.longerThanAllowed(minutes: longest, rule: concern.rule.code)
      }
    }
  }

  private func phases(
    of choice: TemplateChoice, _ concerns: [Verdict.Concern]
  ) -> [SessionStart.PlannedPhase] {
    choice.template.schedule(length: choice.length).map { phase, minutes in
      var overruled: [String] = []
      let pressure = pressure(of: phase, concerns, &overruled)
      let position = position(of: phase, concerns, &overruled)
      return SessionStart.PlannedPhase(
        title: phase.title, technique: choice.module.manifest.id, minutes: minutes,
        instructions: phase.instructions, pressure: pressure, position: position,
        overruled: overruled)
    }
  }

  private func pressure(
    of phase: SessionTemplate.Phase, _ concerns: [Verdict.Concern], _ overruled: inout [String]
  ) -> PressureGrade? {
    guard let wanted = phase.pressure,
      let lowest = concerns.filter({ $0.rule.change.pressureCap != nil })
        .min(by: { $0.cap < $1.cap }), lowest.cap < wanted
    else { return phase.pressure }
    overruled.append(
      "pressure \(lowest.cap.rawValue) instead of \(wanted.rawValue) (\(lowest.rule.code))")
    return lowest.cap
  }

  private func position(
    of phase: SessionTemplate.Phase, _ concerns: [Verdict.Concern], _ overruled: inout [String]
  ) -> Position? {
    guard let wanted = phase.position,
      let rule = concerns.first(where: { $0.rule.change.positionsExcluded.contains(wanted) })?.rule
    else { return phase.position }
    let excluded = Set(concerns.flatMap(\.rule.change.positionsExcluded))
    let other = [Position.sideLying, .supine, .seated].first { !excluded.contains($0) }
    overruled.append(
      (other.map { "\($0.words) instead of \(wanted.words)" } ?? "not \(wanted.words)")
        + " (\(rule.code))")
    return other
  }
}

extension VisitRecord.VerdictLine {
  /// A concern as it is recorded, with who cleared it and until when.
  init(_ concern: Verdict.Concern) {
    self.init(
      severity: concern.severity, code: concern.rule.code,
      text: concern.rule.title + (concern.clearance.map { " (\($0.words))" } ?? "")
        + (concern.isUnknown ? " (not answered)" : ""),
      rule: concern.isUnknown ? nil : concern.rule.id)
  }
}

extension Clearance {
  /// `cleared by Dr Okoye, MD, until 31 Dec 2026`
  public var words: String {
    "cleared by \(clearedBy), \(credential), until \(DateWords.full(expires))"
  }
}

extension Verdict.Concern {
  fileprivate var cap: PressureGrade { rule.change.pressureCap ?? .deep }
}

extension Position {
  /// As it stands in a sentence: `side-lying`.
  public var words: String { self == .sideLying ? "side-lying" : rawValue }
}
