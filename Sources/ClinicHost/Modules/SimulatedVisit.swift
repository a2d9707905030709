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
      + content.examples.filter { !$0.raises.isEmpty }.enumerated().map { place, example in
        Part(title: example.title) { screened(example, place) }
      }
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
    lines.append(line("end", at: clock.now().adding(minutes: minutes)))
    // Subjective, objective, assessment, plan; pain after; next appointment; signature.
    lines += [
      line("felt well on leaving"), line(""), line(""), line(""), line(""), line("3"), line("-"),
      line("y"),
    ]
    lines += content.metrics.compactMap(scored).map { line($0) }
    return lines + [line("last"), line("progress"), line("quit")]
  }

  private func screened(_ example: Example, _ place: Int) -> [SimulatedLine] {
    let born = 2026 - (example.age ?? 45)
    let (lines, flow) = asked("Example \(Self.letter(place))", example, born: born)
    let verdict = SafetyGate.verdict(
      catalogue: practice.catalogue, facts: flow.facts, known: flow.known, clearances: [],
      today: practice.today)
    // Where something blocks, check asks what now.
    let isAsked = verdict.concerns.contains { $0.blocks && !$0.isUnknown }
    return lines + [line("check")] + (isAsked ? [line(".")] : []) + [line("quit")]
  }

  private func line(_ text: String, at time: Instant? = nil) -> SimulatedLine {
    SimulatedLine(text: text, at: time)
  }

  /// A client who answers what the example says, and has nothing to report otherwise.
  private func asked(
    _ name: String, _ example: Example, born: Int
  ) -> (lines: [SimulatedLine], flow: IntakeFlow) {
    let registered = Entry(
      id: "simulated", chart: "simulated", happenedAt: clock.now(), recordedAt: clock.now(),
      author: practice.author, definition: DefinitionDigest(hex: ""),
      content: .registered(Identity(name: name, born: CalendarDate(year: born))))
    let chart = Chart(id: "simulated", entries: [registered])
    var flow = IntakeFlow(chart: chart, catalogue: practice.catalogue, now: clock.now())
    var lines = [line("new \(name) born=\(born)"), line("intake")]
    while let question = flow.next {
      let answer = example.answers[question.id] ?? question.unremarkableAnswer
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
