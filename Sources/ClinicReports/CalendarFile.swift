import ClinicCore
import TechniqueKit

/// Appointments in the form of RFC 5545, which calendar programs read.
///
/// ```swift
/// CalendarFile.text([.init(booked, summary: "Appointment C0042")], at: practice.now)
/// ```
public enum CalendarFile {
  /// What a calendar shows of one appointment.
  public struct Event: Hashable, Sendable {
    let booked: BookedAppointment
    let summary: String
    let therapist: String?
    /// Whether its end is told; that of an erased client is not known.
    let hasEnd: Bool

    /// - Parameters:
    ///   - summary: its heading.
    ///   - therapist: the name of who treats, when it is known.
    ///   - hasEnd: whether its end is told.
    public init(
      _ booked: BookedAppointment, summary: String, therapist: String? = nil, hasEnd: Bool = true
    ) {
      self.hasEnd = hasEnd
      self.booked = booked
      self.summary = summary
      self.therapist = therapist
    }
  }

  /// How every such file begins.
  public static let opening = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Fascia//Fascia//EN\r\n"

  /// The whole file. An event keeps its UID for ever, and its SEQUENCE rises with each change, so
  /// that a calendar which read an earlier file takes the newer one.
  ///
  /// - Parameter time: when it is written.
  public static func text(_ events: [Event], at time: Instant) -> String {
    let told = events.flatMap { lines(of: $0, time) }
    return opening
      + (["METHOD:PUBLISH"] + told + ["END:VCALENDAR"]).map { folded($0) + "\r\n" }.joined()
  }

  private static func lines(of event: Event, _ time: Instant) -> [String] {
    let booked = event.booked
    let status =
      switch booked.state {
      case .booked, .missed: "CONFIRMED"
      case .cancelled: "CANCELLED"
      }
    return [
      "BEGIN:VEVENT", "UID:\(booked.entry)", "DTSTAMP:\(utc(time))",
      "DTSTART:\(utc(booked.appointment.startsAt))",
    ] + (event.hasEnd ? ["DTEND:\(utc(booked.appointment.endsAt))"] : []) + [
      "SEQUENCE:\(booked.revision)", "STATUS:\(status)", "SUMMARY:\(escaped(event.summary))",
    ] + (event.therapist.map { ["CONTACT:\(escaped($0))"] } ?? []) + ["END:VEVENT"]
  }

  /// `20261208T101500Z`.
  static func utc(_ instant: Instant) -> String {
    let seconds = instant.milliseconds / 1000
    let date = CalendarDate(dayNumber: Int(seconds / 86_400))
    let time = Int(seconds % 86_400)
    func digits(_ number: Int, _ count: Int = 2) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return digits(date.year, 4) + digits(date.month ?? 1) + digits(date.day ?? 1) + "T"
      + digits(time / 3600) + digits(time / 60 % 60) + digits(time % 60) + "Z"
  }

  /// A value of type TEXT.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\", ";", ",": result += "\\\(character)"
      case "\n", "\r\n": result += "\\n"
      case "\r": break
      default: result.append(character)
      }
    }
  }

  /// A content line in pieces of at most 75 octets; no character is broken.
  static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += size
    }
    return result
  }
}
