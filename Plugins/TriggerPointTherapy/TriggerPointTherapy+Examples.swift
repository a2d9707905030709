import TechniqueKit

extension TriggerPointTherapy {
  static let examples = [
    Example(
      "Takes a blood thinner", answers: ["medicines": .choices(["blood_thinner"])],
      raises: ["trigger_point_blood_thinner"]),
    Example(
      "Low platelets, bruises easily",
      answers: [
        "bleeding": .choices(["platelets_low"]), "trigger_point_bruising": .yesNo(true),
      ], raises: ["trigger_point_low_platelets", "trigger_point_bruises"]),
    Example(
      "Treated clot, calf strained yesterday",
      answers: [
        "vessels": .choices(["clot_treated"]), "injuries": .choices(["strain"]),
        "injury_areas": .regions([Site("calf", .right)]),
      ], raises: ["trigger_point_clot_treated", "trigger_point_fresh_strain"]),
    Example(
      "Chiari malformation, and the neck is to be treated",
      answers: ["head": .choices(["chiari"]), "areas": .regions([Site("scalenes", .left)])],
      raises: ["trigger_point_chiari"]),
    Example(
      "Numb, bruised and a headache after the last session",
      answers: ["trigger_point_after": .choices(["numbness", "bruise", "headache"])],
      lastTechniques: ["trigger_point"],
      raises: [
        "trigger_point_after_nerve", "trigger_point_after_bruise", "trigger_point_after_worse",
      ]),
    Example(
      "OPLL, and the neck is to be treated",
      answers: ["bones": .choices(["opll"]), "areas": .regions([Site("scalenes", .left)])],
      raises: ["trigger_point_neck_cord"]),
    Example(
      "Recent epidural, foot drop",
      answers: ["head": .choices(["leak"]), "nerve_signs": .choices(["slow_weakness"])],
      raises: ["trigger_point_head_pressure", "trigger_point_weakness"]),
    Example(
      "Shorthand",
      findings: [
        "trp r upper trapezius 7>3 90s ref temple":
          "Trigger point, right upper trapezius, pain 7 to 3, held 90 s, "
          + "refers to temple.",
        "trp l infra active band twitch 60s x3 ref outer arm":
          "Trigger point, left infraspinatus, active, taut band, local twitch, held 60 s, "
          + "3 times, refers to outer arm.",
        "trp r glute med latent spot below the crest ppt 210>265kPa":
          "Trigger point, right gluteus medius below the crest, latent, threshold 210 to 265 kPa.",
      ]),
  ]
}
