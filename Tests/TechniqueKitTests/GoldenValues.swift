import TechniqueKit

/// One value of every case of every type that is stored.
enum GoldenValues {
  static let questions: [Question] = [
    YesNoQuestion("a_yes", "Yes?", help: "Y or n.", why: "Why.", safety: true).question,
    NumberQuestion(
      "a_weeks", "Weeks", range: NumberRange(0...60, usual: 1...42, unit: "wk"), help: "5.",
      why: "Why.", required: true, validity: .days(14)
    ).question,
    NumberQuestion(
      "a_girth", "Girth", range: NumberRange(10...120), decimal: true, help: "20.5.", why: "Why."
    ).question,
    NumberQuestion(
      "a_pain", "Pain", scale: Scale(0...10, "none", "worst"), help: "4.", why: "Why.",
      validity: .thisVisit
    ).takingRemark().question,
    ChoiceQuestion(
      "a_signs", "Signs", options: [Option("fever", "a fever"), .none], several: true, why: "Why."
    ).allowing(.declined).question,
    ChoiceQuestion(
      "a_side", "Side", options: [Option("l", "left"), Option("r", "right")], why: "W."
    )
    .formerly("a_hand").question,
    TextQuestion("a_text", "Words", help: "Any.", why: "Why.").question,
    DateQuestion("a_date", "When", why: "Why.", askWhen: .isYes("a_yes")).question,
    RegionQuestion("a_areas", "Where", why: "Why.").question,
    GroupQuestion(
      "a_operations", "Operations?",
      fields: [
        TextQuestion("a_operation", "Which", help: "Any.", why: "Why.").question,
        DateQuestion("a_operated", "When", why: "Why.").question,
      ], atMost: 5, why: "Why."
    ).question,
    BloodPressureQuestion("a_pressure", "Blood pressure", why: "Why.").question,
    BloodPressureQuestion(
      "a_cuff", "Cuff",
      range: BloodPressureRange(
        systolic: NumberRange(60...260, usual: 90...150, unit: "mmHg"),
        diastolic: NumberRange(30...150, unit: "mmHg")), why: "Why.", safety: true
    ).question,
  ]

  static let answers: [Answer] = [
    .yesNo(true), .number(4.5), .choices(["fever", "rash"]), .text("tight"),
    .date(CalendarDate("1984-03") ?? .epoch), .regions([Site("neck", .left), Site("sacrum")]),
    .rows([["a_operation": .text("hip"), "a_operated": .absent(.unknown)]]),
    .absent(.skipped), .absent(.declined), .absent(.notAsked),
    .bloodPressure(BloodPressure(128, 82)),
  ]

  static let conditions: [Condition] = [
    .always, .isYes("a"), .isNo("a"), .number("n", .atLeast, 7), .number("n", .below, 0.5),
    .number("n", .atMost, 1), .number("n", .equal, 2), .number("n", .above, 3),
    .risen("n", by: 4), .includes("c", "o"), .touches("r", "neck"), .someRow(of: "g", .isYes("f")),
    .someRow(of: "g", .always), .age(.atLeast, 50), .sex(.female),
    .treated("b"),
    .all([.isYes("a"), .not(.isNo("b"))]), .any([.always]),
    .count(atLeast: 2, of: [.isYes("a"), .isYes("b"), .isYes("c")]),
    .bloodPressure("p", .systolic, .atLeast, 180), .found("k", .any, .running),
    .found("k", .any, .last), .found("k", .number(field: "n", .value, .above, 3), .running),
    .found("k", .number(field: "p", .diastolic, .atLeast, 110), .last),
    .found("k", .word(field: "signs", "present"), .running),
    .found("k", .touches(field: "site", "neck"), .running),
  ]

  static let rules: [SafetyRule] =
    Severity.allCases.map { severity in
      SafetyRule(
        ID("a_\(severity.rawValue)"), code: "A1", "Title", when: .isYes("a"), severity,
        advice: "Do.", client: "Say.", citations: [.source("Somebody 2020", doi: "10.1/x")])
    } + [
      SafetyRule(
        "a_all", code: "A2", "Everything", when: .always, .avoid, whenUnknown: .note,
        techniques: .every, regions: .fixed(["neck"]),
        change: ForcedChange(
          pressureCap: .light, positionsExcluded: [.prone, .sideLying], longestMinutes: 30),
        advice: "Do.", client: "Say.", citations: [.unconfirmed("taught")]
      ).formerly("a_every"),
      SafetyRule(
        "a_where", code: "A3", "Where", when: .always, .avoid, regions: .answered("a_areas"),
        advice: "Do.", client: "Say.", citations: []),
    ]

