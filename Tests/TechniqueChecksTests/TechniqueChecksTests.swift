import ClinicalContent
import TechniqueChecks
import TechniqueKit
import Testing

@Suite("Checking a module")
struct TechniqueChecksTests {
  @Test("A module without problems has no findings")
  func conforms() {
    #expect(findings(in: HotStone.self, base: ModuleContent(), anatomy: smallAnatomy) == [])
  }

  @Test("The general content has no findings")
  func general() {
    #expect(
      findings(
        inBase: GeneralContent.content, manifest: GeneralContent.manifest,
        anatomy: GeneralContent.anatomy) == [])
  }

  struct Break: Sendable, CustomTestStringConvertible {
    let finding: String
    let change: @Sendable (inout ModuleContent) -> Void
    var testDescription: String { finding }

    init(_ finding: String, _ change: @escaping @Sendable (inout ModuleContent) -> Void) {
      self.finding = finding
      self.change = change
    }
  }

  static let breaks: [Break] = [
    Break("question/Heat: the id must begin with hot_stone_") {
      $0.intake.append(YesNoQuestion("Heat", "Warm?", why: "why").question)
    },
    Break("question/hot_stone_heat: the id is used twice.") {
      $0.intake.append(HotStone.heat.question)
    },
    Break("question/hot_stone_long: the prompt has 61 letters; 60 fit.") {
      $0.intake.append(
        YesNoQuestion("hot_stone_long", String(repeating: "a", count: 61), why: "why").question)
    },
    Break("question/hot_stone_mute: the prompt is empty.") {
      $0.intake.append(YesNoQuestion("hot_stone_mute", "", why: "why").question)
    },
    Break("question/hot_stone_lost: there is no question hot_stone_gone.") {
      $0.intake.append(
        YesNoQuestion("hot_stone_lost", "Lost?", why: "why", askWhen: .isYes("hot_stone_gone"))
          .question)
    },
    Break("question/hot_stone_places: it hangs on hot_stone_heat, which is asked later.") {
      $0.intake.reverse()
    },
    Break("rule/hot_stone_burn: hot_stone_heat cannot be compared like that.") {
      $0.safetyRules = [HotStone.rule(when: .isYes("hot_stone_heat"))]
    },
    Break("rule/hot_stone_burn: hot_stone_heat has no option cold.") {
      $0.safetyRules = [HotStone.rule(when: .includes("hot_stone_heat", "cold"))]
    },
    Break("rule/hot_stone_burn: there is no region tail.") {
      $0.safetyRules = [HotStone.rule(regions: .fixed(["tail"]))]
    },
    Break("rule/hot_stone_burn: hot_stone_heat does not ask for regions.") {
      $0.safetyRules = [HotStone.rule(regions: .answered("hot_stone_heat"))]
    },
    Break("rule/hot_stone_burn: it avoids a region and names none.") {
      $0.safetyRules = [HotStone.rule(regions: .none)]
    },
    Break("rule/hot_stone_burn: it blocks, so a missing answer must not make it milder.") {
      $0.safetyRules = [HotStone.rule(.stop, whenUnknown: .note)]
    },
    Break("rule/hot_stone_burn: it names no source.") {
      $0.safetyRules = [HotStone.rule(citations: [])]
    },
    Break("rule/hot_stone_burn: \"safe\" must not be printed.") {
      $0.safetyRules = [HotStone.rule(advice: "It is safe.")]
    },
    Break("rule/hot_stone_cold: no example raises it.") {
      $0.safetyRules.append(
        HotStone.rule(id: "hot_stone_cold", when: !HotStone.heat.includes("none")))
      $0.examples = [$0.examples[0], $0.examples[1]]
    },
    Break("template/hot_stone_session: the phases of 30 min add up to 29.") {
      $0.templates = [HotStone.template(minutes: [30: 29])]
    },
    Break("finding/hot_stone_stone: the code has lower-case letters only.") {
      $0.findings = [HotStone.stone(code: "Stone")]
    },
    Break("finding/hot_stone_stone: time may be missing, so it stands in [ ] in the sentence.") {
      $0.findings = [HotStone.stone(sentence: "{site}: stone for {time}.")]
    },
    Break("finding/hot_stone_stone: the sentence leaves time out.") {
      $0.findings = [HotStone.stone(sentence: "{site}: stone.")]
    },
    Break("finding/hot_stone_stone: the sentence speaks of \"colour\", which is no field.") {
      $0.findings = [HotStone.stone(sentence: "{site}: stone[ for {time}][, {colour}].")]
    },
    Break("metric/hot_stone_warmth: it names no source.") {
      $0.metrics = [HotStone.warmth(citations: [])]
    },
    Break("metric/hot_stone_warmth: a change of 11.0 does not fit its range.") {
      $0.metrics = [HotStone.warmth(change: 11)]
    },
    Break("metric/hot_stone_warmth: a threshold does not say for whom.") {
      $0.metrics = [HotStone.warmth(population: "")]
    },
    Break("evidence/stiff neck: \"toxin\" must not be printed.") {
      $0.evidence = [HotStone.trial("It flushes toxins.")]
    },
    Break("example/Extra: it raises hot_stone_burn, which is not listed.") {
      $0.examples.append(Example("Extra", answers: ["hot_stone_heat": .choices(["numb"])]))
    },
    Break("example/Extra: it does not raise hot_stone_burn, which is listed.") {
      $0.examples.append(
        Example(
          "Extra", answers: ["hot_stone_heat": .choices(["none"])], raises: ["hot_stone_burn"]))
    },
    Break("example/Extra: its answer to hot_stone_heat does not fit.") {
      $0.examples.append(Example("Extra", answers: ["hot_stone_heat": .yesNo(true)]))
    },
    Break("example/Extra: \"stone sacrum\" becomes \"Sacrum: stone.\"") {
      $0.examples.append(Example("Extra", findings: ["stone sacrum": "Sacrum: no stone."]))
    },
    Break(
      "example/Extra: \"stone neck 3\" is refused: \"3\" could not be understood; a line looks "
        + "like this: stone r neck"
    ) {
      $0.examples.append(Example("Extra", findings: ["stone neck 3": ""]))
    },
    Break("example/Extra: no finding begins like \"oil neck\".") {
      $0.examples.append(Example("Extra", findings: ["oil neck": ""]))
    },
  ]

  @Test("Each problem is found, and named by its path", arguments: breaks)
  func finds(broken: Break) {
    var content = HotStone.content(OptionValues(HotStone.options))
    broken.change(&content)
    Broken.$content.withValue(content) {
      let found = findings(in: Broken.self, base: ModuleContent(), anatomy: smallAnatomy)
      #expect(found.map(\.description).contains("hot_stone/" + broken.finding))
    }
  }

  @Test("An option's default lies in its range")
  func options() {
    let found = findings(in: OddOption.self, base: ModuleContent(), anatomy: smallAnatomy)
    #expect(
      found.map(\.description) == [
        "hot_stone/option/heat: its default 60 lies outside its range."
      ])
  }
}

/// `HotStone` with the content of the test that is running.
enum Broken: Technique {
  @TaskLocal static var content = ModuleContent()
  static let manifest = HotStone.manifest
  static func content(_ options: OptionValues) -> ModuleContent { content }
}

enum OddOption: Technique {
  static let manifest = HotStone.manifest
  static let options = [
    ModuleOption("heat", "heat", .wholeNumber(range: 38...50, defaultValue: 60))
  ]
  static func content(_ options: OptionValues) -> ModuleContent { ModuleContent() }
}
