import TechniqueKit
import Testing

@Suite("What a rule read")
struct MatchTests {
  static let anatomy = Anatomy([
    Region("leg", "leg", paired: true), Region("knee", "knee", paired: true, within: "leg"),
    Region("abdomen", "abdomen"),
  ])

  private func facts(
    _ answers: [ID<Question>: Answer], earlier: [ID<Question>: Answer] = [:], age: Int? = nil,
    findings: [Finding] = [], questions: [Question] = []
  ) -> Facts {
    Facts(
      answers: answers, earlier: earlier, age: age, sex: .female, findings: findings,
      anatomy: Self.anatomy, questions: questions)
  }

  @Test("Of a number it is the side of the threshold and not the number")
  func numbers() {
    let late = Condition.number("week", .atLeast, 20)
    let week24 = late.matches(for: facts(["week": .number(24)]))
    #expect(week24 == [.stated(late)])
    #expect(late.matches(for: facts(["week": .number(25)])) == week24)
    #expect(late.matches(for: facts(["week": .number(19)])) == [])
    #expect(
      Condition.not(late).matches(for: facts(["week": .number(19)]))
        == [.stated(.number("week", .below, 20))])
    let risen = Condition.risen("pain", by: 3)
    #expect(
      risen.matches(for: facts(["pain": .number(8)], earlier: ["pain": .number(2)]))
        == risen.matches(for: facts(["pain": .number(9)], earlier: ["pain": .number(2)])))
    let high = Condition.bloodPressure("bp", .systolic, .atLeast, 180)
    #expect(
      high.matches(for: facts(["bp": .bloodPressure(BloodPressure(190, 80))]))
        == high.matches(for: facts(["bp": .bloodPressure(BloodPressure(200, 90))])))
    #expect(
      Condition.age(.above, 60).matches(for: facts([:], age: 61))
        == Condition.age(.above, 60).matches(for: facts([:], age: 75)))
  }

  @Test("Of options it is each that is asked for and picked; another one changes nothing")
  func options() {
    let thinner = Condition.includes("medicines", "blood_thinner")
    let steroid = Condition.includes("medicines", "steroid")
    let rule = thinner || steroid
    let one = rule.matches(for: facts(["medicines": .choices(["blood_thinner"])]))
    #expect(one == [.stated(thinner)])
    #expect(
      rule.matches(for: facts(["medicines": .choices(["vitamin", "blood_thinner"])])) == one)
    #expect(
      rule.matches(for: facts(["medicines": .choices(["blood_thinner", "steroid"])]))
        == [.stated(thinner), .stated(steroid)])
  }

  @Test("Of places it is each that the rule reads, or that it takes its areas from")
  func places() {
    let leg = Condition.touches("where", "leg")
    #expect(
      leg.matches(
        for: facts(["where": .regions([Site("knee", .left), Site("abdomen")])]))
        == [.site("where", Site("knee", .left))])
    let rule = SafetyRule(
      "a", code: "A", "Injury", when: .isYes("injury"), .clearance, regions: .answered("where"),
      advice: "Do.", client: "Say.", citations: [])
    let knee = rule.matches(
      for: facts(["injury": .yesNo(true), "where": .regions([Site("knee", .left)])]))
    let other = rule.matches(
      for: facts(["injury": .yesNo(true), "where": .regions([Site("abdomen")])]))
    let right = rule.matches(
      for: facts(["injury": .yesNo(true), "where": .regions([Site("knee", .right)])]))
    #expect(knee == [.stated(.isYes("injury")), .site("where", Site("knee", .left))])
    #expect(Set([knee, other, right]).count == 3)
    #expect(
      rule.matches(
        for: facts(["injury": .yesNo(false), "where": .regions([Site("knee", .left)])])) == [])
  }

  static let operations = GroupQuestion(
    "operations", "Operations?",
    fields: [
      ChoiceQuestion(
        "kind", "Kind", options: [Option("joint", "a joint"), Option("belly", "the belly")],
        why: "W."
      ).question,
      RegionQuestion("place", "Where", why: "W.").question,
      TextQuestion("words", "Which", help: "Any.", why: "W.").question,
      NumberQuestion("weeks", "Weeks", range: NumberRange(0...99), help: "4.", why: "W.").question,
    ], why: "W.")

  private func operation(
    _ kind: ID<Option>, _ site: Site, _ words: String, weeks: Double
  ) -> [ID<Question>: Answer] {
    [
      "kind": .choices([kind]), "place": .regions([site]), "words": .text(words),
      "weeks": .number(weeks),
    ]
  }

  @Test("Of a group it is each row that matches, as the thing it is")
  func rows() {
    let recent = Self.operations.some(.number("weeks", .atMost, 12))
    func matches(_ rows: [ID<Question>: Answer]...) -> Set<Match> {
      recent.matches(for: facts(["operations": .rows(rows)]))
    }
    let knee = operation("joint", Site("knee", .left), "Knee  Replacement", weeks: 5)
    let same = operation("joint", Site("knee", .left), "knee replacement ", weeks: 7)
    let belly = operation("belly", Site("abdomen"), "hernia", weeks: 2)
    let old = operation("belly", Site("abdomen"), "appendix", weeks: 80)
    #expect(matches(knee) == matches(same))
    #expect(matches(knee, old) == matches(knee))
    #expect(matches(knee, belly) == matches(knee).union(matches(belly)))
    #expect(matches(knee) != matches(belly))
    #expect(matches(old) == [])
    #expect(Self.operations.isNamed.matches(for: facts(["operations": .rows([old])])).count == 1)
  }

  @Test("Of alternatives and counts it is what holds, of not what makes it hold")
  func logic() {
    let (a, b, c) = (Condition.isYes("a"), Condition.isYes("b"), Condition.isYes("c"))
    let two = facts(["a": .yesNo(true), "b": .yesNo(true), "c": .yesNo(false)])
    #expect((a || c).matches(for: two) == [.stated(a)])
    #expect(
      Condition.count(atLeast: 2, of: [a, b, c]).matches(for: two) == [.stated(a), .stated(b)])
    #expect((a && !c).matches(for: two) == [.stated(a), .stated(.isNo("c"))])
    #expect((!(a && c)).matches(for: two) == [.stated(.isNo("c"))])
    #expect((!(.includes("list", "x"))).matches(for: facts(["list": .choices(["y"])])).count == 1)
    #expect((a && .isYes("open")).matches(for: two) == [])
    #expect(Condition.always.matches(for: two) == [])
    #expect((!Condition.sex(.male)).matches(for: two) == [.stated(.not(.sex(.male)))])
  }

  @Test("Of findings it is the kind, the field and the side, whatever was measured twice")
  func findings() {
    func check(_ upper: Int, _ signs: String) -> Finding {
      Finding(
        kind: "check", code: "chk",
        values: ["bp": .bloodPressure(BloodPressure(upper, 90)), "signs": .word(signs)])
    }
    let high = Condition.found(
      "check", .number(field: "bp", .systolic, .atLeast, 180), .running)
    let signs = Condition.found("check", .word(field: "signs", "present"), .running)
    let rule = high || signs
    let once = rule.matches(for: facts([:], findings: [check(190, "absent")]))
    #expect(once == [.stated(high)])
    #expect(
      rule.matches(for: facts([:], findings: [check(190, "absent"), check(215, "absent")])) == once)
    #expect(
      rule.matches(for: facts([:], findings: [check(190, "present")]))
        == [.stated(high), .stated(signs)])
    let left = Finding(kind: "check", code: "chk", values: ["site": .site(Site("knee", .left))])
    #expect(
      Condition.found("check", .touches(field: "site", "leg"), .running)
        .matches(for: facts([:], findings: [left]))
        == [.findingSite("check", field: "site", Site("knee", .left), .running)])
  }

  @Test("A match that was stored is found again under the present ids")
  func renames() {
    let match = Match.row("old", ["kind": .choices(["x"])], sides: [.number("n", .atLeast, 2)])
    #expect(
      match.renamed(questions: ["old": "new", "n": "m"])
        == .row("new", ["kind": .choices(["x"])], sides: [.number("m", .atLeast, 2)]))
    #expect(
      Match.stated(.found("k", .any, .last)).renamed(questions: [:], findings: ["k": "l"])
        == .stated(.found("l", .any, .last)))
    #expect(Match.site("a", Site("knee")).question == "a")
    #expect(Match.stated(.found("k", .any, .last)).findingKind == "k")
  }
}

