import ClinicalContent
import TechniqueKit

/// Warm basalt stones, laid on the body and drawn along muscle.
public enum HotStone: Technique {
  public static let manifest = Manifest(
    id: "hot_stone", name: "Hot stone massage", version: .init(0, 1, 0), stability: .draft,
    summary: "Warm basalt stones, laid on the body and drawn along muscle.")

  public static let options = [
    ModuleOption(
      "hottest_celsius", "hottest stone that touches skin, in degrees Celsius",
      .wholeNumber(range: 40...50, defaultValue: 46))
  ]

  public static func content(_ options: OptionValues) -> ModuleContent {
    let hottest = options.number("hottest_celsius") ?? 46
    return ModuleContent(
      intake: questions, safetyRules: safetyRules, templates: [session(hottest: hottest)],
      findings: findings(hottest: hottest), metrics: [comfort], evidence: evidence,
      aftercare: aftercare, examples: examples)
  }

  static let evidence = [
    Evidence(
      "low back pain", .none, .notStudied, "No trial of hot stone massage was looked for yet.",
      citations: [])
  ]

  static let aftercare = Aftercare(
    expect: ["Red, warm skin for an hour", "Tiredness"],
    advice: ["Get up slowly", "Drink when thirsty"],
    seekHelp: ["Blisters, or skin that stays red the next day"])
}
