import ClinicCore
import TechniqueKit

extension Verb {
  static let details = Verb(
    name: "details", group: .choose,
    usage:
      "details  |  details [name=\"...\"] [born=DATE] [sex=female] [phone=...]  |  details change",
    does: "who the client is, and what was changed about it; a field changes it, - clears it",
    example: "details born=1984-03-02",
    moreExamples: ["details name=\"Ann Ruiz\" phone=555-0100", "details change"],
    seeAlso: ["client", "new", "check"],
    takes: Arguments.fields("name=WORDS", "born=DATE", "sex=SEX", "phone=NUMBER")
      .or("change", .nothing)
  ) { shell, rest in
    let words = try Words(rest)
    let client = try shell.openClient()
    if !words.bare.isEmpty {
      guard let identity = try shell.askDetails(of: client.identity) else {
        return shell.say("Nothing was changed.")
      }
      try shell.change(client, to: identity)
    } else if words.fields.isEmpty {
      try shell.show(shell.practice.details(of: client.chart))
    } else {
      var identity = client.identity
      for (name, value) in words.fields {
        guard let detail = Identity.Detail(rawValue: name) else { continue }
        identity = try shell.identity(identity, with: value, as: detail)
      }
      try shell.change(client, to: identity)
    }
  }
}

extension Shell {
  /// An identity with what was typed as one fact; `-` says that it is not known.
  ///
  /// - Throws: `Failure` when it cannot be read.
  fileprivate func identity(
    _ identity: Identity, with typed: String, as detail: Identity.Detail
  ) throws -> Identity {
    let typed = typed.trimmed
    let isCleared = typed == "-"
    switch detail {
    case .name:
      if isCleared { throw ClinicError.emptyName }
      return Identity(
        name: typed, born: identity.born, sex: identity.sex, phone: identity.phone)
    case .born:
      return Identity(
        name: identity.name, born: isCleared ? nil : try birth(typed), sex: identity.sex,
        phone: identity.phone)
    case .sex:
      return Identity(
        name: identity.name, born: identity.born, sex: isCleared ? nil : try sex(typed),
        phone: identity.phone)
    case .phone:
      return Identity(
        name: identity.name, born: identity.born, sex: identity.sex,
        phone: isCleared ? nil : typed)
    }
  }

  /// Asks one fact after the other; Enter keeps it, `-` clears it, `<` goes back.
  ///
  /// - Returns: `nil` when somebody stops here.
  fileprivate func askDetails(of identity: Identity) throws -> Identity? {
    guard mode.isInteractive else {
      throw Failure.missing(
        "details change asks, and a script cannot be asked.",
        hint: "Example: details born=1984-03-02")
    }
    sayControls("Enter keep [ ]   - clear   < back   ? help   . stop here, and nothing is saved")
    var identity = identity
    let all = Identity.Detail.allCases
    var place = 0
    while place < all.count {
      let detail = all[place]
      let known = words(for: identity, detail) ?? "not known"
      let asking = Asking(place: "details.\(detail.rawValue)")
      guard
        case .line(let typed) = try ask(
          "\(detail.rawValue.capitalizedFirst) [\(known)]: ", asking, missing: detail.rawValue)
      else { return nil }
      switch typed.trimmed.lowercased() {
      case ".", "stop": return nil
      case "<", "..", "back": place = max(0, place - 1)
      case "?", "??", "help": say("      \(detail.help)", indent: 6)
      case "": place += 1
      default:
        do {
          identity = try self.identity(identity, with: typed, as: detail)
          place += 1
        } catch {
          let failure = Failure(error)
          say("      \(failure.message.capitalizedFirst)", indent: 6)
          if let hint = failure.hint { say("      \(hint)", indent: 6) }
        }
      }
    }
    return identity
  }

  /// Writes the change down, and says what follows from it for the safety of treatment.
  fileprivate func change(_ client: ClientListing, to identity: Identity) throws {
    let changed = identity.differences(from: client.identity)
    guard !changed.isEmpty else {
      say("       These are the details on file. Nothing was changed.")
      return try tell(practice.details(of: client.chart))
    }
    if let twin = try twin(of: identity), twin.chart != client.chart {
      warn("\(twin.code) has the same name and date of birth.")
    }
    let reads = changed.contains(.born) || changed.contains(.sex)
    let before = try reads ? standing(of: client.chart) : nil
    wrote(try practice.change(client.chart, to: identity))
    self.client = try practice.client(client.chart)
    for detail in changed {
      let old = words(for: client.identity, detail) ?? "not known"
      let new = words(for: identity, detail) ?? "not known"
      say("       \(detail.rawValue.capitalizedFirst): \(new), was \(old). Saved.", indent: 7)
    }
    let after = try reads ? standing(of: client.chart) : nil
    try tell(
      practice.details(of: client.chart),
      before.flatMap { before in after.map { (before, $0) } })
    if let after {
      // What was said just now is not said again.
      let state = try practice.safety(of: after.chart)
      try practice.recordWarnings(state, for: after.chart.id)
      toldSafety(state, of: after.chart)
    }
    if reads, after == nil {
      say(
        "       Age and sex count for safety: a therapist is told at check and at start.", indent: 7
      )
    }
  }

