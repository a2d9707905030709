import ClinicalContent
import OrderedCollections
import TechniqueKit

/// A plan that the evidence supports and the safety gate leaves, with its reasons; or why there is
/// none. It is a proposal: the therapist decides.
public struct PlanProposal: Hashable, Sendable {
  /// What the client comes with, as the intake says.
  public let conditions: [String]
  /// `nil` where no enabled technique that the gate leaves is supported.
  public let plan: TreatmentPlan?
  /// What speaks for the technique of the plan, the most certain first.
  public let support: [KnownEvidence.Row]
  /// What is known of massage as such for the conditions, also where it speaks against it.
  public let general: [KnownEvidence.Row]
  /// The course that was tried; `nil` where none is known, so that the rhythm is a choice of this
  /// project.
  public let course: StudiedCourse?
  /// Other techniques that are supported and left by the gate.
  public let alternatives: [Manifest]
  /// The techniques that are not proposed, each with the reason.
  public let leftOut: [LeftOut]
  /// Unanswered questions that the gate waits for before a session.
  public let unanswered: Int

  public struct LeftOut: Hashable, Sendable {
    public let technique: Manifest
    public let reason: Reason
  }

  public enum Reason: Hashable, Sendable {
    /// Codes of the rules that block it or leave too few minutes.
    case blocked([String])
    /// A finding that is not in its favour.
    case evidence(KnownEvidence.Row)
    case nothingFound
  }

  /// The certainty of what speaks for it; `nil` without a plan.
  public var certainty: Evidence.Certainty? { support.first?.evidence.certainty }
}

extension PlanProposal {
  /// A plan for what the client comes with.
  ///
  /// A technique is proposed when a finding for one of the conditions is in its favour, none for any
  /// of them is against it, and no rule blocks it. Rhythm, visits and minutes are those of a course
  /// that was tried for the condition; without one they are weekly, four visits and an hour.
  ///
  /// - Parameters:
  ///   - verdict: what the safety gate says today.
  ///   - shown: the same catalogue in the language in which it is read.
  ///   - today: when the plan begins.
  ///   - reports: a longer plan is looked at again after as many visits as a report is due.
  public init(
    for chart: Chart, under verdict: Verdict, _ catalogue: Catalogue, shown: Catalogue,
    on today: CalendarDate, _ reports: ReportInterval = ReportInterval()
  ) {
    let known = catalogue.evidence(for: chart, shown: shown)
    let judged = catalogue.techniques.map { module in
      JudgedTechnique(module, known, verdict, general: catalogue.general.manifest.id)
    }
    let supported = judged.filter { $0.reason == nil }.enumerated().sorted {
      ($1.element.merit, $0.offset) < ($0.element.merit, $1.offset)
    }.map(\.element)
    let best = supported.first
    let course = best.flatMap { best in
      zip(known, chart.conditions).lazy.filter { best.supports($0.0) }
        .compactMap { StudiedCourse.of($0.1) }.first
    }
    conditions = known.map(\.condition)
    plan = best.map { $0.plan(course, on: today, reports) }
    support = best?.support ?? []
    general = known.flatMap(\.rows).filter(\.isGeneral)
    self.course = course
    alternatives = supported.dropFirst().map(\.module.manifest)
    leftOut = judged.compactMap { judged in
      judged.reason.map { .init(technique: judged.module.manifest, reason: $0) }
    }
    unanswered = best?.standing.unanswered ?? 0
  }
}

extension Practice {
  /// A plan for what the client comes with, under today's verdict; see `PlanProposal`.
  public func proposedPlan(for chart: Chart, shown: Catalogue? = nil) throws -> PlanProposal {
    PlanProposal(
      for: chart, under: try verdict(chart), catalogue, shown: shown ?? catalogue, on: today,
      profile.reports)
  }
}

/// A technique under the evidence for the client's conditions and today's verdict.
private struct JudgedTechnique {
  let module: Catalogue.Module
  let standing: Standing
  /// Findings of the technique in its favour, the most certain first.
  let support: [KnownEvidence.Row]
  /// Why it is not proposed.
  let reason: PlanProposal.Reason?

  init(
    _ module: Catalogue.Module, _ known: [KnownEvidence], _ verdict: Verdict,
    general: ID<Manifest>
  ) {
    self.module = module
    standing = verdict.standing(of: module.manifest, general: general)
    let concerns = verdict.concerns(for: [module.manifest.id], general: general)
    let rows = known.flatMap(\.rows).filter { $0.module.id == module.manifest.id }
    support = rows.filter { $0.evidence.direction == .favours }.enumerated().sorted {
      (Self.merit($1.element), $0.offset) < (Self.merit($0.element), $1.offset)
    }.map(\.element)
    reason = Self.reason(module, rows, support, standing, concerns)
  }

  /// The certainty, and of findings that are as certain the one with a source that was seen.
  var merit: Int { support.first.map(Self.merit) ?? 0 }

  private static func merit(_ row: KnownEvidence.Row) -> Int {
    let order = Evidence.Certainty.allCases
    let certainty = order.count - (order.firstIndex(of: row.evidence.certainty) ?? order.count)
    return certainty * 2 + (row.evidence.citations.contains(where: \.isConfirmed) ? 1 : 0)
  }

  private static func reason(
    _ module: Catalogue.Module, _ rows: [KnownEvidence.Row], _ support: [KnownEvidence.Row],
    _ standing: Standing, _ concerns: [Verdict.Concern]
  ) -> PlanProposal.Reason? {
    if standing.severity?.blocks == true { return .blocked(codes(standing.decisive)) }
    if let shortest = module.content.templates.flatMap(\.lengths).min() {
      let tooShort = concerns.filter { $0.rule.change.longestMinutes ?? .max < shortest }
      if !tooShort.isEmpty { return .blocked(codes(tooShort)) }
    }
    if let against = rows.first(where: { $0.evidence.direction == .against }) {
      return .evidence(against)
    }
    if support.isEmpty { return rows.first.map { .evidence($0) } ?? .nothingFound }
    return nil
  }

  private static func codes(_ concerns: [Verdict.Concern]) -> [String] {
    OrderedSet(concerns.map(\.rule.code)).elements
  }

  func supports(_ known: KnownEvidence) -> Bool {
    known.rows.contains {
      $0.module.id == module.manifest.id && $0.evidence.direction == .favours
    }
  }

  /// Few enough visits that the plan is soon looked at again; a choice of this project.
  private static let visitsWithoutCourse = 4
  private static let minutesWithoutCourse = 60

  func plan(
    _ course: StudiedCourse?, on today: CalendarDate, _ reports: ReportInterval
  ) -> TreatmentPlan {
    let visits = course?.visits ?? Self.visitsWithoutCourse
    return TreatmentPlan(
      rhythm: Rhythm(times: course?.perWeek ?? 1, days: 7) ?? .weekly, visits: visits,
      template: template(minutes: course?.minutes ?? Self.minutesWithoutCourse),
      startsOn: today, reevaluation: .after(visits: min(visits, reports.visits)))
  }

  /// Its first template in the wanted length or the nearest that the verdict allows.
  private func template(minutes: Int) -> VisitRecord.TemplateUse? {
    guard let template = module.content.templates.first else { return nil }
    let allowed = template.lengths.filter { $0 <= standing.longestMinutes ?? .max }
    guard let length = allowed.min(by: { abs($0 - minutes) < abs($1 - minutes) }) else {
      return nil
    }
    return VisitRecord.TemplateUse(
      id: template.id, title: template.title, technique: module.manifest.id,
      techniqueName: module.manifest.name, length: length)
  }
}
