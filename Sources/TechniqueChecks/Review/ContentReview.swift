import TechniqueKit

/// Everything that a clinician has to read of a module before signing it off, as Markdown.
public struct ContentReview {
  private let document: ModuleDocument
  private let base: ContentBase
  private var content: ModuleContent { document.content }
  /// Words conditions with the prompts and labels of every question there is.
  private var words: ConditionWords {
    let asked = base.content.intake + document.content.intake
    return ConditionWords(
      questions: Dictionary(
        asked.flatMap { [$0] + $0.fields }.map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first }),
      findings: Dictionary(
        (base.content.findings + document.content.findings).map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// - Parameter base: what the module builds on; its questions are named where a rule reads them.
  public init(_ document: ModuleDocument, base: ContentBase) {
    self.document = document
    self.base = base
  }

  public var markdown: String {
    let manifest = document.manifest
    let parts =
      [
        "# \(manifest.name)",
        manifest.summary,
        "`\(manifest.id)` \(manifest.version), \(manifest.stability.rawValue). "
          + (manifest.reviewers.isEmpty
            ? "No clinician has signed it off."
            : "Signed off by \(manifest.reviewers.joined(separator: ", ")).")
          + " Options stand at their defaults. Derived from the module; do not edit.",
        Self.legend,
      ] + section("Options", [document.options.map(text).joined(separator: "\n")])
      + section("Intake questions", content.intake.map { text($0, "###") })
      + section("Safety rules", content.safetyRules.map(text))
      + section("Read from the general history", [general.joined(separator: "\n")])
      + section("Session templates", content.templates.map(text))
      + section("Findings", content.findings.map(text))
      + section("Outcome metrics", content.metrics.map(text))
      + section("Evidence", [content.evidence.map(text).joined(separator: "\n")])
      + section("Aftercare", aftercare) + section("Examples", content.examples.map(text))
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let legend = """
    How to read it. EMERGENCY: no session, call for help; nothing sets it aside. STOP: none until a
    clinician has resolved it. CLEARANCE: none until a clinician's clearance is recorded. AVOID: the
    area is left out. ADAPT: a change of pressure, position or length, for the whole session. NOTE:
    to know. An unanswered question that could raise one of the first three holds the session up.
    Pressure runs from 1, contact, to 5, the deepest. Codes such as A5 are rows of the screening
    catalogue; AE is an after-effect. The worst rule decides, and the therapist decides beyond it.
    """

  /// The questions of the base that the module's conditions read, with the options they name.
  private var general: [String] {
    let conditions = content.safetyRules.map(\.when) + content.intake.map(\.askWhen)
    let read = Set(conditions.flatMap(\.questions))
    let named = Set(conditions.flatMap(\.options))
    return base.content.intake.filter { read.contains($0.id) }.map { question in
      var line = "- `\(question.id)`: \(question.prompt)"
      if case .choice(let options, _) = question.kind {
        let shown = options.filter { named.contains($0.id) }.map { "`\($0.id)` \($0.label)" }
        if !shown.isEmpty { line += " " + shown.joined(separator: "; ") }
      }
      return line
    }
  }

  private func section(_ title: String, _ items: [String]) -> [String] {
    let items = items.filter { !$0.isEmpty }
    return items.isEmpty ? [] : ["## \(title)"] + items
  }

  func list(_ lines: [String]) -> String {
    lines.map { "- \($0)" }.joined(separator: "\n")
  }

  private func text(_ option: ModuleOption) -> String {
    let values =
      switch option.kind {
      case .yesNo(let value): value ? "true" : "false"
      case .wholeNumber(let range, let value):
        "\(value), from \(range.lowerBound) to \(range.upperBound)"
      }
    return "- `\(option.name)`: \(option.meaning); \(values)"
  }

  private func text(_ question: Question, _ heading: String) -> String {
    var lines = ["`\(question.id)`, \(kind(of: question))"]
    if question.isSafety {
      lines.append("a safety question, without a default")
    } else if question.isRequired {
      lines.append("needs an answer")
    }
    if question.askWhen != .always {
      lines.append("asked when \(words.text(question.askWhen))")
    }
    switch question.validity {
    case .always: break
    case .thisVisit: lines.append("asked at every visit")
    case .days(let days): lines.append("asked again after \(days) days")
    }
    if question.absences != Absence.given {
      lines.append(
        "may stay open only as: \(question.absences.map(\.rawValue).joined(separator: ", "))")
    }
    if question.takesRemark { lines.append("takes a remark") }
    lines += ["help: \(question.help)", "why: \(question.why)"] + renamed(question.aliases)
    let fields = question.fields.map { text($0, "####") }
    return (["\(heading) \(question.prompt)", list(lines)] + fields).joined(separator: "\n\n")
  }

  private func kind(of question: Question) -> String {
    func span(_ range: NumberRange) -> String {
      let unit = range.unit.isEmpty ? "" : " \(range.unit)"
      let usual =
        range.usual == range.possible ? "" : ", usually \(ConditionWords.span(range.usual))"
      return ConditionWords.span(range.possible) + unit + usual
    }
    return switch question.kind {
    case .yesNo: "yes or no"
    case .wholeNumber(let range): "a whole number, \(span(range))"
    case .decimal(let range): "a number, \(span(range))"
    case .scale(let scale):
      "\(scale.lowest) \(scale.lowestMeans) to \(scale.highest) \(scale.highestMeans)"
    case .bloodPressure(let range): "a blood pressure, \(range.words)"
    case .choice(let options, let several):
      (several ? "several of: " : "one of: ")
        + options.map { "\($0.label) (`\($0.id)`)" }.joined(separator: "; ")
    case .text: "own words"
    case .date: "a date, possibly partial"
    case .regions: "areas of the body"
    case .group(_, let atMost): "up to \(atMost) rows, each with:"
    }
  }

  private func text(_ rule: SafetyRule) -> String {
    var lines = ["`\(rule.id)`, code \(rule.code)", "when \(words.text(rule.when))"]
    if rule.severityWhenUnknown != rule.severity {
      lines.append("while that is not known: \(rule.severityWhenUnknown.rawValue)")
    }
    if rule.techniques == .every { lines.append("bears on every technique") }
    switch rule.regions {
    case .none: break
    case .fixed(let regions):
      lines.append("regions: \(regions.map(\.rawValue).joined(separator: ", "))")
    case .answered(let question): lines.append("regions: those answered to `\(question)`")
    }
    if let cap = rule.change.pressureCap {
      lines.append("pressure at most \(cap.rawValue) of 5")
    }
    if !rule.change.positionsExcluded.isEmpty {
      lines.append(
        "never \(rule.change.positionsExcluded.map(\.rawValue).joined(separator: ", "))")
    }
    if let minutes = rule.change.longestMinutes { lines.append("at most \(minutes) min") }
    lines += ["to do: \(rule.advice)", "to say: \"\(rule.clientWording)\""]
    lines += rule.citations.map { "source: \($0)" } + renamed(rule.aliases)
    return "### \(rule.severity.rawValue.uppercased()): \(rule.title)\n\n" + list(lines)
  }

  private func text(_ template: SessionTemplate) -> String {
    let lengths = template.lengths
    let header =
      "| phase | \(lengths.map { "\($0) min" }.joined(separator: " | ")) | position | pressure |"
    let rule = "|---|" + String(repeating: "---|", count: lengths.count + 2)
    let rows = template.phases.map { phase in
      let minutes = lengths.map { phase.minutesByLength[$0].map(String.init) ?? "" }
      let pressure = phase.pressure.map { "\($0.rawValue) of 5" } ?? ""
      return
        "| \(phase.title) | \(minutes.joined(separator: " | ")) | "
        + "\(phase.position?.rawValue ?? "") | \(pressure) |"
    }
    let steps = template.phases.map {
      "\($0.title): \($0.instructions)" + ($0.record.isEmpty ? "" : " Record: \($0.record).")
    }
    let also =
      template.alsoUses.isEmpty
      ? []
      : ["also under the rules of: \(template.alsoUses.map(\.rawValue).joined(separator: ", "))"]
    return "### \(template.title) (`\(template.id)`)\n\n"
      + ([header, rule] + rows).joined(separator: "\n") + "\n\n"
      + list(
        steps + also + template.citations.map { "source: \($0)" } + renamed(template.aliases))
  }

  private func text(_ kind: FindingKind) -> String {
    let fields = kind.fields.map { field in
      let form =
        switch field.kind {
        case .site: "an area"
        case .number(let unit, let range): "\(ConditionWords.span(range)) \(unit)"
        case .change(let unit, let range): "before > after, \(ConditionWords.span(range)) \(unit)"
        case .count(let range): "x and \(range.lowerBound) to \(range.upperBound)"
        case .bloodPressure(let range): "upper/lower, \(range.words)"
        case .word(let words): words.joined(separator: " or ")
        case .series(let unit, let range): "numbers, \(ConditionWords.span(range)) \(unit)"
        case .text: "own words after \"\(field.name)\""
        }
      let isNeeded = field.isRequired ? ", needed" : field.isNamed ? ", typed with its name" : ""
      return "`\(field.name)`\(isNeeded): \(field.meaning); \(form)"
        .trimmedEnd
    }
    return "### \(kind.title), typed `\(kind.code)`\n\n"
      + list(
        fields + (kind.treats ? ["records treatment"] : [])
          + ["in the note: \(kind.sentence)"] + renamed(kind.aliases))
  }

  private func text(_ evidence: Evidence) -> String {
    func spaced(_ word: String) -> String {
      word.split(separator: "_").joined(separator: " ")
    }
    let grade =
      evidence.direction == .notStudied
      ? "not studied"
      : "certainty \(spaced(evidence.certainty.rawValue)), \(spaced(evidence.direction.rawValue))"
    return "- \(evidence.condition): \(grade). \(evidence.summary)"
      + evidence.citations.map { " [\($0)]" }.joined()
  }

  private var aftercare: [String] {
    let care = content.aftercare
    let reported = care.reported.map { "\($0.what) [\($0.citation)]" }
    return [
      ("May follow", care.expect), ("Advice", care.advice), ("Call for help", care.seekHelp),
      ("Reported, and rare", reported),
    ].filter { !$0.1.isEmpty }.map { "\($0.0):\n\n" + list($0.1) }
  }

  private func text(_ example: Example) -> String {
    let answers = example.answers.sorted { $0.key < $1.key }
      .map { "`\($0.key)`: \(ConditionWords.text($0.value))" }
    let earlier = example.earlier.sorted { $0.key < $1.key }
      .map { "`\($0.key)` before: \(ConditionWords.text($0.value))" }
    let age = example.age.map { ["age \($0)"] } ?? []
    let sex = example.sex.map { [$0.rawValue] } ?? []
    let last = example.lastTechniques.sorted().map { "last visit with `\($0)`" }
    let lastFound = example.lastFindings.map { "last visit found `\($0)`" }
    let raises = example.raises.map { "raises `\($0)`" }
    let sentences = example.findings.sorted { $0.key < $1.key }
      .map { "`\($0.key)` becomes: \($0.value)" }
    let scores = example.scores.sorted { $0.key < $1.key }.map {
      "`\($0.key)` scores \($0.value.score.map(Measure.plain) ?? "nothing")"
    }
    let lines = age + sex + last + lastFound + answers + earlier + raises + sentences + scores
    return "### \(example.title)" + (lines.isEmpty ? "" : "\n\n" + list(lines))
  }

  func renamed<Subject>(_ aliases: [ID<Subject>]) -> [String] {
    aliases.isEmpty
      ? [] : ["earlier called \(aliases.map { "`\($0)`" }.joined(separator: ", "))"]
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
