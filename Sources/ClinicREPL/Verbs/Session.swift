import ClinicCore
import TechniqueKit

extension Verb {
  static let start = Verb(
    name: "start", group: .during,
    usage: "start [TEMPLATE] [MIN] [+ TEMPLATE MIN] [on=AREAS] [except=AREAS] [referral=R2] "
      + "[at=TIME] [anyway=REASON]",
    does: "start a timed session; the safety gate is asked first",
    example: "start trigger points 60",
    moreExamples: ["start trigger points 30 + lymphatic drainage 30 on=\"neck, r shoulder\""],
    seeAlso: ["next", "area", "time", "end"],
    takes: .words("on=AREAS", "except=AREAS", "at=TIME", "referral=R2", "anyway=REASON")
  ) { shell, rest in
    let words = try Words(rest)
    let chart = try shell.openChart()
    let choices = try shell.templates(words.phrase, chart)
    let sites = try words["on"].map { try shell.sites($0) } ?? []
    let except = try words["except"].map { try shell.sites($0) } ?? []
    let time = try shell.time(typed: words["at"], inVisit: false)
    let tie = try words["referral"].map {
      try shell.practice.tie(typed: $0, in: chart, at: time ?? shell.practice.now)
    }
    try shell.begin(
      choices, on: sites, except: except, chart, at: time, under: tie, anyway: words["anyway"])
  }

  static let next = Verb(
    name: "next", short: "n", group: .during,
    usage: "next [AREAS] [except=AREAS] [at=TIME] [anyway=REASON]",
    does: "go to the next step, on other areas where they are named", example: "next",
    moreExamples: ["next l calf"], seeAlso: ["area", "time", "extend"],
    takes: .words("except=AREAS", "at=TIME", "anyway=REASON")
  ) { shell, rest in
    let words = try Words(rest)
    if rest.isEmpty, shell.saysStepsThatBegan() { return }
    let area = words.bare.isEmpty ? nil : try shell.area(words)
    let visit = try shell.take([.nextPhase] + (area.map { [$0] } ?? []), words)
    shell.sayStep(visit, ahead: visit.clock.minutesAhead)
  }

  static let area = Verb(
    name: "area", group: .during,
    usage: "area AREAS [except=AREAS] [at=TIME] [reason=WORDS] [anyway=REASON]",
    does: "say which part of the body is treated from now on", example: "area r shoulder, neck",
    moreExamples: [
      "area l leg except=\"l calf\"", "area l forearm reason=\"asked for, light touch\"",
    ],
    seeAlso: ["next", "start", "time"],
    takes: .words("except=AREAS", "at=TIME", "reason=WORDS", "anyway=REASON")
  ) { shell, rest in
    let words = try Words(rest)
    guard !rest.isEmpty else { return shell.sayAreas(try shell.openVisit()) }
    let visit = try shell.take([try shell.area(words)], words)
    shell.sayAreas(visit)
  }

  static let hold = Verb(
    name: "hold", group: .during, usage: "hold [at=TIME]", does: "stop the clock for a while",
    example: "hold", seeAlso: ["go", "time"],
    takes: .fields("at=TIME")
  ) { shell, rest in
    let visit = try shell.advance(.held, rest)
    let now = shell.practice.now
    let minutes = visit.clock.elapsedMinutes(at: now)
    shell.say("\(now.local(in: shell.zone).clock)  On hold at \(minutes) min. Type go to carry on.")
    shell.tellTime(visit)
  }

  static let go = Verb(
    name: "go", group: .during, usage: "go [at=TIME] [anyway=REASON]",
    does: "carry on after a hold", example: "go", seeAlso: ["hold", "time"],
    takes: .fields("at=TIME", "anyway=REASON")
  ) { shell, rest in
    let visit = try shell.advance(.resumed, rest)
    let now = shell.practice.now
    let ends = visit.clock.ends(from: now)
    let isOver = ends < now
    let told = isOver ? "The planned time was over at" : "Now ends"
    shell.toldOfEnd = shell.toldOfEnd || isOver
    shell.say(
      "\(now.local(in: shell.zone).clock)  Going. \(told) \(ends.local(in: shell.zone).clock).")
    shell.tellTime(visit)
  }

