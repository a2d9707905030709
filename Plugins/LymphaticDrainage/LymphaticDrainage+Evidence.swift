import ClinicalContent
import TechniqueKit

extension LymphaticDrainage {
  static let evidence: [Evidence] = reviewed + notReviewed

  private static let reviewed: [Evidence] = [
    Evidence(
      "fibromyalgia", .veryLow, .favours,
      "Stiffness fell more than with connective-tissue massage.", citations: [.source("Yuan 2015")]
    ),
    Evidence(
      "knee osteoarthritis", .none, .notStudied,
      "No review of lymph drainage without an operation was found.", citations: []),
    Evidence(
      "lymphoedema", .low, .mixed,
      "After breast cancer bandages alone cut the excess by 30 to 39 %; drainage added about 7 "
        + "points (1.75 to 12.47, borderline) in two small trials, mostly in mild cases. One review "
        + "found no clear gain in volume, 75 mL (-9 to 160), nor in new cases; a later one fewer "
        + "new cases and less pain, but no clear gain in volume or quality of life.",
      citations: [
        .source("Ezzo 2015, Cochrane CD003475.pub2, by way of the EBM Guidelines"),
        .source("McNeely 2004"), .source("Huang 2013"),
        .source("review of 10 trials, by way of the EBM Guidelines"),
        .source("Thompson 2020, J Cancer Surviv", doi: "10.1007/s11764-020-00928-1"),
      ]),
    Evidence(
      "after knee replacement", .low, .noDifference,
      "No benefit for swelling or movement was found.",
      citations: [
        .source("Lu 2024"), .source("Migliorini 2023"), .source("Pichonnaz 2016"),
      ]),
    .unnamed("scar", .veryLow), .unnamed("anxiety and stress", .veryLow),
    .unnamed("injury recovery", .veryLow),
  ]

  private static let notReviewed = Evidence.notReviewed(
    [
      "low back pain", "sciatica", "neck pain", "tension headache", "migraine",
      "carpal tunnel syndrome", "plantar fasciitis",
    ], of: "lymph drainage")

  static let aftercare = Aftercare(
    expect: ["Passing more urine", "Tiredness", "Light-headedness on getting up"],
    advice: ["Get up slowly", "Keep prescribed compression on", "Care for the skin"],
    seekHelp: ["Fever or redness", "Sudden pain", "Breathlessness"],
    reported: [
      .init(
        "Breathlessness in heart failure after a loss of 4 litres",
        .source("case report of dyspnoea after decongestion"))
    ])
}
