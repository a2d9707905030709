import ClinicalContent
import TechniqueKit
import Testing

@Suite struct ConditionTests {
  static let question = YesNoQuestion("fever", "Fever?", why: "test")
  static let number = NumberQuestion(
    "pain", "Pain", scale: Scale(0...10, "none", "worst"), help: "4", why: "test")
  static let followUp = YesNoQuestion(
    "chills", "Chills?", why: "test", askWhen: question.isYes)
  static let all = [question.question, number.question, followUp.question]

  static func facts(
    _ answers: [ID<Question>: Answer], earlier: [ID<Question>: Answer] = [:], age: Int? = nil
  ) -> Facts {
    Facts(
      answers: answers, earlier: earlier, age: age, anatomy: Anatomy([]), questions: all)
  }

  @Test func `a missing answer is unknown in every form of absence`() {
    #expect(Self.question.isYes.truth(for: Self.facts([:])) == .unknown)
    for absence in Absence.allCases {
      let facts = Self.facts(["fever": .absent(absence)])
      #expect(Self.question.isYes.truth(for: facts) == .unknown)
      #expect(Self.question.isNo.truth(for: facts) == .unknown)
    }
  }

  @Test func `three-valued logic follows Kleene`() {
    let yes = Condition.always
    let no = Condition.not(.always)
    let open = Self.question.isYes
    let facts = Self.facts([:])
    #expect((yes && open).truth(for: facts) == .unknown)
    #expect((no && open).truth(for: facts) == .no)
    #expect((yes || open).truth(for: facts) == .yes)
    #expect((no || open).truth(for: facts) == .unknown)
    #expect((!open).truth(for: facts) == .unknown)
    #expect(Condition.count(atLeast: 2, of: [yes, yes, open]).truth(for: facts) == .yes)
    #expect(Condition.count(atLeast: 2, of: [yes, no, open]).truth(for: facts) == .unknown)
    #expect(Condition.count(atLeast: 2, of: [no, no, open]).truth(for: facts) == .no)
  }

  @Test func `a question that does not apply holds nothing`() {
    let facts = Self.facts(["fever": .yesNo(false), "chills": .yesNo(true)])
    #expect(facts.inapplicable == ["chills"])
    #expect(Self.followUp.isYes.truth(for: facts) == .no)
  }

  @Test func `a rise needs an earlier answer`() {
    let rise = Self.number.hasRisen(by: 4)
    #expect(rise.truth(for: Self.facts(["pain": .number(8)])) == .no)
    #expect(
      rise.truth(for: Self.facts(["pain": .number(8)], earlier: ["pain": .number(4)])) == .yes)
    #expect(
      rise.truth(for: Self.facts(["pain": .number(7)], earlier: ["pain": .number(4)])) == .no)
  }

  @Test func `an unknown age is neither young nor old`() {
    #expect(Condition.age(.atLeast, 50).truth(for: Self.facts([:])) == .unknown)
    #expect(Condition.age(.atLeast, 50).truth(for: Self.facts([:], age: 50)) == .yes)
    #expect(Condition.age(.atLeast, 50).truth(for: Self.facts([:], age: 49)) == .no)
  }
}

@Suite struct ReadingTests {
  static let anatomy = GeneralContent.anatomy

  @Test(arguments: [
    ("r shoulder", Site("shoulder", .right)), ("shoulder-r", Site("shoulder", .right)),
    ("left utrap", Site("upper_trapezius", .left)), ("both calves", Site("calf", .both)),
    ("QL l", Site("quadratus_lumborum", .left)), ("neck", Site("neck")),
    ("r upper trap", Site("upper_trapezius", .right)),
  ])
  func `a site is read as it is typed`(typed: String, site: Site) {
    #expect(Self.anatomy.site(named: typed) == .site(site))
  }

  @Test func `a mistyped site brings a suggestion`() {
    #expect(
      Self.anatomy.site(named: "r shouler") == .unknown(suggestion: Site("shoulder", .right)))
    #expect(Self.anatomy.site(named: "xyzzy") == .unknown(suggestion: nil))
  }

  @Test func `a suggestion is at most two mistakes away, one for short words`() {
    #expect(Suggestion.closest(to: "intke", among: ["intake", "intense"]) == "intake")
    #expect(Suggestion.closest(to: "sgin", among: ["sign"]) == "sign")
    #expect(Suggestion.closest(to: "frobnicate", among: ["intake"]) == nil)
  }

  @Test func `dates are known as far as they are known`() {
    #expect(CalendarDate("1984-03-02")?.wholeYears(to: CalendarDate("2026-03-01") ?? .epoch) == 41)
    #expect(CalendarDate("2025-02-29") == nil)
    #expect(CalendarDate("1984")?.description == "1984")
    for day in stride(from: -200_000, through: 200_000, by: 997) {
      #expect(CalendarDate(dayNumber: day).dayNumber == day)
    }
  }
}
