import ClinicalContent
import TechniqueKit

extension TriggerPointTherapy {
  static let evidence: [Evidence] = reviewed + notReviewed

  private static let reviewed: [Evidence] = [
    .unnamed("low back pain", .veryLow, .favours, "Reviews lean in its favour."),
    Evidence(
      "neck pain", .low, .mixed,
      "The pressure that hurts rose; pain as people report it did not clearly change.",
      citations: [.source("Xu 2022, PMC9434898")]),
    Evidence(
      "tension headache", .veryLow, .mixed,
      "A review counted fewer attacks than in controls, yet the best trial found no difference "
        + "from sham in their number.",
      citations: [
        .source("Falsiroli Maistrello 2018"),
        .source("Moraska 2015, Clin J Pain", doi: "10.1097/AJP.0000000000000091"),
      ]),
    Evidence(
      "migraine", .veryLow, .favours, "About two attacks a month fewer, from small trials.",
      citations: [.source("Falsiroli Maistrello 2018")]),
    .unnamed("carpal tunnel syndrome", .veryLow),
    Evidence(
      "plantar fasciitis", .low, .favours,
      "A review of low quality was in favour, and a guideline advises it as part of wider manual "
        + "therapy. Certainty as this project reads the review.",
      citations: [
        .source("systematic review of 2017, PMC5539575"),
        .unconfirmed("Koc 2023, JOSPT guideline, doi 10.2519/jospt.2023.0303"),
      ]),
    .unnamed("injury recovery", .veryLow),
  ]

  private static let notReviewed = Evidence.notReviewed(
    [
      "sciatica", "fibromyalgia", "knee osteoarthritis", "lymphoedema", "after knee replacement",
    ], of: "trigger point therapy")

  static let aftercare = Aftercare(
    expect: [
      "Soreness where the pressure was, for one or two days", "Referred pain for a short time",
    ],
    advice: [
      "Get up slowly", "Warmth and gentle stretching",
      "No heavy load on these muscles for 24 hours",
    ],
    seekHelp: ["New numbness, tingling or weakness", "Pain that grows after the second day"],
    reported: [
      .init("Nerve pressed: arm plexus, ulnar, peroneal or sciatic nerve", .taught)
    ])
}