  static let templates = [
    SessionTemplate(
      "a_session", "session", alsoUses: ["b"],
      phases: [
        .init(
          "Work", minutes: [30: 30, 60: 60], position: .supine, pressure: .deep,
          instructions: "Work.", record: "Pain"),
        .init("Rest", minutes: [60: 5], instructions: "Rest."),
      ]
    ).formerly("a_visit")
  ]

  static let findingKinds = [
    FindingKind(
      "a_finding", code: "fnd", "Finding",
      fields: [
        .init("site", "where", .site, required: true),
        .init("hold", "how long", .number(unit: "s", range: 5...90)),
        .init("pain", "pain", .change(unit: "", range: 0...10)),
        .init("times", "how often", .count(range: 1...5)),
        .init("state", "state", .word(["active", "latent"])),
        .init("girths", "girths", .series(unit: "cm", range: 10...120)),
        .init("note", "words", .text),
      ], sentence: "{site}[, {hold}][, {pain}]."),
    FindingKind(
      "a_work", code: "wrk", "Work", treats: true,
      fields: [
        .init("pressure", "grade", .number(unit: "", range: 1...5), named: true),
        .init("bp", "blood pressure", .bloodPressure(.standard), required: true),
        .init(
          "cuff", "blood pressure",
          .bloodPressure(
            BloodPressureRange(
              systolic: NumberRange(60...260), diastolic: BloodPressureRange.standard.diastolic))),
      ], sentence: "[{pressure}] {bp}[ {cuff}]."),
  ]

  static let findings = [
    Finding(
      kind: "a_finding", code: "fnd",
      values: [
        "site": .site(Site("neck", .both)), "hold": .number(90), "times": .count(3),
        "pain": .change(before: 7, after: 3), "state": .word("active"),
        "girths": .series([17, 18.5]),
        "note": .text("words"),
      ]),
    Finding(
      kind: "a_work", code: "wrk",
      values: ["bp": .bloodPressure(BloodPressure(128, 82)), "pain": .before(5)]),
  ]

  static let matches: [Match] = [
    .stated(.isYes("a")), .stated(.not(.includes("c", "o"))), .site("r", Site("neck", .left)),
    .row("g", ["a_kind": .choices(["hip"]), "a_when": .text("last week")], sides: []),
    .row("g", [:], sides: [.number("n", .atLeast, 2)]),
    .findingSite("k", field: "site", Site("neck"), .last),
    .findingSite("k", field: "site", Site("neck"), .running),
  ]

  private static let items: [OutcomeMetric.Item] = [
    .init("rest", "Rest", range: 0...4), .init("ache", "Ache", range: 0...4, reversed: true),
  ]

  static let metrics = [
    metric("a_pain", .score), metric("a_psfs", .namedActivities(atLeast: 3, atMost: 5)),
    metric("a_sum", .items(items, .init(.sum, times: 2.5, plus: -1, missingAtMost: 1))),
    metric("a_mean", .items(items, .init(.mean, missingAtMost: 0))),
    metric("a_volume", .computed(items)),
    metric(
      "a_form",
      .items(
        [
          .init("one", "One", range: 0...3, weight: 0.5, part: "mood", values: [0, 3]),
          .init("girths", "Girths", range: 10...120, atMost: 30),
        ], .init(.sum, missing: .asZero))),
    metric("a_share", .items(items, .init(.share, times: 28, missing: .none(atLeast: 23)))),
    OutcomeMetric(
      "a_measure", name: "measure", construct: "m", prompt: "p", unit: "kPa",
      otherUnits: ["n/cm2": 10], range: 0...10, .lowerIsBetter, recall: "now", version: "1",
      bands: [.init(0, "low"), .init(5, "high")],
      thresholds: [
        .init(
          .minimalImportant, nil, orShareOfBaseline: 0.5, baseline: 2...8, population: "p",
          citation: .designChoice)
      ], licence: .init(.scoreEntryOnly, "paper"), citations: []),
    OutcomeMetric(
      "a_limb", name: "limb", construct: "m", prompt: "p", range: 0...10, sides: true,
      .lowerIsBetter, entry: .computed([.init("step", "Step", range: 1...9, constant: true)]),
      version: "1", occasions: [.atDischarge], licence: .init(.ships, "own"), citations: []),
  ]

  private static func metric(
    _ id: ID<OutcomeMetric>, _ entry: OutcomeMetric.Entry
  ) -> OutcomeMetric {
    OutcomeMetric(
      id, name: "pain", construct: "pain", prompt: "0 to 10", unit: "cm", range: 0...10,
      whole: false, .higherIsBetter, entry: entry, version: "1",
      thresholds: [
        .init(
          .minimalDetectable, 2, orShareOfBaseline: 0.3, population: "people",
          citation: .source("S")),
        .init(.minimalImportant, 3, population: "people", citation: .designChoice),
      ], occasions: [.beforeSession, .afterSession, .everyVisits(4)],
      licence: .init(.scoreEntryOnly, "on paper"), citations: [.source("S")]
    ).formerly("a_old")
  }

