import TechniqueKit

extension DeepTissueMassage {
  /// The minutes are a choice of this project; slow strokes, the limit of 7 of 10 and 3 to 5 min of
  /// friction on a spot are taught.
  static let templates = [
    SessionTemplate(
      "deep_tissue_session", "deep tissue",
      phases: [
        .init(
          "Check in", minutes: [15: 2, 30: 4, 45: 5, 60: 7],
          instructions: "Ask what changed and how the last session was borne. Confirm consent, "
            + "areas, lubricant and a word that stops.",
          record: "Pain before; bruises"),
        .init(
          "Warm-up", minutes: [15: 3, 30: 5, 45: 8, 60: 10], pressure: .light,
          instructions: "Broad strokes over the superficial layer. Bolsters under ankles or knees."
        ),
        .init(
          "Deep strokes, friction", minutes: [15: 6, 30: 14, 45: 22, 60: 30], pressure: .deep,
          instructions: "Slow strokes, about 1 to 5 cm a second, with little lubricant; layer by "
            + "layer, up to 7 of 10 discomfort. Friction 3 to 5 min on a spot at most (all unconfirmed). Never on a "
            + "nerve or over bone.",
          record: "A dt line for each site"),
        .init(
          "Long strokes, stretch", minutes: [15: 2, 30: 4, 45: 6, 60: 7], pressure: .light,
          instructions: "Light strokes over the area, then a slow passive stretch."),
        .init(
          "Close", minutes: [15: 2, 30: 3, 45: 4, 60: 6],
          instructions: "Let the client get up slowly. Look for bruises, score again, aftercare, "
            + "note.",
          record: "Pain after"),
      ],
      citations: [
        .unconfirmed("teaching convention: stroke speed, 7 of 10, friction of 3 to 5 min"),
        .designChoice,
      ])
  ]
}
