import TechniqueKit

extension VisitDraft {
  /// The visit as it is signed.
  ///
  /// - Parameters:
  ///   - composed: what the note says by itself; see `Practice.composed`.
  ///   - end: when the session ended, if it was not ended yet.
  ///   - referral: the order that it uses up.
  public func record(
    composed: [ComposedLine], endedAt end: Instant, referral: ReferralTie? = nil
  ) -> VisitRecord {
    let (segments, end) = segments(endedAt: end)
    return VisitRecord(
      startedAt: clock.startedAt, endedAt: end, templates: start.templates, segments: segments,
      minutes: clock.elapsedMinutes(at: end),
      verdict: start.verdict + warnings.map(\.warning.line), findings: findings,
      measurements: measurements, note: note, composed: composed,
      overrides: overrides.isEmpty ? nil : overrides,
      treatedBy: treatedBy.isEmpty ? nil : treatedBy, referral: referral)
  }

  /// What was done when: a segment for each phase, and a new one wherever other parts of the body are
  /// treated.
  ///
  /// - Parameter now: when it ends, as long as nobody has ended it.
  public func segments(endedAt now: Instant) -> (segments: [VisitRecord.Segment], end: Instant) {
    var clock = self.clock
    clock.apply(.ended, at: now)
    let end = clock.endedAt ?? now
    let segments = clock.phaseStarts.indices.flatMap { place -> [VisitRecord.Segment] in
      let from = clock.phaseStarts[place]
      let to = place + 1 < clock.phaseStarts.count ? clock.phaseStarts[place + 1] : end
      let cuts = [from] + treated.map(\.from).filter { $0 > from && $0 < to } + [to]
      return zip(cuts, cuts.dropFirst()).map { from, to in
        let area = treated.last { $0.from <= from }
        return VisitRecord.Segment(
          title: start.phases[place].title, startedAt: from, endedAt: to,
          technique: start.phases[place].technique, sites: area?.sites ?? [],
          held: clock.held(from: from, to: to), by: area?.by)
      }
    }
    return (segments, end)
  }
}
