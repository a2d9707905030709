import ClinicalContent
import TechniqueKit

extension DeepTissueMassage {
  static let evidence: [Evidence] = painEvidence + otherEvidence

  private static let painEvidence: [Evidence] = [
    Evidence(
      "low back pain", .low, .favours,
      "Relief for a short time against no care. Structural and relaxation massage did not differ "
        + "in a way that matters, and light touch and attention ease pain too.",
      citations: [
        .source("Furlan 2015, Cochrane CD001929.pub3"),
        .source(
          "Cherkin 2011, Ann Intern Med", doi: "10.7326/0003-4819-155-1-201107050-00002"),
        sherman2010,
      ]),
    Evidence(
      "sciatica", .veryLow, .against,
      "A Dutch guideline for physiotherapists advises against massage for pain from a nerve root.",
      citations: [.source("KNGF guideline on low back pain")]),
    Evidence(
      "neck pain", .low, .mixed,
      "No review of deep tissue massage by itself; of massage as such what it adds is uncertain. "
        + "In one trial 60 minutes two or three times a week helped, 30 minutes did not.",
      citations: [
        .source("Gross 2024, Cochrane CD004871.pub5"),
        .source("Sherman 2014, Ann Fam Med 12:112"),
      ]),
    Evidence(
      "fibromyalgia", .low, .favours,
      "Five weeks or more eased pain for a short time; sleep did not clearly change. Swedish "
        + "massage showed no effect in another review.",
      citations: [li2014, .source("Yuan 2015")]),
    Evidence(
      "knee osteoarthritis", .low, .favours,
      "Weekly 60 minutes for 8 weeks helped; the gain had gone by 24 to 52 weeks. A guideline "
        + "goes no further than that massage may be used.",
      citations: [
        .source("Perlman 2012, PLoS One 7:e30248"),
        .source("Perlman 2018, J Gen Intern Med, PMC6420526"),
        .source("AAOS guideline on knee osteoarthritis"),
      ]),
    Evidence(
      "carpal tunnel syndrome", .veryLow, .favours,
      "Less pain and better function in reviews of mixed manual therapy; their trials differ "
        + "widely and used joint and nerve techniques too.",
      citations: [
        .source("systematic review of 2024 on manual therapy"), .source("Du 2022"),
        .source("Page 2012, Cochrane CD009899"),
      ]),
    Evidence(
      "after knee replacement", .veryLow, .favours,
      "A review of massage in general, not of deep work, found less pain. Certainty as this "
        + "project reads the review.",
      citations: [.source("Chen 2024, systematic review")]),
    Evidence(
      "pain after surgery", .veryLow, .favours,
      "A review of massage found less pain, from trials whose results lie very far apart.",
      citations: [.source("Liu 2022")]),
  ]

  private static let otherEvidence: [Evidence] = [
    .unnamed("tension headache", .veryLow), .unnamed("migraine", .veryLow),
    .unnamed("plantar fasciitis", .low), .unnamed("injury recovery", .low),
    Evidence(
      "lymphoedema", .veryLow, .against,
      "Deep work is not done on the swollen limb: it is taught as harmful there.",
      citations: [.taught]),
    Evidence(
      "scar", .veryLow, .mixed,
      "Almost half of 144 people in 10 papers improved, nine in ten of those with surgical scars. "
        + "25 studies used 45 measures, so they hardly compare.",
      citations: [
        .shinBordeaux2012, .source("Scott 2022"), .source("Deflorin 2020"),
      ]),
    Evidence(
      "anxiety and stress", .low, .favours,
      "Massage did no better than a relaxing room or warmth in one trial; Swedish massage did better "
        + "than light touch in another. Neither was deep work.",
      citations: [sherman2010, .source("Rapaport 2016")]),
    Evidence(
      "sleep", .veryLow, .mixed, "Sleep did not clearly change in fibromyalgia.",
      citations: [li2014]),
  ]

  private static let sherman2010: Citation = .source("Sherman 2010")
  private static let li2014: Citation = .source("Li 2014, PLoS One")

  static let aftercare = Aftercare(
    expect: ["Soreness for two or three days", "A light bruise"],
    advice: ["Get up slowly", "Normal activity, without extreme effort for a day"],
    seekHelp: [
      "Dark urine, severe swelling or weakness: urgent care",
      "New numbness or weakness", "Breathlessness, or one leg swollen",
    ],
    reported: [
      .init("Nerve injury after deep massage", .source("Aksoy, case by way of massagetoday")),
      .init("Muscle breakdown after a massage of 120 minutes", .tanriover2009),
      .init("Muscle breakdown after a massage gun", .massageGunCase),
      .init("Bleeding with low platelets", .cirrhosisCase),
      .init("Embolism of the lung after leg massage", .embolismAfterMassage),
      .init("Paralysis after neck massage with a hardened ligament", .cheong2012),
    ])
}
