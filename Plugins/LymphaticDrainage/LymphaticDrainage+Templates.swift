import TechniqueKit

extension LymphaticDrainage {
  /// The minutes are a choice of this project. There is no form of 15 minutes.
  ///
  /// Pressure is below about 4 kPa in the sources seen; more is widely taught.
  static let templates = [
    SessionTemplate(
      "lymphatic_drainage_session", "lymph drainage",
      phases: [
        .init(
          "Check in, girths, skin", minutes: [30: 5, 45: 7, 60: 9],
          instructions: "Ask what changed and confirm consent. Look for infection. Measure from "
            + "the same landmark at the same steps as last time, both sides.",
          record: "A girth line for each limb; pitting"),
        .init(
          "Neck, breathing", minutes: [30: 4, 45: 6, 60: 8], position: .supine,
          pressure: .contact, instructions: "Open the neck, then deep belly breathing."),
        .init(
          "Trunk", minutes: [30: 6, 45: 10, 60: 13], position: .supine, pressure: .contact,
          instructions: "The healthy quadrant first, then across to the swollen side."),
        .init(
          "Limb", minutes: [30: 10, 45: 15, 60: 20], position: .supine, pressure: .contact,
          instructions: "Limb raised. Near the trunk first, then outward, then back; about 5 "
            + "strokes a region, each with a phase of no pressure. Pressure under about 4 kPa."),
        .init(
          "Skin care, compression, close", minutes: [30: 5, 45: 7, 60: 10],
          instructions: "Skin care, the prescribed garment or bandage on, aftercare, note.",
          record: "Garment, tolerance, pain after"),
      ],
      citations: [
        .source("pressure under 9 oz/in2 or 40 g/cm2: innovationshealth; es.wikipedia"),
        .source("strokes and their phases: healthjade; prehabguys"),
        .unconfirmed("30 to 45 mmHg; Foeldi; Zuther"), .designChoice,
      ])
  ]
}
