import ClinicCore
import TechniqueKit

extension Verb {
  static let rebook = Verb(
    name: "rebook", group: .after, usage: "rebook WHEN [TIME]",
    does: "the client's next appointment", example: "rebook 2w",
    moreExamples: ["rebook tue 10:15", "rebook 8 dec"], seeAlso: ["today", "end"], takesText: true
  ) { shell, rest in
    let chart = try shell.openChart()
    if rest.isEmpty, shell.mode.isInteractive {
      try shell.askRebooking(chart)
      return
    }
    guard !rest.isEmpty, let appointment = shell.practice.appointment(typed: rest, chart) else {
      throw Failure.usage(
        rest.isEmpty ? "rebook needs a day." : "\"\(rest)\" is not a day I can read.",
        hint: "Example: rebook 2w, rebook tue 10:15, rebook 8 dec")
    }
    try shell.book(appointment, chart)
  }
}

extension Shell {
  /// Offers a time; Enter takes it, `-` leaves it.
  ///
  /// - Returns: `false` when somebody stops here.
  @discardableResult
  func askRebooking(_ chart: Chart, days: Int = 14) throws -> Bool {
    if let next = practice.nextAppointment(chart) {
      say("Next appointment: \(words(for: next)).")
      return true
    }
    let proposed = practice.proposedAppointment(chart, days: days)
    while true {
      let weeks = days % 7 == 0 ? (days / 7).of("week") : days.of("day")
      let prompt = "Rebook [\(weeks): \(words(for: proposed))]: "
      let asking = Asking(place: "rebook")
      guard case .line(let typed) = try ask(prompt, asking, missing: "rebook") else { return false }
      switch typed.lowercased() {
      case "":
        try book(proposed, chart)
        return true
      case "-", "skip", "n", "no":
        say("       Not rebooked.")
        return true
      case ".", "stop": return false
      case "?", "??", "help":
        say("       A day, with or without a time: 2w, tue 10:15, 8 dec. - for none.")
      default:
        guard let appointment = practice.appointment(typed: typed, chart) else {
          say("       That is not a day I can read. Example: tue 10:15")
          continue
        }
        do {
          try book(appointment, chart)
          return true
        } catch { say("       \(Failure(error).message)") }
      }
    }
  }

  fileprivate func book(_ appointment: Appointment, _ chart: Chart) throws {
    wrote(try practice.book(appointment, in: chart.id))
    say("       Booked: \(words(for: appointment)), \(appointment.minutes) min.")
    item(json(appointment))
  }

  func json(_ appointment: Appointment) -> JSON {
    .fields([
      "starts": .string(appointment.startsAt.iso), "minutes": .int(appointment.minutes),
    ])
  }

  /// `Tue 8 Dec 10:15`, with the year when it is another one.
  func words(for appointment: Appointment) -> String {
    let local = appointment.startsAt.local
    let day = DateWords.shortWithWeekday(local.date, today: practice.today)
    return "\(day) \(local.clock)"
  }
}
