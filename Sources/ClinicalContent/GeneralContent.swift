import TechniqueKit

/// What every clinic has, whichever techniques it enables: the body, the general history with its
/// red flags, and the measures taken of every client.
///
/// ```swift
/// let facts = Facts(
///   answers: ["fever": .yesNo(true)], anatomy: GeneralContent.anatomy,
///   questions: GeneralContent.content.intake)
/// GeneralContent.content.safetyRules.filter { $0.when.truth(for: facts) == .yes }.map(\.code)
/// // ["C1"]
/// ```
public enum GeneralContent {
  /// The base is a module like another, but its questions and measures carry no prefix.
  public static let manifest = Manifest(
    id: "general", name: "General screening", version: .init(0, 5, 1),
    stability: .draft,
    summary: "Health history, red flags and measures that every technique builds on.")

  /// General history, general rules, shared measures, what trials say of massage as such.
  public static let content = ModuleContent(
    intake: GeneralHistory.questions, safetyRules: GeneralRules.all,
    findings: GeneralFindings.all, metrics: Instruments.general, evidence: GeneralEvidence.all,
    aftercare: GeneralEvidence.aftercare,
    examples: GeneralExamples.scores + GeneralExamples.rules + GeneralFindings.examples
  )

  /// The same for a clinic where people come of age later.
  ///
  /// - Parameter age: below which a parent or guardian agrees, in years.
  public static func content(adultFrom age: Int) -> ModuleContent {
    var content = content
    let isMinor = Condition.age(.below, age)
    for place in content.intake.indices
    where content.intake[place].id == GeneralHistory.guardianConsent.id {
      content.intake[place].askWhen = isMinor
    }
    for place in content.safetyRules.indices
    where content.safetyRules[place].id == GeneralRules.noGuardian {
      content.safetyRules[place].when = isMinor && GeneralHistory.guardianConsent.isNo
    }
    return content
  }

  /// The regions and muscles that may be named.
  public static let anatomy = Anatomy(BodyRegions.all)

  /// What every technique builds on.
  public static let base = ContentBase(content: content, anatomy: anatomy)

  /// Spanish; see `Translations`.
  public static let translations = [Translation("es", PackageResources.es_json)]

  /// "Any change in health, medicines, injuries, or after-effects?", which a return visit begins with.
  public static let healthChanged: YesNoQuestion = GeneralHistory.healthChanged
}
