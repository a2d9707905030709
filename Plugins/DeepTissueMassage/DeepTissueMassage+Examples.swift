import TechniqueKit

extension DeepTissueMassage {
  static let examples: [Example] = refused + others

  private static let refused = [
    Example(
      "Takes a blood thinner", answers: ["medicines": .choices(["blood_thinner"])],
      raises: ["deep_tissue_blood_thinner"]),
    Example(
      "Low platelets, bruised by the last deep massage",
      answers: [
        "bleeding": .choices(["platelets_low"]), "deep_tissue_earlier": .choices(["bruised"]),
      ], raises: ["deep_tissue_bleeding", "deep_tissue_bruises"]),
    Example(
      "Treated clot, narrow arteries, aneurysm",
      answers: ["vessels": .choices(["clot_treated", "arteries", "aneurysm"])],
      raises: [
        "deep_tissue_clot_treated", "deep_tissue_clot_legs", "deep_tissue_arteries",
        "deep_tissue_aneurysm", "deep_tissue_aneurysm_trunk",
      ]),
    Example(
      "Steroid tablets for a year", answers: ["medicines": .choices(["steroids"])],
      raises: ["deep_tissue_steroids", "deep_tissue_fragile_bones"]),
    Example(
      "Bone growing in a muscle, cancer in bone",
      answers: ["bones": .choices(["bone_in_muscle"]), "cancer": .choices(["bone"])],
      raises: ["deep_tissue_bone_in_muscle", "deep_tissue_cancer_in_bone"]),
    Example(
      "Ran a marathon two days ago, untrained",
      answers: ["injuries": .choices(["overexertion"])],
      raises: ["deep_tissue_muscle_breakdown"]),
    Example(
      "New muscle pain on a statin", answers: ["medicines": .choices(["statin_pain"])],
      raises: ["deep_tissue_muscle_breakdown"]),
    Example(
      "Three reasons against neck work, and the neck is to be treated",
      answers: [
        "bones": .choices(["rheumatoid_neck", "opll"]), "head": .choices(["chiari"]),
        "areas": .regions([Site("scalenes", .left)]),
      ],
      raises: ["deep_tissue_unstable_neck", "deep_tissue_neck_cord", "deep_tissue_chiari"]),
    Example(
      "The same, and the calf is to be treated",
      answers: [
        "bones": .choices(["rheumatoid_neck", "opll"]), "head": .choices(["chiari"]),
        "areas": .regions([Site("calf", .left)]),
      ]),
  ]

  private static let others = [
    Example(
      "Liver disease and overactive thyroid, over 60",
      answers: ["organs": .choices(["liver", "thyroid"])], age: 66,
      raises: ["deep_tissue_liver", "deep_tissue_neck", "deep_tissue_age"]),
    Example(
      "Knee operated on three weeks ago, calf strained yesterday",
      answers: [
        "surgery": .yesNo(true), "surgery_weeks": .number(3),
        "surgery_areas": .regions([Site("knee", .right)]), "injuries": .choices(["strain"]),
        "injury_areas": .regions([Site("calf", .right)]),
      ], raises: ["deep_tissue_surgery", "deep_tissue_fresh_strain"]),
    Example(
      "Shunt, numb foot, foot drop",
      answers: [
        "head": .choices(["pressure", "numb"]), "numb_areas": .regions([Site("foot", .left)]),
        "nerve_signs": .choices(["slow_weakness"]),
      ], raises: ["deep_tissue_head_pressure", "deep_tissue_numb", "deep_tissue_weakness"]),
    Example(
      "Pregnant, 20 weeks",
      answers: ["pregnant": .yesNo(true), "pregnancy_weeks": .number(20)], age: 31, sex: .female,
      raises: ["deep_tissue_pregnancy"]),
    Example(
      "Lymph nodes treated at one armpit",
      answers: [
        "cancer": .choices(["nodes"]), "node_areas": .regions([Site("armpit", .left)]),
      ], raises: ["deep_tissue_lymph_limb"]),
    Example(
      "Numb, swollen, bruised and in more pain after the last session",
      answers: [
        "deep_tissue_after": .choices(["numbness", "swelling", "bruise", "worse_pain"]),
        "deep_tissue_soreness": .number(7), "deep_tissue_soreness_hours": .number(96),
      ], lastTechniques: ["deep_tissue"],
      raises: [
        "deep_tissue_after_nerve", "deep_tissue_after_swelling", "deep_tissue_after_bruise",
        "deep_tissue_after_worse",
      ]),
    Example(
      "Some soreness for a day after the last session",
      answers: [
        "deep_tissue_after": .choices(["none"]), "deep_tissue_soreness": .number(3),
        "deep_tissue_soreness_hours": .number(24),
      ], lastTechniques: ["deep_tissue"]),
    Example(
      "Shorthand",
      findings: [
        "dt r hamstrings stripping deep 4 7>4 6m oil jojoba":
          "Deep tissue work, right hamstrings, deep layer, stripping, pressure 4 of 5, "
          + "pain 7 to 4, 6 min, lubricant jojoba.",
        "dt l ql friction 3 3m spot at the last rib oil none":
          "Deep tissue work, left quadratus lumborum at the last rib, friction, "
          + "pressure 3 of 5, 3 min, lubricant none.",
        "dt r calf superficial 2 6>5 bruise":
          "Deep tissue work, right calf, superficial layer, pressure 2 of 5, pain 6 to 5, "
          + "bruise seen.",
      ]),
  ]
}
