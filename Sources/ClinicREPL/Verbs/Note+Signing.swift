import ClinicCore
import TechniqueKit

extension Verb {
  static let sign = Verb(
    name: "sign", group: .after, usage: "sign [anyway=\"REASON\"]",
    does: "sign the note; afterwards only addenda",
    example: "sign", seeAlso: ["affirm", "undo", "addendum"],
    takes: .fields("anyway=REASON"),
    isNeverGuessed: true
  ) { shell, rest in
    let words = try Words(rest)
    let visit = try shell.openVisit()
    guard try shell.affirmed(visit) else { return shell.say("Not signed.") }
    try shell.sign(try shell.openVisit(), anyway: words["anyway"])
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
    shell.say("       S affirmed \(shell.practice.now.local(in: shell.zone).clock).")
    shell.item(
      .fields(["affirmed": .string("S"), "at": .string(shell.practice.now.iso(in: shell.zone))]))
  }
}

extension Shell {
  /// Asks whether what the client says holds still, when it reads as it did last time.
  ///
  /// - Returns: `false` when it does not, or somebody stops here.
  func affirmed(_ visit: VisitDraft) throws -> Bool {
    let chart = try practice.chart(visit.draft.chart)
    guard mode.isInteractive,
      let last = chart.lastVisit(before: visit.clock.startedAt),
      practice.isUnaffirmed(visit, in: chart)
    else { return true }
    let day = DateWords.short(last.record.startedAt.local(in: zone).date, today: practice.today)
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

  func sign(_ visit: VisitDraft, anyway reason: String? = nil) throws {
    practice.begin("sign")
    if let empty = practice.emptiness(of: visit) { warn(empty) }
    let written = try settling(reason) { reason in
      try practice.sign(try practice.currentVisit(of: visit.draft.chart) ?? visit, anyway: reason)
    }
    guard let written else {
      return say("Not signed. To end the session at another time type undo, then end at=TIME.")
    }
    wrote(written)
    let chart = try practice.chart(visit.draft.chart)
    let place = chart.visits.lastIndex { $0.record.startedAt == visit.clock.startedAt }
    guard let place else { return }
    let signed = chart.visits[place].record
    var parts = [
      "SIGNED \(practice.now.local(in: zone).clock)", chart.identity.name, "visit \(place + 1)",
      "\(signed.minutes) min",
    ]
    if let change = painChange(signed) { parts.append("pain \(change)") }
    let order = chart.referral(of: chart.visits[place])
    if let order, chart.referrals.count > 1 { parts.append("referral \(order.code)") }
    if let next = practice.nextAppointment(chart) {
      parts.append(
        "next \(DateWords.short(next.startsAt.local(in: zone).date, today: practice.today))")
    }
    say(parts.joined(separator: glyphs.separator))
    if mode.isInteractive { say("To take this back type undo; that works today only.") }
    let left = try practice.ownVisits(of: chart.id)
    item(
      .fields([
        "visit": .int(place + 1), "minutes": .int(signed.minutes),
        "signed_by": .string(practice.author.description),
        "at": .string(practice.now.iso(in: zone)),
        "pain_before": value(of: "pain", .before, in: signed).map { .number($0) },
        "pain_after": value(of: "pain", .after, in: signed).map { .number($0) },
        "next": practice.nextAppointment(chart).map { .string($0.startsAt.iso(in: zone)) },
        "referral": order.map { .string($0.code) },
        "also_open": left.last.map { .string($0.clock.startedAt.iso(in: zone)) },
      ]))
    if let other = left.last {
      say("Another note is open: \(DateWords.full(other.clock.startedAt.local(in: zone).date)).")
    }
  }
}
