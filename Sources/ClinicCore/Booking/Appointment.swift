import TechniqueKit

/// A time that a client was given.
public struct Appointment: Hashable, Sendable, Codable {
  public let startsAt: Instant
  public let minutes: Int

  public init(startsAt: Instant, minutes: Int) {
    self.startsAt = startsAt
    self.minutes = minutes
  }
}

/// An appointment as the day's list needs it.
public struct AppointmentListing: Hashable, Sendable {
  public let chart: ID<Chart>
  public let appointment: Appointment

  public init(chart: ID<Chart>, appointment: Appointment) {
    self.chart = chart
    self.appointment = appointment
  }
}
