import TechniqueKit

/// What trials say about massage as such, and what every client is told afterwards.
public enum GeneralEvidence {
  /// Negative findings are stated as plainly as positive ones.
  public static let all = [
    Evidence(
      "pain in general", .low, .mixed,
      "Of 129 reviews of massage for pain, 17 were mapped: none rested on evidence of high "
        + "certainty, 7 of their conclusions on moderate, the rest on low or very low.",
      citations: [.source("Mak 2024", doi: "10.1001/jamanetworkopen.2024.22259")]),
    Evidence(
      "low back pain", .low, .favours,
      "Short-term relief against no care; the style of massage made no meaningful difference.",
      citations: [
        .source("Furlan 2015, Cochrane CD001929.pub3"),
        .source(
          "Cherkin 2011, Ann Intern Med", doi: "10.7326/0003-4819-155-1-201107050-00002"),
      ]),
    Evidence(
      "low back pain", .veryLow, .favours,
      "A guideline of the WHO recommends it with conditions, on evidence of very low certainty.",
      citations: [.source("WHO 2023, by way of guideline copies")]),
    Evidence(
      "low back pain", .veryLow, .against,
      "A Dutch guideline advises against massage alone. Certainty as this project reads it.",
      citations: [.source("KNGF guideline on low back pain")]),
    Evidence(
      "pain in general", .low, .mixed,
      "Light touch, idle devices and attention lower pain too, and whoever treats cannot be "
        + "blinded, so part of every gain is not owed to the technique.",
      citations: [
        .source("Moraska 2015, Clin J Pain", doi: "10.1097/AJP.0000000000000091"),
        .source("Perlman 2018, J Gen Intern Med, PMC6420526"), .source("Sherman 2010"),
      ]),
    Evidence(
      "neck pain", .low, .mixed,
      "What massage adds is uncertain over 33 studies, with little or no difference from placebo "
        + "(wording unconfirmed). In one trial 60 minutes two or three times a week helped, while "
        + "30 minutes did no better than waiting.",
      citations: [
        .source("Gross 2024, Cochrane CD004871.pub5"),
        .source("Sherman 2014, Ann Fam Med 12:112"),
      ]),
    Evidence(
      "knee osteoarthritis", .low, .favours,
      "Weekly 60 minutes for 8 weeks helped; the gain had gone by 24 to 52 weeks.",
      citations: [
        .source("Perlman 2012, PLoS One 7:e30248"),
        .source("Perlman 2018, J Gen Intern Med, PMC6420526"),
      ]),
    Evidence(
      "anxiety", .low, .favours,
      "Massage did no better than a relaxing room or warmth in one trial, and better than light "
        + "touch in another.",
      citations: [.source("Sherman 2010"), .source("Rapaport 2016")]),
  ]

  /// For every technique; modules add what is their own.
  public static let aftercare = Aftercare(
    expect: [
      "Soreness for two or three days", "A light bruise", "Tiredness",
      "Light-headedness on standing up",
    ],
    advice: ["Get up slowly", "Carry on with normal activity"],
    seekHelp: [
      "Dark urine, severe swelling or weakness", "Chest pain or breathlessness",
      "New numbness, or trouble with bladder or bowel",
    ],
    reported: [
      .init(
        "Disc, nerve, spinal cord or neck artery hurt, in 40 reports",
        .source("Yin 2014", doi: "10.1155/2014/480956"))
    ])
}
