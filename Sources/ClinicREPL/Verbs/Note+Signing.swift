import ClinicCore
import TechniqueKit

extension Verb {
  static let sign = Verb(
    name: "sign", group: .after, usage: "sign", does: "sign the note; afterwards only addenda",
    example: "sign", seeAlso: ["affirm", "undo", "addendum"],
    takes: .nothing,
    isNeverGuessed: true
  ) { shell, _ in
    let visit = try shell.openVisit()
    guard try shell.affirmed(visit) else { return shell.say("Not signed.") }
    try shell.sign(try shell.openVisit())
  }

  static let affirm = Verb(
    name: "affirm", group: .note, usage: "affirm",
    does: "say that S holds still, word for word as it was last time", example: "affirm",
    seeAlso: ["s", "note", "sign"],
    takes: .nothing,
    isNeverGuessed: true
  ) { shell, _ in
    let visit = try shell.openVisit()
    guard !visit.lines(.subjective).isEmpty else {
      throw Failure.rejected("S is empty; there is nothing to affirm. Example: s slept better")
    }
    shell.wrote(try shell.practice.step(.affirmed(section: .subjective), in: visit).written)
    shell.say("       S affirmed \(shell.practice.now.local.clock).")
    shell.item(
      .fields(["affirmed": .string("S"), "at": .string(shell.practice.now.iso)]))
  }
}

extension Shell {
  /// Asks whether what the client says holds still, when it reads as it did last time.
  ///
  /// - Returns: `false` when it does not, or somebody stops here.
  func affirmed(_ visit: VisitDraft) throws -> Bool {
    let chart = try practice.chart(visit.draft.chart)
    guard mode.isInteractive, let last = chart.lastVisit,
      practice.isUnaffirmed(visit, in: chart)
    else { return true }
    let day = DateWords.short(last.record.startedAt.local.date, today: practice.today)
    for line in visit.lines(.subjective) { say("     S  \(line.text)", indent: 8) }
    let holds = try decide(
      "S reads word for word as on \(day). Does it hold today?", standard: nil,
      again: "That needs y or n; Enter alone does not say so.")
    if holds == true {
      wrote(try practice.step(.affirmed(section: .subjective), in: visit).written)
    } else if holds == false {
      say("Type s and what the client says today; edit s 1 changes a line.")
    }
    return holds == true
  }

  /// What the note of a session that is over lacks, with the verb that mends it; what the clinic
  /// requires is left to `sign`.
  func sayGaps(_ visit: VisitDraft) throws {
    guard !visit.isRunning else { return }
    let chart = try practice.chart(visit.draft.chart)
    for gap in practice.gaps(in: visit, of: chart) where !practice.requires(gap) {
      warn(gap.description)
    }
  }

  func sign(_ visit: VisitDraft) throws {
    practice.begin("sign")
    wrote(try practice.sign(visit))
    let chart = try practice.chart(visit.draft.chart)
    guard let signed = chart.lastVisit?.record else { return }
    var parts = [
      "SIGNED \(practice.now.local.clock)", chart.identity.name, "visit \(chart.visits.count)",
      "\(signed.minutes) min",
    ]
    if let change = painChange(signed) { parts.append("pain \(change)") }
    if let next = practice.nextAppointment(chart) {
      parts.append(
        "next \(DateWords.short(next.startsAt.local.date, today: practice.today))")
    }
    say(parts.joined(separator: glyphs.separator))
    if mode.isInteractive { say("To take this back type undo, before you open another client.") }
    let left = try practice.ownVisits(of: chart.id)
    item(
      .fields([
        "visit": .int(chart.visits.count), "minutes": .int(signed.minutes),
        "signed_by": .string(practice.author.description), "at": .string(practice.now.iso),
        "pain_before": value(of: "pain", .before, in: signed).map { .number($0) },
        "pain_after": value(of: "pain", .after, in: signed).map { .number($0) },
        "next": practice.nextAppointment(chart).map { .string($0.startsAt.iso) },
        "also_open": left.last.map { .string($0.clock.startedAt.iso) },
      ]))
    if let other = left.last {
      say("Another note is open: \(DateWords.full(other.clock.startedAt.local.date)).")
    }
  }
}
