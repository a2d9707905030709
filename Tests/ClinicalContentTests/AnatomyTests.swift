import ClinicalContent
import TechniqueKit
import Testing

@Suite("Anatomy")
struct AnatomyTests {
  let anatomy = GeneralContent.anatomy

  @Test("The name and every synonym of a region read back as that region")
  func anatomyReads() {
    for region in anatomy.regions {
      for name in [region.name] + region.synonyms {
        #expect(anatomy.site(named: name) == .site(Site(region.id)), "\(name)")
      }
      if region.isPaired {
        let both = Site(region.id, .both)
        #expect(anatomy.site(named: anatomy.name(of: both)) == .site(both), "\(region.name)")
      }
    }
  }

  @Test("No two regions share a name or a synonym, whatever the order of its words")
  func distinct() {
    var owners: [[String]: ID<Region>] = [:]
    for region in anatomy.regions {
      for name in [region.name] + region.synonyms {
        #expect(name == name.lowercased())
        let words = name.split(separator: " ").map(String.init).sorted()
        #expect(owners[words] ?? region.id == region.id, "\(name)")
        owners[words] = region.id
      }
    }
  }

  @Test("Each region lies in a known one, and ids are not used twice")
  func anatomyTree() {
    let ids = anatomy.regions.map(\.id)
    #expect(Set(ids).count == ids.count)
    for region in anatomy.regions {
      if let outer = region.within { #expect(anatomy[outer] != nil, "\(region.id)") }
    }
  }

  @Test("There are at least 80 areas and 120 muscles")
  func counts() {
    #expect(anatomy.regions.count { $0.tissue == .area } >= 80)
    #expect(anatomy.regions.count { $0.tissue == .muscle } >= 120)
  }

  @Test("Muscles and bands have a layer and lie in an area; areas have no layer")
  func layers() {
    for region in anatomy.regions {
      #expect((region.layer == nil) == (region.tissue == .area), "\(region.id)")
      let area = enclosingArea(region)
      #expect(area?.tissue == .area, "\(region.id)")
    }
  }

  @Test("An area lies in areas alone, and a muscle in an area or in its group of muscles")
  func nesting() {
    for region in anatomy.regions {
      guard let outer = region.within.flatMap({ anatomy[$0] }) else { continue }
      let isGroup = outer.tissue == .muscle && region.tissue == .muscle
      #expect(outer.tissue == .area || isGroup, "\(region.id)")
    }
  }

  @Test(
    "What lies in an area that rules name is left out with it",
    arguments: [
      ("upper_trapezius", "neck"), ("scalenes", "neck"), ("suboccipitals", "neck"),
      ("longus_colli", "neck"), ("cervical_spine", "neck"), ("supraclavicular_fossa", "neck"),
      ("occiput", "head"), ("jaw_joint", "head"), ("medial_pterygoid", "head"),
      ("psoas_major", "abdomen"), ("diaphragm", "abdomen"), ("kidney_area", "abdomen"),
      ("pectoralis_minor", "chest"), ("intercostals", "chest"), ("xiphoid_process", "chest"),
      ("soleus", "leg"), ("plantar_fascia", "leg"), ("achilles_tendon", "leg"),
      ("adductor_magnus", "leg"), ("thenar_muscles", "arm"), ("ring_finger", "hand"),
    ] as [(ID<Region>, ID<Region>)])
  func containment(inner: ID<Region>, outer: ID<Region>) {
    #expect(anatomy.contains(inner, in: outer))
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
      ("r upper trap", Site("upper_trapezius", .right)),
      ("trap upper r", Site("upper_trapezius", .right)),
      ("semiten r", Site("semitendinosus", .right)),
      ("scalene ant l", Site("anterior_scalene", .left)),
      ("l back of the knee", Site("back_of_knee", .left)),
      ("r blade", Site("shoulder_blade", .right)),
    ] as [(String, Site)])
  func typed(text: String, site: Site) {
    #expect(anatomy.site(named: text) == .site(site))
  }

