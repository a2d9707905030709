import ClinicCore
import ClinicalContent
import TechniqueKit
import Testing

@Suite("What an answer may be")
struct VocabularyTests {
  static let hands = NumberQuestion(
    "stone_hands", "Warmth of the hands in degrees",
    range: NumberRange(10...42, usual: 25...36, unit: "Cel"), decimal: true, help: "31.5.",
    why: "Why.")
  static let kind = ChoiceQuestion(
    "stone_kind", "What", options: [Option("metal", "metal"), Option("pump", "pump")], why: "Why.")
  static let place = RegionQuestion("stone_place", "Where", why: "Why.")
  static let things = GroupQuestion(
    "stone_things", "Anything?", fields: [kind.question, place.question], atMost: 2, why: "Why.")

  static func read(_ typed: String..., as question: Question) -> String {
    do throws(Refusal) {
      let reading = AnswerReading(question, anatomy: GeneralContent.anatomy)
      let read = try reading.read(rows: typed)
      return ["\(read.answer)", read.remark, read.doubt].compactMap(\.self).joined(separator: " | ")
    } catch { return error.description }
  }

  @Test func `outside the usual is doubted, outside the possible refused`() {
    #expect(Self.read("31", as: Self.hands.question) == "number(31.0)")
    #expect(
      Self.read("12", as: Self.hands.question)
        == "number(12.0) | 12 Cel is unusual; most are 25 to 36 Cel.")
    #expect(
      Self.read("60", as: Self.hands.question)
        == "That needs a number from 10 to 42 Cel. Example: 23")
  }

  static let pressure = BloodPressureQuestion("stone_pressure", "Blood pressure", why: "Why.")

  @Test(arguments: ["128/82", "128 / 82", "128 over 82", "128/82 mmHg", "128 82"])
  func `a blood pressure is read however it is written`(typed: String) {
    #expect(
      Self.read(typed, as: Self.pressure.question)
        == "\(Answer.bloodPressure(BloodPressure(128, 82)))")
  }

  @Test(arguments: ["128", "128/82/64", "128 82 64", "82/128", "90/90", "high", "128/eighty"])
  func `anything but an upper and a lower number is refused`(typed: String) {
    #expect(
      Self.read(typed, as: Self.pressure.question)
        == "That needs the upper and the lower number, the upper one higher. Example: 128/82")
  }

  @Test func `a pressure that is unusual is doubted, one that no cuff shows refused`() {
    #expect(
      Self.read("215/125", as: Self.pressure.question).hasSuffix(
        "| 215/125 mmHg is unusual; most are 90 to 160 over 50 to 100 mmHg."))
    #expect(
      Self.read("400/82", as: Self.pressure.question)
        == "A blood pressure goes from: upper 50 to 300, lower 20 to 200 mmHg. Example: 128/82")
    #expect(
      GeneralContent.anatomy.words(
        for: .bloodPressure(BloodPressure(128, 82)), to: Self.pressure.question) == "128/82 mmHg")
  }

  @Test func `words after a semicolon are a remark where one is taken`() {
    let fever = GeneralHistory.fever.takingRemark().question
    #expect(Self.read("y; since Monday", as: fever) == "yesNo(true) | since Monday")
    #expect(Self.read("-; asleep", as: fever).hasSuffix("skipped) | asleep"))
    #expect(
      Self.read("y; since Monday", as: GeneralHistory.fever.question)
        == "That needs y or n. Example: n")
  }

  @Test func `only the absences that a question allows are taken`() {
    let question = GeneralHistory.fever.allowing(.declined).question
    #expect(Self.read("declined", as: question).contains("declined"))
    #expect(Self.read("-", as: question) == "This one cannot be skipped. Type y or n.")
    #expect(Self.read("unknown", as: question) == "This one cannot be left unknown. Type y or n.")
  }

  @Test func `a row is its parts with a bar between them`() {
    let group = Self.things.question
    #expect(Self.read("none", as: group) == "rows([])")
    #expect(Self.read("pump | r shoulder", as: group).contains("pump"))
    #expect(Self.read("pump | r shoulder", "metal | neck", as: group).contains("metal"))
    #expect(Self.read("pump", "metal", "pump", as: group) == "It takes 2 rows at most.")
    #expect(Self.read("declined", as: group) == "absent(TechniqueKit.Absence.declined)")
    #expect(Self.read("none", "pump | neck", as: group) == "\"none\" cannot stand beside a row.")
    #expect(Self.read("pump", as: group).contains("absent(TechniqueKit.Absence.skipped)"))
    #expect(Self.read("pump | neck | 3", as: group) == "A row has 2 parts: What | Where")
    #expect(Self.read("oil | neck", as: group).hasPrefix("\"oil\" is not in the list."))
    #expect(Self.read("y", "n", as: GeneralHistory.fever.question) == "It is given twice.")
  }

  @Test func `the regions of every row are a rule's sites`() throws {
    let rule = SafetyRule(
      "stone_avoid", code: "X", "Metal", when: Self.things.isNamed, .avoid,
      regions: .answered(Self.things.id), advice: "Leave out.", client: "Left out.",
      citations: [.designChoice])
    let facts = Facts(
      answers: [
        "stone_things": .rows([
          ["stone_kind": .choices(["metal"]), "stone_place": .regions([Site("neck", .left)])],
          ["stone_place": .regions([Site("hip")])],
        ])
      ], anatomy: GeneralContent.anatomy, questions: [Self.things.question])
    let verdict = SafetyGate(
      catalogue: try Self.catalogue(questions: [Self.things.question], rules: [rule]), facts: facts
    ).verdict(on: .epoch)
    #expect(
      verdict.concerns.first { $0.rule.id == rule.id }?.sites
        == [Site("neck", .left), Site("hip")])
  }

  @Test func `a template brings the rules of the techniques it also uses`() throws {
    let stop = SafetyRule(
      "stone_stop", code: "X", "No", when: .always, .stop, advice: "No.", client: "No.",
      citations: [.designChoice])
    let verdict = SafetyGate(
      catalogue: try Self.catalogue(questions: [], rules: [stop]),
      facts: Facts(answers: [:], anatomy: GeneralContent.anatomy, questions: [])
    ).verdict(on: .epoch)
    #expect(!verdict.concerns(for: ["other"], general: "general").contains { $0.rule == stop })
    #expect(
      verdict.concerns(for: ["other", "stone"], general: "general").contains { $0.rule == stop })
  }

  @Test func `records under an old id are read under the new one`() throws {
    let now = Instant(milliseconds: 1_000)
    let entries: [Entry.Content] = [
      .intake(IntakeRecord(answers: ["stone_old": RecordedAnswer(.yesNo(true), at: now)])),
      .clearance(
        Clearance(
          rule: "stone_rule_old", clearedBy: "Dr", credential: "MD", clearedOn: .epoch,
          scope: "all",
          expires: .epoch)),
      .measurement(
        Measurement(metric: "stone_metric_old", version: "1", occasion: .apart, at: now, value: 4)),
    ]
    let rule = SafetyRule(
      "stone_rule", code: "X", "No", when: .always, .stop, advice: "No.", client: "No.",
      citations: [.designChoice]
    ).formerly("stone_rule_old")
    let catalogue = try Self.catalogue(
      questions: [YesNoQuestion("stone_new", "New?", why: "W.").formerly("stone_old").question],
      rules: [rule], metrics: [Instruments.painNow.renamed("stone_metric")])
    let chart = Chart(
      id: "c",
      entries: entries.enumerated().map { place, content in
        Entry(
          id: ID("\(place)"), chart: "c", happenedAt: now, recordedAt: now,
          author: Author(name: "J"), definition: DefinitionDigest(hex: ""), content: content)
      }, in: .utc, renames: catalogue.renames)
    #expect(chart.answers["stone_new"]?.answer == .yesNo(true))
    #expect(chart.clearances.map(\.rule) == ["stone_rule"])
    #expect(chart.measurements(of: "stone_metric").map(\.value) == [4])
  }

  static let monday = Instant(iso: "2026-11-23T10:00", in: .utc) ?? Instant(milliseconds: 0)
  static let tuesday = Instant(iso: "2026-11-24T10:00", in: .utc) ?? Instant(milliseconds: 0)

  static func chart(
    _ answers: [(Instant, [ID<Question>: Answer])], _ catalogue: Catalogue
  ) -> Chart {
    Chart(
      id: "c",
      entries: answers.enumerated().map { place, given in
        Entry(
          id: ID("\(place)"), chart: "c", happenedAt: given.0, recordedAt: given.0,
          author: Author(name: "J"), definition: DefinitionDigest(hex: ""),
          content: .intake(
            IntakeRecord(answers: given.1.mapValues { RecordedAnswer($0, at: given.0) })))
      }, in: .utc, renames: catalogue.renames)
  }

  @Test func `an answer to what the question was earlier is asked again, and is never no`() throws {
    let catalogue = try Self.catalogue(questions: [Self.kind.question], rules: [])
    let chart = Self.chart([(Self.tuesday, ["stone_kind": .yesNo(true)])], catalogue)
    let flow = IntakeFlow(chart: chart, catalogue: catalogue, now: Self.tuesday)
    #expect(flow.toAsk.contains { $0.id == "stone_kind" })
    #expect(flow.known["stone_kind"] == nil)
    let facts = Facts(
      answers: ["stone_kind": .yesNo(true)], anatomy: catalogue.anatomy,
      questions: catalogue.questions)
    #expect(Self.kind.includes("pump").truth(for: facts) == .unknown)
  }

  @Test func `a row with a gap is asked for again`() throws {
    let catalogue = try Self.catalogue(questions: [Self.things.question], rules: [])
    let gap = Answer.rows([["stone_kind": .choices(["pump"]), "stone_place": .absent(.skipped)]])
    let chart = Self.chart([(Self.tuesday, ["stone_things": gap])], catalogue)
    let flow = IntakeFlow(chart: chart, catalogue: catalogue, now: Self.tuesday)
    #expect(flow.toAsk.contains { $0.id == "stone_things" })
    #expect(flow.known["stone_things"] != nil)
  }

  @Test func `a rise is one since an earlier day, however often it is answered today`() throws {
    let catalogue = try Self.catalogue(questions: [], rules: [])
    let rise = GeneralHistory.painNow.hasRisen(by: 4)
    func pain(_ value: Double) -> [ID<Question>: Answer] { ["pain_now": .number(value)] }
    func truth(_ chart: Chart, given: Double? = nil) -> Truth {
      let answers = given.map { [$0].map { RecordedAnswer(.number($0), at: Self.tuesday) } } ?? []
      let flow = IntakeFlow(
        chart: chart, catalogue: catalogue, now: Self.tuesday,
        given: answers.first.map { ["pain_now": $0] } ?? [:])
      return rise.truth(for: flow.facts)
    }
    let monday = Self.chart([(Self.monday, pain(3))], catalogue)
    #expect(truth(monday, given: 9) == .yes)
    let twice = Self.chart(
      [(Self.monday, pain(3)), (Self.tuesday, pain(9)), (Self.tuesday, pain(9))], catalogue)
    #expect(truth(twice) == .yes)
    #expect(truth(twice, given: 9) == .yes)
    #expect(truth(twice, given: 4) == .no)
  }

  @Test func `a template needs each technique that is part of it`() {
    let template = SessionTemplate(
      "stone_both", "both", alsoUses: ["trigger_point"],
      phases: [.init("Work", minutes: [30: 30], instructions: "Work.")])
    let manifest = Manifest(
      id: "stone", name: "Stone", version: .init(0, 1, 0), stability: .draft, summary: "S.",
      origin: "Stone/Stone.swift")
    #expect {
      _ = try Catalogue(
        general: .init(manifest: GeneralContent.manifest, content: GeneralContent.content),
        techniques: [.init(manifest: manifest, content: ModuleContent(templates: [template]))],
        anatomy: GeneralContent.anatomy)
    } throws: { error in
      "\(error)"
        == "the template \"both\" of Stone (Stone/Stone.swift) also uses trigger_point, which is not "
        + "enabled. Enable it too."
    }
  }

  static func catalogue(
    questions: [Question], rules: [SafetyRule], metrics: [OutcomeMetric] = []
  ) throws -> Catalogue {
    try Catalogue(
      general: .init(manifest: GeneralContent.manifest, content: GeneralContent.content),
      techniques: [
        .init(
          manifest: Manifest(
            id: "stone", name: "Stone", version: .init(0, 1, 0), stability: .draft, summary: "S."),
          content: ModuleContent(intake: questions, safetyRules: rules, metrics: metrics))
      ], anatomy: GeneralContent.anatomy)
  }
}

extension OutcomeMetric {
  fileprivate func renamed(_ id: ID<OutcomeMetric>) -> OutcomeMetric {
    OutcomeMetric(
      id, name: "stone", construct: construct, prompt: prompt, range: range, direction,
      version: version, licence: licence, citations: citations
    ).formerly("stone_metric_old")
  }
}
