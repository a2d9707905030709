import ClinicCore
import TechniqueKit

extension Verb {
  static let consent = Verb(
    name: "consent", group: .before,
    usage: "consent  |  consent give STATEMENT [by=\"NAME\"] [witness=\"NAME\"] [on=DATE]  "
      + "|  consent decline STATEMENT  |  consent withdraw STATEMENT [reason=\"WORDS\"]  "
      + "|  consent show STATEMENT",
    does: "what the client agreed to; read a statement to them and write down the answer",
    example: "consent give general",
    moreExamples: [
      "consent give general by=\"Rosa Ruiz\" on=12nov", "consent withdraw general",
      "consent show general",
    ], seeAlso: ["check", "start", "chart"],
    takes: .nothing.or("give", .words("by=NAME", "witness=NAME", "on=DATE"))
      .or("decline", .words("on=DATE")).or("withdraw", .words("reason=WORDS"))
      .or("show", .words()),
    isNeverGuessed: true
  ) { shell, rest in
    let words = try Words(rest)
    let statement = words.bare.dropFirst().joined(separator: " ")
    switch words.bare.first?.lowercased() {
    case nil:
      try shell.listConsents()
    case "give":
      try shell.giveConsent(statement, words)
    case "decline":
      try shell.declineConsent(statement, words)
    case "withdraw":
      try shell.withdrawConsent(statement, reason: words["reason"])
    default: try shell.showConsent(statement)
    }
  }
}

extension Shell {
  fileprivate func listConsents() throws {
    let chart = try openChart()
    let standings = practice.consentStandings(of: chart)
    guard !standings.isEmpty else { throw ConsentError.notConfigured }
    for (statement, standing) in standings {
      say(consentLine(statement, standing), indent: 2)
      item(json(statement, standing, chart))
    }
  }

  fileprivate func giveConsent(_ typed: String, _ words: Words) throws {
    let statement = try statement(typed, "give")
    let chart = try openChart()
    let day = try consentDay(words["on"])
    var guardian = words["by"]
    if mode.isInteractive {
      read(statement)
      if guardian == nil {
        guard let needed = practice.needsGuardian(chart, on: day ?? practice.today) else {
          throw ConsentError.ageNotKnown
        }
        if needed { guardian = try askGuardian() }
      }
      let who = guardian ?? chart.identity.name
      guard
        let agrees = try decide(
          "Does \(who) agree?", standard: nil,
          again: "That needs y or n; . stops, and nothing is saved.")
      else {
        return say("Nothing was saved.")
      }
      if !agrees { return try keep(.declined, statement, on: day, chart) }
    }
    try keep(.given, statement, guardian: guardian, witness: words["witness"], on: day, chart)
  }

  fileprivate func declineConsent(_ typed: String, _ words: Words) throws {
    let statement = try statement(typed, "decline")
    try keep(.declined, statement, on: consentDay(words["on"]), try openChart())
  }

  fileprivate func withdrawConsent(_ typed: String, reason: String?) throws {
    let statement = try statement(typed, "withdraw")
    let chart = try openChart()
    let (record, written) = try practice.withdraw(statement, reason: reason, in: chart)
    wrote(written)
    say("Withdrawn: \"\(record.title)\". It does not hold any more.", indent: 2)
    item(json(record))
    if try practice.currentVisit(of: chart.id)?.isRunning == true {
      warn("a session is running. Type end to close it.")
    }
  }

  fileprivate func showConsent(_ typed: String) throws {
    let statement = try statement(typed, "show")
    let chart = try openChart()
    let standing = practice.consentStandings(of: chart).first { $0.statement == statement }
    read(statement)
    say(consentLine(statement, standing?.standing ?? .missing), indent: 2)
    item(
      json(statement, standing?.standing ?? .missing, chart).with([
        "text": .strings(statement.lines)
      ]))
    if let record = chart.consent(to: statement.id) { show(record) }
  }

  private func keep(
    _ said: ConsentRecord.Said, _ statement: ConsentStatement, guardian: String? = nil,
    witness: String? = nil, on day: CalendarDate?, _ chart: Chart
  ) throws {
    let (record, written) = try practice.record(
      said, to: statement, guardian: guardian, witness: witness, on: day, in: chart)
    wrote(written)
    let until = record.until.map { ", until \(DateWords.full($0))" } ?? ""
    say("Saved: \"\(record.title)\" \(said.rawValue)\(until).", indent: 2)
    item(json(record))
  }

  /// The statement that is meant: the only one there is, or the one that is asked for.
  private func statement(_ typed: String, _ verb: String) throws -> ConsentStatement {
    if !typed.isEmpty { return try practice.consentStatement(typed) }
    let all = practice.profile.consent.statements
    guard let first = all.first else { throw ConsentError.notConfigured }
    if all.count == 1 { return first }
    let known = all.map(\.id.rawValue).joined(separator: ", ")
    let missing = "consent \(verb) needs a statement: \(known)."
    let event = try ask("Which statement, \(known)? ", missing: missing)
    guard case .line(let answer) = event, !answer.isEmpty, answer != "." else {
      throw Failure.missing(missing)
    }
    return try practice.consentStatement(answer)
  }

  private func consentDay(_ typed: String?) throws -> CalendarDate? {
    guard let typed else { return nil }
    guard let day = CalendarDate(past: typed, practice.today), day.day != nil else {
      throw Failure.rejected(
        "\"\(typed)\" is not a day I can read.", hint: "Example: on=yesterday or on=2026-11-12")
    }
    return day
  }

  private func askGuardian() throws -> String {
    while true {
      let event = try ask("Parent or guardian who agrees: ", missing: "by=\"NAME\"")
      guard case .line(let typed) = event, typed != ".", typed != "-" else {
        throw ConsentError.guardianNotNamed(below: practice.profile.consent.ageOfMajority)
      }
      if typed.contains(where: { !$0.isWhitespace }) { return typed }
    }
  }
}
