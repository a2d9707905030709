import TechniqueKit

extension CraniosacralTherapy {
  static let evidence = [
    Evidence(
      "chronic pain", .veryLow, .mixed,
      "Reviewers disagree: one review of 15 trials found small to moderate effects over sham, a "
        + "later one no benefit for any condition.",
      citations: [
        .source("Haller 2020", doi: "10.1186/s12891-019-3017-y"),
        .source("Ceballos-Laita 2024", doi: "10.3390/healthcare12060679"),
      ]),
    Evidence(
      "neck pain", .veryLow, .mixed,
      "One sham-controlled trial of 54 people was in favour; the newest review was not.",
      citations: [
        .source("Haller 2016"),
        .source("Ceballos-Laita 2024", doi: "10.3390/healthcare12060679"),
      ]),
    Evidence(
      "the palpated cranial rhythm", .veryLow, .against,
      "Examiners who feel for the rhythm do not agree with one another, so it is no measure.",
      citations: [
        .source("Wirth-Pattullo & Hayes 1995"), .source("Moran & Gibbons 2001"),
        .source("Hanten 1998"), .source("Sergueef 2011"),
      ]),
    Evidence(
      "sciatica", .none, .notStudied, "No review of craniosacral therapy was found.",
      citations: []),
  ]

  static let aftercare = Aftercare(
    expect: ["Tiredness", "Sometimes a headache or an emotional response"],
    advice: ["Get up slowly", "Rest"],
    seekHelp: ["Severe headache, vomiting or drowsiness"])
}
