import ClinicalContent
import TechniqueKit

extension CraniosacralTherapy {
  static let evidence: [Evidence] = reviewed + notReviewed

  private static let reviewed: [Evidence] = [
    Evidence(
      "low back pain", .veryLow, .mixed,
      "Reviewers disagree: one review of 15 trials found small to moderate effects over sham in "
        + "chronic pain, a later one no benefit for any condition.",
      citations: [
        .source("Haller 2020", doi: "10.1186/s12891-019-3017-y"), ceballos2024,
      ]),
    Evidence(
      "neck pain", .veryLow, .mixed,
      "One sham-controlled trial of 54 people was in favour; the newest review was not.",
      citations: [.source("Haller 2016"), ceballos2024]),
    Evidence(
      "tension headache", .veryLow, .noDifference, noBenefit, citations: [ceballos2024]),
    Evidence("migraine", .veryLow, .noDifference, noBenefit, citations: [ceballos2024]),
    .unnamed("fibromyalgia", .veryLow), .unnamed("anxiety and stress", .veryLow),
    Evidence(
      "the palpated cranial rhythm", .veryLow, .against,
      "Examiners who feel for the rhythm do not agree with one another, so it is no measure.",
      citations: [
        .source("Wirth-Pattullo & Hayes 1995"), .source("Moran & Gibbons 2001"),
        .source("Hanten 1998"), .source("Sergueef 2011"),
      ]),
  ]

  private static let notReviewed = Evidence.notReviewed(
    [
      "sciatica", "knee osteoarthritis", "carpal tunnel syndrome", "plantar fasciitis",
      "lymphoedema", "after knee replacement",
    ], of: "craniosacral therapy")

  private static let noBenefit = "The newest review found no benefit for any condition."
  private static let ceballos2024: Citation = .source(
    "Ceballos-Laita 2024", doi: "10.3390/healthcare12060679")

  static let aftercare = Aftercare(
    expect: ["Tiredness", "Sometimes a headache or an emotional response"],
    advice: ["Get up slowly", "Rest"],
    seekHelp: ["Severe headache, vomiting or drowsiness"],
    reported: [
      .init(
        "Two deaths linked to it, cited in an encyclopaedia",
        .source("Wikipedia, Craniosacral therapy"))
    ])
}
