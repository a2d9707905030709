import ClinicalContent
import TechniqueKit
import Testing

@testable import ClinicCore

@Suite("Who has to be asked again")
struct RescreeningTests {
  static let numb = YesNoQuestion("stone_numb", "Numb skin?", why: "Why.", safety: true)
  static let heat = ChoiceQuestion(
    "stone_heat", "Heat?", options: [Option("burn", "burns"), .none], several: true, why: "Why.",
    safety: true)

  private func catalogue(
    _ techniques: (id: ID<Manifest>, questions: [Question])..., general: [Question] = []
  ) throws -> Catalogue {
    func module(_ id: ID<Manifest>, _ questions: [Question]) -> Catalogue.Module {
      .init(
        manifest: Manifest(
          id: id, name: id.rawValue, version: .init(0, 1, 0), stability: .draft,
          summary: "A module."),
        content: ModuleContent(intake: questions))
    }
    return try Catalogue(
      general: module("general", general),
      techniques: techniques.map { module($0.id, $0.questions) },
      anatomy: GeneralContent.anatomy)
  }

  private func added(_ old: Catalogue, _ new: Catalogue) -> [String] {
    let additions = new.additions(since: old)
    return additions.modules.map(\.id.rawValue) + additions.questions.map(\.id.rawValue)
  }

  @Test func `nothing new asks nobody again`() throws {
    let same = try catalogue(("stone", [Self.numb.question, Self.heat.question]))
    #expect(added(same, same) == [])
    #expect(added(same, try catalogue(("stone", [Self.heat.question]))) == [])
  }

  @Test func `a technique that was enabled asks again`() throws {
    let old = try catalogue(("stone", [Self.numb.question]))
    let new = try catalogue(("stone", [Self.numb.question]), ("cup", []))
    #expect(added(old, new) == ["cup"])
  }

  @Test func `a safety question that a module gained asks again, another one does not`() throws {
    let old = try catalogue(("stone", [Self.numb.question]))
    #expect(
      added(old, try catalogue(("stone", [Self.numb.question, Self.heat.question])))
        == ["stone", "stone_heat"])
    let plain = TextQuestion("stone_words", "Words", help: "Any.", why: "Why.").question
    #expect(added(old, try catalogue(("stone", [Self.numb.question, plain]))) == [])
    let after = AfterEffects.question(after: "stone", called: "stones", [AfterEffects.bruise])
    #expect(added(old, try catalogue(("stone", [Self.numb.question, after.question]))) == [])
    let everywhere = try catalogue(
      ("stone", [Self.numb.question]), general: [GeneralHistory.fever.question])
    #expect(added(old, everywhere) == ["general", "fever"])
  }

  @Test func `a question with a new id asks again, unless it says what it was called`() throws {
    let old = try catalogue(("stone", [Self.numb.question]))
    let renamed = YesNoQuestion("stone_feeling", "Numb skin?", why: "Why.", safety: true)
    #expect(
      added(old, try catalogue(("stone", [renamed.question]))) == ["stone", "stone_feeling"])
    #expect(added(old, try catalogue(("stone", [renamed.formerly("stone_numb").question]))) == [])
  }

  @Test func `a list with one more sign, or a question of another kind, asks again`() throws {
    let old = try catalogue(("stone", [Self.numb.question, Self.heat.question]))
    let more = ChoiceQuestion(
      "stone_heat", "Heat?", options: [Option("burn", "burns"), Option("cold", "colds"), .none],
      several: true, why: "Why.", safety: true)
    #expect(
      added(old, try catalogue(("stone", [Self.numb.question, more.question])))
        == ["stone", "stone_heat"])
    let list = ChoiceQuestion(
      "stone_numb", "Numb?", options: [Option("hand", "hand"), .none], several: true, why: "Why.",
      safety: true)
    #expect(
      added(old, try catalogue(("stone", [list.question, Self.heat.question])))
        == ["stone", "stone_numb"])
  }
}
