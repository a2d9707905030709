import TechniqueKit

extension TriggerPointTherapy {
  static let evidence = [
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
    Evidence(
      "plantar fasciitis", .low, .favours,
      "A review of low quality was in favour, as part of wider manual therapy.",
      citations: [.source("systematic review of 2017, PMC5539575")]),
    Evidence(
      "sciatica", .none, .notStudied, "No review of trigger point therapy was found.",
      citations: []),
    Evidence(
      "fibromyalgia", .none, .notStudied, "No review of trigger point therapy was found.",
      citations: []),
  ]

  static let aftercare = Aftercare(
    expect: [
      "Soreness where the pressure was, for one or two days", "Referred pain for a short time",
    ],
    advice: [
      "Get up slowly", "Warmth and gentle stretching",
      "No heavy load on these muscles for 24 hours",
    ],
    seekHelp: ["New numbness, tingling or weakness", "Pain that grows after the second day"])
}
