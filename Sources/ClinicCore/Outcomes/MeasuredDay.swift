import TechniqueKit

/// The scores of one metric on one day.
public struct MeasuredDay: Hashable, Sendable {
  public let date: CalendarDate
  public fileprivate(set) var before: Measurement?
  public fileprivate(set) var after: Measurement?
  public fileprivate(set) var apart: Measurement?

  /// What is compared over time: the score before the session where there is one.
  public var compared: Measurement? { before ?? apart ?? after }
}

extension [Measurement] {
  /// Scores of one metric by their day in a zone, oldest first; without those that have no value.
  public func byDay(in zone: ClinicZone) -> [MeasuredDay] {
    var days: [MeasuredDay] = []
    for measurement in sorted(by: { $0.at < $1.at }) where measurement.value != nil {
      let date = measurement.at.local(in: zone).date
      if days.last?.date != date { days.append(MeasuredDay(date: date)) }
      switch measurement.occasion {
      case .before: days[days.count - 1].before = measurement
      case .after: days[days.count - 1].after = measurement
      case .apart: days[days.count - 1].apart = measurement
      }
    }
    return days
  }
}
