import TechniqueKit

extension NeuromuscularTherapy {
  /// The minutes are a choice of this project; compressions of 8 to 12 s at 5 to 7 of 10 are
  /// taught, and one practice page gives 10 to 30 s.
  static let templates = [
    SessionTemplate(
      "neuromuscular_session", "neuromuscular",
      phases: [
        .init(
          "Check in, posture, range, nerves", minutes: [15: 3, 30: 6, 45: 8, 60: 10],
          instructions: "Ask what changed and confirm consent. Posture, range, then strength, "
            + "reflexes and feeling on both sides. Stop and refer when they differ.",
          record: "Pain and range before; neuro check"),
        .init(
          "Gliding by layer", minutes: [15: 4, 30: 8, 45: 13, 60: 17], pressure: .medium,
          instructions: "Thumb glides along each muscle, superficial layers first, in the same "
            + "order every time. Neck lying on the back."),
        .init(
          "Point compressions", minutes: [15: 4, 30: 8, 45: 12, 60: 17], pressure: .firm,
          instructions:
            "Series of 8 to 12 s at 5 to 7 of 10 (unconfirmed; others hold 10 to 30 s), the muscle slightly lengthened. Off "
            + "the nerves at armpit, elbow, buttock and outer knee; stop at tingling.",
          record: "A nmt line for each point"),
        .init(
          "Stretch, re-education", minutes: [15: 2, 30: 4, 45: 7, 60: 8], pressure: .light,
          instructions: "Lengthen the muscle, then practise the posture or movement that spares it."
        ),
        .init(
          "Close", minutes: [15: 2, 30: 4, 45: 5, 60: 8],
          instructions: "Strength and feeling once more. Score again, aftercare, note.",
          record: "Pain and range after"),
      ],
      citations: [
        .source("St. John neuromuscular therapy pages"),
        .unconfirmed("Chaitow & DeLany: 8 to 12 s, 5 to 7 of 10"),
        .source("one practice page gives 10 to 30 s: reillymassage.com"), .designChoice,
      ])
  ]
}
