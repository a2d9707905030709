import ClinicalContent
import TechniqueKit
import Testing

@Suite("General content")
struct ContentTests {
  @Test("The intake begins with the question that a return visit begins with")
  func order() {
    #expect(
      GeneralHistory.questions.prefix(5).map(\.id.rawValue) == [
        "health_changed", "main_reason", "condition", "areas", "pain_now",
      ])
    #expect(GeneralContent.healthChanged.id == "health_changed")
  }

  @Test("A healthy client answers at most 27 questions")
  func burden() {
    let people: [(Int, Sex)] = [
      (15, .female), (40, .female), (40, .male), (55, .female), (70, .male), (70, .female),
    ]
    for (age, sex) in people {
      let facts = Client.facts(Client.healthy, age: age, sex: sex)
      let asked = GeneralHistory.questions.filter {
        !facts.inapplicable.contains($0.id) && $0.id != "health_changed"
      }
      #expect(asked.count <= 27)
    }
  }
}
