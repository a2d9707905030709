import ClinicalContent
import TechniqueKit
import Testing

@Suite("Conditions")
struct ConditionTests {
  @Test("The conditions that may be picked in the intake are these, and something else")
  func options() {
    guard case .choice(let options, _) = GeneralHistory.condition.question.kind else {
      Issue.record("the condition is picked from a list")
      return
    }
    #expect(
      Set(options.map(\.id.rawValue)) == Set(HealthConditions.all.map(\.id.rawValue) + ["other"]))
  }

  @Test("Each has a code, and a pack of measures that there are, free ones first")
  func packs() {
    let own: Set<ID<OutcomeMetric>> = [
      "lymphatic_drainage_excess", "lymphatic_drainage_excess_volume", "lymphatic_drainage_volume",
    ]
    let known = Set(Instruments.general.map(\.id)).union(own)
    for condition in HealthConditions.all {
      #expect(!condition.codes.isEmpty, "\(condition.id)")
      #expect(condition.pack.allSatisfy(known.contains), "\(condition.id)")
      #expect(condition.pack.count > 1, "\(condition.id)")
      #expect(condition.codes.allSatisfy { HealthConditions.ended[$0.code] == nil })
    }
    #expect(HealthConditions.generalPack.allSatisfy(known.contains))
  }

  @Test("A code is letters, digits and one point")
  func codes() {
    for code in HealthConditions.all.flatMap(\.codes).map(\.code) {
      #expect(code.wholeMatch(of: /[A-Z][0-9][0-9A-Z]\.[0-9X]{1,3}[A-Z0-9]?/) != nil, "\(code)")
    }
  }

  @Test("No name belongs to two conditions")
  func names() {
    let names = HealthConditions.all.flatMap { [$0.name] + $0.synonyms }
    #expect(Set(names).count == names.count)
  }

  @Test(
    "What is typed is understood",
    arguments: [
      ("neck pain", "neck_pain"), ("NECK", "neck_pain"), ("lbp", "low_back_pain"),
      ("carpal", "carpal_tunnel"), ("heel pain", "plantar_fasciitis"), ("stress", "stress"),
      ("insomnia", "sleep"), ("knee osteo", "knee_osteoarthritis"), ("scar", "scar"),
    ])
  func typed(words: String, id: String) {
    #expect(HealthConditions.named(words).map(\.id.rawValue) == [id])
  }

  @Test("A code that has ended is known with what replaced it")
  func ended() {
    #expect(HealthConditions.ended["M54.5"]?.since.description == "2021-10-01")
    #expect(HealthConditions.ended["M51.36"]?.instead.contains("M51.360") == true)
  }
}
