import TechniqueChecks
import TechniqueKit
import Testing

/// One way to break a module, and the exact text of what is found.
struct Break: Sendable, CustomTestStringConvertible {
  let check: Check
  let finding: String
  let change: @Sendable (inout ModuleDocument) -> Void
  var testDescription: String { "\(check.rawValue): \(finding)" }

  init(
    _ check: Check, _ finding: String, _ change: @escaping @Sendable (inout ModuleDocument) -> Void
  ) {
    self.check = check
    self.finding = finding
    self.change = change
  }

  static let all =
    identity + questions + conditions + rules + sessions + shorthand + metrics + examples

  /// Another yes/no question for `HotStone`.
  static func asked(
    _ id: ID<Question> = "hot_stone_more", _ prompt: String = "More?", when: Condition = .always
  ) -> Question {
    YesNoQuestion(id, prompt, why: "It matters.", askWhen: when).question
  }

  static let identity = [
    Break(.ids, "question/Heat: the id must begin with hot_stone_") {
      $0.content.intake.append(asked("Heat"))
    },
    Break(.ids, "question/hot_stone_Heat: an id has lower-case letters, digits and _ only.") {
      $0.content.intake.append(asked("hot_stone_Heat"))
    },
    Break(.ids, "question/hot_stone_heat: the id hot_stone_heat is used twice.") {
      $0.content.intake.append(HotStone.heat.question)
    },
    Break(.ids, "question/hot_stone_more: the id hot_stone_heat is used twice.") {
      $0.content.intake.append(asked().formerly("hot_stone_heat"))
    },
    Break(.ids, "metric/hot_stone_comfort: another metric is called warmth already.") {
      var metric = HotStone.warmth
      metric.aliases = ["hot_stone_other"]
      $0.content.metrics = [metric, HotStone.comfort.named("warmth")]
    },
    Break(.stability, "manifest/reviewers: only a draft may have no clinician who signed it off.") {
      $0.manifest.stability = .reviewed
    },
    Break(.stability, "rule/hot_stone_burn: only a draft may rest on sources that nobody saw.") {
      $0.manifest.stability = .stable
    },
    Break(.wording, "manifest/summary: the summary ends without a period.") {
      $0.manifest.summary = "Warm stones"
    },
    Break(.options, "option/Heat: a name has lower-case letters, digits and _ only.") {
      $0.options = [ModuleOption("Heat", "heat", .yesNo(defaultValue: true))]
    },
    Break(.options, "option/heat: its default 60 lies outside its range.") {
      $0.options = [ModuleOption("heat", "heat", .wholeNumber(range: 38...50, defaultValue: 60))]
    },
    Break(.options, "option/heat: it does not say what it means.") {
      $0.options = [ModuleOption("heat", "", .yesNo(defaultValue: true))]
    },
    Break(.options, "option/heat: the name occurs twice.") {
      $0.options = Array(
        repeating: ModuleOption("heat", "heat", .yesNo(defaultValue: true)), count: 2)
    },
  ]

