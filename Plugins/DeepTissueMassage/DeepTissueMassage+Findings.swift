import TechniqueKit

extension DeepTissueMassage {
  /// One site. Soreness comes a day or two later and is asked for at the next visit.
  static let findings = [
    FindingKind(
      "deep_tissue_site", code: "dt", "Deep tissue work", treats: true,
      fields: [
        .init("site", "region or muscle, with side", .site, required: true),
        .init("layer", "layer that was worked on", .word(["superficial", "middle", "deep"])),
        .init(
          "stroke", "kind of stroke",
          .word(["stripping", "friction", "kneading", "compression"])),
        .init("pressure", "grade: 1 contact, 5 deepest", .number(unit: "", range: 1...5)),
        .init("pain", "pain before and after, 0 to 10", .change(unit: "", range: 0...10)),
        .init("minutes", "how long", .number(unit: "min", range: 0.5...30)),
        .init("bruise", "a bruise is seen", .word(["bruise"])),
        .init("oil", "lubricant, or none", .text),
        .init("spot", "where in the muscle", .text),
      ],
      sentence: "Deep tissue work, {site}[ {spot}][, {layer} layer][, {stroke}]"
        + "[, pressure {pressure} of 5][, pain {pain}][, {minutes}][, lubricant {oil}]"
        + "[, {bruise} seen].")
  ]
}
