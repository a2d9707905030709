import TechniqueKit

/// The files of a new technique. Each sample shows one kind of value and is there to be replaced.
struct TechniqueTemplate {
  private let name: ScaffoldName
  /// The code word of the sample finding.
  private let code: String

  init(_ name: ScaffoldName, beside compiledIn: [any Technique.Type]) {
    self.name = name
    code = Self.code(name, beside: compiledIn)
  }

  var module: String {
    """
    import ClinicalContent
    import TechniqueKit

    /// \(name.words): say here in one sentence what is done.
    public enum \(name.type): Technique {
      public static let manifest = Manifest(
        id: "\(name.id)", name: "\(name.words)", version: .init(0, 1, 0), stability: .draft,
        summary: "Say in one sentence what is done.")

      public static func content(_ options: OptionValues) -> ModuleContent {
        ModuleContent(
          intake: questions, safetyRules: safetyRules, templates: templates, findings: findings,
          evidence: evidence, aftercare: aftercare, examples: examples)
      }

      /// What trials say, negative findings as plainly as positive ones.
      static let evidence = [
        Evidence(
          "neck pain", .none, .notStudied, "No trial was looked for yet.", citations: [])
      ]

      static let aftercare = Aftercare(
        expect: ["Tiredness"], advice: ["Get up slowly"], seekHelp: ["Pain that grows"])

      /// Answers in, rules and sentences out: every rule and every finding has one.
      static let examples = [
        Example(
          "Sore skin on the calf",
          answers: [
            "\(name.id)_sore_skin": .yesNo(true),
            "\(name.id)_sore_areas": .regions([Site("calf", .right)]),
          ], raises: ["\(name.id)_skin"]),
        Example(
          "Takes a blood thinner", answers: ["medicines": .choices(["blood_thinner"])],
          raises: ["\(name.id)_blood_thinner"]),
        Example(
          "Shorthand",
          findings: ["\(code) r calf 5m eased": "\(name.words), right calf, 5 min, eased."]),
      ]
    }

    """
  }

  var intake: String {
    """
    import ClinicalContent
    import TechniqueKit

    extension \(name.type) {
      static let soreSkin = YesNoQuestion(
        "\(name.id)_sore_skin", "Is the skin sore anywhere?",
        why: "Sore places are left out.", safety: true, validity: .thisVisit)

      static let soreAreas = RegionQuestion(
        "\(name.id)_sore_areas", "Where is it sore? List areas",
        why: "These places are left out.", required: true, askWhen: soreSkin.isYes,
        validity: .thisVisit)

      static let questions = [soreSkin.question, soreAreas.question]

      /// Where this technique needs more than the general screening asks for. A rule may read its own
      /// questions and those of `GeneralHistory`.
      static let safetyRules = [
        SafetyRule(
          "\(name.id)_skin", code: "S1", "Sore skin", when: soreSkin.isYes, .avoid,
          regions: .answered(soreAreas.id), advice: "Leave these places out.",
          client: "I will leave the sore places out.", citations: [.taught]),
        SafetyRule(
          "\(name.id)_blood_thinner", code: "S2", "Takes a blood thinner",
          when: GeneralHistory.medicines.includes("blood_thinner"), .adapt,
          change: ForcedChange(pressureCap: .light), advice: "Light pressure. Look for bruises.",
          client: "I will work lightly because of your blood thinner.", citations: [.taught]),
      ]
    }

    """
  }

  var session: String {
    """
    import TechniqueKit

    extension \(name.type) {
      /// The minutes of each length add up to it.
      static let templates = [
        SessionTemplate(
          "\(name.id)_session", "\(name.words.lowercased())",
          phases: [
            .init(
              "Check in", minutes: [30: 5, 60: 8],
              instructions: "Ask what changed and confirm consent.", record: "Pain before"),
            .init(
              "Work", minutes: [30: 20, 60: 44], position: .prone, pressure: .medium,
              instructions: "Say here what is done.", record: "A \(code) line for each place"),
            .init(
              "Close", minutes: [30: 5, 60: 8], instructions: "Score again, aftercare, note.",
              record: "Pain after"),
          ])
      ]

      /// `\(code) r calf 5m eased` is a finding and becomes a sentence of the note.
      static let findings = [
        FindingKind(
          "\(name.id)_place", code: "\(code)", "\(name.words)",
          fields: [
            .init("site", "where", .site, required: true),
            .init("minutes", "how long", .number(unit: "min", range: 1...30)),
            .init("change", "how it changed", .word(["eased", "unchanged"])),
            .init("note", "what else was seen", .text),
          ], sentence: "\(name.words), {site}[, {minutes}][, {change}][, {note}].")
      ]
    }

    """
  }

  var test: String {
    """
    import ClinicalContent
    import \(name.type)
    import TechniqueChecks
    import Testing

    @Test("The module conforms")
    func conforms() {
      #expect(findings(in: \(name.type).self, base: GeneralContent.base) == [])
    }

    """
  }

  var readme: String {
    """
    # \(name.words)

    Say in a few lines what is done, and for whom.

    - `\(name.type).swift` says who the module is, with evidence, aftercare and examples.
    - `\(name.type)+Intake.swift` has the questions and the safety rules.
    - `\(name.type)+Session.swift` has the session templates and the findings.
    - `CONTENT.md` is what a clinician reviews, and `CONTENT.lock` what each item meant when the version
      was last stepped; both are derived: `fascia module write \(name.id)`.

    All of it is a draft until a clinician has signed it off: then the manifest names the reviewers, and
    its stability becomes `.reviewed`.

    """
  }

  /// Letters of the id, neither a command nor another's code.
  private static func code(
    _ name: ScaffoldName, beside compiledIn: [any Technique.Type]
  ) -> String {
    let letters = name.id.filter { ("a"..."z").contains($0) }
    let used = compiledIn.flatMap { $0.standardContent.findings.map(\.code) }
    let tries = [8, 10, 12, letters.count].map { String(letters.prefix($0)) } + [letters + "work"]
    return tries.first {
      $0.count > 2 && !used.contains($0) && !FindingKind.reservedCodes.contains($0)
    } ?? letters + "work"
  }
}
