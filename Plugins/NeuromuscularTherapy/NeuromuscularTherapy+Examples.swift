import TechniqueKit

extension NeuromuscularTherapy {
  static let examples = [
    Example(
      "Takes a blood thinner", answers: ["medicines": .choices(["blood_thinner"])],
      raises: ["neuromuscular_blood_thinner"]),
    Example(
      "Low platelets", answers: ["bleeding": .choices(["platelets_low"])],
      raises: ["neuromuscular_low_platelets"]),
    Example(
      "Treated clot, calf strained yesterday",
      answers: [
        "vessels": .choices(["clot_treated"]), "injuries": .choices(["strain"]),
        "injury_areas": .regions([Site("calf", .right)]),
      ], raises: ["neuromuscular_clot_treated", "neuromuscular_fresh_strain"]),
    Example(
      "Chiari malformation and OPLL, and the neck is to be treated",
      answers: [
        "head": .choices(["chiari"]), "bones": .choices(["opll"]),
        "areas": .regions([Site("scalenes", .left)]),
      ],
      raises: ["neuromuscular_chiari", "neuromuscular_neck_cord"]),
    Example(
      "The same, and the calf is to be treated",
      answers: [
        "head": .choices(["chiari"]), "bones": .choices(["opll"]),
        "areas": .regions([Site("calf", .left)]),
      ]),
    Example(
      "Spinal tap last week, foot drop",
      answers: ["head": .choices(["leak"]), "nerve_signs": .choices(["slow_weakness"])],
      raises: ["neuromuscular_head_pressure", "neuromuscular_weakness"]),
    Example(
      "Tingling down the forearm",
      answers: [
        "neuromuscular_numb_path": .yesNo(true),
        "neuromuscular_numb_path_areas": .regions([Site("forearm", .left), Site("hand", .left)]),
      ], raises: ["neuromuscular_nerve_path"]),
    Example(
      "Numb, bruised and in more pain after the last session",
      answers: ["neuromuscular_after": .choices(["numbness", "bruise", "worse_pain"])],
      lastTechniques: ["neuromuscular"],
      raises: [
        "neuromuscular_after_nerve", "neuromuscular_after_bruise", "neuromuscular_after_worse",
      ]),
    Example(
      "Shorthand",
      findings: [
        "nmt r ql active band 6>3 10s x5 ref hip":
          "Neuromuscular point, right quadratus lumborum, active, taut band, pain 6 to 3, "
          + "pressed 10 s, 5 times, refers to hip.",
        "nmt l piriformis active twitch familiar 12s x3 spot mid belly ref back of the thigh":
          "Neuromuscular point, left piriformis mid belly, active, local twitch, "
          + "brings on the familiar symptom, pressed 12 s, 3 times, refers to back of the thigh.",
        "nmt r scm latent ppt 180>230kPa 8s x6 6>2":
          "Neuromuscular point, right sternocleidomastoid, latent, pain 6 to 2, "
          + "threshold 180 to 230 kPa, pressed 8 s, 6 times.",
      ]),
  ]
}
