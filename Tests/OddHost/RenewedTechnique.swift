import TechniqueKit

/// A technique as it was when a visit was signed.
enum PlainTechnique: Technique {
  static let manifest = Manifest(
    id: "plain", name: "Plain work", version: .init(0, 1, 0), stability: .draft, summary: "First.")
  static func content(_ options: OptionValues) -> ModuleContent { .plain("plain", "Worked on") }
}

/// The next version of it, which says everything in other words.
enum RenewedTechnique: Technique {
  static let manifest = Manifest(
    id: "plain", name: "Renewed work", version: .init(0, 2, 0), stability: .draft, summary: "Next.")
  static func content(_ options: OptionValues) -> ModuleContent { .plain("renewed", "Renewed on") }
}

extension ModuleContent {
  /// - Parameters:
  ///   - word: stands in whatever is shown.
  ///   - found: begins the sentence of a finding.
  fileprivate static func plain(_ word: String, _ found: String) -> ModuleContent {
    let cold = YesNoQuestion("plain_cold", "Cold hands, \(word)?", why: "They bear less.")
    return ModuleContent(
      intake: [cold.question],
      safetyRules: [
        SafetyRule(
          "plain_hands", code: "P1", "Cold hands, \(word)", when: cold.isYes, .adapt,
          change: ForcedChange(pressureCap: .medium), advice: "Press less.",
          client: "I press less.", citations: [.designChoice])
      ],
      templates: [
        SessionTemplate(
          "plain_session", "\(word) session",
          phases: [
            .init(
              "Work, \(word)", minutes: [30: 30], pressure: .medium,
              instructions: "Work, \(word).", record: "A line, \(word)")
          ], citations: [.designChoice])
      ],
      findings: [
        FindingKind(
          "plain_place", code: "pla", "Place, \(word)",
          fields: [
            .init("site", "where", .site, required: true),
            .init("pain", "before and after", .change(unit: "", range: 0...10)),
          ], sentence: "\(found) {site}[, pain {pain}].")
      ],
      metrics: [
        OutcomeMetric(
          "plain_ease", name: "ease_\(word)", construct: "ease, \(word)",
          prompt: "0 none to 8 all, \(word)", range: 0...8, .higherIsBetter, version: "1",
          licence: .init(.ships, "own words"), citations: [.designChoice])
      ],
      examples: [
        Example(
          "Cold", answers: ["plain_cold": .yesNo(true)], raises: ["plain_hands"],
          findings: ["pla r calf 6>3": "\(found) right calf, pain 6 to 3."])
      ])
  }
}
