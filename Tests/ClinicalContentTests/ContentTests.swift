import ClinicalContent
import TechniqueKit
import Testing

@Suite("General content")
struct ContentTests {
  @Test("The intake begins with the question that a return visit begins with")
  func order() {
    #expect(
      GeneralHistory.questions.prefix(5).map(\.id.rawValue) == [
        "health_changed", "main_reason", "areas", "pain_now", "fever",
      ])
    #expect(GeneralContent.healthChanged.id == "health_changed")
  }

  @Test("A healthy client answers at most 22 questions")
  func burden() {
    for (age, sex) in [(40, Sex.female), (40, .male), (70, .male), (70, .female)] {
      let facts = Client.facts(Client.healthy, age: age, sex: sex)
      let asked = GeneralHistory.questions.filter {
        !facts.inapplicable.contains($0.id) && $0.id != "health_changed"
      }
      #expect(asked.count <= 22)
    }
  }

  @Test("The name and every synonym of a region read back as that region")
  func anatomyReads() {
    for region in GeneralContent.anatomy.regions {
      for name in [region.name] + region.synonyms {
        #expect(GeneralContent.anatomy.site(named: name) == .site(Site(region.id)), "\(name)")
      }
      if region.isPaired {
        let both = Site(region.id, .both)
        let name = GeneralContent.anatomy.name(of: both)
        #expect(GeneralContent.anatomy.site(named: name) == .site(both))
      }
    }
  }

  @Test("Each region lies in a known one, and ids are not used twice")
  func anatomyTree() {
    let ids = GeneralContent.anatomy.regions.map(\.id)
    #expect(Set(ids).count == ids.count)
    for region in GeneralContent.anatomy.regions {
      if let outer = region.within { #expect(GeneralContent.anatomy[outer] != nil) }
    }
  }

  @Test(
    "What therapists type is understood",
    arguments: [
      ("r shoulder", Site("shoulder", .right)), ("both calves", Site("calf", .both)),
      ("l upper trap", Site("upper_trapezius", .left)), ("QL", Site("quadratus_lumborum")),
      ("r SCM", Site("sternocleidomastoid", .right)), ("itb l", Site("iliotibial_band", .left)),
      ("lower back", Site("low_back")), ("glutes", Site("buttock")),
      ("r glute med", Site("gluteus_medius", .right)), ("infra r", Site("infraspinatus", .right)),
      ("feet", Site("foot")), ("shoulders", Site("shoulder")), ("quads", Site("quadriceps")),
      ("l lev scap", Site("levator_scapulae", .left)), ("hams", Site("hamstrings")),
      ("shoulder blades", Site("shoulder_blade")), ("psoas", Site("iliopsoas")),
    ])
  func typed(text: String, site: Site) {
    #expect(GeneralContent.anatomy.site(named: text) == .site(site))
  }

  @Test("The detectable change of the pain scale follows from its standard error")
  func painThreshold() throws {
    let computed = 1.96 * 2.0.squareRoot() * 1.02
    let threshold = try #require(
      Instruments.pain.thresholds.first { $0.kind == .minimalDetectable })
    #expect(abs(threshold.change - computed) < 0.005)
  }
}
