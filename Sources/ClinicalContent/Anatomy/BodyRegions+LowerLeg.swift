import TechniqueKit

extension BodyRegions {
  static let lowerLegAreas: [Region] = [
    paired("knee", "knee", within: "leg"),
    paired("kneecap", "kneecap", within: "knee", "patella", "knee cap"),
    paired("inner_knee", "inner knee", within: "knee", "medial knee"),
    paired("outer_knee", "outer knee", within: "knee", "lateral knee"),
    paired(
      "back_of_knee", "back of knee", within: "knee", "behind knee",
      "popliteal fossa"),
    paired("lower_leg", "lower leg", within: "leg"),
    paired("shin", "shin", within: "lower_leg", "shinbone", "tibia"),
    paired("calf", "calf", within: "lower_leg"),
    paired("outer_lower_leg", "outer lower leg", within: "lower_leg", "lateral lower leg"),
    paired("inner_lower_leg", "inner lower leg", within: "lower_leg", "medial lower leg"),
  ]

  static let lowerLegMuscles: [Region] = [
    muscle("popliteus", "popliteus", .deep, within: "back_of_knee"),
    muscle("gastrocnemius", "gastrocnemius", .superficial, within: "calf", "gastroc"),
    muscle("medial_gastrocnemius", "medial gastrocnemius", .superficial, within: "gastrocnemius"),
    muscle("lateral_gastrocnemius", "lateral gastrocnemius", .superficial, within: "gastrocnemius"),
    muscle("soleus", "soleus", .middle, within: "calf"),
    muscle("plantaris", "plantaris", .middle, within: "calf"),
    muscle("tibialis_posterior", "tibialis posterior", .deep, within: "calf", "tib post"),
    muscle("flexor_digitorum_longus", "flexor digitorum longus", .deep, within: "calf", "fdl"),
    muscle("flexor_hallucis_longus", "flexor hallucis longus", .deep, within: "calf", "fhl"),
    muscle(
      "tibialis_anterior", "tibialis anterior", .superficial, within: "shin", "tib ant", "tib"),
    muscle(
      "extensor_digitorum_longus", "extensor digitorum longus", .superficial, within: "shin",
      "edl"),
    muscle("extensor_hallucis_longus", "extensor hallucis longus", .middle, within: "shin", "ehl"),
    muscle(
      "peroneals", "peroneals", .superficial, within: "outer_lower_leg", "fibularis", "peroneus"),
    muscle(
      "peroneus_longus", "peroneus longus", .superficial, within: "peroneals", "fibularis longus"),
    muscle("peroneus_brevis", "peroneus brevis", .middle, within: "peroneals", "fibularis brevis"),
    muscle(
      "peroneus_tertius", "peroneus tertius", .superficial, within: "shin", "fibularis tertius"),
  ]

  static let lowerLegBands: [Region] = [
    band("quadriceps_tendon", "quadriceps tendon", .superficial, within: "knee"),
    band("patellar_tendon", "patellar tendon", .superficial, within: "knee", "patellar ligament"),
    band(
      "medial_collateral_ligament", "medial collateral ligament", .superficial,
      within: "inner_knee", "mcl"),
    band(
      "lateral_collateral_ligament", "lateral collateral ligament", .superficial,
      within: "outer_knee", "lcl"),
    band("pes_anserinus", "pes anserinus", .superficial, within: "inner_knee"),
    band("hamstring_tendons", "hamstring tendons", .superficial, within: "back_of_knee"),
    band("crural_fascia", "crural fascia", .superficial, within: "lower_leg"),
  ]
}