  static let questions = [
    Break(.wording, "question/hot_stone_heat: the prompt is empty.") {
      $0.content.intake[0].prompt = ""
    },
    Break(.wording, "question/hot_stone_heat: the prompt has 61 letters; 60 fit.") {
      $0.content.intake[0].prompt = String(repeating: "A", count: 61)
    },
    Break(.wording, "question/hot_stone_heat: the prompt begins without a capital.") {
      $0.content.intake[0].prompt = "heat?"
    },
    Break(.wording, "question/hot_stone_heat: the prompt ends with \":\".") {
      $0.content.intake[0].prompt = "Heat:"
    },
    Break(.wording, "question/hot_stone_heat: the prompt has a line break or a needless space.") {
      $0.content.intake[0].prompt = "Heat,\nany?"
    },
    Break(.wording, "question/hot_stone_heat: the reason is empty.") {
      $0.content.intake[0].why = ""
    },
    Break(.wording, "question/hot_stone_heat: the help ends without a period.") {
      $0.content.intake[0].help = "Type y"
    },
    Break(.choices, "question/hot_stone_heat: a list of warning signs needs a \"none of these\".") {
      $0.content.intake[0].kind = .choice(
        options: [Option("numb", "numb"), Option("sore", "sore")], several: true)
    },
    Break(.choices, "question/hot_stone_heat: a choice needs two options or more.") {
      $0.content.intake[0].kind = .choice(options: [Option("numb", "numb")], several: false)
    },
    Break(.choices, "question/hot_stone_heat: two options have the same label.") {
      $0.content.intake[0].kind = .choice(
        options: [Option("numb", "numb"), Option("sore", "numb"), .none], several: true)
    },
    Break(.choices, "question/hot_stone_heat: an option's id occurs twice.") {
      $0.content.intake[0].kind = .choice(
        options: [Option("numb", "numb"), Option("numb", "sore"), .none], several: true)
    },
    Break(.choices, "question/hot_stone_heat: \"not asked\" is no way of answering.") {
      $0.content.intake[0].absences = [.notAsked]
    },
    Break(.ranges, "question/hot_stone_warmth_now: the usual range goes beyond the possible one.") {
      $0.content.intake[3].kind = .decimal(range: NumberRange(10...42, usual: 5...36))
    },
    Break(.ranges, "question/hot_stone_warmth_now: the ends of the scale have no name.") {
      $0.content.intake[3].kind = .scale(Scale(0...40, "", "hot"))
    },
    Break(
      .ranges,
      "question/hot_stone_warmth_now: the ends of a range of whole numbers are whole, and at most a "
        + "billion."
    ) { $0.content.intake[3].kind = .wholeNumber(range: NumberRange(0.5...0.7)) },
    Break(.ranges, "question/hot_stone_heat: an answer holds for a day at least.") {
      $0.content.intake[0].validity = .days(0)
    },
    Break(.ranges, "question/hot_stone_implants: a group needs a field and room for a row.") {
      $0.content.intake[2].kind = .group(fields: [], atMost: 3)
    },
    Break(.references, "question/hot_stone_more: there is no question hot_stone_gone.") {
      $0.content.intake.append(asked(when: .isYes("hot_stone_gone")))
    },
    Break(
      .references, "question/hot_stone_places: it hangs on hot_stone_heat, which is asked later."
    ) { $0.content.intake.swapAt(0, 1) },
    Break(.references, "question/hot_stone_implant_kind: a field of a group is asked always.") {
      var field = HotStone.implantKind.question
      field.askWhen = HotStone.heat.includes("numb")
      $0.content.intake[2].kind = .group(fields: [field], atMost: 3)
    },
    Break(
      .cycles,
      "question/hot_stone_more: it hangs on itself: hot_stone_more -> hot_stone_also -> "
        + "hot_stone_more."
    ) {
      $0.content.intake += [
        asked("hot_stone_more", when: .isYes("hot_stone_also")),
        asked("hot_stone_also", when: .isYes("hot_stone_more")),
      ]
    },
    Break(.reachability, "question/hot_stone_more: it is never asked.") {
      $0.content.intake.append(
        asked(when: HotStone.heat.includes("numb") && HotStone.heat.includes("none")))
    },
  ]

  static let typing = [
    Break(
      .ids,
      "question/hot_stone_heat: the option a/b has an id of other letters than a to z, 0 to 9, _."
    ) {
      $0.content.intake[0].kind = .choice(
        options: [Option("numb", "numb"), Option("a/b", "sore"), .none], several: true)
    },
    Break(.choices, "question/hot_stone_heat: the option unknown is typed for something else.") {
      $0.content.intake[0].kind = .choice(
        options: [Option("numb", "numb"), Option("unknown", "sore"), .none], several: true)
    },
    Break(.choices, "question/hot_stone_heat: the option weeks is typed for something else.") {
      $0.content.intake[0].kind = .choice(
        options: [Option("numb", "numb"), Option("weeks", "2"), .none], several: true)
    },
    Break(.choices, "question/hot_stone_heat: numb is another option's label.") {
      $0.content.intake[0].kind = .choice(
        options: [Option("numb", "feels less"), Option("sore", "numb"), .none], several: true)
    },
    Break(
      .choices, "question/hot_stone_implants: a group takes no remark; give it a field for words."
    ) {
      $0.content.intake[2].takesRemark = true
    },
    Break(
      .references,
      "question/hot_stone_implant_kind: remarks, aliases, safety and validity are said of the "
        + "group, not a field."
    ) {
      $0.content.intake[2].kind = .group(
        fields: [HotStone.implantKind.takingRemark().question], atMost: 3)
    },
    Break(.ids, "question/hot_stone_heat: the former id heat must begin with hot_stone_") {
      $0.content.intake[0].aliases = ["heat"]
    },
    Break(
      .regions,
      "rule/hot_stone_burn: hot_stone_implant_place is a field; name its group hot_stone_implants."
    ) {
      $0.content.safetyRules[0].regions = .answered("hot_stone_implant_place")
    },
    Break(.comparisons, "rule/hot_stone_burn: a row has no earlier answer to have risen from.") {
      let number = NumberQuestion(
        "hot_stone_number", "Number", range: NumberRange(0...9), help: "4.", why: "Why.")
      $0.content.intake[2].kind = .group(fields: [number.question], atMost: 3)
      $0.content.safetyRules[0].when = HotStone.implants.some(number.hasRisen(by: 2))
    },
    Break(
      .wording,
      "template/hot_stone_session: the title ends with a number, which is typed for a length."
    ) { $0.content.templates[0].title = "stones 30" },
    Break(
      .phases,
      "template/hot_stone_session: the phase \"Settle\" takes less than a minute, or a day."
    ) {
      $0.content.templates[0].phases[0].minutesByLength = [30: .max, 60: .max]
    },
    Break(
      .comparisons,
      "rule/hot_stone_burn: -9223372036854775808 of 1 conditions can never be counted."
    ) {
      $0.content.safetyRules[0].when = !.count(atLeast: .min, of: [.always])
    },
    Break(.ranges, "metric/hot_stone_warmth: it is measured every visit at most.") {
      let old = $0.content.metrics[0]
      $0.content.metrics[0] = OutcomeMetric(
        old.id, name: old.name, construct: old.construct, prompt: old.prompt, range: old.range,
        old.direction, version: "1", occasions: [.everyVisits(0)], licence: old.licence,
        citations: old.citations)
    },
    Break(.severity, "rule/hot_stone_burn: a setting of the options takes it away.") {
      $0.options = [ModuleOption("careless", "without rules", .yesNo(defaultValue: false))]
    },
  ]

