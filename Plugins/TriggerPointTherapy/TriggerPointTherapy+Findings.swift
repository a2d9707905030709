import ClinicalContent
import TechniqueKit

extension TriggerPointTherapy {
  /// One point; it is active when the client knows the symptom.
  ///
  /// - Parameter longest: of a single compression, in seconds, 30 to 90.
  static func findings(longest: Int) -> [FindingKind] {
    [
      FindingKind(
        "trigger_point_point", code: "trp", "Trigger point", treats: true,
        fields: PointPressure.point + PointPressure.measured + [
          .init("hold", "compression in seconds", .number(unit: "s", range: 5...Double(longest))),
          .init("repeats", "how many compressions", .count(range: 1...10)),
        ] + PointPressure.grade + PointPressure.sensation,
        sentence:
          "Trigger point, {site}[ {spot}][, {state}][, taut {band}][, {tender} spot][, local {twitch}]"
          + "[, pain {pain}][, threshold {ppt}][, held {hold}][, {repeats} times]"
          + "[, pressure {pressure} of 5]"
          + "[, refers to {ref}].")
    ]
  }
}
