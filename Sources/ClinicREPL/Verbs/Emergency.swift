import ClinicCore
import TechniqueKit

extension Verb {
  static let emergency = Verb(
    name: "emergency", group: .keep, usage: "emergency CLIENT reason=\"...\"",
    does: "open a chart you have no access to, with a reason; flagged in the trail",
    example: "emergency C0042 reason=\"collapsed in the waiting room\"", seeAlso: ["audit"],
    takes: .words("reason=WORDS"),
    isNeverGuessed: true
  ) { shell, rest in
    let words = try Words(rest)
    guard let reason = words["reason"], !words.phrase.isEmpty else {
      throw Failure.usage(
        "emergency needs a client and a reason.",
        hint: "Example: emergency C0042 reason=\"collapsed in the waiting room\"")
    }
    if shell.practice.permits(.charts) {
      throw Failure.rejected("you may open this chart anyway. Type client \(words.phrase).")
    }
    let client = try shell.theClient(words.phrase)
    try shell.practice.openInEmergency(client.chart, reason: reason)
    shell.say("Emergency access to \(client.identity.name). It is flagged in the trail.")
    shell.item(.fields(["emergency": .string(client.code), "reason": .string(reason)]))
    try shell.open(client)
  }
}