  static let conditions = [
    Break(.references, "rule/hot_stone_burn: there is no finding hot_stone_gone.") {
      $0.content.safetyRules[0].when = .found("hot_stone_gone", .any, .running)
    },
    Break(.references, "rule/hot_stone_burn: hot_stone_stone has no field colour.") {
      $0.content.safetyRules[0].when = HotStone.stone.found(.word(field: "colour", "red"))
    },
    Break(.comparisons, "rule/hot_stone_burn: feel of hot_stone_stone has no word cold.") {
      $0.content.safetyRules[0].when = HotStone.stone.found(.word(field: "feel", "cold"))
    },
    Break(.comparisons, "rule/hot_stone_burn: time of hot_stone_stone is never 11.0.") {
      $0.content.safetyRules[0].when = HotStone.stone.found(
        .number(field: "time", .value, .above, 11))
    },
    Break(
      .comparisons, "rule/hot_stone_burn: time of hot_stone_stone has no systolic to compare."
    ) {
      $0.content.safetyRules[0].when = HotStone.stone.found(
        .number(field: "time", .systolic, .above, 5))
    },
    Break(
      .comparisons, "rule/hot_stone_burn: time of hot_stone_stone cannot be compared like that."
    ) {
      $0.content.safetyRules[0].when = HotStone.stone.found(.word(field: "time", "long"))
    },
    Break(.comparisons, "rule/hot_stone_burn: there is no region elbow.") {
      $0.content.safetyRules[0].when = HotStone.stone.found(.touches(field: "site", "elbow"))
    },
    Break(.reachability, "rule/hot_stone_burn: no answers can raise it.") {
      let hot = HotStone.stone.found(.word(field: "feel", "hot"))
      $0.content.safetyRules[0].when = hot && !hot
    },
    Break(.comparisons, "rule/hot_stone_burn: hot_stone_pressure is never 500.0.") {
      let pressure = BloodPressureQuestion(
        "hot_stone_pressure", "Blood pressure", why: "It matters.")
      $0.content.intake.append(pressure.question)
      $0.content.safetyRules[0].when = pressure.systolic >= 500
    },
    Break(.ranges, "question/hot_stone_pressure: the usual range goes beyond the possible one.") {
      let range = BloodPressureRange(
        systolic: NumberRange(90...120, usual: 60...130), diastolic: NumberRange(30...90))
      $0.content.intake.append(
        BloodPressureQuestion("hot_stone_pressure", "BP", range: range, why: "It matters.").question
      )
    },
    Break(.comparisons, "rule/hot_stone_burn: hot_stone_heat cannot be compared like that.") {
      $0.content.safetyRules[0].when = .isYes("hot_stone_heat")
    },
    Break(.comparisons, "rule/hot_stone_burn: hot_stone_heat has no option cold.") {
      $0.content.safetyRules[0].when = .includes("hot_stone_heat", "cold")
    },
    Break(.comparisons, "rule/hot_stone_burn: hot_stone_warmth_now is never 50.0.") {
      $0.content.safetyRules[0].when = HotStone.warmthNow > 50
    },
    Break(.comparisons, "rule/hot_stone_burn: hot_stone_warmth_now never rises by 40.0.") {
      $0.content.safetyRules[0].when = HotStone.warmthNow.hasRisen(by: 40)
    },
    Break(.comparisons, "rule/hot_stone_burn: there is no region tail.") {
      $0.content.safetyRules[0].when = HotStone.places.includes("tail")
    },
    Break(.comparisons, "rule/hot_stone_burn: no one is 140 years old.") {
      $0.content.safetyRules[0].when = .age(.atLeast, 140)
    },
    Break(.comparisons, "rule/hot_stone_burn: 3 of 2 conditions can never be counted.") {
      $0.content.safetyRules[0].when = .count(atLeast: 3, of: [.always, .always])
    },
    Break(.comparisons, "rule/hot_stone_burn: a list of conditions is empty.") {
      $0.content.safetyRules[0].when = .any([])
    },
    Break(
      .references,
      "rule/hot_stone_burn: hot_stone_implant_kind is a field of hot_stone_implants; ask for some "
        + "row of that."
    ) { $0.content.safetyRules[0].when = HotStone.implantKind.includes("pump") },
    Break(.references, "rule/hot_stone_burn: there is no question hot_stone_gone.") {
      $0.content.safetyRules[0].when = .isYes("hot_stone_gone")
    },
    Break(.reachability, "rule/hot_stone_chilled: no answers can raise it.") {
      $0.content.safetyRules[2].when = HotStone.warmthNow < 20 && HotStone.warmthNow > 30
    },
    Break(.reachability, "rule/hot_stone_burn: no answers can raise it.") {
      $0.content.safetyRules[0].when =
        HotStone.places.includes("neck") && !HotStone.heat.includes("numb")
    },
  ]

