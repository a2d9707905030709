import ClinicCore
import TechniqueKit

extension Verb {
  static let start = Verb(
    name: "start", group: .during, usage: "start [TEMPLATE] [MIN] [at=TIME]",
    does: "start a timed session; the safety gate is asked first",
    example: "start trigger points 60", seeAlso: ["next", "time", "end"]
  ) { shell, rest in
    let words = try Words(rest)
    try words.allow(["at"])
    let chart = try shell.openChart()
    let choice = try shell.template(words.phrase, chart)
    try shell.begin(choice, chart, at: shell.time(words))
  }

  static let next = Verb(
    name: "next", short: "n", group: .during, usage: "next [at=TIME]", does: "go to the next step",
    example: "next", seeAlso: ["time", "extend"]
  ) { shell, rest in
    let visit = try shell.advance(.nextPhase, rest)
    shell.sayStep(visit, ahead: visit.clock.minutesAhead)
  }

  static let hold = Verb(
    name: "hold", group: .during, usage: "hold [at=TIME]", does: "stop the clock for a while",
    example: "hold", seeAlso: ["go", "time"]
  ) { shell, rest in
    let visit = try shell.advance(.held, rest)
    let now = shell.practice.now
    let minutes = visit.clock.elapsedMinutes(at: now)
    shell.say("\(now.local.clock)  On hold at \(minutes) min. Type go to carry on.")
    shell.tellTime(visit)
  }

  static let go = Verb(
    name: "go", group: .during, usage: "go [at=TIME]", does: "carry on after a hold", example: "go",
    seeAlso: ["hold", "time"]
  ) { shell, rest in
    let visit = try shell.advance(.resumed, rest)
    let now = shell.practice.now
    shell.say("\(now.local.clock)  Going. Now ends \(visit.clock.ends(from: now).local.clock).")
    shell.tellTime(visit)
  }

  static let extend = Verb(
    name: "extend", group: .during, usage: "extend MIN", does: "make the present step longer",
    example: "extend 5", seeAlso: ["time", "next"]
  ) { shell, rest in
    let words = try Words(rest)
    guard let minutes = Int(words.phrase), (1...120).contains(minutes) else {
      throw Failure.usage("extend needs minutes from 1 to 120.", hint: "Example: extend 5")
    }
    let visit = try shell.advance(.extended(minutes: minutes), "")
    shell.say(
      "\(minutes) min more. Now ends \(visit.clock.ends(from: shell.practice.now).local.clock).")
    shell.tellTime(visit, extended: minutes)
  }

  static let time = Verb(
    name: "time", group: .during, usage: "time", does: "how far the session has come",
    example: "time", seeAlso: ["next", "extend"]
  ) { shell, _ in
    let visit = try shell.openVisit()
    guard visit.isRunning else { throw ClinicError.notRunning }
    let now = shell.practice.now
    var clock = visit.clock
    clock.advance(to: now)
    let done = clock.elapsedMinutes(at: now)
    let total = clock.minutes.reduce(0, +)
    let left = max(0, clock.phaseEnds.wholeMinutes(since: now))
    var text = "\(done) of \(total) min done. Step \(clock.phase + 1) ends in \(left) min."
    if clock.phase + 1 < visit.start.phases.count {
      let then = visit.start.phases[clock.phase + 1]
      text += " Then: \(then.title.lowercased()), \(clock.minutes[clock.phase + 1]) min."
    }
    shell.say(text)
    shell.tellTime(visit)
  }

  static let end = Verb(
    name: "end", short: "e", group: .after, usage: "end [at=TIME]",
    does: "close the session; then note, score and signature", example: "end",
    seeAlso: ["note", "sign", "rebook"]
  ) { shell, rest in
    let visit = try shell.advance(.ended, rest)
    let end = visit.clock.endedAt ?? shell.practice.now
    let minutes = visit.clock.elapsedMinutes(at: end)
    shell.item(
      .fields([
        "ended": .string(end.iso), "minutes": .int(minutes),
        "planned": .int(visit.start.template.length), "lines": shell.json(linesOf: visit),
      ]))
    let text = "Session ended, \(minutes) of \(visit.start.template.length) min."
    shell.say("\(end.local.clock)  \(text)" + (shell.mode.isInteractive ? " Now the note." : ""))
    if shell.mode.isInteractive { try shell.closeOut(visit) }
  }
}

extension Shell {
  /// The template that is meant; asks which when none is named and none was used before.
  fileprivate func template(_ typed: String, _ chart: Chart) throws -> TemplateChoice {
    if !typed.isEmpty { return try practice.template(typed, for: chart) }
    if let last = practice.lastTemplate(chart) { return last }
    let choices = practice.templates
    guard mode.isInteractive else {
      throw Failure.missing(
        "start needs a template.",
        hint: "Known: \(Set(choices.map(\.template.title)).sorted().joined(separator: ", "))")
    }
    for (place, choice) in choices.enumerated() {
      say("\(place + 1)".padded(to: 3, atEnd: false) + "  \(choice.words) min")
    }
    let event = try ask("Which template? ", missing: "a template")
    guard case .line(let line) = event, !line.isEmpty, line != "." else {
      throw Failure.missing("no session was started.")
    }
    if let number = Int(line), choices.indices.contains(number - 1) { return choices[number - 1] }
    return try practice.template(line, for: chart)
  }

