import TechniqueKit

extension TriggerPointTherapy {
  /// The minutes are a choice of this project.
  ///
  /// - Parameter longest: of a single compression, in seconds, 30 to 90.
  static func templates(longest: Int) -> [SessionTemplate] {
    [
      SessionTemplate(
        "trigger_point_session", "trigger points",
        phases: [
          .init(
            "Check in, find points", minutes: [15: 3, 30: 5, 45: 7, 60: 9],
            instructions: "Ask what changed and confirm consent. Find taut bands and the spots "
              + "that bring on the familiar symptom.",
            record: "Pain before; pain on pressure"),
          .init(
            "Warming strokes", minutes: [15: 2, 30: 5, 45: 7, 60: 9], pressure: .light,
            instructions: "Broad strokes along the muscle, which lies slightly lengthened."),
          .init(
            "Compression", minutes: [15: 6, 30: 12, 45: 19, 60: 27], pressure: .firm,
            instructions: "\(holds(longest)), 1 to 3 times a point, at 5 to 7 of 10 on "
              + "the client's scale (unconfirmed). Points at most: 4 in 15 min, 8 in 30, 12 in 45, 15 in 60.",
            record: "A trp line for each point"),
          .init(
            "Stretch, move", minutes: [15: 2, 30: 4, 45: 6, 60: 7], pressure: .light,
            instructions: "Lengthen the muscle, then let the client move it."),
          .init(
            "Close", minutes: [15: 2, 30: 4, 45: 6, 60: 8],
            instructions: "Score again, aftercare, note.", record: "Pain after"),
        ],
        citations: [
          .source("Gemmell 2008"), .source("J Clin Physiother Res 2019, latent points"),
          .source("Szajkowski 2025", doi: "10.3390/clinpract15070125"),
          .unconfirmed("Chaitow & DeLany, pressure of 5 to 7 of 10"), .designChoice,
        ])
    ]
  }

  private static func holds(_ longest: Int) -> String {
    longest == 30 ? "Hold for 30 s" : "Hold for 30 to \(longest) s"
  }
}
