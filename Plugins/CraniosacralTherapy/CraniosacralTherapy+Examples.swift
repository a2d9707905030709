import TechniqueKit

extension CraniosacralTherapy {
  static let examples = [
    Example(
      "Shunt, and takes a blood thinner",
      answers: ["head": .choices(["pressure"]), "medicines": .choices(["blood_thinner"])],
      raises: ["craniosacral_head_pressure", "craniosacral_blood_thinner"]),
    Example(
      "Epidural last week", answers: ["craniosacral_head_today": .yesNo(true)],
      raises: ["craniosacral_head_pressure"]),
    Example(
      "Chiari malformation, hardened neck ligament",
      answers: ["head": .choices(["chiari"]), "bones": .choices(["opll"])],
      raises: ["craniosacral_chiari", "craniosacral_neck_cord"]),
    Example(
      "Rheumatoid neck, aneurysm, seizures",
      answers: [
        "bones": .choices(["rheumatoid_neck"]), "vessels": .choices(["aneurysm"]),
        "head": .choices(["epilepsy"]),
      ],
      raises: [
        "craniosacral_unstable_neck", "craniosacral_aneurysm", "craniosacral_seizures",
      ]),
    Example(
      "Dizzy, with a headache and upset after the last session",
      answers: ["craniosacral_after": .choices(["dizzy", "headache", "upset"])],
      lastTechniques: ["craniosacral"],
      raises: [
        "craniosacral_after_nerve", "craniosacral_after_headache", "craniosacral_after_upset",
      ]),
    Example(
      "Shorthand",
      findings: [
        "station occiput 5m felt calm": "Station, occiput, 5 min, client felt calm.",
        "station sacrum 4min quality softer on the left felt warmth":
          "Station, sacrum, 4 min, softer on the left, client felt warmth.",
      ]),
  ]
}
