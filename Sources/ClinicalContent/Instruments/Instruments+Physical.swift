import TechniqueKit

// What a tape, an angle meter or a pressure meter shows.
extension Instruments {
  static let physical: [OutcomeMetric] = [
    pressurePain, range, neckRange, straightLegRaise, girth, grip,
  ]

  /// Mean of three readings; two are enough. Only the same spot and the same examiner compare:
  /// agreement is .94 to .97 for one examiner and .79 to .90 between two (Walton 2011).
  static let pressurePain = OutcomeMetric(
    "ppt", name: "ppt", construct: "pressure at which it begins to hurt",
    prompt: "mean of 3 readings in kPa", unit: "kPa", otherUnits: PressureUnit.inKilopascal,
    range: 0...1500, whole: false, sides: true, .higherIsBetter,
    entry: .items(
      (1...3).map { .init("reading_\($0)", "Reading \($0) in kPa", range: 0...1500) },
      .init(.mean, missingAtMost: 1)), recall: "now",
    version: "algometer, 1 cm2 tip, mean of 3 readings",
    thresholds: [
      .init(
        .minimalDetectable, 47.2, population: "trapezius",
        citation: .unconfirmed("47.2 kPa, trapezius")),
      .init(
        .minimalDetectable, 97.9, population: "tibialis anterior",
        citation: .unconfirmed("97.9 kPa, tibialis anterior")),
    ], occasions: [.everyVisits(1)], licence: .physical,
    citations: [.source("Walton 2011, JOSPT", doi: "10.2519/jospt.2011.3666")])

  /// Knee extension repeats within 2.0 to 3.5 degrees for one examiner and 3.7 to 10.4 between two;
  /// at the shoulder up to 25 degrees may be error (de Winter 2004). The two defaults are a choice.
  static let range = OutcomeMetric(
    "rom", name: "rom", construct: "range of the movement held back",
    prompt: "degrees of the same movement in the same position", unit: "deg",
    range: 0...360, sides: true, .higherIsBetter, recall: "now",
    version: "goniometer or inclinometer, active movement",
    thresholds: [
      .init(
        .minimalDetectable, 5, population: "same examiner, same position", citation: .designChoice),
      .init(.minimalDetectable, 10, population: "another examiner", citation: .designChoice),
    ], occasions: [.everyVisits(1)], licence: .physical,
    citations: [.source("de Winter 2004")])

  static let neckRange = OutcomeMetric(
    "crom", name: "crom", construct: "range of a neck movement",
    prompt: "degrees of the same movement", unit: "deg", range: 0...180, sides: true,
    .higherIsBetter,
    recall: "now", version: "CROM device, active movement",
    thresholds: [
      .init(
        .minimalDetectable, 9.6, population: "neck (5.4 to 9.6)",
        citation: .source("Fletcher & Bandy 2008")),
      .init(
        .minimalDetectable, 6.8, population: "neck (3.5 to 6.8)", citation: .source("Anwar 2022")),
    ], occasions: [.everyVisits(1)], licence: .physical,
    citations: [.source("Fletcher & Bandy 2008"), .source("Anwar 2022")])

  static let straightLegRaise = OutcomeMetric(
    "slr", name: "slr", construct: "straight leg raise",
    prompt: "degrees at which it begins to hurt", unit: "deg", range: 0...120, sides: true,
    .higherIsBetter,
    recall: "now", version: "inclinometer",
    thresholds: [
      .init(
        .minimalDetectable, 5.7, population: "sciatica", condition: "sciatica",
        citation: .unconfirmed("Ekedahl 2010"))
    ], occasions: [.everyVisits(1)], licence: .physical,
    citations: [.unconfirmed("Ekedahl 2010")])

  static let girth = OutcomeMetric(
    "limb_girth", name: "limb_girth", construct: "girth at one marked place",
    prompt: "cm, at the same mark as before", unit: "cm", range: 5...200, whole: false, sides: true,
    .lowerIsBetter, recall: "now", version: "tape, one mark", occasions: [.everyVisits(1)],
    licence: .physical, citations: [.designChoice])

  static let grip = OutcomeMetric(
    "grip", name: "grip", construct: "strength of the grip",
    prompt: "kg, mean of 3 tries", unit: "kg", range: 0...120, whole: false, sides: true,
    .higherIsBetter,
    recall: "now", version: "dynamometer, mean of 3 tries", occasions: [.everyVisits(4)],
    licence: .physical, citations: [.designChoice])
}

/// Units in which a pressure meter may count.
public enum PressureUnit {
  /// What may be typed behind a reading, in kilopascals.
  public static let inKilopascal: [String: Double] = [
    "n/cm2": 10, "kgf/cm2": 98.0665, "kg/cm2": 98.0665, "mmhg": 1 / millimetresOfMercury,
  ]

  /// Millimetres of mercury in one kilopascal.
  public static let millimetresOfMercury = 7.50062
}
