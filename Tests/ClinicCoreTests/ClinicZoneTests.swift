import Foundation
import TechniqueKit
import Testing

@testable import ClinicCore

/// Days and hours in the clinic's zone, whatever zone the process has.
@Suite struct ClinicZoneTests {
  static func zone(_ name: String) throws -> ClinicZone { try ClinicZone(named: name) }

  @Test(arguments: [
    ("America/New_York", "2026-01-15T12:00:00-05:00"),
    ("America/New_York", "2026-07-15T12:00:00-04:00"),
    ("Europe/Berlin", "2026-03-29T03:00:00+02:00"), ("Asia/Kolkata", "2026-05-01T00:30:00+05:30"),
    ("Pacific/Auckland", "2026-01-01T09:00:00+13:00"),
    ("Australia/Lord_Howe", "2026-01-01T09:00:00+11:00"),
    ("Pacific/Chatham", "2026-01-01T09:00:00+13:45"),
    ("Pacific/Kiritimati", "2026-06-01T09:00:00+14:00"),
    ("America/New_York", "2150-07-15T12:00:00-04:00"), ("UTC", "1969-12-31T23:59:59+00:00"),
  ])
  func `a time is told with the offset of its day, and read back`(name: String, told: String) throws
  {
    let zone = try Self.zone(name)
    let instant = try #require(Instant(iso: told, in: .utc))
    #expect(instant.iso(in: zone) == told)
    #expect(Instant(iso: String(told.prefix(19)), in: zone) == instant)
  }

  @Test(arguments: [
    "America/Los_Angeles", "America/Sao_Paulo", "Europe/London", "Europe/Dublin", "Asia/Tokyo",
    "Australia/Sydney", "Pacific/Auckland", "America/St_Johns", "Africa/Cairo", "America/Havana",
  ])
  func `offsets are those of another reader of the same database`(name: String) throws {
    let zone = try Self.zone(name)
    let other = try #require(TimeZone(identifier: name))
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      // 1975 to 2026: what lies ahead is not the same in every edition.
      let seconds = Int64.random(in: 157_766_400..<1_780_000_000, using: &generator)
      let theirs = other.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      #expect(
        Instant(milliseconds: seconds * 1000).local(in: zone).offset == theirs, "\(name) \(seconds)"
      )
    }
  }

  @Test(arguments: [
    ("America/Los_Angeles", "2026-03-08T02:30", "2026-03-08T03:30:00-07:00"),
    ("Europe/Berlin", "2026-03-29T02:15", "2026-03-29T03:15:00+02:00"),
    ("Pacific/Auckland", "2026-09-27T02:00", "2026-09-27T03:00:00+13:00"),
    ("America/Los_Angeles", "2026-11-01T01:30", "2026-11-01T01:30:00-07:00"),
    ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T02:30:00+02:00"),
  ])
  func `an hour that is left out is moved forward, and of one that comes twice the first is meant`(
    name: String, typed: String, told: String
  ) throws {
    let zone = try Self.zone(name)
    #expect(try #require(Instant(iso: typed, in: zone)).iso(in: zone) == told)
  }

  @Test func `every minute around a change is found again from its day and hour`() throws {
    for name in ["America/New_York", "Pacific/Auckland", "Australia/Lord_Howe", "Africa/Cairo"] {
      let zone = try Self.zone(name)
      for minute in stride(from: Int64(0), to: 366 * 1440, by: 7) {
        let instant = Instant(milliseconds: 1_767_225_600_000 + minute * 60_000)
        let local = instant.local(in: zone)
        let again = Instant(local.date, hour: local.hour, minute: local.minute, in: zone)
        // The second of two equal hours reads as the first.
        #expect(
          again == instant || again.local(in: zone).clock == local.clock && again < instant)
        #expect(instant.date(in: zone) == local.date)
      }
    }
  }

  @Test(arguments: [
    ("America/New_Yrok", "America/New_York"), ("new york", "America/New_York"),
    ("Europe/Berln", "Europe/Berlin"), ("los_angeles", "America/Los_Angeles"),
    ("auckland", "Pacific/Auckland"),
  ])
  func `an unknown zone is refused with the one that may be meant`(typed: String, meant: String) {
    #expect(throws: ZoneError.unknown(typed, suggestion: meant)) { try ClinicZone(named: typed) }
    #expect(
      ZoneError.unknown(typed, suggestion: meant).description
        == "there is no time zone \"\(typed)\". Did you mean \(meant)?")
  }

  @Test(arguments: [
    "", "/etc/passwd", "../../../etc/passwd", "America", "posix/America/New_York", "localtime",
    "tzdata.zi", "CET-1CEST,M3.5.0,M10.5.0/3", "America/New_York\u{0}",
  ])
  func `nothing but the name of a zone is one`(typed: String) {
    #expect(throws: ZoneError.self) { try ClinicZone(named: typed) }
  }

  @Test func `the case of a name does not matter, and what is kept has the name's own`() throws {
    #expect(try Self.zone("america/new_york").name == "America/New_York")
    #expect(try Self.zone("EUROPE/BERLIN").name == "Europe/Berlin")
    #expect(try Self.zone("etc/utc") == .utc)
  }

  @Test(arguments: [
    ("Europe/Berlin", "Europe/Berlin"), (":America/Denver", "America/Denver"), ("", "UTC"),
    ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
  ])
  func `the computer's own zone is what TZ names`(set: String, name: String) {
    #expect(ClinicZone.nameOnThisComputer(["TZ": set]) == name)
  }

  @Test func `of a clinic that moved, each time is told in the zone of then`() throws {
    let moved = try #require(Instant(iso: "2026-06-01T00:00:00Z", in: .utc))
    let choices = [
      KeptZone(name: "America/New_York", since: Instant(milliseconds: 0)),
      KeptZone(name: "America/Denver", since: moved),
    ]
    let zone = try #require(try choices.zone())
    #expect(zone.name == "America/Denver")
    #expect(
      Instant(iso: "2026-05-01T12:00", in: zone)?.iso(in: zone) == "2026-05-01T12:00:00-04:00")
    #expect(
      Instant(iso: "2026-07-01T12:00", in: zone)?.iso(in: zone) == "2026-07-01T12:00:00-06:00")
    #expect(
      Instant(iso: "2027-01-01T12:00", in: zone)?.iso(in: zone) == "2027-01-01T12:00:00-07:00")
  }

  @Test func `a later choice takes the place of what was chosen for the same time and later`() {
    func kept(_ name: String, _ since: Int64) -> KeptZone {
      KeptZone(name: name, since: Instant(milliseconds: since))
    }
    let wrong = [kept("UTC", 5), kept("Asia/Tokyo", 20), kept("Europe/Berlin", 10)]
    #expect(wrong.counting == [kept("UTC", 5), kept("Europe/Berlin", 10)])
    #expect((wrong + [kept("Asia/Tokyo", 0)]).counting == [kept("Asia/Tokyo", 0)])
    #expect([KeptZone]().counting.isEmpty)
  }

  @Test(arguments: [
    "PST8PDT,M3.2.0,M11.1.0", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
    "EET-2EEST,M4.5.5/0,M10.5.4/24",
    "IST-1GMT0,M10.5.0,M3.5.0/1", "JST-9",
  ])
  func `the rule at the end of a zone's file is read`(line: String) throws {
    let rule = try #require(YearlyZoneRule(line))
    #expect(rule.changes(years: 2030...2031).count == (line.contains(",") ? 4 : 0))
  }
}
