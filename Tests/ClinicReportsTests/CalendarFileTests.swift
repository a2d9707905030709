import ClinicCore
import TechniqueKit
import Testing

@testable import ClinicReports

/// The pieces of RFC 5545; the whole file is read by another program's parser where it is written.
@Suite struct CalendarFileTests {
  /// 24 November 2026, 10:16 UTC.
  let at = Instant(milliseconds: 1_795_515_360_000)

  func booked(
    _ state: BookedAppointment.State = .booked, revision: Int = 0
  ) -> BookedAppointment {
    BookedAppointment(
      entry: "e-1", chart: "c",
      appointment: Appointment(startsAt: at, minutes: 45, therapist: "t"), state: state,
      revision: revision)
  }

  @Test func `the same appointments give the same file`() {
    let text = CalendarFile.text(
      [
        .init(booked(), summary: "Appointment C0042"),
        .init(booked(.cancelled, revision: 2), summary: "Ann R", therapist: "Kim Doe"),
      ], at: at)
    let lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fascia//Fascia//EN", "METHOD:PUBLISH",
      "BEGIN:VEVENT", "UID:e-1", "DTSTAMP:20261124T101600Z", "DTSTART:20261124T101600Z",
      "DTEND:20261124T110100Z", "SEQUENCE:0", "STATUS:CONFIRMED", "SUMMARY:Appointment C0042",
      "END:VEVENT", "BEGIN:VEVENT", "UID:e-1", "DTSTAMP:20261124T101600Z",
      "DTSTART:20261124T101600Z", "DTEND:20261124T110100Z", "SEQUENCE:2", "STATUS:CANCELLED",
      "SUMMARY:Ann R", "CONTACT:Kim Doe", "END:VEVENT", "END:VCALENDAR",
    ]
    #expect(text == lines.map { $0 + "\r\n" }.joined())
    #expect(text.utf8.starts(with: CalendarFile.opening.utf8))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a, b; c", #"a\, b\; c"#), (#"back\slash"#, #"back\\slash"#),
    ("two\nlines", #"two\nlines"#), ("two\r\nlines", #"two\nlines"#), ("a:b \"c\"", "a:b \"c\""),
  ])
  func `what has a meaning in the form is escaped`(text: String, escaped: String) {
    #expect(CalendarFile.escaped(text) == escaped)
  }

  @Test(arguments: [0, 74, 75, 76, 149, 150, 400])
  func `no line is longer than 75 octets, and put together again they are what was there`(
    count: Int
  ) {
    for letter in ["x", "ü", "日", "👩‍👧"] {
      let line = String(repeating: letter, count: count)
      let folded = CalendarFile.folded(line)
      let pieces = folded.utf8.split(separator: UInt8(ascii: "\n")).map {
        Array($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0)
      }
      #expect(pieces.allSatisfy { $0.count <= 75 }, "\(count) of \(letter)")
      #expect(pieces.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
      #expect(pieces.dropFirst().allSatisfy { $0.first == UInt8(ascii: " ") })
      let whole = (pieces.first ?? []) + pieces.dropFirst().flatMap { $0.dropFirst() }
      #expect(whole == Array(line.utf8))
    }
  }

  @Test func `75 octets stand in one line`() {
    #expect(CalendarFile.folded(String(repeating: "x", count: 75)).utf8.count == 75)
    #expect(CalendarFile.folded(String(repeating: "x", count: 76)).utf8.count == 79)
  }
}
