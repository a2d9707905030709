import ClinicCore
import Foundation
import GRDB
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// The clinic's time zone stands in the ledger, in a chart that is no client's.
@Suite struct ZoneTests {
  let practice = TestPractice()

  static let words = "a few plain words"

  func open() throws -> Practice { try practice.window() }

  @Test(arguments: ["America/Los_Angeles", "UTC", "Pacific/Auckland"])
  func `a zone is kept once, and every window reads it`(name: String) throws {
    let clinic = try open()
    #expect(!clinic.hasZone && clinic.zone == .utc)
    try clinic.adopt(ClinicZone(named: name))
    try clinic.adopt(ClinicZone(named: "Asia/Tokyo"))
    #expect(clinic.hasZone && clinic.zone.name == name)
    #expect(try open().zone.name == name)
  }

  @Test func `no client, count, list or export knows of the practice's own chart`() throws {
    let clinic = try open()
    try clinic.adopt(ClinicZone(named: "Europe/Berlin"))
    let before = try clinic.verify()
    #expect(before.isWhole && (before.charts, before.entries) == (0, 0))
    let (chart, written) = try clinic.register(Identity(name: "Synthetic Ann"))
    #expect(written.map(\.description) == ["R1"])
    #expect(try clinic.client(chart).code == "C0001")
    #expect(try clinic.find("").count == 0 && clinic.find("C0").count == 0)
    #expect(try clinic.chartCodes() == [chart: "C0001"])
    #expect(try clinic.day().rows.count == 1)
    let after = try clinic.verify()
    #expect(after.isWhole && (after.charts, after.entries) == (1, 1))
    var lines: [String] = []
    #expect(try clinic.export(to: "charts.jsonl") { lines.append($0) }.charts == 1)
    #expect(!lines.contains { $0.contains("Europe/Berlin") })
    let proof = try clinic.backup(to: practice.folder + "/copy.fascia") { _ in }
    #expect((proof.charts, proof.entries) == (1, 1))
  }

  @Test func `a practice that was founded without a zone gets it later, and stays whole`() throws {
    let clinic = try open()
    let ann = try clinic.register(Identity(name: "Synthetic Ann")).chart
    try clinic.adopt(ClinicZone(named: "Asia/Tokyo"))
    let ben = try clinic.register(Identity(name: "Synthetic Ben")).chart
    #expect(try clinic.client(ann).code == "C0001" && clinic.client(ben).code == "C0002")
    let found = try clinic.verify()
    #expect(found.isWhole && (found.charts, found.entries) == (2, 2))
    #expect(try open().zone.name == "Asia/Tokyo")
  }

  @Test func `an owner changes it, leaves a row in the trail, and nobody else may`() throws {
    let clinic = try open()
    try clinic.adopt(ClinicZone(named: "Europe/Berlin"))
    for role in [Role.therapist, .frontDesk, .auditor] {
      let login = role.rawValue
      _ = try clinic.add(
        .init(name: "Synthetic \(login)", login: login), role: role, passphrase: Self.words)
      let other = try open()
      try other.signIn(login, Self.words)
      #expect(other.zone.name == "Europe/Berlin", "\(login) reads it")
      #expect(throws: ClinicError.notPermitted(role, .staff)) {
        try other.change(to: ClinicZone(named: "Asia/Tokyo"))
      }
    }
    practice.clock.time = practice.clock.time.adding(minutes: 60)
    try clinic.change(to: ClinicZone(named: "Asia/Tokyo"))
    #expect(clinic.zone.name == "Asia/Tokyo")
    let rows = try clinic.trail(TrailFilter()).filter { $0.action == .zoneSet }
    #expect(rows.map(\.detail) == ["Asia/Tokyo", "Europe/Berlin"])
    #expect(throws: ClinicError.toCome) {
      try clinic.change(to: .utc, since: clinic.now.adding(minutes: 1))
    }
    #expect(try clinic.verify().isWhole)
  }

  @Test func `an auditor reads the days of the trail in the clinic's zone`() throws {
    let clinic = try open()
    try clinic.adopt(ClinicZone(named: "Pacific/Auckland"))
    _ = try clinic.add(
      .init(name: "Synthetic Aud", login: "aud"), role: .auditor, passphrase: Self.words)
    let auditor = try open()
    try auditor.signIn("aud", Self.words)
    #expect(auditor.today == auditor.now.date(in: try ClinicZone(named: "Pacific/Auckland")))
  }

  @Test func `keys that are rotated, a backup and a restore keep the zone`() throws {
    let clinic = try open()
    try clinic.adopt(ClinicZone(named: "America/Denver"))
    _ = try clinic.register(Identity(name: "Synthetic Ann"))
    try clinic.rotateKeys()
    let again = try open()
    #expect(again.zone.name == "America/Denver")
    let path = practice.folder + "/copy.fascia"
    _ = try again.backup(to: path) { _ in }
    practice.clock.time = practice.clock.time.adding(minutes: 60)
    try again.change(to: ClinicZone(named: "Asia/Tokyo"))
    let other = TestPractice()
    try other.take(from: practice, bytes: Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try other.window().zone.name == "America/Denver")
  }

  @Test func `the practice's own chart is never erased`() throws {
    let store = try practice.store()
    let clinic = try open()
    try clinic.adopt(ClinicZone(named: "America/Denver"))
    _ = try store.erase(Chart.ofPractice, reason: "by mistake")
    #expect(try open().zone.name == "America/Denver")
    #expect(try clinic.verify().isWhole)
  }
}
