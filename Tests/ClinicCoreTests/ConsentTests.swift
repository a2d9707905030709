import ClinicCore
import Foundation
import TechniqueKit
import Testing

/// Consent as values: what was said, and how it is stored.
@Suite struct ConsentTests {
  static let day = CalendarDate(year: 2026, month: 11, day: 24) ?? .epoch

  static let breast = ConsentStatement(
    id: "breast", version: "2", title: "Breast", lines: ["I agree.", "", "I may stop."],
    sensitiveAreas: [Site("breast", .right)])

  @Test func `a consent is stored word for word, in a form that stays`() throws {
    func check(_ record: ConsentRecord, _ form: String) throws {
      #expect(String(decoding: try Payload.encode(record), as: UTF8.self) == form)
      #expect(try Payload.decode(Data(form.utf8)) == record)
    }
    try check(
      ConsentRecord(
        .given, to: Self.breast, by: .guardian(name: "Rosa Ruiz"), witness: "Kim Doe",
        on: Self.day, until: Self.day.adding(days: 365)),
      #"{"areas":[{"region":"breast","side":"right"}],"by":{"guardian":"Rosa Ruiz"},"#
        + #""lines":["I agree.","","I may stop."],"on":"2026-11-24","said":"given","#
        + #""statement":"breast","title":"Breast","until":"2027-11-24","version":"2","#
        + #""witness":"Kim Doe"}"#)
    try check(
      ConsentRecord(.withdrawn, to: Self.breast, by: .client, on: Self.day, reason: "tired"),
      #"{"areas":[{"region":"breast","side":"right"}],"by":"client","#
        + #""lines":["I agree.","","I may stop."],"on":"2026-11-24","reason":"tired","#
        + #""said":"withdrawn","statement":"breast","title":"Breast","version":"2"}"#)
    #expect(throws: DecodingError.self) {
      let _: Consenter = try Payload.decode(Data("\"somebody\"".utf8))
    }
  }

  static func entry(_ id: ID<Entry>, _ content: Entry.Content) -> Entry {
    AppointmentTests.entry(id, content)
  }

  @Test func `the latest day counts, then what was written last, and what was taken back does not`()
  {
    func record(_ said: ConsentRecord.Said, _ days: Int) -> ConsentRecord {
      ConsentRecord(said, to: Self.breast, by: .client, on: Self.day.adding(days: days))
    }
    var entries = [Self.entry("1", .registered(Identity(name: "Synthetic Ann")))]
    func said() -> ConsentRecord.Said? {
      Chart(id: "ann", entries: entries, in: .utc).consent(to: "breast")?.said
    }
    #expect(said() == nil)
    entries.append(Self.entry("2", .consent(record(.given, 0))))
    entries.append(Self.entry("3", .consent(record(.declined, -9))))
    #expect(said() == .given, "a paper of an earlier day that was typed later is the older one")
    entries.append(Self.entry("4", .consent(record(.withdrawn, 0))))
    #expect(said() == .withdrawn)
    entries.append(Self.entry("5", .retraction(.init(of: ["4"]))))
    #expect(said() == .given)
    #expect(Chart(id: "ann", entries: entries, in: .utc).consent(to: "general") == nil)
  }

  @Test func `a part of the body is known by its name in the anatomy`() {
    #expect(ConsentStatement.area(named: "right breast") == Site("breast", .right))
    #expect(ConsentStatement.area(named: "perineum") == Site("pelvic_floor"))
    #expect(ConsentStatement.area(named: "nowhere") == nil)
  }
}
