import ClinicCore
import TechniqueKit

extension Verb {
  static let rebook = Verb(
    name: "rebook", group: .after, usage: "rebook WHEN [TIME] [MIN] [also=yes]",
    does: "the client's next appointment; also=yes where there is one already",
    example: "rebook 2w", moreExamples: ["rebook tue 10:15", "rebook 8 dec also=yes"],
    seeAlso: ["today", "end", "book", "move"], takes: .words("also=yes")
  ) { shell, rest in
    let words = try Words(rest)
    let typed = words.phrase
    let chart = try shell.openChart()
    if typed.isEmpty, shell.mode.isInteractive {
      try shell.askRebooking(chart)
      return
    }
    guard !typed.isEmpty,
      let appointment = try shell.practice.appointment(typed: typed, chart)
    else {
      throw Failure.usage(
        typed.isEmpty ? "rebook needs a day." : "\"\(typed)\" is not a day I can read.",
        hint: "Example: rebook 2w, rebook tue 10:15, rebook 8 dec")
    }
    guard try shell.isWanted(beside: shell.practice.nextAppointment(chart), words["also"]) else {
      return shell.say("       Nothing was booked. To change it type: move 1 \(typed)", indent: 7)
    }
    try shell.book([appointment], try shell.practice.client(chart.id))
  }

  static let book = Verb(
    name: "book", group: .book,
    usage: "book [NAME] WHEN [TIME] [MIN] [with=LOGIN] [every=1w times=6]",
    does: "an appointment, or several at the same time of day: all or none",
    example: "book tue 10:15",
    moreExamples: ["book ruiz 8 dec 14:30 45", "book 2w every=1w times=6"],
    seeAlso: ["appointments", "move", "cancel", "rebook"],
    takes: .words("with=LOGIN", "every=1w", "times=N")
  ) { shell, rest in
    let words = try Words(rest)
    guard let typed = TypedAppointment(words.phrase, today: shell.practice.today) else {
      throw Failure.usage("book needs a day.", hint: Verb.dayExamples("book"))
    }
    let therapist = try words["with"].map { try shell.person($0).id }
    let recurrence = try Verb.recurrence(words)
    let client = try typed.before.isEmpty ? shell.openClient() : shell.theClient(typed.before)
    let usual = try shell.practice.usualAppointment(of: client, with: therapist)
    let first = typed.appointment(like: usual, on: shell.practice.today, in: shell.zone)
    try shell.book(recurrence?.appointments(from: first, in: shell.zone) ?? [first], client)
  }

  static func dayExamples(_ verb: String) -> String {
    "Example: \(verb) 2w, \(verb) tue 10:15, \(verb) 8 dec 14:30 45"
  }

  private static func recurrence(_ words: Words) throws -> Recurrence? {
    if words["every"] == nil, words["times"] == nil { return nil }
    guard let every = words["every"], let times = words["times"].flatMap({ Int($0) }),
      let recurrence = Recurrence(every: every, times: times)
    else {
      throw Failure.usage(
        "every is a number of weeks or days, and times is 2 to \(Recurrence.mostTimes).",
        hint: "Example: book tue 10:15 every=1w times=6")
    }
    return recurrence
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
    let proposed = try practice.proposedAppointment(chart, days: days)
    while true {
      let weeks = days % 7 == 0 ? (days / 7).of("week") : days.of("day")
      let prompt = "Rebook [\(weeks): \(words(for: proposed))]: "
      let asking = Asking(place: "rebook")
      guard case .line(let typed) = try ask(prompt, asking, missing: "rebook") else { return false }
      switch typed.lowercased() {
      case "-", "skip", "n", "no":
        say("       Not rebooked.")
        return true
      case ".", "stop": return false
      case "?", "??", "help":
        say("       A day, with or without a time: 2w, tue 10:15, 8 dec. - for none.")
      default:
        let meant = typed.isEmpty ? proposed : try practice.appointment(typed: typed, chart)
        guard let meant else {
          say("       That is not a day I can read. Example: tue 10:15")
          continue
        }
        do {
          try book([meant], try practice.client(chart.id))
          return true
        } catch { say("       \(Failure(error).message)", indent: 7) }
      }
    }
  }

  /// Whether another appointment is to be made where a next one is booked already.
  ///
  /// - Throws: `Failure` in a script that does not say so.
  fileprivate func isWanted(beside next: Appointment?, _ also: String?) throws -> Bool {
    let isSaid = try also.map { typed throws -> Bool in
      guard let isWanted = ["yes": true, "no": false][typed.lowercased()] else {
        throw Failure.usage("also is yes or no.", hint: "Example: rebook 2w also=yes")
      }
      return isWanted
    }
    guard let next, isSaid != true else { return true }
    let text = "the next appointment is booked already: \(words(for: next))."
    guard isSaid == nil, mode.isInteractive else {
      throw Failure.missing(
        text + " Nothing was booked.", hint: "To move it type move. To book another: also=yes")
    }
    return try confirm("\(text.capitalizedFirst) Book this one too?", standard: false)
  }

  fileprivate func book(_ appointments: [Appointment], _ client: ClientListing) throws {
    wrote(try practice.book(appointments, in: client.chart))
    let colleagues = try Colleagues(practice)
    let whose = client.chart == self.client?.chart ? "" : ", \(name(of: client))"
    for appointment in appointments {
      say(
        "       Booked: \(words(for: appointment)), \(appointment.minutes) min"
          + "\(colleagues.with(appointment.therapist))\(whose).", indent: 7)
      item(json(appointment, .booked, client, login: colleagues.login(appointment.therapist)))
    }
  }
}
