import ClinicalContent
import TechniqueKit

extension MyofascialRelease {
  /// One site that was held. Release is felt, not measured: no reliable instrument exists for it.
  static let findings = [
    FindingKind(
      "myofascial_release_hold", code: "mfr", "Myofascial hold", treats: true,
      fields: [
        .init("site", "region or muscle, with side", .site, required: true),
        .init(
          "direction", "direction of the restriction",
          .word(["vertical", "horizontal", "diagonal", "rotation"])),
        .init("hold", "length of a hold in seconds", .number(unit: "s", range: 30...900)),
        .init("holds", "how many holds", .count(range: 1...20)),
        .init(
          "response", "how the tissue gave: 0 not, 3 fully", .number(unit: "", range: 0...3)),
        .init(
          "rom", "range of movement before and after in degrees",
          .change(unit: "deg", range: 0...180)),
      ] + PointPressure.grade + [
        .init("pain", "pain before and after, 0 to 10", .change(unit: "", range: 0...10))
      ],
      sentence: "Myofascial hold, {site}[, restricted {direction}][, held {hold}][, {holds} times]"
        + "[, tissue response {response} of 3][, pressure {pressure} of 5][, range {rom}][, pain {pain}]."
    )
  ]
}
