import TechniqueChecks
import TechniqueKit

extension Break {
  static let metrics = [
    Break(.sources, "metric/hot_stone_warmth: it names no source.") {
      $0.content.metrics[0].citations = []
    },
    Break(.wording, "metric/hot_stone_warmth: it does not say which version is used.") {
      $0.content.metrics[0].version = ""
    },
    Break(.thresholds, "metric/hot_stone_warmth: a change of 11.0 does not fit its range.") {
      $0.content.metrics[0].thresholds = [
        .init(.minimalImportant, 11, population: "people", citation: .designChoice)
      ]
    },
    Break(
      .thresholds,
      "metric/hot_stone_warmth: an error of measurement of 0.0 does not fit its range."
    ) {
      $0.content.metrics[0].standardErrors = [
        .init(0, population: "people", citation: .designChoice)
      ]
    },
    Break(
      .thresholds, "metric/hot_stone_warmth: an error of measurement does not say for whom."
    ) {
      $0.content.metrics[0].standardErrors = [.init(1, population: "", citation: .designChoice)]
    },
    Break(
      .thresholds, "metric/hot_stone_warmth: a threshold has neither a change nor a share."
    ) {
      $0.content.metrics[0].thresholds = [
        .init(.minimalImportant, nil, population: "people", citation: .designChoice)
      ]
    },
    Break(.ranges, "metric/hot_stone_warmth: its bands do not rise within its range.") {
      $0.content.metrics[0].bands = [.init(5, "high"), .init(0, "low")]
    },
    Break(.scores, "metric/hot_stone_comfort: a value of an item lies outside its range.") {
      $0.content.metrics[1].entry = .items(
        [.init("odd", "An odd item", range: 0...4, values: [0, 9])], .init(.sum, missingAtMost: 0))
    },
    Break(.thresholds, "metric/hot_stone_warmth: a threshold does not say for whom.") {
      $0.content.metrics[0].thresholds[0].population = ""
    },
    Break(
      .thresholds, "metric/hot_stone_warmth: a share of the first value lies between 0 and 1."
    ) {
      $0.content.metrics[0].thresholds = [
        .init(
          .minimalImportant, 2, orShareOfBaseline: 30, population: "people",
          citation: .designChoice)
      ]
    },
    Break(.scores, "metric/hot_stone_comfort: its items make 0.0 to 16.0.") {
      $0.content.metrics[1].entry = .items(
        HotStone.comfort.items, .init(.sum, times: 2, missingAtMost: 1))
    },
    Break(.scores, "metric/hot_stone_comfort: at least one of its items has to be given.") {
      $0.content.metrics[1].entry = .items(
        HotStone.comfort.items, .init(.sum, missingAtMost: 2))
    },
    Break(.scores, "metric/hot_stone_comfort: a score of items needs an item.") {
      $0.content.metrics[1].entry = .items([], .init(.sum, missingAtMost: 0))
    },
    Break(.scores, "metric/hot_stone_warmth: the number of activities is no range.") {
      $0.content.metrics[0].entry = .namedActivities(atLeast: 0, atMost: 2)
    },
    Break(.ids, "metric/hot_stone_comfort: an item's name occurs twice.") {
      $0.content.metrics[1].entry = .items(
        HotStone.comfort.items + HotStone.comfort.items.prefix(1), .init(.mean, missingAtMost: 0))
    },
    // `Broken` scores every computed metric with 99.
    Break(.randomAnswers, "metric/hot_stone_comfort: with answers 1 it scores 99.0.") {
      $0.content.metrics[1].entry = .computed(HotStone.comfort.items)
    },
    Break(
      .jsonForm,
      "module/json: content/metrics/Index 0/range/Index 1 is inf, which JSON cannot hold."
    ) { $0.content.metrics[0].range = 0...(.infinity) },
  ]

  static let examples = [
    Break(.examples, "example/Extra: it raises hot_stone_burn, which is not listed.") {
      $0.content.examples.append(
        Example("Extra", answers: ["hot_stone_heat": .choices(["numb"])]))
    },
    Break(.examples, "example/Extra: it does not raise hot_stone_burn, which is listed.") {
      $0.content.examples.append(
        Example(
          "Extra", answers: ["hot_stone_heat": .choices(["none"])], raises: ["hot_stone_burn"]))
    },
    Break(.examples, "example/Extra: its answer to hot_stone_heat does not fit.") {
      $0.content.examples.append(Example("Extra", answers: ["hot_stone_heat": .yesNo(true)]))
    },
    Break(.examples, "example/Extra: \"stone sacrum\" becomes \"Sacrum: stone.\"") {
      $0.content.examples.append(Example("Extra", findings: ["stone sacrum": "Sacrum: no stone."]))
    },
    Break(
      .examples,
      "example/Extra: \"stone neck blue\" is refused: \"blue\" could not be understood; a line "
        + "looks like this: stone r neck"
    ) { $0.content.examples.append(Example("Extra", findings: ["stone neck blue": ""])) },
    Break(.examples, "example/Extra: it raises hot_stone_burn, which is not listed.") {
      $0.content.safetyRules[0].when = HotStone.stone.found(.word(field: "feel", "hot"))
      $0.content.examples.append(
        Example("Extra", findings: ["stone neck hot": "Neck: stone, felt hot."]))
    },
    Break(.examples, "example/Extra: it does not raise hot_stone_burn, which is listed.") {
      $0.content.safetyRules[0].when = HotStone.stone.found(
        .word(field: "feel", "hot"), at: .last)
      $0.content.examples.append(
        Example(
          "Extra", raises: ["hot_stone_burn"],
          findings: ["stone neck hot": "Neck: stone, felt hot."],
          lastFindings: ["stone neck warm"]))
    },
    Break(.examples, "example/Extra: \"stone nowhere\" is no finding.") {
      $0.content.examples.append(Example("Extra", lastFindings: ["stone nowhere"]))
    },
    Break(.examples, "example/Extra: no finding begins like \"oil neck\".") {
      $0.content.examples.append(Example("Extra", findings: ["oil neck": ""]))
    },
    Break(.examples, "example/Extra: hot_stone_comfort scores 4.0.") {
      $0.content.examples.append(
        Example("Extra", scores: ["hot_stone_comfort": .init(["rest": 2], score: 5)]))
    },
    Break(.coverage, "rule/hot_stone_chilled: no example raises it.") {
      $0.content.examples.remove(at: 1)
    },
    Break(.coverage, "finding/hot_stone_stone: no example shows it.") {
      $0.content.examples.remove(at: 2)
    },
    Break(.coverage, "metric/hot_stone_comfort: no example scores it.") {
      $0.content.examples.remove(at: 2)
    },
  ]
}

extension OutcomeMetric {
  func named(_ name: String) -> OutcomeMetric {
    OutcomeMetric(
      id, name: name, construct: construct, prompt: prompt, range: range, whole: isWhole, direction,
      entry: entry, version: version, licence: licence, citations: citations)
  }
}

extension FindingKind {
  func coded(_ code: String, id: ID<FindingKind>? = nil) -> FindingKind {
    FindingKind(id ?? self.id, code: code, title, fields: fields, sentence: sentence)
  }
}
