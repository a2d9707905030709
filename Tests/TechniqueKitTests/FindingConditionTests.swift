import TechniqueKit
import Testing

@Suite("A condition about findings")
struct FindingConditionTests {
  static let site = SiteField("site", "where", required: true)
  static let bloodPressure = BloodPressureField("bp", "blood pressure")
  static let signs = WordField("signs", "signs", ["present", "absent"])
  static let pain = ChangeField("pain", "pain", unit: "", range: 0...10)
  static let pressure = NumberField("pressure", "grade", unit: "", range: 1...5, named: true)
  static let times = NumberField("times", "how often", count: 1...9)
  static let girths = NumberField("girths", "girths", seriesIn: "cm", range: 10...120)
  static let kind = FindingKind(
    "a_check", code: "chk", "Check", treats: true,
    fields: [
      site.field, bloodPressure.field, signs.field, pain.field, pressure.field, times.field,
      girths.field,
    ], sentence: "{site}.")
  static let anatomy = Anatomy([
    Region("leg", "leg", paired: true), Region("calf", "calf", paired: true, within: "leg"),
    Region("neck", "neck"),
  ])

  private func facts(_ lines: String..., last: [String] = []) throws -> Facts {
    func read(_ lines: [String]) throws -> [Finding] {
      try lines.map { try Self.kind.read($0, anatomy: Self.anatomy) }
    }
    return Facts(
      answers: [:], findings: try read(lines), lastFindings: try read(last), anatomy: Self.anatomy,
      questions: [])
  }

  static let statements: [(FindingStatement, holds: String, holdsNot: String)] = [
    (bloodPressure.systolic >= 180, "chk neck 180/95", "chk neck 179/95"),
    (bloodPressure.diastolic > 109, "chk neck 150/110", "chk neck 150/109"),
    (signs.is("present"), "chk neck present", "chk neck absent"),
    (pain.before <= 3, "chk neck 3>5", "chk neck 4>5"),
    (pain.after >= 8, "chk neck 7>8", "chk neck 8>7"),
    (pain.rise >= 2, "chk neck 3>5", "chk neck 5>3"),
    (pressure > 3, "chk neck pressure=4", "chk neck pressure=3"),
    (times < 3, "chk neck x2", "chk neck x3"),
    (girths >= 30, "chk neck 20cm 31cm", "chk neck 20cm 29cm"),
    (site.includes("leg"), "chk l calf", "chk neck"),
    (.any, "chk neck", ""),
  ]

  @Test("A statement about a field holds on its side of the threshold", arguments: statements)
  func holds(statement: FindingStatement, holds: String, holdsNot: String) throws {
    let condition = Self.kind.found(statement)
    #expect(condition.truth(for: try facts(holds)) == .yes)
    if !holdsNot.isEmpty { #expect(condition.truth(for: try facts(holdsNot)) == .no) }
  }

  @Test("The worst of several findings of a kind counts, whichever came first")
  func several() throws {
    let high = Self.kind.found(Self.bloodPressure.systolic >= 180)
    #expect(high.truth(for: try facts("chk neck 215/125", "chk neck 128/82")) == .yes)
    #expect(high.truth(for: try facts("chk neck 128/82", "chk neck 215/125")) == .yes)
    #expect(high.truth(for: try facts("chk neck 128/82", "chk neck 130/82")) == .no)
  }

  @Test("What was not recorded was not seen: it is no, and never unknown", arguments: statements)
  func notRecorded(statement: FindingStatement, holds: String, holdsNot: String) throws {
    let condition = Self.kind.found(statement)
    #expect(condition.truth(for: try facts()) == .no)
    #expect(condition.openQuestions(for: try facts()) == [])
    #expect((!condition).truth(for: try facts()) == .yes)
    let other = Finding(kind: "a_other", code: "oth", values: ["signs": .word("present")])
    let facts = Facts(answers: [:], findings: [other], anatomy: Self.anatomy, questions: [])
    #expect(condition.truth(for: facts) == .no)
  }

  @Test("The running visit and the last one are told apart")
  func visits() throws {
    let now = Self.kind.found(Self.signs.is("present"))
    let last = Self.kind.found(Self.signs.is("present"), at: .last)
    let facts = try facts("chk neck absent", last: ["chk neck present"])
    #expect(now.truth(for: facts) == .no)
    #expect(last.truth(for: facts) == .yes)
    #expect(Self.kind.isFound().truth(for: facts) == .yes)
    #expect(last.readsLastVisit && !now.readsLastVisit)
  }

  @Test("It says which kinds it reads, and reads them under their present ids")
  func kinds() throws {
    let condition = Condition.isYes("a") && !Self.kind.isFound() || .found("b", .any, .last)
    #expect(condition.findingKinds == ["a_check", "b"])
    #expect(condition.readsFindings)
    #expect(condition.questions == ["a"])
    #expect(!Condition.isYes("a").readsFindings)
    let renamed = condition.renamed(questions: ["a": "z"], findings: ["b": "a_check"])
    #expect(renamed.findingKinds == ["a_check", "a_check"])
    #expect(renamed.questions == ["z"])
    let old = Finding(kind: "b", code: "b", values: [:]).renamed("a_check")
    let facts = Facts(answers: [:], lastFindings: [old], anatomy: Self.anatomy, questions: [])
    #expect(renamed.truth(for: facts) == .yes)
  }
}
