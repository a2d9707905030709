import TechniqueChecks
import TechniqueKit

extension Break {
  static let shorthand = [
    Break(.shorthand, "finding/hot_stone_stone: the code has lower-case letters only.") {
      $0.content.findings = [HotStone.stone.coded("Stone")]
    },
    Break(.shorthand, "finding/hot_stone_stone: end is a command, so it cannot be a code.") {
      $0.content.findings = [HotStone.stone.coded("end")]
    },
    Break(
      .shorthand, "finding/hot_stone_other: the code stone is that of hot_stone_stone already."
    ) {
      $0.content.findings.append(HotStone.stone.coded("stone", id: "hot_stone_other"))
    },
    Break(
      .shorthand,
      "finding/hot_stone_stone: time and rest look the same when typed: a time."
    ) {
      $0.content.findings[0].fields.append(
        .init("rest", "rest", .number(unit: "min", range: 1...9)))
    },
    Break(.shorthand, "finding/hot_stone_stone: a word belongs to two fields.") {
      $0.content.findings[0].fields.append(.init("heat", "heat", .word(["hot"])))
    },
    Break(.shorthand, "finding/hot_stone_stone: \"neck\" is a region too.") {
      $0.content.findings[0].fields.append(.init("part", "part", .word(["neck"])))
    },
    Break(.shorthand, "finding/hot_stone_stone: a field's name occurs twice.") {
      $0.content.findings[0].fields.append(.init("time", "time", .text))
    },
    Break(
      .shorthand,
      "finding/hot_stone_stone: the field \"Skin\" needs a name of lower-case letters, digits and "
        + "_."
    ) { $0.content.findings[0].fields.append(.init("Skin", "skin", .text)) },
    Break(.shorthand, "finding/hot_stone_stone: skin has no words.") {
      $0.content.findings[0].fields.append(.init("skin", "skin", .word([])))
    },
    Break(
      .shorthand, "finding/hot_stone_stone: \"very red\" cannot be typed as one lower-case word."
    ) { $0.content.findings[0].fields.append(.init("skin", "skin", .word(["very red"]))) },
    Break(
      .treatment, "finding/hot_stone_stone: it records treatment, so it needs a field for the area."
    ) {
      $0.content.findings[0].treats = true
      $0.content.findings[0].fields.remove(at: 0)
    },
    Break(
      .treatment,
      "finding/hot_stone_stone: sessions press at 3 of 5, so treatment needs a field named pressure."
    ) {
      $0.content.findings[0].treats = true
      $0.content.templates[0].phases.append(
        .init("Press", minutes: [:], pressure: .medium, instructions: "Press."))
    },
    Break(
      .treatment, "finding/hot_stone_stone: it records a pressure, so it records treatment."
    ) {
      $0.content.findings[0].fields.append(
        .init("pressure", "grade", .number(unit: "", range: 1...5), named: true))
    },
    Break(
      .sentences,
      "finding/hot_stone_stone: time may be missing, so it stands in [ ] in the sentence."
    ) { $0.content.findings[0].sentence = "{site}: stone for {time}[, felt {feel}]." },
    Break(.sentences, "finding/hot_stone_stone: the sentence leaves time out.") {
      $0.content.findings[0].sentence = "{site}: stone[, felt {feel}]."
    },
    Break(
      .sentences, "finding/hot_stone_stone: the sentence speaks of \"colour\", which is no field."
    ) { $0.content.findings[0].sentence = "{site}: stone[ for {time}][, {feel}][, {colour}]." },
    Break(.sentences, "finding/hot_stone_stone: a [ or ] of the sentence has no partner.") {
      $0.content.findings[0].sentence = "{site}: stone[ for {time}[, felt {feel}]."
    },
    Break(.sentences, "finding/hot_stone_stone: the sentence ends without a period.") {
      $0.content.findings[0].sentence = "{site}: stone[ for {time}][, felt {feel}]"
    },
    Break(.wording, "finding/hot_stone_stone: the meaning of time is empty.") {
      $0.content.findings[0].fields[1].meaning = ""
    },
  ]
}
