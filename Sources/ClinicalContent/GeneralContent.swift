import TechniqueKit

/// The base that every technique builds on: general history, screening and shared measures.
public enum GeneralContent {
  public static let manifest = Manifest(
    id: "general", name: "General screening", version: ContentVersion(0, 1, 0),
    stability: .draft, summary: "Questions, safety rules and measures for every technique.")

  public static let content = ModuleContent(
    intake: GeneralHistory.questions, safetyRules: GeneralRules.all,
    metrics: [Instruments.pain, Instruments.function])

  public static let anatomy = Anatomy(BodyRegions.all)
}
