import TechniqueKit

extension CraniosacralTherapy {
  /// The minutes are a choice of this project.
  static let templates = [
    SessionTemplate(
      "craniosacral_session", "craniosacral",
      phases: [
        .init(
          "Check in", minutes: [15: 2, 30: 4, 45: 5, 60: 7],
          instructions: "Ask what changed. Confirm consent and the areas to leave out.",
          record: "Pain before"),
        .init(
          "Stations", minutes: [15: 10, 30: 20, 45: 31, 60: 42], position: .supine,
          pressure: .contact,
          instructions: "Sacrum, diaphragm, thoracic inlet, occiput, vault; 3 to 6 min each, with "
            + "about 5 g of pressure. What is felt is no measure.",
          record: "A station line for each"),
        .init(
          "Rest", minutes: [15: 2, 30: 3, 45: 5, 60: 6], position: .supine,
          instructions: "Quiet, without touch."),
        .init(
          "Close", minutes: [15: 1, 30: 3, 45: 4, 60: 5],
          instructions: "Let the client get up slowly. Score again, aftercare, note.",
          record: "Pain after"),
      ],
      citations: [
        .source("craniosacral practice page, craniosacralgr.com"), .designChoice,
      ])
  ]
}
