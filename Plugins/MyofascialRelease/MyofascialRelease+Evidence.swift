import ClinicalContent
import TechniqueKit

extension MyofascialRelease {
  static let evidence: [Evidence] = reviewed + notReviewed

  private static let reviewed: [Evidence] = [
    Evidence(
      "low back pain", .low, .favours,
      "Pain and function improved a little for a short time; quality of life, balance, pressure "
        + "threshold and mobility did not clearly change. How it works is not proven.",
      citations: [.source("Wu 2021")]),
    .unnamed("neck pain", .low, .favours, "Reviews lean in its favour."),
    .unnamed("tension headache", .veryLow), .unnamed("migraine", .veryLow),
    Evidence(
      "fibromyalgia", .low, .favours,
      "Pooled small trials showed less pain. An older review calls the evidence moderate.",
      citations: [.source("Ughreja 2021"), .source("Yuan 2015")]),
    .unnamed("carpal tunnel syndrome", .veryLow),
    .unnamed("plantar fasciitis", .low, .favours, "Reviews lean in its favour."),
    .unnamed(
      "after knee replacement", .low, .mixed, "Reported for the scar and for movement only."),
    .unnamed("scar", .veryLow), .unnamed("anxiety and stress", .veryLow),
    Evidence(
      "injury recovery", .low, .favours,
      "Soreness after exercise fell a little. Certainty as this project reads the review.",
      citations: [.unconfirmed("Guo 2017, Front Physiol")]),
  ]

  private static let notReviewed = Evidence.notReviewed(
    [
      "sciatica", "knee osteoarthritis", "lymphoedema", "sleep",
    ], of: "myofascial release")

  static let aftercare = Aftercare(
    expect: ["Soreness for two or three days", "Tiredness, sometimes an emotional response"],
    advice: ["Get up slowly", "Move gently and carry on with normal activity"],
    seekHelp: ["New numbness or weakness", "Pain that grows after the third day"])
}
