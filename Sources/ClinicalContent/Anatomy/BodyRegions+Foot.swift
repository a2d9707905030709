import TechniqueKit

extension BodyRegions {
  static let footAreas: [Region] = [
    paired("ankle", "ankle", within: "leg"),
    paired("inner_ankle", "inner ankle", within: "ankle", "medial ankle", "medial malleolus"),
    paired("outer_ankle", "outer ankle", within: "ankle", "lateral ankle", "lateral malleolus"),
    paired("front_of_ankle", "front of ankle", within: "ankle"),
    paired("foot", "foot", within: "leg"),
    paired("heel", "heel", within: "foot"),
    paired("sole", "sole", within: "foot", "arch"),
    paired("ball_of_foot", "ball of foot", within: "sole", "metatarsal heads"),
    paired("top_of_foot", "top of foot", within: "foot", "dorsum foot", "instep"),
    paired("toes", "toes", within: "foot"),
    paired("big_toe", "big toe", within: "toes", "great toe", "hallux"),
    paired("big_toe_joint", "big toe joint", within: "big_toe", "bunion"),
    paired("little_toe", "little toe", within: "toes", "small toe", "fifth toe"),
  ]

  static let footMuscles: [Region] = [
    muscle("abductor_hallucis", "abductor hallucis", .superficial, within: "sole"),
    muscle(
      "flexor_digitorum_brevis", "flexor digitorum brevis", .superficial, within: "sole", "fdb"),
    muscle(
      "foot_abductor_digiti_minimi", "foot abductor digiti minimi", .superficial, within: "sole"),
    muscle("quadratus_plantae", "quadratus plantae", .middle, within: "sole"),
    muscle("foot_lumbricals", "foot lumbricals", .middle, within: "sole"),
    muscle("flexor_hallucis_brevis", "flexor hallucis brevis", .deep, within: "sole", "fhb"),
    muscle("adductor_hallucis", "adductor hallucis", .deep, within: "sole"),
    muscle("foot_flexor_digiti_minimi", "foot flexor digiti minimi", .deep, within: "sole"),
    muscle("plantar_interossei", "plantar interossei", .deep, within: "sole"),
    muscle("foot_dorsal_interossei", "foot dorsal interossei", .deep, within: "top_of_foot"),
    muscle(
      "extensor_digitorum_brevis", "extensor digitorum brevis", .middle, within: "top_of_foot",
      "edb"),
    muscle(
      "extensor_hallucis_brevis", "extensor hallucis brevis", .middle, within: "top_of_foot",
      "ehb"),
  ]

  static let footBands: [Region] = [
    band(
      "achilles_tendon", "achilles tendon", .superficial, within: "ankle", "achilles",
      "calcaneal tendon"),
    band(
      "peroneal_tendons", "peroneal tendons", .superficial, within: "outer_ankle",
      "fibular tendons"),
    band(
      "anterior_talofibular_ligament", "anterior talofibular ligament", .middle,
      within: "outer_ankle", "atfl"),
    band("deltoid_ligament", "deltoid ligament", .middle, within: "inner_ankle"),
    band(
      "ankle_flexor_retinaculum", "ankle flexor retinaculum", .superficial, within: "inner_ankle",
      "tarsal tunnel"),
    band(
      "ankle_extensor_retinaculum", "ankle extensor retinaculum", .superficial,
      within: "front_of_ankle"),
    band(
      "plantar_fascia", "plantar fascia", .superficial, within: "sole", "plantar",
      "plantar aponeurosis"),
  ]
}