  /// How far the session is, for programs.
  fileprivate func tellTime(_ visit: VisitDraft, extended: Int? = nil) {
    let now = practice.now
    var clock = visit.clock
    clock.advance(to: now)
    item(
      .fields([
        "minutes": .int(clock.elapsedMinutes(at: now)), "of": .int(clock.minutes.reduce(0, +)),
        "step": .int(clock.phase + 1), "on_hold": .bool(clock.isOnHold),
        "ends": .string(clock.ends(from: now).iso), "at": .string(now.iso),
        "step_ends": .string(clock.phaseEnds.iso),
        "step_left": .int(max(0, clock.phaseEnds.wholeMinutes(since: now))),
        "then": clock.phase + 1 < visit.start.phases.count
          ? .fields([
            "title": .string(visit.start.phases[clock.phase + 1].title),
            "minutes": .int(clock.minutes[clock.phase + 1]),
          ]) : nil,
        "extended": extended.map { .int($0) },
      ]))
  }

  func json(_ line: VisitRecord.VerdictLine) -> JSON {
    .fields([
      "rule": .string(line.code), "severity": .string(line.severity.rawValue),
      "title": .string(line.text),
    ])
  }

  func begin(_ choice: TemplateChoice, _ chart: Chart, at time: Instant?) throws {
    practice.begin("start")
    let notices = try practice.planningNotices(for: chart)
    let (visit, written) = try practice.start(choice, in: chart, at: time)
    wrote(written)
    for notice in notices where notice.isToldAtStart { warn(notice.description) }
    for line in visit.start.verdict where line.severity >= .adapt {
      say("\((line.severity.word + " ").padded(to: 9))\(line.text)")
    }
    item(
      .fields([
        "template": .string(choice.template.title), "minutes": .int(choice.length),
        "technique": .string(choice.module.manifest.id.rawValue),
        "started": .string(visit.clock.startedAt.iso),
        "verdict": .array(visit.start.verdict.map(json)),
      ]))
    say("\(visit.clock.startedAt.local.clock)  Started \(choice.words).")
    sayStep(visit)
  }

  fileprivate func advance(_ step: DraftEvent.Step, _ rest: String) throws -> VisitDraft {
    let words = try Words(rest)
    try words.allow(["at"])
    let (visit, written) = try practice.step(step, in: try openVisit(), at: try time(words))
    wrote(written)
    return visit
  }

  /// `10:21  Step 2 of 5: back, prone, pressure 2 of 5, 20 min.`
  func stepLine(_ visit: VisitDraft, _ clock: SessionClock, at place: Int) -> String {
    let phase = visit.start.phases[place]
    let told = translated(phase, at: place, visit.start.template)
    var parts = [told.title.lowercased()]
    if let position = phase.position { parts.append(position.words) }
    if let pressure = phase.pressure { parts.append("pressure \(pressure.rawValue) of 5") }
    parts.append("\(clock.minutes[place]) min")
    return "\(clock.phaseStarts[place].local.clock)  Step \(place + 1) of "
      + "\(visit.start.phases.count): " + parts.joined(separator: ", ") + "."
  }

  func sayStep(_ visit: VisitDraft, ahead: Int = 0) {
    let place = visit.clock.phase
    let phase = visit.start.phases[place]
    watch(visit)
    shownStep = place
    let line = stepLine(visit, visit.clock, at: place)
    say(line + (ahead > 0 ? " You are \(ahead) min ahead." : ""), indent: 7)
    let told = translated(phase, at: place, visit.start.template)
    for line in told.instructions.wrapped(to: min(70, width - 7)) { say("       \(line)") }
    item(
      .fields([
        "step": .int(place + 1), "of": .int(visit.start.phases.count),
        "title": .string(phase.title), "minutes": .int(visit.clock.minutes[place]),
        "starts": .string(visit.clock.phaseStarts[place].iso),
        "position": phase.position.map { .string($0.rawValue) },
        "pressure": phase.pressure.map { .int($0.rawValue) },
        "instructions": .string(phase.instructions), "ahead": .int(ahead),
      ]))
  }
}

extension Position {
  var words: String { self == .sideLying ? "side-lying" : rawValue }
}

extension Shell {
  /// The words of a phase in the language that is shown, as long as the module still says what was
  /// recorded when the session began.
  private func translated(
    _ phase: SessionStart.PlannedPhase, at place: Int, _ use: VisitRecord.TemplateUse
  ) -> (title: String, instructions: String) {
    func now(_ catalogue: Catalogue) -> SessionTemplate.Phase? {
      let phases = catalogue.template(use.id)?.schedule(length: use.length)
      return phases.flatMap { $0.indices.contains(place) ? $0[place].phase : nil }
    }
    guard let own = now(practice.catalogue), let other = now(shown), own.title == phase.title,
      own.instructions == phase.instructions
    else { return (phase.title, phase.instructions) }
    return (other.title, other.instructions)
  }
}
