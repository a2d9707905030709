import ClinicCore
import TechniqueKit

extension Verb {
  static let rescreen = Verb(
    name: "rescreen", group: .understand, usage: "rescreen [all]",
    does: "clients not asked every safety question yet, with today's verdict",
    example: "rescreen", seeAlso: ["techniques", "check"],
    takes: .line
  ) { shell, rest in
    guard ["", "all"].contains(rest.lowercased()) else {
      throw Failure.usage("rescreen takes all or nothing.", hint: "Example: rescreen all")
    }
    let clients = try shell.practice.clientsToRescreen()
    guard !clients.isEmpty else {
      return shell.say(
        "Every client with an intake was asked every safety question of the enabled techniques.")
    }
    shell.say(
      "\(clients.count.of("client")) last asked before a technique or safety question was added:")
    // A verdict reads the chart, so no more are read than are shown.
    let count = rest.isEmpty ? 10 : clients.count
    for (place, client) in clients.prefix(count).enumerated() {
      try shell.show(client, place + 1)
    }
    if clients.count > count {
      shell.say("And \(clients.count - count) more: rescreen all")
      shell.item(.fields(["more": .int(clients.count - count)]))
    }
    shell.say("Open a client and type intake: only what is missing is asked.")
  }
}

extension Shell {
  fileprivate func show(_ rescreening: Rescreening, _ place: Int) throws {
    let client = rescreening.client
    let names = rescreening.techniques.map(\.name).joined(separator: ", ")
    let verdict = try practice.verdict(try practice.chart(client.chart))
    say("\(place)  \(client.identity.name) (\(client.code)): \(names)", indent: 3)
    for question in rescreening.questions { say("   New: \(question.prompt)", indent: 6) }
    var severities: [String] = []
    var standings: [JSON] = []
    for technique in rescreening.techniques {
      let standing = verdict.standing(
        of: technique, general: practice.catalogue.general.manifest.id)
      say("   \(words(for: standing))", indent: 3)
      severities.append(standing.severity?.rawValue ?? "none")
      standings.append(json(standing))
    }
    item(
      .fields([
        "client": .string(client.code),
        "techniques": .strings(rescreening.techniques.map(\.id.rawValue)),
        "questions": .strings(rescreening.questions.map(\.id.rawValue)),
        "severities": .strings(severities), "name": .string(client.identity.name),
        "standings": .array(standings),
      ]))
  }

  /// `Deep tissue massage: STOP (A5). Not left calf. Pressure at most 2 of 5.`
  func words(for standing: Standing) -> String {
    let name = shown.technique(standing.technique.id)?.manifest.name ?? standing.technique.name
    if standing.severity == nil, standing.unanswered == 0 { return "\(name): no rule was raised." }
    var codes: [String] = []
    for code in standing.decisive.map(\.rule.code) where !codes.contains(code) {
      codes.append(code)
    }
    let more = codes.count > 4 ? " and \(codes.count - 4) more" : ""
    let rules = codes.prefix(4).joined(separator: ", ") + more
    var parts = ["\(name):" + (standing.severity.map { " \($0.word) (\(rules))." } ?? "")]
    if standing.unanswered > 0 { parts.append("ASK: \(standing.unanswered.of("answer")) missing.") }
    // Limits that only hang on missing answers say nothing yet.
    if standing.severity == nil { return parts.joined(separator: " ") }
    if !standing.avoided.isEmpty {
      let sites = standing.avoided.map(practice.catalogue.anatomy.name(of:))
      parts.append("Not \(sites.joined(separator: ", ")).")
    }
    if let cap = standing.pressureCap { parts.append("Pressure at most \(cap.rawValue) of 5.") }
    if let minutes = standing.longestMinutes { parts.append("At most \(minutes) min.") }
    return parts.joined(separator: " ")
  }
}
