import ClinicalContent
import TechniqueKit

extension LymphaticDrainage {
  static let metrics = [excess, excessVolume, volume]

  /// Excess of the affected limb over the other one. It is neither the reduction of that excess
  /// nor the change of the whole limb, and is never mixed with them.
  ///
  /// Where girths from before an operation are known, the change of the limb over its own first
  /// volume says more, because limbs differ from the start.
  static let excess = OutcomeMetric(
    "lymphatic_drainage_excess", name: "excess",
    construct: "excess volume of the affected limb over the other one",
    prompt: "percent of the other limb", unit: "%", range: -50...300,
    whole: false, .lowerIsBetter, entry: .computed([girths("affected"), girths("other"), step]),
    recall: "now", version: "truncated cones from girths at equal steps, percent of the other limb",
    bands: [
      .init(-50, "under 5"), .init(5, "minimal"), .init(20, "moderate"), .init(40.01, "severe"),
    ],
    thresholds: [
      .init(
        .minimalImportant, 10, population: "limb swelling, a criterion in use",
        citation: .unconfirmed("criteria of 2 cm, 200 mL or 10 %"))
    ],
    occasions: [.everyVisits(4)], licence: .init(.ships, "a physical measure"),
    citations: [
      .source("Gohil 2018"), .unconfirmed("ISL consensus, severity by excess"),
    ])

  /// In mL, so that its change in percent is the reduction of the excess.
  static let excessVolume = OutcomeMetric(
    "lymphatic_drainage_excess_volume", name: "excess_volume",
    construct: "excess of the affected limb in mL", prompt: "mL above the other limb", unit: "mL",
    range: -5000...30_000, whole: false, .lowerIsBetter,
    entry: .computed([girths("affected"), girths("other"), step]), recall: "now",
    version: "truncated cones from girths at equal steps, mL",
    thresholds: [
      .init(
        .minimalImportant, 200, population: "limb swelling, a criterion in use",
        citation: .unconfirmed("criteria of 2 cm, 200 mL or 10 %"))
    ],
    occasions: [.everyVisits(4)], licence: .init(.ships, "a physical measure"),
    citations: [.source("Gohil 2018")])

  static let volume = OutcomeMetric(
    "lymphatic_drainage_volume", name: "limb_volume", construct: "volume of the affected limb",
    prompt: "mL, from girths at equal steps", unit: "mL", range: 50...40_000,
    whole: false, .lowerIsBetter, entry: .computed([girths("affected"), step]), recall: "now",
    version: "truncated cones from girths at equal steps",
    thresholds: [
      .init(
        .minimalDetectable, nil, orShareOfBaseline: 0.18,
        population: "limb volume from girths (SEM 6.6 %)", citation: .source("Hidding 2016")),
      .init(
        .minimalDetectable, nil, orShareOfBaseline: 0.023,
        population: "arm volume, same examiner (SEM 0.82 %)", citation: .source("Tidhar 2015")),
      .init(
        .minimalDetectable, nil, orShareOfBaseline: 0.018,
        population: "leg volume, same examiner (SEM 0.64 %)", citation: .source("Tidhar 2015")),
    ],
    occasions: [.everyVisits(4)], licence: .init(.ships, "a physical measure"),
    citations: [.source("Gohil 2018"), .source("Mayrovitz 2007"), .source("Hidding 2016")])

  private static func girths(_ limb: String) -> OutcomeMetric.Item {
    .init(
      limb, "Girths of the \(limb) limb in cm, with commas", range: 10...120, atMost: 30)
  }

  private static let step = OutcomeMetric.Item(
    "every", "Distance between the girths in cm, usually 4", range: 1...12, constant: true)

  /// A figure outside of the metric's range is none: a girth was mistyped.
  public static func score(_ metric: ID<OutcomeMetric>, items: [String: Double]) -> Double? {
    guard let score = unbounded(metric, items),
      metrics.contains(where: { $0.id == metric && $0.range.contains(score) })
    else { return nil }
    return score
  }

  private static func unbounded(
    _ metric: ID<OutcomeMetric>, _ items: [String: Double]
  ) -> Double? {
    guard let step = items["every"], let affected = volume("affected", items, step) else {
      return nil
    }
    if metric == volume.id { return affected }
    // Limbs are compared over the same length only.
    guard row("affected", items).count == row("other", items).count,
      let other = volume("other", items, step)
    else { return nil }
    if metric == excessVolume.id { return affected - other }
    return LimbVolume.excess(affected: affected, other: other)
  }

  private static func volume(
    _ limb: String, _ items: [String: Double], _ step: Double
  ) -> Double? {
    LimbVolume.volume(girths: row(limb, items), every: step)
  }

  /// The girths of a limb in order, up to the first gap.
  private static func row(_ limb: String, _ items: [String: Double]) -> [Double] {
    var row: [Double] = []
    while let girth = items["\(limb)_\(row.count + 1)"] { row.append(girth) }
    return row
  }
}
