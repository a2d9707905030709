import ClinicCore
import TechniqueKit

extension Verb {
  static let today = Verb(
    name: "today", short: "t", group: .choose, usage: "today",
    does: "unfinished work, today's visits, clients seen last", example: "today",
    seeAlso: ["find", "client"],
    takes: .nothing
  ) { shell, _ in
    shell.client = nil
    try shell.showDay()
  }

  static let client = Verb(
    name: "client", short: "c", group: .choose, usage: "client NAME or NUMBER",
    does: "open a client's chart", example: "client ruiz", seeAlso: ["find", "new"],
    takes: .words("id=CODE")
  ) { shell, rest in
    let words = try Words(rest)
    if let code = words["id"] {
      guard words.bare.isEmpty else {
        throw Failure.usage(
          "client takes a name or id=, not both. Nothing was changed.", hint: "Example: client ruiz"
        )
      }
      guard let exact = try shell.practice.find(code).clients.first(where: { $0.code == code })
      else {
        throw Failure.notFound("there is no client \(code). Nothing was changed.")
      }
      return try shell.open(exact)
    }
    guard !words.phrase.isEmpty else {
      throw Failure.usage("client needs a name or a number.", hint: "Example: client ruiz")
    }
    try shell.open(shell.theClient(words.phrase))
  }

  static let new = Verb(
    name: "new", group: .choose, usage: "new NAME [born=DATE] [sex=female] [phone=...]",
    does: "add a client and open the chart", example: "new Ann Ruiz born=1984-03-02",
    seeAlso: ["client", "intake"],
    takes: .words("born=DATE", "sex=SEX", "phone=NUMBER")
  ) { shell, rest in
    let words = try Words(rest)
    let identity = try shell.identity(words)
    if let twin = try shell.twin(of: identity) {
      shell.warn("\(twin.code) has the same name and date of birth.")
    }
    let (chart, written) = try shell.practice.register(identity)
    shell.wrote(written)
    let client = try shell.practice.client(chart)
    shell.client = client
    shell.item(shell.json(client))
    shell.say("\(client.identity.name) is added as \(client.code). Saved.")
    shell.say("Next: intake")
  }

  static let find = Verb(
    name: "find", group: .choose, usage: "find WORDS", does: "search clients by name or number",
    example: "find rui", seeAlso: ["client", "more"],
    takes: .line
  ) { shell, rest in
    let (found, count) = try shell.practice.find(
      rest, atMost: shell.mode.isInteractive ? Shell.longestList : .max)
    if found.isEmpty { shell.say("No client fits \"\(rest)\".") }
    try shell.list(found)
    if count > found.count { shell.say("\(count) fit altogether. Type more of the name.") }
  }
}

extension Shell {
  func identity(_ words: Words) throws -> Identity {
    var name = words.phrase
    if name.isEmpty, mode.isInteractive {
      guard case .line(let typed) = try ask("Name: ", missing: "a name"), typed != "." else {
        throw Failure.missing("No client was added.")
      }
      name = typed
    }
    var born = try words["born"].map(birth)
    if born == nil, mode.isInteractive, !name.isEmpty {
      born = try askBirth()
    }
    return Identity(
      name: name, born: born, sex: try words["sex"].map(sex), phone: words["phone"])
  }

  /// A client of the same name and date of birth.
  func twin(of identity: Identity) throws -> ClientListing? {
    try practice.find(identity.name).clients.first {
      $0.identity.name == identity.name && $0.identity.born == identity.born
    }
  }

  /// Reads `female`, `f`.
  func sex(_ typed: String) throws -> Sex {
    guard !typed.isEmpty,
      let sex = Sex.allCases.first(where: { $0.rawValue.hasPrefix(typed.lowercased()) })
    else {
      throw Failure.rejected("sex is female, male or intersex; you typed \"\(typed)\".")
    }
    return sex
  }

  private func askBirth() throws -> CalendarDate? {
    while true {
      let event = try ask("Born, day month year, - if not known: ", missing: "a date of birth")
      guard case .line(let typed) = event, !["", "-", "."].contains(typed) else { return nil }
      do { return try CalendarDate(birth: typed, practice.today) } catch {
        say("      \(error.description.capitalizedFirst)", indent: 6)
      }
    }
  }

  /// A date of birth.
  func birth(_ typed: String) throws -> CalendarDate {
    do { return try CalendarDate(birth: typed, practice.today) } catch BirthRefusal.twoCenturies(
      let typed, let dates)
    { throw Failure.missing(BirthRefusal.twoCenturies(typed, dates).description) }
  }

  func date(_ typed: String) throws -> CalendarDate {
    guard let date = CalendarDate(past: typed, practice.today) else {
      throw Failure.rejected(
        "\"\(typed)\" is not a date I can read.", hint: "Example: 1984-03-02 or \"2 mar 1984\"")
    }
    return date
  }

  /// The `at=` field of a command, for entering what happened earlier.
  func time(_ words: Words) throws -> Instant? { try time(typed: words["at"]) }

  /// An hour alone is of today, or of the day of the visit in hand where that is entered late.
  ///
  /// - Parameter inVisit: whether it is of the visit in hand.
  func time(typed: String?, inVisit: Bool = true) throws -> Instant? {
    try typed.map { typed throws -> Instant in
      let late = try (inVisit ? client : nil).flatMap { try practice.currentVisit(of: $0.chart) }
        .flatMap { $0.isEnteredLate ? $0.clock.startedAt.date(in: zone) : nil }
      guard let time = Instant(past: typed, late ?? practice.today, in: zone) else {
        throw Failure.rejected(
          "\"\(typed)\" is not a time I can read.",
          hint: "Example: at=10:16 or at=2026-11-24T10:16")
      }
      return try practice.past(time)
    }
  }
}
