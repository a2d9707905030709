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
    if let twin = try shell.practice.find(identity.name).clients.first(where: {
      $0.identity.name == identity.name && $0.identity.born == identity.born
    }) {
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
    var born = try words["born"].map(date)
    if born == nil, mode.isInteractive, !name.isEmpty {
      born = try askBirth()
    }
    let sex = try words["sex"].map { typed throws -> Sex in
      guard let sex = Sex.allCases.first(where: { $0.rawValue.hasPrefix(typed.lowercased()) })
      else {
        throw Failure.rejected("sex is female, male or intersex; you typed \"\(typed)\".")
      }
      return sex
    }
    return Identity(name: name, born: born, sex: sex, phone: words["phone"])
  }

  private func askBirth() throws -> CalendarDate? {
    while true {
      let event = try ask("Born, day month year, - if not known: ", missing: "a date of birth")
      guard case .line(let typed) = event, !["", "-", "."].contains(typed) else { return nil }
      if let date = CalendarDate(typed: typed) { return date }
      say("      That is not a date I can read. Example: 2 mar 1984")
    }
  }

  func date(_ typed: String) throws -> CalendarDate {
    guard let date = CalendarDate(typed: typed) else {
      throw Failure.rejected(
        "\"\(typed)\" is not a date I can read.", hint: "Example: 1984-03-02 or \"2 mar 1984\"")
    }
    return date
  }

  /// The `at=` field of a command, for entering what happened earlier.
  func time(_ words: Words) throws -> Instant? {
    try words["at"].map { typed throws -> Instant in
      guard let time = Instant(past: typed, practice.today) else {
        throw Failure.rejected(
          "\"\(typed)\" is not a time I can read.",
          hint: "Example: at=10:16 or at=2026-11-24T10:16")
      }
      return try practice.past(time)
    }
  }
}
