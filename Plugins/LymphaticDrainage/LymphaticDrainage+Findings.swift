import TechniqueKit

extension LymphaticDrainage {
  static let findings = [
    /// Girths are comparable only at the same steps, so the step is part of the line.
    FindingKind(
      "lymphatic_drainage_girth", code: "girth", "Limb girths",
      fields: [
        .init("site", "limb, with side", .site, required: true),
        .init(
          "girths", "girths in cm, outermost first", .series(unit: "cm", range: 10...120),
          required: true),
        .init(
          "every", "distance between girths in cm, usually 4", .number(unit: "cm", range: 1...12),
          required: true),
        .init("from", "landmark that the first girth is taken at", .text),
      ],
      sentence: "Girths, {site}, every {every}[ from {from}]: {girths}."),
    FindingKind(
      "lymphatic_drainage_pitting", code: "pitting", "Pitting",
      fields: [
        .init("site", "region, with side", .site, required: true),
        .init(
          "depth", "depth of the dent in mm", .number(unit: "mm", range: 0...30), required: true),
      ],
      sentence: "Pitting, {site}, {depth}."),
    FindingKind(
      "lymphatic_drainage_stage", code: "isl", "Stage of lymphoedema",
      fields: [
        .init("site", "limb, with side", .site, required: true),
        .init(
          "stage",
          "ISL: 0 latent, 1 drops when raised, 2 not, 2b firm, 3 skin",
          .word(["0", "1", "2", "2b", "3"]), required: true),
        .init(
          "stemmer", "whether a skin fold of toe or finger cannot be lifted",
          .word(["positive", "negative"])),
        .init("skin", "state of the skin", .text),
      ],
      sentence: "Lymphoedema, {site}, stage {stage}[, Stemmer sign {stemmer}][, skin: {skin}]."),
    FindingKind(
      "lymphatic_drainage_garment", code: "garment", "Compression garment",
      fields: [
        .init("site", "limb, with side", .site, required: true),
        .init("class", "compression class", .number(unit: "", range: 1...4)),
        .init("hours", "hours worn a day", .number(unit: "h", range: 0...24)),
        .init(
          "borne", "how garment or bandage is borne", .word(["comfortable", "sore", "refused"])),
        .init("kind", "sleeve, stocking or bandage, in own words", .text),
      ],
      sentence: "Compression, {site}[, {kind}][, class {class}][, {hours} a day][, {borne}]."),
    FindingKind(
      "lymphatic_drainage_weight", code: "weight", "Weight",
      fields: [
        .init("weight", "in kg", .number(unit: "kg", range: 2...400), required: true)
      ], sentence: "Weight {weight}."),
  ]
}
