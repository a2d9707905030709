import ClinicalContent
import TechniqueKit

extension NeuromuscularTherapy {
  /// One point, with the series of compressions given to it.
  static let findings = [
    FindingKind(
      "neuromuscular_point", code: "nmt", "Neuromuscular point", treats: true,
      fields: PointPressure.point
        + [.init("familiar", "it brings on the familiar symptom", .word(["familiar"]))]
        + PointPressure.measured + compressions + PointPressure.grade
        + PointPressure.sensation,
      sentence:
        "Neuromuscular point, {site}[ {spot}][, {state}][, taut {band}][, {tender} spot][, local {twitch}]"
        + "[, brings on the {familiar} symptom][, pain {pain}][, threshold {ppt}][, pressed {hold}]"
        + "[, {repeats} times][, pressure {pressure} of 5][, refers to {ref}].")
  ]

  private static let compressions: [FindingKind.Field] = [
    .init("hold", "one compression in seconds", .number(unit: "s", range: 3...30)),
    .init("repeats", "how many compressions in the series", .count(range: 1...20)),
  ]
}
