import TechniqueKit
import Testing

@Suite("A group of rows")
struct GroupTests {
  static let kind = ChoiceQuestion(
    "kind", "Kind", options: [Option("pump", "pump"), Option("metal", "metal")], why: "Why.")
  static let place = RegionQuestion("place", "Where", why: "Why.")
  static let group = GroupQuestion(
    "things", "Things?", fields: [kind.question, place.question], why: "Why.")
  static let condition = group.some(kind.includes("pump") && place.includes("neck"))

  static func truth(_ answer: Answer?, _ condition: Condition = condition) -> Truth {
    condition.truth(
      for: Facts(
        answers: answer.map { ["things": $0] } ?? [:],
        anatomy: Anatomy([Region("neck", "neck"), Region("arm", "arm")]),
        questions: [group.question]))
  }

  static func row(_ kind: ID<Option>?, _ place: ID<Region>?) -> [ID<Question>: Answer] {
    [
      "kind": kind.map { .choices([$0]) } ?? .absent(.skipped),
      "place": place.map { .regions([Site($0)]) } ?? .absent(.skipped),
    ]
  }

  @Test func `the parts of a statement have to hold in the same row`() {
    #expect(Self.truth(.rows([Self.row("pump", "neck")])) == .yes)
    #expect(Self.truth(.rows([Self.row("pump", "arm"), Self.row("metal", "neck")])) == .no)
  }

  @Test func `a gap in a row, or no answer at all, is unknown`() {
    #expect(Self.truth(.rows([Self.row("pump", nil)])) == .unknown)
    #expect(Self.truth(.rows([Self.row("pump", nil), Self.row("pump", "neck")])) == .yes)
    #expect(Self.truth(nil) == .unknown)
    #expect(Self.truth(.absent(.declined)) == .unknown)
  }

  @Test func `no rows hold nothing`() {
    #expect(Self.truth(.rows([])) == .no)
    #expect(Self.truth(.rows([]), Self.group.isNamed) == .no)
    #expect(Self.truth(.rows([Self.row(nil, nil)]), Self.group.isNamed) == .yes)
  }

  @Test func `what is open is the group`() {
    #expect(
      Self.condition.openQuestions(
        for: Facts(answers: [:], anatomy: Anatomy([]), questions: [Self.group.question]))
        == ["things"])
  }
}
