import TechniqueKit

extension LymphaticDrainage {
  static let evidence = [
    Evidence(
      "breast-cancer lymphoedema", .low, .mixed,
      "Bandages alone cut the excess by a third or so; drainage added about 7 points in two small "
        + "trials, mostly in mild cases. Other reviews found no clear effect on volume.",
      citations: [
        .source("Ezzo 2015, Cochrane CD003475.pub2"), .source("McNeely 2004"),
        .source("Huang 2013"),
        .source("Thompson 2020, J Cancer Surviv", doi: "10.1007/s11764-020-00928-1"),
      ]),
    Evidence(
      "after knee replacement", .low, .noDifference,
      "No benefit for swelling or movement was found.",
      citations: [
        .source("Lu 2024"), .source("Migliorini 2023"), .source("Pichonnaz 2016"),
      ]),
    Evidence(
      "fibromyalgia", .veryLow, .favours,
      "Stiffness fell more than with connective-tissue massage.", citations: [.source("Yuan 2015")]
    ),
    Evidence(
      "chronic low back pain", .none, .notStudied, "No review of lymph drainage was found.",
      citations: []),
  ]

  static let aftercare = Aftercare(
    expect: ["Passing more urine", "Tiredness", "Light-headedness on getting up"],
    advice: ["Get up slowly", "Keep the compression on", "Care for the skin"],
    seekHelp: ["Fever or redness", "Sudden pain", "Breathlessness"])
}
