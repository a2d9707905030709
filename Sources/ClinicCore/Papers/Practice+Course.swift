import ClinicalContent
import OrderedCollections
import TechniqueKit

extension Practice {
  /// What the chart says of a period.
  ///
  /// - Parameters:
  ///   - from: its first day; left out, the day the referral begins, or that of the first visit or score.
  ///   - until: its last day; left out, today.
  /// - Throws: `PaperRefusal.toCome`, `PaperRefusal.endsBeforeStart`, `ClinicError.notPermitted`.
  public func course(
    of chart: Chart, from: CalendarDate? = nil, until: CalendarDate? = nil
  ) throws -> TreatmentCourse {
    try require(.charts, of: chart.id)
    let until = until ?? today
    guard until.dayNumber <= today.dayNumber else { throw PaperRefusal.toCome }
    let period = TreatmentCourse.ClosedPeriod(
      from: from ?? firstDay(of: chart, until: until), until: until)
    guard period.from.dayNumber <= until.dayNumber else { throw PaperRefusal.endsBeforeStart }
    let visits = chart.visits.map(\.record).filter { period.contains($0.startedAt) }
    let appointments = chart.appointments.filter { period.contains($0.appointment.startsAt) }
    return TreatmentCourse(
      period: period, client: chart.identity, visits: visits.count,
      minutes: visits.map(\.minutes).reduce(0, +),
      missed: appointments.count { $0.state == .missed },
      cancelled: appointments.count { $0.state == .cancelled },
      scores: courses(
        of: chart, chart.measurements.filter { period.contains($0.at) },
        metrics: catalogue.metrics),
      findings: findings(of: visits), techniques: techniques(of: visits), areas: areas(of: visits),
      response: response(of: visits), afterEffects: try afterEffects(chart, within: period),
      notTreated: chart.notTreated.filter { period.contains($0.at) }.map {
        .init(on: $0.at.local.date, reasons: $0.what.reasons)
      },
      goals: try goals(of: chart), plan: chart.plan, next: nextAppointment(chart))
  }

  /// A first score stands for how the client came, so the period holds it also when it was taken before
  /// the first visit, as the days of a diary are.
  private func firstDay(of chart: Chart, until: CalendarDate) -> CalendarDate {
    if let order = chart.referral?.referral.startsOn, order.dayNumber <= until.dayNumber {
      return order
    }
    let days =
      chart.measurements.map(\.at) + (chart.visits.first.map { [$0.record.startedAt] } ?? [])
    return days.min().map(\.local.date).flatMap { $0.dayNumber <= until.dayNumber ? $0 : nil }
      ?? until
  }

  private func findings(of visits: [VisitRecord]) -> TreatmentCourse.Findings? {
    let found = visits.filter { !$0.findings.isEmpty }
    guard let first = found.first, let last = found.last else { return nil }
    let before = found.count > 1 ? first.findings : []
    return .init(
      first: first.startedAt.local.date, last: last.startedAt.local.date,
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
    return lines.isEmpty ? nil : .init(on: last.startedAt.local.date, lines: lines)
  }

  /// In the words of the day, also of techniques that are no longer enabled.
  private func afterEffects(
    _ chart: Chart, within period: TreatmentCourse.ClosedPeriod
  ) throws -> [TreatmentCourse.AfterEffect] {
    var found: [TreatmentCourse.AfterEffect] = []
    for entry in chart.entries.standing {
      guard case .intake(let intake) = entry.content else { continue }
      let catalogue = try catalogue(of: entry.definition)
      for module in catalogue.techniques {
        let id = AfterEffects.questionID(after: module.manifest.id)
        guard let given = intake.answers[id], given.answer.absence == nil,
          given.carriedFrom == nil, period.contains(given.at)
        else { continue }
        found.append(
          .init(
            on: given.at.local.date, technique: module.manifest.name,
            words: catalogue.anatomy.words(for: given.answer, to: catalogue.question(id)),
            isReported: given.answer != .choices([Option.none.id])))
      }
    }
    return found
  }
}