  static let extend = Verb(
    name: "extend", group: .during, usage: "extend MIN", does: "make the present step longer",
    example: "extend 5", seeAlso: ["time", "next"],
    takes: .words()
  ) { shell, rest in
    guard let minutes = Int(place: rest), minutes <= 120 else {
      throw Failure.usage("extend needs minutes from 1 to 120.", hint: "Example: extend 5")
    }
    let visit = try shell.take([.extended(minutes: minutes)], try Words(""))
    shell.say(
      "\(minutes) min more. Now ends \(visit.clock.ends(from: shell.practice.now).local(in: shell.zone).clock)."
    )
    shell.tellTime(visit, extended: minutes)
  }

  static let time = Verb(
    name: "time", group: .during, usage: "time", does: "how far the session has come",
    example: "time", seeAlso: ["next", "extend"],
    takes: .nothing
  ) { shell, _ in
    let visit = try shell.openVisit()
    guard visit.isRunning else { throw ClinicError.notRunning }
    let now = shell.practice.now
    var clock = visit.clock
    clock.advance(to: now)
    let done = clock.elapsedMinutes(at: now)
    let total = clock.minutes.reduce(0, +)
    let minutes = MinutesOfPlan(done: done, of: total).words
    var text =
      "\(minutes)\(done > total ? "." : " done.") Step \(clock.phase + 1) "
      + (clock.isPhaseOver(at: now)
        ? "was over at \(clock.phaseEnds.local(in: shell.zone).clock)."
        : shell.words(forTimeLeft: clock, now))
    if clock.phase + 1 < visit.start.phases.count {
      let then = visit.start.phases[clock.phase + 1]
      text += " Then: \(then.title.lowercased()), \(clock.minutes[clock.phase + 1]) min."
    }
    shell.say(text)
    shell.tellTime(visit)
  }

  static let end = Verb(
    name: "end", short: "e", group: .after, usage: "end [at=TIME] [anyway=\"REASON\"]",
    does: "close the session; then note, score and signature", example: "end",
    seeAlso: ["note", "sign", "rebook"],
    takes: .fields("at=TIME", "anyway=REASON")
  ) { shell, rest in
    let words = try Words(rest)
    guard let visit = try shell.end(at: try shell.time(words), anyway: words["anyway"]) else {
      return shell.say("The session goes on. If it ended earlier type end at=TIME")
    }
    let end = visit.clock.endedAt ?? shell.practice.now
    let minutes = visit.clock.elapsedMinutes(at: end)
    shell.item(
      .fields([
        "ended": .string(end.iso(in: shell.zone)), "minutes": .int(minutes),
        "planned": .int(visit.start.length), "lines": shell.json(linesOf: visit),
      ]))
    let text =
      "Session ended, \(MinutesOfPlan(done: minutes, of: visit.start.length).words)."
    shell.say(
      "\(end.local(in: shell.zone).clock)  \(text)"
        + (shell.mode.isInteractive ? " Now the note." : ""))
    if shell.mode.isInteractive { try shell.closeOut(visit) }
  }
}

extension Shell {
  /// The templates that are meant; asks which when none is named and none was used before.
  fileprivate func templates(_ typed: String, _ chart: Chart) throws -> [TemplateChoice] {
    if !typed.isEmpty { return try practice.templates(typed, for: chart) }
    if let last = practice.lastTemplates(chart) { return last }
    let choices = practice.templates
    guard mode.isInteractive else {
      throw Failure.missing(
        "start needs a template.",
        hint: "Known: \(Set(choices.map(\.template.title)).sorted().joined(separator: ", "))")
    }
    for (place, choice) in choices.enumerated() { say(numbered(place + 1, "\(choice.words) min")) }
    let event = try ask("Which template? ", missing: "a template")
    guard case .line(let line) = event, !line.isEmpty, line != "." else {
      throw Failure.missing("no session was started.")
    }
    if let number = Int(line), number > 0, number <= choices.count { return [choices[number - 1]] }
    return try practice.templates(line, for: chart)
  }

  func sites(_ typed: String) throws -> [Site] {
    try practice.catalogue.anatomy.sites(typed: typed)
  }

  /// The areas that are named, without those under `except`, and why they are treated all the same.
  fileprivate func area(_ words: Words) throws -> DraftEvent.Step {
    .treating(
      sites: try sites(words.phrase), reason: words["reason"],
      except: try words["except"].map { try sites($0) }, against: nil)
  }

