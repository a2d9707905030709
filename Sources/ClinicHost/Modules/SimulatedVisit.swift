import ClinicCore
import ClinicalContent
import TechniqueKit

/// What is typed in a simulated visit: first a client with nothing to report who is treated, then
/// each example that raises a rule.
struct SimulatedVisit {
  let practice: Practice
  let technique: any Technique.Type
  let clock: SetSurroundings

  struct Part {
    let title: String
    let lines: () -> [SimulatedLine]
  }

  private var content: ModuleContent { technique.standardContent }

  var parts: [Part] {
    [Part(title: "A visit with nothing to report", lines: treated)]
      + content.examples.filter { !$0.raises.isEmpty }.enumerated().flatMap { place, example in
        parts(of: example, "Example \(Self.letter(place))")
      }
  }

  private func parts(of example: Example, _ name: String) -> [Part] {
    let now = Part(title: example.title) { screened(example, name) }
    guard example.isReturn else { return [now] }
    return [Part(title: "\(example.title): the visit before") { before(example, name) }, now]
  }

  /// The client's visit a week before: what was answered then, and treated and found where the
  /// example says so.
  private func before(_ example: Example, _ name: String) -> [SimulatedLine] {
    let earlier = Example("", answers: example.earlier, age: example.age, sex: example.sex)
    var lines = asked(name, earlier, born: Self.born(example)).lines
    if !example.lastTechniques.isEmpty || !example.lastFindings.isEmpty {
      guard let template = content.templates.first, let length = template.lengths.first else {
        return lines + [line("quit")]
      }
      lines.append(line("start \(template.title) \(length)"))
      lines += example.lastFindings.map { line($0) }
      lines += ended(after: length)
    }
    return lines + [line("quit", at: clock.now().adding(minutes: 7 * 24 * 60))]
  }

  /// Ends a session that began now, and signs it.
  private func ended(after minutes: Int) -> [SimulatedLine] {
    [line("end", at: clock.now().adding(minutes: minutes))]
      // Subjective, objective, assessment, plan; pain after; next appointment; signature.
      + ["felt well on leaving", "", "", "", "", "3", "-", "y"].map { line($0) }
  }

  private func treated() -> [SimulatedLine] {
    var lines = asked("Sam Sample", Example(""), born: 1980).lines
    lines.append(line("check"))
    guard let template = content.templates.first, let length = template.lengths.last else {
      return lines + [line("quit")]
    }
    lines.append(line("start \(template.title) \(length)"))
    var minutes = 0
    let schedule = template.schedule(length: length)
    for (place, phase) in schedule.enumerated() {
      if place == schedule.count - 1 {
        lines += content.examples.flatMap { $0.findings.keys.sorted() }.map { line($0) }
      }
      minutes += phase.minutes
      if place + 1 < schedule.count {
        lines.append(line("time", at: clock.now().adding(minutes: minutes)))
      }
    }
    lines += ended(after: minutes)
    lines += content.metrics.compactMap(scored).map { line($0) }
    return lines + [line("last"), line("progress"), line("quit")]
  }

  private func screened(_ example: Example, _ name: String) -> [SimulatedLine] {
    let (lines, flow) = asked(name, example, born: Self.born(example))
    let verdict = SafetyGate(
      catalogue: practice.catalogue, facts: flow.facts, known: flow.known, zone: practice.zone
    ).verdict(on: practice.today)
    // Where something blocks, check asks what now.
    let isAsked = verdict.concerns.contains { $0.blocks && !$0.isUnknown }
    let wasTreated = (try? returning(name))??.chart.lastVisit != nil
    // Where nothing does, what was done last time is proposed.
    let proposal = wasTreated && !verdict.concerns.contains(where: \.blocks) ? [line("n")] : []
    let screening = lines + proposal + [line("check")] + (isAsked ? [line(".")] : [])
    guard !isAsked, !example.findings.isEmpty, let template = content.templates.first,
      let length = template.lengths.first
    else { return screening + [line("quit")] }
    // What is found in the session raises the rule.
    return screening + [line("start \(template.title) \(length)")]
      + example.findings.keys.sorted().map { line($0) } + [line("check"), line("."), line("quit")]
  }

