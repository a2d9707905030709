import ClinicCore
import TechniqueKit

extension Verb {
  static let erase = Verb(
    name: "erase", group: .keep, usage: "erase CODE reason=\"...\" [confirm=CODE]",
    does: "destroy a client's key for good; the chart can never be read again",
    example: "erase C0042 reason=\"asked in writing, 3 Nov\"", seeAlso: ["audit", "backup"],
    takes: .words("reason=WORDS", "confirm=CODE"),
    reachesOut: true, isNeverGuessed: true
  ) { shell, rest in
    try shell.practice.require(.erasing)
    let words = try Words(rest)
    guard let reason = words["reason"], !words.phrase.isEmpty else {
      throw Failure.usage(
        "erase needs a client's code and a reason.",
        hint: "Example: erase C0042 reason=\"asked in writing\"")
    }
    let code = words.phrase.uppercased()
    let chart = try shell.practice.chartID(code: code)
    let client = try shell.practice.find(code, atMost: 1).clients.first { $0.chart == chart }
    try shell.confirmErasing(client, code, typed: words["confirm"])
    let copies = try shell.practice.erase(chart, reason: reason)
    if shell.client?.chart == chart { shell.client = nil }
    shell.rows = []
    let elsewhere = copies.reached.isEmpty ? "" : " and in \(copies.reached.count.of("copy"))"
    shell.say("Erased \(code) here\(elsewhere).")
    for path in copies.notReached {
      shell.warn("this copy was not found or not opened; destroy it if it still exists: \(path)")
    }
    if copies.logIsLeft {
      shell.warn("the key may stand in the log until every window of this practice is closed.")
    }
    if copies.notReached.isEmpty, !copies.logIsLeft {
      shell.say("No copy that Fascia knows of can be read any more.")
    }
    shell.item(
      .fields([
        "client": .string(code), "copies": .strings(copies.reached),
        "copies_not_reached": .strings(copies.notReached),
        "log_is_left": .bool(copies.logIsLeft),
      ]))
  }
}

extension Shell {
  fileprivate func confirmErasing(
    _ client: ClientListing?, _ code: String, typed: String?
  ) throws {
    var typed = typed
    if typed == nil {
      if mode.isInteractive, let client {
        say(
          "\(client.identity.name), \(client.visits.of("visit")). This cannot be undone by anyone.")
      }
      let event = try ask(
        "Type \(code) to erase: ", missing: "erase needs confirm=\(code)")
      if case .line(let line) = event { typed = line }
    }
    guard typed?.uppercased() == code else { throw Failure.rejected("nothing was erased.") }
  }
}
