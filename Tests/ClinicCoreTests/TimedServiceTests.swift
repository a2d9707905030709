import ClinicCore
import TechniqueKit
import Testing

/// The minutes of a visit as services of the clinic.
@Suite struct TimedServiceTests {
  static let at = Instant(milliseconds: 1_795_515_360_000)

  static func visit(_ stretches: [(technique: ID<Manifest>, minutes: Int)]) -> VisitRecord {
    var from = at
    let segments = stretches.map { technique, minutes in
      defer { from = from.adding(minutes: minutes) }
      return VisitRecord.Segment(
        title: "Work", startedAt: from, endedAt: from.adding(minutes: minutes),
        technique: technique)
    }
    return VisitRecord(
      startedAt: at, endedAt: from, templates: [], segments: segments,
      minutes: stretches.map(\.minutes).reduce(0, +), verdict: [], findings: [], measurements: [],
      note: [])
  }

  static func service(_ code: String) throws -> BillingSettings.Service {
    .init(
      code: code, description: code, price: Money(minorUnits: 3450, try MoneyTests.currency("USD")))
  }

  @Test func `each technique of a visit is billed as what the clinic says`() throws {
    let (points, drain) = (try Self.service("RS-20"), try Self.service("RS-30"))
    let visit = Self.visit([
      ("trigger_point", 20), ("lymphatic_drainage", 24), ("trigger_point", 4),
    ])
    #expect(
      try visit.timedServices(["trigger_point": points, "lymphatic_drainage": drain])
        == [
          TimedService(service: points, minutes: 24), TimedService(service: drain, minutes: 24),
        ])
    #expect(
      try visit.timedServices(["trigger_point": points, "lymphatic_drainage": points])
        == [TimedService(service: points, minutes: 48)])
  }

  @Test func `a technique that the clinic bills as nothing is named`() {
    #expect(throws: ReceiptRefusal.noService("trigger_point")) {
      try Self.visit([("trigger_point", 47)]).timedServices([:])
    }
  }
}