  static let rules = [
    Break(
      .severity, "rule/hot_stone_pump: it blocks, so a missing answer must not make it milder."
    ) { $0.content.safetyRules[1].severityWhenUnknown = .note },
    Break(.regions, "rule/hot_stone_burn: it avoids a region and names none.") {
      $0.content.safetyRules[0].regions = .none
    },
    Break(.regions, "rule/hot_stone_burn: there is no region tail.") {
      $0.content.safetyRules[0].regions = .fixed(["tail"])
    },
    Break(.regions, "rule/hot_stone_burn: its list of regions is empty.") {
      $0.content.safetyRules[0].regions = .fixed([])
    },
    Break(.regions, "rule/hot_stone_burn: hot_stone_heat does not ask for regions.") {
      $0.content.safetyRules[0].regions = .answered("hot_stone_heat")
    },
    Break(.ranges, "rule/hot_stone_burn: no session is that short.") {
      $0.content.safetyRules[0].change = ForcedChange(longestMinutes: 0)
    },
    Break(.sources, "rule/hot_stone_burn: it names no source.") {
      $0.content.safetyRules[0].citations = []
    },
    Break(.wording, "rule/hot_stone_burn: a code is needed.") {
      let rule = HotStone.burn
      $0.content.safetyRules[0] = SafetyRule(
        rule.id, code: "", rule.title, when: rule.when, .avoid, regions: rule.regions,
        advice: rule.advice, client: rule.clientWording, citations: rule.citations)
    },
    Break(.wording, "rule/hot_stone_burn: the advice is empty.") {
      $0.content.safetyRules[0].advice = ""
    },
    Break(.claims, "rule/hot_stone_burn: \"safe\" must not be printed.") {
      $0.content.safetyRules[0].advice = "It is safe."
    },
  ]

  static let sessions = [
    Break(.phases, "template/hot_stone_session: the phases of 30 min add up to 29.") {
      $0.content.templates[0].phases[0].minutesByLength = [30: 4, 60: 10]
    },
    Break(
      .phases,
      "template/hot_stone_session: the phase \"Settle\" takes less than a minute, or a day."
    ) {
      $0.content.templates[0].phases[0].minutesByLength = [30: 0, 60: 10]
    },
    Break(.phases, "template/hot_stone_session: it comes in no length.") {
      $0.content.templates[0].phases = []
    },
    Break(.wording, "template/hot_stone_session: what to do in \"Settle\" is empty.") {
      $0.content.templates[0].phases[0].instructions = ""
    },
    Break(
      .wording,
      "template/hot_stone_session: the title is typed, so it is in lower case without \"=\"."
    ) { $0.content.templates[0].title = "Stones" },
    Break(.claims, "evidence/stiff neck: \"toxin\" must not be printed.") {
      $0.content.evidence[0].summary = "It flushes toxins."
    },
    Break(.sources, "evidence/stiff neck: it names no source.") {
      $0.content.evidence[0].direction = .mixed
    },
    Break(
      .sources, "evidence/stiff neck: without trials there is neither a certainty nor a direction."
    ) { $0.content.evidence[0].certainty = .low },
    Break(.wording, "aftercare/text: \"Rest.\" ends with \".\".") {
      $0.content.aftercare.advice = ["Rest."]
    },
  ]
}
