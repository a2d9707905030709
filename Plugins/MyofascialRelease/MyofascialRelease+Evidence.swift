import TechniqueKit

extension MyofascialRelease {
  static let evidence = [
    Evidence(
      "chronic low back pain", .low, .favours,
      "Pain and function improved a little for a short time; quality of life, balance, pressure "
        + "threshold and mobility did not clearly change. How it works is not proven.",
      citations: [.source("Wu 2021")]),
    Evidence(
      "fibromyalgia", .low, .favours, "Pooled small trials showed less pain.",
      citations: [.source("Ughreja 2021"), .source("Yuan 2015")]),
    Evidence(
      "sciatica", .none, .notStudied, "No review of myofascial release was found.", citations: []),
    Evidence(
      "breast-cancer lymphoedema", .none, .notStudied,
      "No review of myofascial release was found.", citations: []),
  ]

  static let aftercare = Aftercare(
    expect: ["Soreness for two or three days", "Tiredness, sometimes an emotional response"],
    advice: ["Get up slowly", "Move gently and carry on with normal activity"],
    seekHelp: ["New numbness or weakness", "Pain that grows after the third day"])
}
