import TechniqueKit
import Testing

/// A module as one may have been written against the first public version of `TechniqueKit`.
///
/// It uses every initializer, modifier and operator in the form in which modules use them, so that a
/// change that would stop somebody's module from compiling stops this file first. It is only added
/// to: what stands here is what a developer may rely on until the next major version.
private enum Written: Technique {
  static let manifest = Manifest(
    id: "written", name: "Written", version: .init(0, 1, 0), stability: .draft, reviewers: [],
    summary: "A module that somebody has written."
  ).formerly("wrote")

  static let options: [ModuleOption] = [
    ModuleOption("warm", "whether stones are warm", .yesNo(defaultValue: false)),
    ModuleOption("seconds", "how long", .wholeNumber(range: 30...90, defaultValue: 60)),
  ]

  static let translations = [Translation("es", [])]

  static func score(_ metric: ID<OutcomeMetric>, items: [String: Double]) -> Double? {
    items["one"]
  }

  static let yesNo = YesNoQuestion(
    "written_yes", "Yes?", help: "Type y or n.", why: "Why.", required: true, safety: true,
    askWhen: .always, validity: .thisVisit
  ).takingRemark().allowing(.declined, .unknown).formerly("written_old")
  static let number = NumberQuestion(
    "written_number", "Number", range: NumberRange(0...10, usual: 1...9, unit: "wk"), decimal: true,
    help: "A number.", why: "Why.")
  static let scale = NumberQuestion(
    "written_scale", "Scale", scale: Scale(0...10, "none", "worst"), help: "A number.", why: "Why.")
  static let choice = ChoiceQuestion(
    "written_choice", "Choice", options: [Option("one", "one"), .none], several: true, why: "Why.")
  static let text = TextQuestion("written_text", "Text", help: "Words.", why: "Why.")
  static let date = DateQuestion("written_date", "Date", why: "Why.")
  static let areas = RegionQuestion("written_areas", "Areas", why: "Why.", askWhen: yesNo.isYes)
  static let group = GroupQuestion(
    "written_group", "Group?", fields: [text.question, areas.question], atMost: 3, why: "Why.")

  static let conditions: [Condition] = [
    yesNo.isYes && !yesNo.isNo, number >= 1 || number > 2, scale <= 3, scale < 4,
    scale.hasRisen(by: 4), choice.includes("one"), choice.includes(anyOf: "one", "none"),
    areas.includes("neck"), group.isNamed, group.some(areas.includes("neck")),
    .age(.atLeast, 50), .sex(.male), .count(atLeast: 1, of: [.always]),
  ]

  static func content(_ options: OptionValues) -> ModuleContent {
    let seconds = Double(options.number("seconds") ?? 60)
    return ModuleContent(
      intake: [yesNo.question, number.question],
      safetyRules: conditions.enumerated().map { place, condition in
        SafetyRule(
          ID("written_\(place)"), code: "W\(place)", "Title", when: condition,
          options.isOn("warm") ? .stop : .adapt, whenUnknown: .stop, techniques: .own,
          regions: .answered(areas.id),
          change: ForcedChange(
            pressureCap: .light, positionsExcluded: [.prone], longestMinutes: 30),
          advice: "Do.", client: "Say.",
          citations: [.source("S", doi: "10.1/x"), .unconfirmed("taught"), .designChoice])
      },
      templates: [
        SessionTemplate(
          "written_session", "written", alsoUses: ["trigger_point"],
          phases: [
            .init(
              "Work", minutes: [30: 30], position: .seated, pressure: .contact,
              instructions: "Work.", record: "Pain")
          ])
      ],
      findings: [
        FindingKind(
          "written_finding", code: "wrt", "Written",
          fields: [
            .init("site", "where", .site, required: true),
            .init("hold", "how long", .number(unit: "s", range: 5...seconds)),
            .init("pain", "pain", .change(unit: "", range: 0...10)),
            .init("times", "times", .count(range: 1...3)),
            .init("state", "state", .word(["active"])),
            .init("girths", "girths", .series(unit: "cm", range: 1...9)),
            .init("note", "note", .text),
          ], sentence: "{site}.")
      ],
      metrics: [
        OutcomeMetric(
          "written_metric", name: "written", construct: "c", prompt: "p", unit: "", range: 0...8,
          whole: true, .lowerIsBetter,
          entry: .items(
            [.init("one", "One", range: 0...4), .init("two", "Two", range: 0...4, reversed: true)],
            .init(.sum, times: 1, plus: 0, missingAtMost: 1)),
          version: "1",
          thresholds: [
            .init(
              .minimalDetectable, 2, orShareOfBaseline: 0.3, population: "p",
              citation: .designChoice)
          ], occasions: [.beforeSession, .everyVisits(4)], licence: .init(.ships, "own words"),
          citations: [.designChoice])
      ],
      evidence: [Evidence("c", .veryLow, .mixed, "Summary.", citations: [.designChoice])],
      aftercare: Aftercare(expect: ["Rest"], advice: [], seekHelp: []),
      examples: [
        Example(
          "Title", answers: ["written_yes": .yesNo(true)], age: 40, raises: ["written_0"],
          findings: ["wrt neck": "Neck."],
          scores: ["written_metric": .init(["one": 2, "two": 1], score: 5)])
      ])
  }
}

