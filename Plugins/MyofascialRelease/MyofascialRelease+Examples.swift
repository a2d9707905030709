import TechniqueKit

extension MyofascialRelease {
  static let examples = [
    Example(
      "Treated clot, aneurysm and thin skin",
      answers: [
        "vessels": .choices(["clot_treated", "aneurysm"]),
        "myofascial_release_fragile_skin": .yesNo(true),
      ],
      raises: [
        "myofascial_release_clot_treated", "myofascial_release_aneurysm",
        "myofascial_release_fragile_skin_rule",
      ]),
    Example(
      "Chiari malformation, and the neck is to be treated",
      answers: [
        "head": .choices(["chiari"]), "areas": .regions([Site("upper_trapezius", .right)]),
      ], raises: ["myofascial_release_chiari"]),
    Example(
      "Chiari malformation, and the calf is to be treated",
      answers: ["head": .choices(["chiari"]), "areas": .regions([Site("calf", .right)])]),
    Example(
      "Ankle sprained yesterday",
      answers: [
        "injuries": .choices(["strain"]), "injury_areas": .regions([Site("ankle", .left)]),
      ], raises: ["myofascial_release_fresh_strain"]),
    Example(
      "Numb, sore skin and more pain after the last session",
      answers: ["myofascial_release_after": .choices(["numbness", "skin", "worse_pain"])],
      lastTechniques: ["myofascial_release"],
      raises: [
        "myofascial_release_after_nerve", "myofascial_release_after_skin",
        "myofascial_release_after_worse",
      ]),
    Example(
      "Nothing followed the last session",
      answers: ["myofascial_release_after": .choices(["none"])],
      lastTechniques: ["myofascial_release"]),
    Example(
      "OPLL, and the neck is to be treated",
      answers: ["bones": .choices(["opll"]), "areas": .regions([Site("scalenes", .left)])],
      raises: ["myofascial_release_neck_cord"]),
    Example(
      "Shorthand",
      findings: [
        "mfr thoracolumbar 180s x3 vertical":
          "Myofascial hold, thoracolumbar fascia, restricted vertical, held 180 s, 3 times.",
        "mfr thoracolumbar vertical 180s x3 rom 40>55":
          "Myofascial hold, thoracolumbar fascia, restricted vertical, held 180 s, 3 times, "
          + "range 40 to 55 degrees.",
        "mfr r hamstrings 3m 60>75deg response=2 6>4":
          "Myofascial hold, right hamstrings, held 180 s, tissue response 2 of 3, "
          + "range 60 to 75 degrees, pain 6 to 4.",
      ]),
  ]
}
