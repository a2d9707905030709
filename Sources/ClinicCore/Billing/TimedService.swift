import TechniqueKit

/// A service of the clinic with the minutes it was given in one visit.
public struct TimedService: Hashable, Sendable {
  public let service: BillingSettings.Service
  /// Hands-on minutes.
  public let minutes: Int

  public init(service: BillingSettings.Service, minutes: Int) {
    self.service = service
    self.minutes = minutes
  }
}

extension VisitRecord {
  /// The services of the visit in the order they were given; techniques that are billed as one
  /// service are one.
  ///
  /// - Parameter services: what each technique is billed as.
  /// - Throws: `ReceiptRefusal.noService` for a technique that is billed as nothing.
  public func timedServices(
    _ services: [ID<Manifest>: BillingSettings.Service]
  ) throws(ReceiptRefusal) -> [TimedService] {
    var timed: [TimedService] = []
    for (technique, minutes) in minutesByTechnique {
      guard let service = services[technique] else { throw .noService(technique) }
      if let place = timed.firstIndex(where: { $0.service == service }) {
        timed[place] = TimedService(service: service, minutes: timed[place].minutes + minutes)
      } else {
        timed.append(TimedService(service: service, minutes: minutes))
      }
    }
    return timed
  }
}
