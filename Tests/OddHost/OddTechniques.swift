import TechniqueKit

/// Goes by the id of another.
enum TwinTechnique: Technique {
  static let manifest = Manifest(
    id: "whole", name: "Twin", version: .init(0, 1, 0), stability: .draft, summary: "A twin.")
  static func content(_ options: OptionValues) -> ModuleContent { ModuleContent() }
}

/// Has a rule that grows milder when nobody answers.
enum BrokenTechnique: Technique {
  static let manifest = Manifest(
    id: "broken", name: "Broken", version: .init(0, 1, 0), stability: .draft, summary: "Broken.")
  static func content(_ options: OptionValues) -> ModuleContent {
    ModuleContent(safetyRules: [
      SafetyRule(
        "broken_rule", code: "B1", "Broken", when: .isYes("fever"), .stop, whenUnknown: .note,
        advice: "Do.", client: "Say.", citations: [.designChoice])
    ])
  }
}

/// Has a question of the other's, under an id that is not its own.
enum TakenTechnique: Technique {
  static let manifest = Manifest(
    id: "taken", name: "Taken", version: .init(0, 1, 0), stability: .draft, summary: "Taken.")
  static func content(_ options: OptionValues) -> ModuleContent {
    ModuleContent(intake: [
      YesNoQuestion("taken_more", "More?", why: "Why.").formerly("whole_asked").question
    ])
  }
}
