import ClinicalContent
import TechniqueKit

/// What the sessions of a client say about one moment, beside the answers: from when on an answer
/// belongs to the visit at hand, and what was found.
///
/// Each session has its own answers to what is asked at every visit. Findings count on the day on
/// which they were recorded, whether their session runs, is over or is signed, so that ending a session
/// makes no verdict milder.
public struct VisitContext: Hashable, Sendable {
  /// What was answered for every visit before this moment belongs to an earlier one: the end of the
  /// session before, or the midnight before the visit.
  public let begins: Instant
  /// Findings of the day, and of a session that runs since the day before.
  public let findings: [RecordedFinding]
  /// Findings of the last session before that day.
  public let lastFindings: [Finding]
  /// The newest score of pain before or outside a session that was told for this visit.
  public let pain: Measurement?

  /// One session of a client, signed or not.
  fileprivate struct Session: Hashable {
    let startedAt: Instant
    /// `nil` while it runs.
    let endedAt: Instant?
    let findings: [RecordedFinding]
  }

  /// - Parameters:
  ///   - open: sessions of the client that are not signed yet, of whomever.
  ///   - moment: the one that is judged.
  init(_ chart: Chart, open: [VisitDraft], at moment: Instant) {
    let sessions =
      chart.visits.map { Session($0.record) } + open.map { Session($0, at: moment, in: chart.zone) }
    let begun = sessions.filter { $0.startedAt <= moment }
    let running = begun.filter { $0.endedAt.map { $0 > moment } ?? true }
      .max { $0.startedAt < $1.startedAt }
    let first = running?.startedAt ?? moment
    let midnight = Instant(first.local(in: chart.zone).date, in: chart.zone)
    let before = begun.filter { $0 != running }.compactMap(\.endedAt).filter { $0 <= first }.max()
    begins = max(midnight, before ?? midnight)
    let begins = self.begins
    findings = sessions.flatMap { session in
      session.findings.filter { session == running || $0.at >= midnight && $0.at <= moment }
    }
    lastFindings =
      sessions.filter { $0.startedAt < midnight }.max { $0.startedAt < $1.startedAt }?
      .findings.map(\.finding) ?? []
    pain =
      (chart.measurements + open.flatMap(\.measurements)).filter {
        $0.metric == Instruments.painNow.id && $0.occasion != .after && $0.value != nil
          && $0.at >= begins && $0.at <= moment
      }.max { $0.at < $1.at }
  }
}

extension VisitContext.Session {
  fileprivate init(_ record: VisitRecord) {
    self.init(
      startedAt: record.startedAt, endedAt: record.endedAt, findings: record.findings)
  }

  /// A session that nobody ended is over with its day, or after twice its planned time: what was answered
  /// for one that was forgotten is no answer for today.
  fileprivate init(_ visit: VisitDraft, at moment: Instant, in zone: ClinicZone) {
    let start = visit.clock.startedAt
    let longest = max(
      Instant(start.local(in: zone).date.adding(days: 1), in: zone),
      start.adding(minutes: 2 * visit.start.length))
    self.init(
      startedAt: start, endedAt: visit.clock.endedAt ?? (moment < longest ? nil : longest),
      findings: visit.findings)
  }
}
