import TechniqueKit

/// A measure that is to be taken now, and why.
///
/// What a client's conditions call for is due as its occasions say. A measure without any is due once,
/// so that there is a first value to compare with.
public struct DueMeasure: Hashable, Sendable {
  public let metric: OutcomeMetric
  public let reason: Reason

  public enum Reason: Hashable, Sendable {
    case beforeSession, afterSession
    /// It was never taken.
    case baseline
    /// So many visits were signed since it was taken, counting the one of that day.
    case visits(Int, since: CalendarDate)
    /// The plan ends.
    case discharge
  }

  /// How far today's session is.
  public enum Moment: Hashable, Sendable {
    case beforehand, running, over
  }

  /// What is known of a client when it is asked what is due.
  public struct Course: Sendable {
    public let moment: Moment
    /// Of the chart and of the visit in hand.
    public let measurements: [Measurement]
    /// Of the visit in hand; before it begins, of today.
    public let ofVisit: [Measurement]
    /// The days of the signed visits.
    public let visits: [CalendarDate]
    /// The day on which a plan began whose last visit has come; `nil` where none ends.
    public let endingPlan: CalendarDate?
    let zone: ClinicZone

    public init(
      _ moment: Moment, measurements: [Measurement], ofVisit: [Measurement] = [],
      visits: [CalendarDate], endingPlan: CalendarDate? = nil, in zone: ClinicZone
    ) {
      self.zone = zone
      self.moment = moment
      self.measurements = measurements
      self.ofVisit = ofVisit
      self.visits = visits
      self.endingPlan = endingPlan
    }
  }

  /// The measures among these that are due, those around the session first. A measure of either side
  /// counts for both.
  public static func due(_ metrics: [OutcomeMetric], _ course: Course) -> [DueMeasure] {
    let due = metrics.compactMap { metric in
      course.reason(for: metric).map { DueMeasure(metric: metric, reason: $0) }
    }
    return due.filter(\.isOfSession) + due.filter { !$0.isOfSession }
  }

  private var isOfSession: Bool { reason == .beforeSession || reason == .afterSession }

  /// `pain before the session, ppt (4 visits since 2 Oct), psfs, crom (baseline)`
  public static func words(_ due: [DueMeasure], today: CalendarDate) -> String {
    let never = due.filter { $0.reason == .baseline }.map(\.metric.name)
    let others = due.filter { $0.reason != .baseline }.map { one in
      let why = one.why(today: today)
      return one.isOfSession ? "\(one.metric.name) \(why)" : "\(one.metric.name) (\(why))"
    }
    let baseline = never.isEmpty ? [] : ["\(never.joined(separator: ", ")) (baseline)"]
    return (others + baseline).joined(separator: ", ")
  }

  /// `4 visits since 2 Oct`
  public func why(today: CalendarDate) -> String {
    switch reason {
    case .beforeSession: "before the session"
    case .afterSession: "after the session"
    case .baseline: "baseline"
    case .visits(let count, let day):
      "\(count.of("visit")) since \(DateWords.short(day, today: today))"
    case .discharge: "last visit of the plan"
    }
  }
}

extension DueMeasure.Course {
  fileprivate func reason(for metric: OutcomeMetric) -> DueMeasure.Reason? {
    let last = measurements.filter { $0.metric == metric.id }.map { $0.at.date(in: zone) }
      .max { $0.dayNumber < $1.dayNumber }
    guard !metric.occasions.isEmpty else { return last == nil ? .baseline : nil }
    return metric.occasions.lazy.compactMap { occasion -> DueMeasure.Reason? in
      switch occasion {
      case .beforeSession:
        moment != .over && !isTaken(metric, .before) ? .beforeSession : nil
      case .afterSession: moment == .over && !isTaken(metric, .after) ? .afterSession : nil
      case .everyVisits(let rhythm): reason(every: rhythm, since: last)
      case .atDischarge:
        endingPlan.map { plan in last.map { $0.dayNumber < plan.dayNumber } ?? true } == true
          ? .discharge : nil
      }
    }.first
  }

  private func reason(every rhythm: Int, since last: CalendarDate?) -> DueMeasure.Reason? {
    guard let last else { return .baseline }
    let count = visits.count { $0.dayNumber >= last.dayNumber }
    return count >= rhythm ? .visits(count, since: last) : nil
  }

  private func isTaken(_ metric: OutcomeMetric, _ occasion: Measurement.Occasion) -> Bool {
    ofVisit.contains {
      $0.metric == metric.id && ($0.occasion == occasion || moment == .beforehand)
    }
  }
}

extension Practice {
  /// What is to be measured now by the client's conditions, before, in or after today's session.
  public func dueMeasures(in chart: Chart) throws -> [DueMeasure] {
    let visit = try currentVisit(of: chart.id)
    let moment: DueMeasure.Moment =
      visit.map { $0.isRunning ? .running : .over } ?? .beforehand
    let own = try visit?.measurements ?? takenToday(in: chart)
    let plan = chart.plan.flatMap { $0.left <= 1 ? $0.plan.startsOn : nil }
    // Pain around the session is asked of everyone.
    let pack = catalogue.pack(of: chart.conditions)
    let ofEveryone = catalogue.pack(of: []).filter { metric in
      metric.isOfSession && !pack.contains { $0.id == metric.id }
    }
    return DueMeasure.due(
      ofEveryone + pack,
      .init(
        moment, measurements: chart.measurements + own, ofVisit: own,
        visits: chart.visits.map { $0.record.startedAt.date(in: zone) }, endingPlan: plan,
        in: zone))
  }
}

extension Practice {
  /// With the pain that today's intake asked for, which the session will take over.
  fileprivate func takenToday(in chart: Chart) throws -> [Measurement] {
    let pain = try painBefore(chart, at: now).map { [$0] } ?? []
    return (chart.measurements + pain).filter { $0.at.isSameDay(as: now, in: zone) }
  }
}

extension OutcomeMetric {
  fileprivate var isOfSession: Bool {
    occasions.contains(.beforeSession) || occasions.contains(.afterSession)
  }
}