@Suite("What a rule read, for conditions and answers made at random")
struct MatchPropertyTests {
  static let ids: [ID<Question>] = (0..<6).map { ID("q\($0)") }
  static let regions: [ID<Region>] = ["leg", "knee", "abdomen"]

  private func leaf(_ generator: inout SeededGenerator) -> Condition {
    let place = Int.random(in: 0..<6, using: &generator)
    let id = Self.ids[place]
    return switch place {
    case 0: Bool.random(using: &generator) ? .isYes(id) : .isNo(id)
    case 1:
      .number(
        id, Comparison.allCases.randomElement(using: &generator) ?? .below,
        Double(Int.random(in: 0...4, using: &generator)))
    case 2: .includes(id, ID("o\(Int.random(in: 0..<3, using: &generator))"))
    case 3: .touches(id, Self.regions.randomElement(using: &generator) ?? "leg")
    case 4:
      .someRow(of: id, .includes("f", ID("o\(Int.random(in: 0..<3, using: &generator))")))
    default:
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: .age(.atLeast, Int.random(in: 20...60, using: &generator))
      case 1: .sex(.male)
      case 2:
        .found(
          "k",
          .number(field: "n", .value, .above, Double(Int.random(in: 0...4, using: &generator))),
          .running)
      default: .bloodPressure(id, .systolic, .atLeast, 150)
      }
    }
  }

  private func condition(_ depth: Int, _ generator: inout SeededGenerator) -> Condition {
    guard depth > 0 else { return leaf(&generator) }
    func parts() -> [Condition] {
      (0..<Int.random(in: 1...3, using: &generator)).map { _ in condition(depth - 1, &generator) }
    }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return .all(parts())
    case 1: return .any(parts())
    case 2: return .not(condition(depth - 1, &generator))
    case 3:
      let parts = parts()
      return .count(atLeast: Int.random(in: 1...parts.count, using: &generator), of: parts)
    default: return leaf(&generator)
    }
  }

  private func answers(_ generator: inout SeededGenerator) -> [ID<Question>: Answer] {
    func option() -> ID<Option> { ID("o\(Int.random(in: 0..<4, using: &generator))") }
    var answers: [ID<Question>: Answer] = [:]
    let all: [Answer] = [
      .yesNo(Bool.random(using: &generator)),
      .number(Double(Int.random(in: 0...5, using: &generator))), .choices([option(), option()]),
      .regions([Site(Self.regions.randomElement(using: &generator) ?? "leg")]),
      .rows([["f": .choices([option()])], ["f": .choices([option()])]]),
      .bloodPressure(BloodPressure(Int.random(in: 100...200, using: &generator), 80)),
    ]
    for (id, answer) in zip(Self.ids, all) where Int.random(in: 0..<5, using: &generator) > 0 {
      answers[id] = answer
    }
    return answers
  }

  private func facts(
    _ answers: [ID<Question>: Answer], _ number: Int, _ generator: SeededGenerator
  ) -> Facts {
    Facts(
      answers: answers, age: 10 + number, sex: .female,
      findings: [Finding(kind: "k", code: "k", values: ["n": .number(Double(number % 6))])],
      anatomy: MatchTests.anatomy, questions: [])
  }

  @Test("A condition that holds has a match, one that does not has none")
  func somethingMatches() {
    var generator = SeededGenerator(seed: 7)
    var held = 0
    for number in 0..<4000 {
      let condition = condition(3, &generator)
      let facts = facts(answers(&generator), number % 60, generator)
      let holds = condition.truth(for: facts) == .yes
      #expect(condition.matches(for: facts).isEmpty != holds)
      held += holds ? 1 : 0
    }
    #expect(held > 500)
  }

  @Test("An answer that the condition does not read changes nothing")
  func unrelated() {
    var generator = SeededGenerator(seed: 8)
    var compared = 0
    for number in 0..<4000 {
      let condition = condition(2, &generator)
      let answers = answers(&generator)
      let before = condition.matches(for: facts(answers, number % 60, generator))
      let read = Set(condition.questions)
      for id in Self.ids + ["other"] where !read.contains(id) {
        var more = answers
        more[id] = Bool.random(using: &generator) ? .yesNo(true) : .absent(.declined)
        #expect(condition.matches(for: facts(more, number % 60, generator)) == before)
        compared += 1
      }
    }
    #expect(compared > 1000)
  }
}