/// What a module may say since schema 2, in the form in which modules say it.
private enum WrittenLater {
  static let bloodPressure = BloodPressureQuestion(
    "later_pressure", "Blood pressure", range: .standard, help: "128/82.", why: "Why.",
    required: true, safety: true, askWhen: .always, validity: .days(7))
  static let site = SiteField("site", "where", required: true)
  static let pressure = NumberField(
    "pressure", "grade", unit: "", range: 1...5, required: false, named: true)
  static let pain = ChangeField("pain", "pain", unit: "", range: 0...10)
  static let signs = WordField("signs", "signs", ["present", "absent"])
  static let times = NumberField("times", "times", count: 1...9)
  static let girths = NumberField("girths", "girths", seriesIn: "cm", range: 10...120)
  static let cuff = BloodPressureField("bp", "blood pressure", range: .standard, required: false)
  static let kind = FindingKind(
    "later_work", code: "ltr", "Later", treats: true,
    fields: [
      site.field, pressure.field, pain.field, signs.field, times.field, girths.field, cuff.field,
    ], sentence: "{site}.")
  static let conditions: [Condition] = [
    bloodPressure.systolic >= 180 || bloodPressure.diastolic > 110,
    bloodPressure.systolic < 90, bloodPressure.diastolic <= 50,
    kind.isFound(), kind.isFound(at: .last), kind.found(signs.is("present")),
    kind.found(cuff.systolic >= 180) || kind.found(cuff.diastolic >= 110, at: .last),
    kind.found(pain.rise >= 2), kind.found(pain.before > 7), kind.found(pain.after < 3),
    kind.found(site.includes("neck")), kind.found(times >= 3), kind.found(girths > 30),
    kind.found(pressure > 3), kind.found(pressure <= 3), kind.found(pressure < 3),
  ]
}

@Test("A module that reads findings still compiles, and reads them")
func laterCompatibility() {
  #expect(WrittenLater.conditions.filter(\.readsFindings).count == 13)
  let facts = Facts(
    answers: ["later_pressure": .bloodPressure(BloodPressure(200, 90))],
    findings: [Finding(kind: "later_work", code: "ltr", values: ["signs": .word("present")])],
    anatomy: Anatomy([]), questions: [WrittenLater.bloodPressure.question])
  let rule = SafetyRule(
    "later_rule", code: "L", "Title", when: .any(WrittenLater.conditions), .stop, advice: "Do.",
    client: "Say.", citations: [])
  #expect(rule.matches(for: facts).count == 3)
}

@Test("A module of the first public version still compiles, and still says the same")
func sourceCompatibility() {
  let document = ModuleDocument(Written.self)
  #expect(document.content.safetyRules.count == Written.conditions.count)
  #expect(document.manifest.isCalled("wrote"))
  #expect(document.content.intake[0].absences == [.declined, .unknown])
  #expect(document.content.metrics[0].items.map(\.name) == ["one", "two"])
  guard case .items(let items, let scoring) = document.content.metrics[0].entry else { return }
  #expect(scoring.score(items, ["one": 2, "two": 1]) == 5)
  #expect(scoring.score(items, ["one": 2]) == 4)
  #expect(scoring.score(items, [:]) == nil)
  #expect(scoring.reach(items) == 0...8)
}

@Test("A finding is read, told apart, printed and read again as the first public version does it")
func findingCompatibility() throws {
  let anatomy = Anatomy([Region("neck", "neck", paired: true)])
  let kind = try #require(Written.standardContent.findings.first)
  let finding = try kind.read("wrt l neck 7>3", anatomy: anatomy)
  #expect(finding.sites == [Site("neck", .left)])
  #expect(kind.line(for: finding, anatomy: anatomy) == "wrt left neck 7>3")
  #expect(kind.fields[2].typed(.change(before: 7, after: 3), anatomy: anatomy) == "7>3")
  let reading = Finding.Reading(finding: finding, line: "wrt left neck 7>3")
  let error = ShorthandError.ambiguous(typed: "neck", readings: [reading])
  guard case .ambiguous(_, let readings) = error else { return }
  #expect(readings.map(\.finding) == [finding])
}