  @Test(
    "Abbreviations and beginnings are understood",
    arguments: [
      ("ut", "upper_trapezius"), ("mid trap", "middle_trapezius"), ("ltrap", "lower_trapezius"),
      ("levator", "levator_scapulae"), ("supra", "supraspinatus"), ("subscap", "subscapularis"),
      ("t minor", "teres_minor"), ("pec", "pectoralis_major"), ("pec minor", "pectoralis_minor"),
      ("sso", "suboccipitals"), ("es", "erector_spinae"), ("mf", "multifidus"),
      ("sps", "serratus_posterior_superior"), ("tva", "transversus_abdominis"),
      ("ext oblique", "external_oblique"), ("front delt", "anterior_deltoid"),
      ("ecrb", "extensor_carpi_radialis_brevis"), ("ecrl", "extensor_carpi_radialis_longus"),
      ("ecu", "extensor_carpi_ulnaris"), ("fcr", "flexor_carpi_radialis"),
      ("fcu", "flexor_carpi_ulnaris"), ("fds", "flexor_digitorum_superficialis"),
      ("fdp", "flexor_digitorum_profundus"), ("apb", "abductor_pollicis_brevis"),
      ("vmo", "vastus_medialis"), ("vl", "vastus_lateralis"), ("tfl", "tensor_fasciae_latae"),
      ("add mag", "adductor_magnus"), ("deep six", "lateral_hip_rotators"),
      ("gastroc", "gastrocnemius"), ("tib ant", "tibialis_anterior"),
      ("tib post", "tibialis_posterior"), ("fhl", "flexor_hallucis_longus"),
      ("fdl", "flexor_digitorum_longus"), ("edl", "extensor_digitorum_longus"),
      ("ehl", "extensor_hallucis_longus"), ("fibularis longus", "peroneus_longus"),
      ("psoas major", "psoas_major"), ("biceps femoris", "biceps_femoris"),
      ("thoracolumbar", "thoracolumbar_fascia"), ("carpal tunnel", "flexor_retinaculum"),
      ("achilles", "achilles_tendon"), ("plantar", "plantar_fascia"), ("tmj", "jaw_joint"),
      ("si", "sacroiliac_joint"), ("belly button", "navel"), ("collar bone", "collarbone"),
      ("top of the foot", "top_of_foot"), ("solar plexus", "epigastrium"),
    ] as [(String, ID<Region>)])
  func abbreviation(text: String, region: ID<Region>) {
    #expect(anatomy.site(named: text) == .site(Site(region)))
  }

  @Test(
    "A group is read by its own name, not as one of its muscles",
    arguments: [
      ("hamstring", "hamstrings"), ("quad", "quadriceps"), ("adductor", "adductors"),
      ("scalene", "scalenes"), ("splenius", "splenius"), ("erectors", "erector_spinae"),
      ("rhomboid", "rhomboids"), ("deltoid", "deltoid"), ("oblique", "obliques"),
      ("peroneals", "peroneals"), ("gastrocnemius", "gastrocnemius"), ("thenar", "thenar_muscles"),
    ] as [(String, ID<Region>)])
  func group(text: String, region: ID<Region>) {
    #expect(anatomy.site(named: text) == .site(Site(region)))
  }

  @Test(
    "Words that fit several muscles equally well name none",
    arguments: ["trapezius", "tibialis", "vastus", "lumbricals", "r teres", "deep", "superficial"])
  func ambiguous(text: String) {
    guard case .ambiguous = anatomy.site(named: text) else {
      Issue.record("\(text) was read")
      return
    }
  }

  @Test(
    "A mistyped region is suggested with its side",
    arguments: [
      ("r sholder", Site("shoulder", .right)), ("gastrocnemus", Site("gastrocnemius")),
      ("l pirifomis", Site("piriformis", .left)), ("colarbone", Site("collarbone")),
      ("r uper trapezus", Site("upper_trapezius", .right)), ("nekc", Site("neck")),
    ] as [(String, Site)])
  func suggestion(text: String, site: Site) {
    #expect(anatomy.site(named: text) == .unknown(suggestion: site))
  }

  @Test(
    "Two areas joined by a word are not read as one that lies at neither",
    arguments: ["neck and back", "shoulder and back", "hip and back"])
  func joined(text: String) {
    #expect(anatomy.site(named: text) == .unknown(suggestion: nil))
  }

  /// The innermost area that a region lies in, or the region where it is one.
  private func enclosingArea(_ region: Region) -> Region? {
    var current: Region? = region
    for _ in anatomy.regions {
      guard let here = current, here.tissue != .area else { break }
      current = here.within.flatMap { anatomy[$0] }
    }
    return current
  }
}
