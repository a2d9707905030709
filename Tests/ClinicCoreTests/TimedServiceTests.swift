import ClinicCore
import TechniqueKit
import Testing

/// The minutes of a visit as services of the clinic.
@Suite struct TimedServiceTests {
  static let at = Instant(milliseconds: 1_795_515_360_000)

  static func visit(_ technique: ID<Manifest>, minutes: Int) -> VisitRecord {
    VisitRecord(
      startedAt: at, endedAt: at.adding(minutes: minutes),
      template: .init(
        id: "t", title: "points", technique: technique, techniqueName: "Points", length: 60),
      segments: [], minutes: minutes, verdict: [], findings: [], measurements: [], note: [])
  }

  @Test func `the technique of a visit is billed as what the clinic says`() throws {
    let usd = try MoneyTests.currency("USD")
    let service = BillingSettings.Service(
      code: "RS-20", description: "Points", price: Money(minorUnits: 3450, usd))
    #expect(
      try Self.visit("trigger_point", minutes: 47).timedServices(["trigger_point": service])
        == [TimedService(service: service, minutes: 47)])
  }

  @Test func `a technique that the clinic bills as nothing is named`() {
    #expect(throws: ReceiptRefusal.noService("trigger_point")) {
      try Self.visit("trigger_point", minutes: 47).timedServices([:])
    }
  }
}
