import ClinicCore
import TechniqueKit

extension Verb {
  static let withdraw = Verb(
    name: Practice.withdrawing, group: .after, usage: "withdraw VISIT reason=WORDS",
    does: "say that a signed visit does not count, and why; it stays readable in the chart",
    example: "withdraw 3 reason=\"written into the wrong chart\"",
    seeAlso: ["chart", "addendum", "undo"],
    takes: .words("reason=WORDS"),
    isNeverGuessed: true
  ) { shell, rest in
    let words = try Words(rest)
    let chart = try shell.openChart()
    guard let number = Int(place: words.phrase) else {
      throw Failure.usage(
        "withdraw needs the number of a visit.",
        hint: "Example: withdraw 3 reason=\"written into the wrong chart\"")
    }
    let visit = try chart.visit(number)
    guard let reason = try shell.reason(words["reason"]) else {
      return shell.say("Nothing was withdrawn.")
    }
    shell.wrote(try shell.practice.withdraw(visit: number, of: chart, because: reason))
    let receipt = chart.receipt(ofVisit: visit.entry)
    if let receipt {
      shell.warn(
        "receipt \(receipt.issued.code) was handed out for this visit and still counts. To void it "
          + "type: receipt void no=\(receipt.issued.number) reason=\"...\"")
    }
    let day = DateWords.full(visit.record.startedAt.local(in: shell.zone).date)
    shell.say("Withdrawn: visit \(number) of \(day). It stays readable with chart.")
    shell.item(
      .fields([
        "visit": .int(number), "started": .string(visit.record.startedAt.iso(in: shell.zone)),
        "reason": .string(reason), "withdrawn": .string(shell.practice.now.iso(in: shell.zone)),
        "receipt": receipt.map { .string($0.issued.code) },
      ]))
  }
}

extension Shell {
  /// The reason that was typed; asks for it, and is `nil` when somebody stops here.
  fileprivate func reason(_ typed: String?) throws -> String? {
    if let typed { return typed }
    while true {
      let event = try ask("Why does it not count? ", missing: "withdraw needs reason=")
      guard case .line(let line) = event, ![".", "stop", "-", "<"].contains(line) else {
        return nil
      }
      if line.contains(where: { !$0.isWhitespace }) { return line }
      say("       A reason stands in the chart for good. . stops, and nothing is changed.")
    }
  }
}