  /// A year in which who was born is so old today, whatever the day: the younger counts.
  private static func born(_ example: Example) -> Int { 2025 - (example.age ?? 45) }

  /// The client of an example who was here before.
  private func returning(_ name: String) throws -> (code: String, chart: Chart)? {
    try practice.find(name).clients.first { $0.identity.name == name }
      .map { ($0.code, try practice.chart($0.chart)) }
  }

  private func line(_ text: String, at time: Instant? = nil) -> SimulatedLine {
    SimulatedLine(text: text, at: time)
  }

  /// A client who answers what the example says, and has nothing to report otherwise.
  private func asked(
    _ name: String, _ example: Example, born: Int
  ) -> (lines: [SimulatedLine], flow: IntakeFlow) {
    if let client = (try? returning(name)) ?? nil {
      // Whoever was here before is asked when the chart is opened.
      return answered(
        example, IntakeFlow(chart: client.chart, catalogue: practice.catalogue, now: clock.now()),
        [line("client \(client.code)")])
    }
    let sex = example.sex
    let registered = Entry(
      id: "simulated", chart: "simulated", happenedAt: clock.now(), recordedAt: clock.now(),
      author: practice.author, definition: DefinitionDigest(hex: ""),
      content: .registered(Identity(name: name, born: CalendarDate(year: born), sex: sex)))
    let chart = Chart(id: "simulated", entries: [registered], in: practice.zone)
    let opening = "new \(name) born=\(born)" + (sex.map { " sex=\($0.rawValue)" } ?? "")
    return answered(
      example, IntakeFlow(chart: chart, catalogue: practice.catalogue, now: clock.now()),
      [line(opening), line("intake")])
  }

  /// What is asked and answered until the intake is complete.
  private func answered(
    _ example: Example, _ start: IntakeFlow, _ opening: [SimulatedLine]
  ) -> (lines: [SimulatedLine], flow: IntakeFlow) {
    var flow = start
    var lines = opening
    while let question = flow.next {
      // Only a change has everything asked anew.
      let isShortList = question.id == GeneralHistory.healthChanged.id
      let answer =
        example.answers[question.id] ?? (isShortList ? .yesNo(true) : question.unremarkableAnswer)
      lines += typed(answer, question).map { line($0) }
      flow.give(RecordedAnswer(answer, at: clock.now()), to: question.id)
    }
    return (lines, flow)
  }

  /// What a therapist types for an answer, line by line.
  private func typed(_ answer: Answer, _ question: Question) -> [String] {
    switch answer {
    case .yesNo(let value): return [value ? "y" : "n"]
    case .number(let value): return [value.plain]
    case .bloodPressure(let pressure): return [pressure.description]
    case .text(let text): return [text]
    case .date(let date): return [date.description]
    case .choices(let picked): return [picked.map(\.rawValue).joined(separator: ",")]
    case .regions(let sites):
      let names = sites.map(practice.catalogue.anatomy.name(of:)).joined(separator: ", ")
      return [names.isEmpty ? "-" : names]
    case .absent: return ["-"]
    case .rows(let rows):
      guard !rows.isEmpty else { return ["n"] }
      return ["y"]
        + rows.enumerated().flatMap { place, row in
          question.fields.flatMap { typed(row[$0.id] ?? .absent(.skipped), $0) }
            + [place + 1 < rows.count ? "y" : "n"]
        }
    }
  }

  private func scored(_ metric: OutcomeMetric) -> String? {
    let middle = (metric.range.lowerBound + metric.range.upperBound) / 2
    switch metric.entry {
    case .score: return "score \(metric.name) \((metric.isWhole ? middle.rounded() : middle).plain)"
    case .namedActivities: return nil
    case .items, .computed:
      let items = content.examples.compactMap { $0.scores[metric.id] }.first?.items ?? [:]
      let fields = items.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value.plain)" }
      return fields.isEmpty ? nil : "score \(metric.name)" + fields.joined()
    }
  }

  private static func letter(_ place: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return String(letters[place % letters.count])
  }
}

extension Example {
  /// Whether the client was here before.
  fileprivate var isReturn: Bool {
    !earlier.isEmpty || !lastTechniques.isEmpty || !lastFindings.isEmpty
  }
}