  static let evidence = Evidence.Certainty.allCases.flatMap { certainty in
    Evidence.Direction.allCases.map {
      Evidence("neck pain", certainty, $0, "Summary.", citations: [.source("S")])
    }
  }

  static let examples = [
    Example(
      "Everything", answers: ["a_yes": .yesNo(true)], age: 50, raises: ["a_all"],
      findings: ["fnd neck": "Neck."],
      scores: ["a_sum": .init(["rest": 3], score: 6), "a_mean": .init([:], score: nil)]),
    Example("Nothing"),
    Example(
      "A change", answers: ["a_pain": .number(8)], sex: .female, earlier: ["a_pain": .number(3)]),
    Example("After a visit", lastTechniques: ["b", "a"]),
    Example("After a finding", lastFindings: ["wrk 128/82"]),
  ]

  static let anatomies = [
    Anatomy([
      Region("neck", "neck", paired: true, synonyms: ["nape"]),
      Region("throat", "throat", within: "neck"),
      Region("scalenes", "scalenes", within: "neck", tissue: .muscle, layer: .deep),
    ])
  ]

  static let manifests = Manifest.Stability.allCases.map {
    Manifest(
      id: "a", name: "A", version: .init(1, 2, 3), stability: $0, reviewers: ["R. Viewer"],
      summary: "Summary.", origin: "A/A.swift"
    ).formerly("old_a")
  }

  static let options = [
    ModuleOption("warm", "whether", .yesNo(defaultValue: true)),
    ModuleOption("minutes", "how long", .wholeNumber(range: 1...9, defaultValue: 5)),
  ]

  static let translations = [
    TranslationFile(
      module: "a", language: "es",
      texts: [
        .init(place: "rule/a_all/title", source: "Everything", translation: "Todo"),
        .init(place: "rule/a_all/advice", source: "Do.", translation: "Haga.", stale: true),
      ])
  ]

  static let modules = [
    ModuleDocument(
      manifest: manifests[0], options: options,
      content: ModuleContent(
        intake: Array(questions.prefix(10)), safetyRules: rules, templates: templates,
        findings: Array(findingKinds.prefix(1)),
        metrics: metrics, evidence: [evidence[0]],
        aftercare: Aftercare(expect: ["Rest"], advice: ["Walk"], seekHelp: ["Pain"]),
        examples: Array(examples.prefix(4)))),
    ModuleDocument(manifest: manifests[1], content: ModuleContent()),
    ModuleDocument(
      manifest: manifests[0],
      content: ModuleContent(
        intake: Array(questions.dropFirst(10)), findings: Array(findingKinds.dropFirst()),
        examples: Array(examples.dropFirst(4)))),
  ]

  // A case that is added does not compile until it is named here, and has a value above.
  static func name(_ kind: Question.Kind) -> String {
    switch kind {
    case .yesNo: "yesNo"
    case .wholeNumber: "wholeNumber"
    case .decimal: "decimal"
    case .scale: "scale"
    case .bloodPressure: "bloodPressure"
    case .choice: "choice"
    case .text: "text"
    case .date: "date"
    case .regions: "regions"
    case .group: "group"
    }
  }

  static func name(_ answer: Answer) -> String {
    switch answer {
    case .yesNo: "yesNo"
    case .number: "number"
    case .bloodPressure: "bloodPressure"
    case .choices: "choices"
    case .text: "text"
    case .date: "date"
    case .regions: "regions"
    case .rows: "rows"
    case .absent: "absent"
    }
  }

  static func name(_ condition: Condition) -> String {
    switch condition {
    case .always: "always"
    case .isYes: "isYes"
    case .isNo: "isNo"
    case .number: "number"
    case .bloodPressure: "bloodPressure"
    case .risen: "risen"
    case .includes: "includes"
    case .touches: "touches"
    case .someRow: "someRow"
    case .age: "age"
    case .sex: "sex"
    case .treated: "treated"
    case .found: "found"
    case .all, .any: "all"
    case .not: "not"
    case .count: "count"
    }
  }

  static func name(_ kind: FindingKind.Field.Kind) -> String {
    switch kind {
    case .site: "site"
    case .number: "number"
    case .change: "change"
    case .bloodPressure: "bloodPressure"
    case .count: "count"
    case .word: "word"
    case .series: "series"
    case .text: "text"
    }
  }

  static func name(_ entry: OutcomeMetric.Entry) -> String {
    switch entry {
    case .score: "score"
    case .namedActivities: "namedActivities"
    case .items: "items"
    case .computed: "computed"
    }
  }
}
