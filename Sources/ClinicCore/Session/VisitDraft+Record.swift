import TechniqueKit

extension VisitDraft {
  /// The visit as it is signed.
  ///
  /// - Parameters:
  ///   - composed: what the note says by itself; see `Practice.composed`.
  ///   - end: when the session ended, if it was not ended yet.
  public func record(composed: [ComposedLine], endedAt end: Instant) -> VisitRecord {
    let (segments, end) = segments(endedAt: end)
    return VisitRecord(
      startedAt: clock.startedAt, endedAt: end, templates: start.templates, segments: segments,
      minutes: clock.elapsedMinutes(at: end), verdict: start.verdict, findings: findings,
      measurements: measurements, note: note, composed: composed)
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
        VisitRecord.Segment(
          title: start.phases[place].title, startedAt: from, endedAt: to,
          technique: start.phases[place].technique,
          sites: treated.last { $0.from <= from }?.sites ?? [],
          held: clock.held(from: from, to: to))
      }
    }
    return (segments, end)
  }
}