  /// Says the steps that began by themselves and that nobody was told of yet; whoever types `next` then
  /// means the first of them.
  fileprivate func saysStepsThatBegan() -> Bool {
    let began = mode.isInteractive ? stepNotices() : []
    for line in began { say(line, indent: 7) }
    if !began.isEmpty { say("       It began by itself. To go on from there type next.") }
    return !began.isEmpty
  }

  /// The parts of the body that were treated, from when on.
  fileprivate func sayAreas(_ visit: VisitDraft) {
    if visit.treated.isEmpty { say("No area is named yet. Example: area r shoulder, neck") }
    for treated in visit.treated {
      let names = treated.sites.map(practice.catalogue.anatomy.name(of:))
      let except = treated.except.map(practice.catalogue.anatomy.name(of:))
      let without = except.isEmpty ? "" : ", without \(except.joined(separator: ", "))"
      let why = treated.reason.map { " (against the rule: \($0))" } ?? ""
      say(
        "\(treated.from.local(in: zone).clock)  \(names.joined(separator: ", "))\(without)\(why)",
        indent: 7)
      item(
        .fields([
          "from": .string(treated.from.iso(in: zone)), "areas": .strings(names),
          "except": except.isEmpty ? nil : .strings(except),
          "reason": treated.reason.map { .string($0) },
          "by": treated.by.map { .string($0.description) },
        ]))
    }
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
        "ends": .string(clock.ends(from: now).iso(in: zone)), "at": .string(now.iso(in: zone)),
        "step_ends": .string(clock.phaseEnds.iso(in: zone)),
        "step_left": .int(max(0, clock.minutesLeft(at: now))),
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

  /// Starts a session and says its first step.
  ///
  /// - Parameters:
  ///   - tie: the order that it uses up; the proposed one, where it is left out.
  ///   - isWarned: the verdict was shown just before.
  func begin(
    _ choices: [TemplateChoice], on sites: [Site] = [], except: [Site] = [], _ chart: Chart,
    at time: Instant?, under tie: ReferralTie? = nil, anyway: String? = nil, isWarned: Bool = false
  ) throws {
    practice.begin("start")
    let notices = try practice.planningNotices(for: chart)
    let (visit, written) = try practice.start(
      choices, on: sites, except: except, in: chart, at: time, under: tie, anyway: anyway)
    wrote(written)
    let order = practice.referral(of: visit, in: chart)
    for notice in notices where notice.isToldAtStart {
      let isOfOther =
        notice.isOfReferral
        && (visit.referral == .nothing
          || order != nil && notice.referral != nil
            && notice.referral != order?.number)
      if !isOfOther { warn(notice.description) }
    }
    for line in visit.start.verdict where line.severity >= .adapt && !isWarned {
      say("\((line.severity.word + " ").padded(to: 9))\(line.text)")
    }
    let anatomy = practice.catalogue.anatomy
    let used = visit.start.templates
    item(
      .fields([
        "template": .string(used.title), "minutes": .int(visit.start.length),
        "technique": .string(used[0].technique.rawValue),
        "techniques": .strings(visit.start.techniques.map(\.rawValue)),
        "templates": .array(used.map(json)), "areas": .strings(sites.map(anatomy.name(of:))),
        "except": except.isEmpty ? nil : .strings(except.map(anatomy.name(of:))),
        "left_out": .array(
          visit.start.leftOut.map {
            .fields(["area": .string(anatomy.name(of: $0.site)), "rule": .string($0.rule)])
          }),
        "started": .string(visit.clock.startedAt.iso(in: zone)),
        "referral": order.map { .string($0.code) },
        "verdict": .array(visit.start.verdict.map(json)),
      ]))
    say("\(visit.clock.startedAt.local(in: zone).clock)  Started \(visit.start.words).")
    if !visit.start.leftOut.isEmpty {
      let names = visit.start.leftOut.map { "\(anatomy.name(of: $0.site)) (\($0.rule))" }
      say("       Left out: \(names.joined(separator: ", ")).", indent: 7)
    }
    if !sites.isEmpty {
      say("       On: \(sites.map(anatomy.name(of:)).joined(separator: ", ")).", indent: 7)
    }
    if let order = words(forOrderOf: visit, chart) { say("       \(order)", indent: 7) }
    sayStep(visit)
    try askDue(chart)
  }

  /// A template as it was used.
  func json(_ use: VisitRecord.TemplateUse) -> JSON {
    .fields([
      "template": .string(use.title), "technique": .string(use.technique.rawValue),
      "technique_name": .string(use.techniqueName), "planned": .int(use.length),
    ])
  }

  fileprivate func advance(_ step: DraftEvent.Step, _ rest: String) throws -> VisitDraft {
    let words = try Words(rest)
    return try take([step], words)
  }

  fileprivate func take(_ steps: [DraftEvent.Step], _ words: Words) throws -> VisitDraft {
    let (visit, written) = try practice.steps(
      steps, in: try openVisit(), at: try time(words), anyway: words["anyway"])
    wrote(written)
    return visit
  }

  /// `ends in 5 min.`, `ends within a minute.`, or how much is left of it on hold.
  fileprivate func words(forTimeLeft clock: SessionClock, _ now: Instant) -> String {
    let left = clock.minutesLeft(at: now)
    let time = left == 0 ? "less than a minute" : "\(left) min"
    if clock.isOnHold { return "has \(time) left once it goes on." }
    return left == 0 ? "ends within a minute." : "ends in \(time)."
  }

  /// `10:21  Step 2 of 5: back, prone, pressure 2 of 5, 20 min.`
  func stepLine(_ visit: VisitDraft, _ clock: SessionClock, at place: Int) -> String {
    let phase = visit.start.phases[place]
    let told = translated(phase, at: place, visit.start)
    var parts = [told.title.lowercased()]
    // What a rule has changed is said with what it was changed from, and not beside it.
    if let position = phase.position,
      !phase.overruled.contains(where: { $0.hasPrefix("\(position.words) instead of ") })
    {
      parts.append(position.words)
    }
    if let pressure = phase.pressure {
      let before = "pressure \(pressure.rawValue) instead of "
      if !phase.overruled.contains(where: { $0.hasPrefix(before) }) {
        parts.append("pressure \(pressure.rawValue) of 5")
      }
    }
    parts += phase.overruled.map {
      $0.replacing(/^pressure ([0-9]) instead of/) { "pressure \($0.output.1) of 5 instead of" }
    }
    parts.append("\(clock.minutes[place]) min")
    return "\(clock.phaseStarts[place].local(in: zone).clock)  Step \(place + 1) of "
      + "\(visit.start.phases.count): " + parts.joined(separator: ", ") + "."
  }

  func sayStep(_ visit: VisitDraft, ahead: Int = 0) {
    let place = visit.clock.phase
    let phase = visit.start.phases[place]
    watch(visit)
    shownStep = place
    let line = stepLine(visit, visit.clock, at: place)
    say(line + (ahead > 0 ? " You are \(ahead) min ahead." : ""), indent: 7)
    let told = translated(phase, at: place, visit.start)
    for line in told.instructions.wrapped(to: min(70, width - 7)) { say("       \(line)") }
    item(
      .fields([
        "step": .int(place + 1), "of": .int(visit.start.phases.count),
        "title": .string(phase.title), "minutes": .int(visit.clock.minutes[place]),
        "starts": .string(visit.clock.phaseStarts[place].iso(in: zone)),
        "position": phase.position.map { .string($0.rawValue) },
        "pressure": phase.pressure.map { .int($0.rawValue) },
        "overruled": .strings(phase.overruled),
        "technique": .string(phase.technique.rawValue),
        "instructions": .string(phase.instructions), "ahead": .int(ahead),
      ]))
  }
}

extension Shell {
  /// The words of a phase in the language that is shown, as long as the module still says what was
  /// recorded when the session began.
  private func translated(
    _ phase: SessionStart.PlannedPhase, at place: Int, _ start: SessionStart
  ) -> (title: String, instructions: String) {
    func now(_ catalogue: Catalogue) -> SessionTemplate.Phase? {
      let phases = start.templates.flatMap { use in
        catalogue.template(use.id)?.schedule(length: use.length) ?? []
      }
      return phases.indices.contains(place) ? phases[place].phase : nil
    }
    guard let own = now(practice.catalogue), let other = now(shown), own.title == phase.title,
      own.instructions == phase.instructions
    else { return (phase.title, phase.instructions) }
    return (other.title, other.instructions)
  }
}
