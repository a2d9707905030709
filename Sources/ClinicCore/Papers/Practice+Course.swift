import ClinicalContent
import OrderedCollections
import TechniqueKit

extension Practice {
  /// What the chart says of a period.
  ///
  /// - Parameters:
  ///   - from: its first day; left out, the day the referral begins, or that of the first visit or score.
  ///   - until: its last day; left out, today.
  ///   - order: the referral that it is told under: visits that use up another one are left out.
  /// - Throws: `PaperRefusal.toCome`, `PaperRefusal.endsBeforeStart`, `ClinicError.notPermitted`.
  public func course(
    of chart: Chart, from: CalendarDate? = nil, until: CalendarDate? = nil,
    under order: ReferralStanding? = nil
  ) throws -> TreatmentCourse {
    try require(.charts, of: chart.id)
    let until = until ?? today
    guard until.dayNumber <= today.dayNumber else { throw PaperRefusal.toCome }
    let period = TreatmentCourse.ClosedPeriod(
      from: from ?? firstDay(of: chart, until: until, under: order), until: until)
    guard period.from.dayNumber <= until.dayNumber else { throw PaperRefusal.endsBeforeStart }
    let signed = chart.visits.filter { visit in
      guard let order, let own = chart.referral(of: visit) else { return true }
      return own.entry == order.entry
    }.filter { period.contains($0.record.startedAt, in: zone) }
    let visits = signed.map(\.record)
    let appointments = chart.unkeptAppointments.filter {
      period.contains($0.appointment.startsAt, in: zone)
    }
    return TreatmentCourse(
      period: period, client: chart.identity, visits: visits.count,
      minutes: visits.map(\.minutes).reduce(0, +),
      treatedBy: OrderedSet(signed.flatMap(\.treatedBy)).elements,
      takenOver: signed.compactMap { visit in
        guard visit.isTakenOver, let signer = visit.signature?.signer else { return nil }
        return .init(
          on: visit.record.startedAt.local(in: zone).date, treatedBy: visit.treatedBy,
          signedBy: signer)
      },
      missed: appointments.count { $0.state == .missed },
      cancelled: appointments.count { $0.state == .cancelled },
      scores: courses(
        of: chart, chart.measurements.filter { period.contains($0.at, in: zone) },
        metrics: catalogue.metrics),
      findings: findings(of: visits), techniques: techniques(of: visits), areas: areas(of: visits),
      response: response(of: visits), afterEffects: try afterEffects(chart, within: period),
      notTreated: chart.notTreated.filter { period.contains($0.at, in: zone) }.map {
        .init(on: $0.at.local(in: zone).date, reasons: $0.what.reasons)
      },
      goals: try goals(of: chart), plan: chart.plan, next: nextAppointment(chart), zone: zone)
  }

  /// A first score stands for how the client came, so the period holds it also when it was taken before
  /// the first visit, as the days of a diary are.
  private func firstDay(
    of chart: Chart, until: CalendarDate, under order: ReferralStanding?
  ) -> CalendarDate {
    if let start = (order ?? chart.openReferrals.last)?.referral.startsOn,
      start.dayNumber <= until.dayNumber
    {
      return start
    }
    let days =
      chart.measurements.map(\.at) + (chart.visits.first.map { [$0.record.startedAt] } ?? [])
    return days.min().map { $0.date(in: zone) }.flatMap {
      $0.dayNumber <= until.dayNumber ? $0 : nil
    }
      ?? until
  }

  private func findings(of visits: [VisitRecord]) -> TreatmentCourse.Findings? {
    let found = visits.filter { !$0.findings.isEmpty }
    guard let first = found.first, let last = found.last else { return nil }
    let before = found.count > 1 ? first.findings : []
    return .init(
      first: first.startedAt.local(in: zone).date, last: last.startedAt.local(in: zone).date,
      rows: FindingComparison(before: before, now: last.findings, renames: renames).rows)
  }

  private func techniques(of visits: [VisitRecord]) -> [TreatmentCourse.Technique] {
    var order: [ID<Manifest>] = []
    var minutes: [ID<Manifest>: Int] = [:]
    var names: [ID<Manifest>: String] = [:]
    for visit in visits {
      for template in visit.templates { names[template.technique] = template.techniqueName }
      for share in visit.minutesByTechnique {
        if minutes[share.technique] == nil { order.append(share.technique) }
        minutes[share.technique, default: 0] += share.minutes
      }
    }
    return order.map { id in
      .init(id: id, name: names[id] ?? id.rawValue, minutes: minutes[id] ?? 0)
    }
  }

  private func areas(of visits: [VisitRecord]) -> [String] {
    OrderedSet(visits.flatMap(\.segments).flatMap(\.sites).map(catalogue.anatomy.name(of:)))
      .elements
  }

  private func response(of visits: [VisitRecord]) -> TreatmentCourse.Response? {
    guard let last = visits.last else { return nil }
    let lines = last.note.filter { $0.section == .assessment }.map(\.text.trimmed)
      .filter { !$0.isEmpty }
    return lines.isEmpty ? nil : .init(on: last.startedAt.local(in: zone).date, lines: lines)
  }

  /// In the words of the day, also of techniques that are no longer enabled.
  private func afterEffects(
    _ chart: Chart, within period: TreatmentCourse.ClosedPeriod
  ) throws -> [TreatmentCourse.AfterEffect] {
    var found: [TreatmentCourse.AfterEffect] = []
    for entry in chart.entries.folded {
      guard case .intake(let intake) = entry.content else { continue }
      let catalogue = try catalogue(of: entry.definition)
      for module in catalogue.techniques {
        let id = AfterEffects.questionID(after: module.manifest.id)
        guard let given = intake.answers[id], given.answer.absence == nil,
          given.carriedFrom == nil, period.contains(given.at, in: zone)
        else { continue }
        found.append(
          .init(
            on: given.at.local(in: zone).date, technique: module.manifest.name,
            words: catalogue.anatomy.words(for: given.answer, to: catalogue.question(id)),
            isReported: given.answer != .choices([Option.none.id])))
      }
    }
    return found.sorted { $0.on.dayNumber < $1.on.dayNumber }
  }
}
