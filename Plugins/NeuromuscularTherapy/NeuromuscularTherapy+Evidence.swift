import ClinicalContent
import TechniqueKit

extension NeuromuscularTherapy {
  static let evidence: [Evidence] =
    [
      Evidence(
        "neck pain", .none, .notStudied,
        "No review of neuromuscular therapy was found; what there is would be very uncertain.",
        citations: [])
    ]
    + Evidence.notReviewed(
      [
        "low back pain", "sciatica", "tension headache", "migraine", "fibromyalgia",
        "knee osteoarthritis", "carpal tunnel syndrome", "plantar fasciitis", "lymphoedema",
        "after knee replacement",
      ], of: "neuromuscular therapy")

  static let aftercare = Aftercare(
    expect: [
      "Soreness where the pressure was, for one or two days", "Referred pain for a short time",
    ],
    advice: [
      "Get up slowly", "Warmth and gentle stretching",
      "No heavy load on these muscles for 24 hours",
    ],
    seekHelp: [
      "New numbness, tingling or weakness", "Pain that grows after the second day",
      "Trouble with bladder or bowel: emergency care",
    ],
    reported: [
      .init("Nerve pressed: arm plexus, ulnar, peroneal or sciatic nerve", .taught)
    ])
}
