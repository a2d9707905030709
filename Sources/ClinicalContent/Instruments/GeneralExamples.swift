import TechniqueKit

/// Scores worked out by hand or published, with what happens where numbers are missing.
public enum GeneralExamples {
  /// What the check before neck or head work raises, and what the client wants left out.
  public static let rules: [Example] = [
    Example(
      "The neck check shows a very high blood pressure",
      raises: ["general_check_pressure"],
      findings: [
        "ncheck 215/105 absent symmetric":
          "Neck check: blood pressure 215/105 mmHg, warning signs absent, cranial nerves symmetric."
      ]),
    Example(
      "The neck check shows warning signs", answers: ["areas": .regions([Site("neck")])],
      raises: [
        "general_neck_checks", "general_check_signs", "general_check_nerves",
        "general_check_position",
      ],
      findings: [
        "ncheck 128/82 present asymmetric provoking":
          "Neck check: blood pressure 128/82 mmHg, warning signs present, cranial nerves "
          + "asymmetric, position provoking."
      ]),
    Example(
      "The last neck check showed a sign and a high blood pressure",
      raises: ["general_check_signs_before", "general_check_pressure_before"],
      lastFindings: ["ncheck 190/95 present"]),
    Example(
      "No touch at the face",
      answers: [
        "left_out": .yesNo(true), "left_out_areas": .regions([Site("face")]),
      ], raises: ["general_left_out"]),
  ]

  public static let scores: [Example] = [
    Example(
      "Scores of the back and the neck",
      scores: [
        "odi": .init(form([3, 2, 1, 2, 1, 2, 1, 2, 1, 1]), score: 32),
        "ndi": .init(form([2, 2, 2, 2, 2, 2, 2, 2, nil, nil]), score: 20),
        "rmdq": .init(["home": 1, "position": 1, "socks": 1, "mood": 0], score: 3),
      ]),
    Example(
      "Scores of arm, leg and foot",
      scores: [
        "quickdash": .init(form(Array(repeating: 3, count: 11)), score: 50),
        "lefs": .init(form(Array(repeating: 2, count: 20)), score: 40),
        "faam_adl": .init(form(Array(repeating: 2, count: 19)), score: 50),
        "faam_sport": .init(form(Array(repeating: 1, count: 7)), score: 25),
        "ffi": .init(["pain": 60, "disability": 30, "limits": 0], score: 30),
        "bctq_symptoms": .init(form(Array(repeating: 2, count: 9)), score: 2),
        "bctq_function": .init(form([1, 2, 3, 1, 2, 3, 2, 2]), score: 2),
      ]),
    Example(
      "Scores of headache and widespread pain",
      scores: [
        "hit6": .init(form([6, 8, 10, 11, 13, 13]), score: 61),
        "midas": .init(form([3, 4, 2, 1, 1]), score: 11),
        "fiqr": .init(form(Array(repeating: 5, count: 21)), score: 50),
        "headache_days": .init(["days": 6, "recorded": 24], score: 7),
        "sleep_efficiency": .init(["asleep": 6, "in_bed": 8], score: 75),
      ]),
    Example(
      "Scores of knee, scar and swelling",
      scores: [
        "womac": .init(form(Array(repeating: 2, count: 24)), score: 48),
        "womac_nrs": .init(form(Array(repeating: 5, count: 24)), score: 120),
        "womac_vas": .init(form(Array(repeating: 50, count: 24)), score: 1200),
        "koos_pain": .init(form(Array(repeating: 1, count: 9)), score: 75),
        "koos_symptoms": .init(form(Array(repeating: 2, count: 4)), score: 50),
        "koos_adl": .init(form(Array(repeating: 3, count: 9)), score: 25),
        "koos_sport": .init(form(Array(repeating: 4, count: 3)), score: 0),
        "koos_qol": .init(form(Array(repeating: 0, count: 2)), score: 100),
        "posas_patient": .init(form([1, 2, 3, 4, 5, 6]), score: 21),
        "posas_observer": .init(form([1, 1, 1, 1, 1, 1]), score: 6),
        "vss": .init(["redness": 2, "pigment": 1, "stiffness": 3, "height": 1], score: 7),
        "ppt": .init(["reading_1": 250, "reading_2": 262, "reading_3": 268], score: 260),
      ]),
    Example(
      "Scores of mood, stress and sleep",
      scores: [
        "phq4": .init(["nervous": 2, "worrying": 1, "low": 1, "pleasure": 2], score: 6),
        "gad7": .init(
          [
            "nervous": 2, "worrying": 2, "many": 1, "relaxing": 1, "restless": 1, "irritable": 2,
            "dread": 1,
          ], score: 10),
        "pss10": .init(form([4, 4, 4, 0, 0, 4, 0, 0, 4, 4]), score: 40),
        "pss4": .init(form([1, 3, 3, 1]), score: 4),
        "isi": .init(form([2, 2, 2, 2, 2, 2, 3]), score: 15),
        "psqi": .init(form([1, 1, 1, 1, 1, 0, 0]), score: 5),
      ]),
    Example(
      "Too little is answered for a score",
      scores: [
        "odi": .init(form([3, 3, 3, 3, 3, 3, 3]), score: nil),
        "ndi": .init(form([2, 2, 2, 2, 2, 2, 2]), score: nil),
        "rmdq": .init([:], score: nil),
        "quickdash": .init(form(Array(repeating: 3, count: 9)), score: nil),
        "faam_adl": .init(form(Array(repeating: 2, count: 18)), score: nil),
        "hit6": .init(form([6, 8, 10, 11, 13]), score: nil),
        "fiqr": .init(form(Array(repeating: 5, count: 9)), score: nil),
        "koos_pain": .init(form(Array(repeating: 1, count: 4)), score: nil),
        "headache_days": .init(["days": 6, "recorded": 22], score: nil),
        "gad7": .init(["nervous": 2], score: nil),
        "ppt": .init(["reading_1": 250], score: nil),
      ]),
  ]

  /// Numbers of a form in its order; `nil` for one that is missing.
  private static func form(_ numbers: [Double?]) -> [String: Double] {
    var items: [String: Double] = [:]
    for (place, number) in numbers.enumerated() { items["number_\(place + 1)"] = number }
    return items
  }
}
