import ClinicCore
import TechniqueKit

extension Verb {
  static let lock = Verb(
    name: "lock", group: .keep, usage: "lock", does: "close the practice until somebody signs in",
    example: "lock", seeAlso: ["quit", "passphrase"],
    takes: .nothing,
    reachesOut: true
  ) { shell, _ in
    guard try shell.practice.ownerHasPassphrase else {
      throw Failure.rejected(
        "no owner has a passphrase, so nobody could sign in again.",
        hint: "Set your own first: passphrase")
    }
    shell.item(.fields(["locked": .bool(true)]))
    guard shell.mode.isInteractive else { return shell.practice.lock() }
    shell.lock(because: "You left.")
  }

  static let staff = Verb(
    name: "staff", group: .keep,
    usage: "staff  |  staff add NAME role=ROLE [credential=] [login=]  |  "
      + "staff remove LOGIN [to=LOGIN] [anyway=\"REASON\"]",
    does: "who may open the practice, and as what", example: "staff add \"Kim Doe\" role=therapist",
    moreExamples: ["staff remove kim to=lee anyway=\"left the clinic\""],
    seeAlso: ["passphrase", "audit"],
    takes: .nothing
      .or("add", .words("role=ROLE", "credential=LMT", "login=LOGIN", "passphrase_file=PATH"))
      .or("remove", .words("to=LOGIN", "anyway=REASON")),
    reachesOut: true
  ) { shell, rest in
    try shell.practice.require(.staff)
    let words = try Words(rest)
    switch words.bare.first {
    case nil: try shell.showStaff()
    case "add": try shell.addPerson(words)
    case "remove": try shell.removePerson(words)
    default:
      throw Failure.usage(
        "staff lists people; it also takes add and remove.",
        hint: "Example: staff add \"Kim Doe\" role=therapist")
    }
  }

  static let passphrase = Verb(
    name: "passphrase", group: .keep, usage: "passphrase [LOGIN]",
    does: "a new passphrase for yourself, or as owner for another", example: "passphrase",
    seeAlso: ["staff", "lock"],
    takes: .words("passphrase_file=PATH"),
    reachesOut: true
  ) { shell, rest in
    guard let own = shell.practice.person else { throw StoreError.locked }
    let typed = try Words(rest)
    var person = own
    if !typed.phrase.isEmpty {
      person = try shell.person(typed.phrase)
      if person.id != own.id { try shell.practice.require(.staff) }
    }
    // A window that was left open must not give away the passphrase of who left it.
    if person.id == own.id, shell.practice.isPersonal, shell.mode.isInteractive {
      guard let old = try shell.askSecret("Present passphrase: ", missing: "") else { return }
      try shell.practice.signIn(own.profile.login, old)
    }
    let words = try shell.newPassphrase(
      of: person.profile.name, file: typed["passphrase_file"])
    try shell.practice.setPassphrase(words, of: person.id)
    shell.item(
      .fields([
        "change": .string("passphrase"), "name": .string(person.profile.name),
        "login": .string(person.profile.login),
      ]))
    shell.say("\(person.profile.name) signs in as \"\(person.profile.login)\" with it from now on.")
  }
}

extension Shell {
  fileprivate func showStaff() throws {
    for person in try practice.people() where person.removedAt == nil {
      let columns = [
        person.author.description, person.role.words, "signs in as \(person.profile.login)",
      ]
      say(glyphs.isPlain ? columns.joined(separator: ", ") : columns.aligned(to: [26, 12, 0]))
      item(
        .fields([
          "name": .string(person.profile.name), "credential": .string(person.profile.credential),
          "role": .string(person.role.rawValue), "login": .string(person.profile.login),
        ]))
    }
    try warnOfNoRecoveryCode()
  }

  fileprivate func addPerson(_ words: Words) throws {
    let name = words.bare.dropFirst().joined(separator: " ")
    guard !name.isEmpty, let typed = words["role"] else {
      throw Failure.usage(
        "staff add needs a name and a role.",
        hint: "Example: staff add \"Kim Doe\" role=therapist")
    }
    guard let role = Role(typed: typed) else {
      throw Failure.usage(
        "there is no role \"\(typed)\".",
        hint: "Known: \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let profile = Person.Profile(
      name: name, credential: words["credential"] ?? "",
      login: words["login"] ?? Person.Profile.login(for: name))
    let passphrase = try newPassphrase(of: name, file: words["passphrase_file"])
    let person = try practice.add(profile, role: role, passphrase: passphrase)
    say("\(person.author) is added as \(role.words) and signs in as \"\(profile.login)\".")
    item(
      .fields([
        "name": .string(name), "role": .string(role.rawValue), "change": .string("added"),
        "credential": .string(profile.credential), "login": .string(profile.login),
      ]))
  }

  /// The one person who signs in by that name, or is called so.
  func person(_ typed: String) throws -> Person {
    let wanted = typed.lowercased()
    let people = try practice.people()
    func named(_ fits: (Person) -> Bool) -> Person? {
      people.first { $0.removedAt == nil && fits($0) } ?? people.first(where: fits)
    }
    guard
      let person = named({ $0.profile.login == wanted })
        ?? named({ $0.profile.name.lowercased() == wanted })
    else {
      throw Failure.notFound("there is no \"\(typed)\" among the staff.", hint: "Type staff.")
    }
    return person
  }
}