  /// The chart with its verdict; `nil` for somebody who may know who the client is, and no more.
  private func standing(of chart: ID<Chart>) throws -> JudgedChart? {
    guard practice.permits(.charts, of: chart) else { return nil }
    let chart = try practice.chart(chart)
    return JudgedChart(chart: chart, verdict: try practice.verdict(chart))
  }

  fileprivate func show(_ details: ClientDetails) {
    let identity = details.identity
    say([identity.name, details.client.code].joined(separator: glyphs.separator))
    for detail in Identity.Detail.allCases where detail != .name {
      let known = words(for: identity, detail) ?? "not known"
      let age =
        detail == .born && identity.born?.day != nil
        ? identity.born.map { ", age \($0.wholeYears(to: practice.today))" } ?? "" : ""
      say(
        glyphs.isPlain
          ? "\(detail.rawValue.capitalizedFirst): \(known)\(age)."
          : "  \(detail.rawValue.capitalizedFirst.padded(to: 8))\(known)\(age)", indent: 10)
    }
    if !details.changes.isEmpty { say("CHANGED") }
    for change in details.changes {
      say(
        "  \(DateWords.full(change.at.local(in: zone).date)) \(change.at.local(in: zone).clock)  \(change.author): "
          + "\(change.detail.rawValue) \(words(for: change.now, change.detail) ?? "not known"), was "
          + "\(words(for: change.was, change.detail) ?? "not known")", indent: 4)
    }
    tell(details)
  }

  /// - Parameter judged: the chart before and after, where age or sex was changed by one who may know.
  private func tell(
    _ details: ClientDetails, _ judged: (before: JudgedChart, after: JudgedChart)? = nil
  ) {
    let identity = details.identity
    let change = judged.map {
      VerdictChange(
        from: $0.before.verdict, to: $0.after.verdict, among: practice.catalogue.questions)
    }
    item(
      json(details.client).with([
        "sex": identity.sex.map { .string($0.rawValue) },
        "phone": identity.phone.map { .string($0) },
        "changes": .array(details.changes.map(json)),
        "raised": change.map { .array($0.raised.map { json($0) }) },
        "settled": change.map { .strings($0.settled.map(\.rule.code)) },
        "to_answer": change.map {
          .array(
            $0.toAsk.map {
              .fields(["question": .string($0.id.rawValue), "prompt": .string($0.prompt)])
            })
        },
      ]))
    guard let judged, let change else { return }
    for concern in change.settled {
      say(
        "       No longer applies: \(shown(concern.rule).title) (\(concern.rule.code)).", indent: 7)
    }
    for concern in change.raised {
      sayLine(of: concern)
      say("         \(shown(concern.rule).advice)", indent: 9)
    }
    for question in change.toAsk.prefix(5) {
      say(painted("ASK", .caution) + "      Not answered: \"\(shown(question).prompt)\"", indent: 9)
    }
    if change.toAsk.count > 5 { say("         and \(change.toAsk.count - 5) more. Type intake.") }
    sayWhoAgrees(judged)
    sayIfSessionIsBlocked(judged.after)
  }

  /// Whether somebody else agrees in the client's place now.
  private func sayWhoAgrees(_ judged: (before: JudgedChart, after: JudgedChart)) {
    let needed = [judged.before, judged.after].map {
      practice.needsGuardian($0.chart, on: practice.today)
    }
    guard needed[0] != needed[1], let isNeeded = needed[1] else { return }
    say(
      isNeeded
        ? "       A parent or guardian agrees to treatment for this client."
        : "       This client agrees to treatment without a guardian.", indent: 7)
  }

  /// A session that runs goes on only within what the verdict leaves.
  private func sayIfSessionIsBlocked(_ judged: JudgedChart) {
    guard let visit = try? practice.currentVisit(of: judged.chart.id), visit.isRunning else {
      return
    }
    let blocking = judged.verdict.concerns(
      for: visit.start.techniques, general: practice.catalogue.general.manifest.id
    ).filter(\.blocks)
    guard !blocking.isEmpty else { return }
    let codes = Set(blocking.map(\.rule.code)).sorted().joined(separator: ", ")
    warn(
      "the running session may not go on under \(codes). Type hold or end, and check for reasons.")
  }

  private func words(for identity: Identity, _ detail: Identity.Detail) -> String? {
    detail == .born ? identity.born.map(DateWords.full) : identity.value(of: detail)
  }

  private func json(_ change: DetailChange) -> JSON {
    .fields([
      "field": .string(change.detail.rawValue),
      "was": change.was.value(of: change.detail).map { .string($0) } ?? .null,
      "now": change.now.value(of: change.detail).map { .string($0) } ?? .null,
      "at": .string(change.at.iso(in: zone)), "by": .string(change.author.description),
    ])
  }
}

/// A chart with the verdict over it.
private struct JudgedChart {
  let chart: Chart
  let verdict: Verdict
}

extension Identity.Detail {
  fileprivate var help: String {
    switch self {
    case .name: "First and last name: Ann Ruiz."
    case .born: "Day, month and year: 2 mar 1984, or 1984 where no more is known."
    case .sex: "female, male or intersex."
    case .phone: "As it is dialed: 555-0100."
    }
  }
}
