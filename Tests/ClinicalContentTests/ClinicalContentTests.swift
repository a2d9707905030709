import ClinicalContent
import TechniqueKit
import Testing

@Suite struct ScreeningTests {
  /// A client with nothing to report, 40 years old.
  static let clear: [ID<Question>: Answer] = {
    var answers: [ID<Question>: Answer] = [:]
    for question in GeneralHistory.questions {
      switch question.kind {
      case .yesNo: answers[question.id] = .yesNo(false)
      case .choice: answers[question.id] = .choices(["none"])
      case .scale, .wholeNumber, .decimal: answers[question.id] = .number(4)
      case .regions: answers[question.id] = .regions([Site("neck")])
      case .text, .date: answers[question.id] = .text("none")
      }
    }
    return answers
  }()

  static func raised(
    _ changes: [ID<Question>: Answer], age: Int? = 40
  ) -> Set<String> {
    let facts = Facts(
      answers: clear.merging(changes) { $1 }, age: age, anatomy: GeneralContent.anatomy,
      questions: GeneralHistory.questions)
    return Set(
      GeneralRules.all.filter { $0.when.truth(for: facts) == .yes }.map { rule in
        "\(rule.severity) \(rule.code)"
      })
  }

  @Test func `a client with nothing to report raises nothing`() {
    #expect(Self.raised([:]) == [])
  }

  static func picked(_ question: ID<Question>, _ option: ID<Option>) -> [ID<Question>: Answer] {
    [question: .choices([option])]
  }

  static let rows: [(answers: [ID<Question>: Answer], raises: Set<String>)] = [
    (
      ["limb_swelling": .yesNo(true), "clot_risk": .choices(["earlier_clot"])],
      ["emergency A1", "stop A1"]
    ),
    (["limb_swelling": .yesNo(true)], ["stop A1"]),
    (picked("heart_vessels", "clot_untreated"), ["stop A2"]),
    (picked("heart_vessels", "clot_treated"), ["clearance A3"]),
    (picked("emergency_signs", "chest_pain"), ["emergency A4"]),
    (picked("emergency_signs", "breathless"), ["emergency A4"]),
    (picked("medicines", "blood_thinner"), ["adapt A5"]),
    (picked("body_history", "bleeding"), ["clearance A6"]),
    (picked("heart_vessels", "varicose"), ["adapt A7"]),
    (picked("heart_vessels", "phlebitis"), ["stop A7"]),
    (picked("heart_vessels", "arterial"), ["adapt A8"]),
    (picked("heart_vessels", "aneurysm"), ["clearance A9"]),
    (picked("heart_vessels", "high_pressure"), ["clearance A10"]),
    (picked("heart_vessels", "low_pressure"), ["adapt A11"]),
    (picked("heart_vessels", "failure_unstable"), ["clearance B1"]),
    (picked("heart_vessels", "failure_stable"), ["adapt B2"]),
    (picked("body_history", "kidney"), ["clearance B3"]),
    (picked("body_history", "liver"), ["clearance B4"]),
    (picked("body_history", "diabetes_numb"), ["adapt B6"]),
    (picked("body_history", "adrenal"), ["adapt B7"]),
    (picked("medicines", "steroids"), ["adapt B7"]),
    (["fever": .yesNo(true)], ["stop C1"]),
    (picked("skin_today", "spreading_redness"), ["stop C2"]),
    (
      ["skin_today": .choices(["spreading_redness"]), "fever": .yesNo(true)],
      ["emergency C2", "stop C2", "stop C1"]
    ),
    (picked("skin_today", "open_or_rash"), ["avoid C3"]),
    (["radiotherapy": .yesNo(true)], ["adapt C4"]),
    (picked("skin_today", "hot_joint"), ["avoid C5"]),
    (
      ["skin_today": .choices(["hot_joint"]), "fever": .yesNo(true)],
      ["emergency C5", "avoid C5", "stop C1"]
    ),
    (picked("recent_injury", "fracture"), ["emergency D1"]),
    (picked("bones_nerves", "osteoporosis"), ["adapt D2"]),
    (["recent_surgery": .yesNo(true), "surgery_weeks": .number(5)], ["clearance D3"]),
    (["recent_surgery": .yesNo(true), "surgery_weeks": .number(6)], []),
    (
      [
        "recent_surgery": .yesNo(true), "surgery_weeks": .number(8), "stitches": .yesNo(true),
      ], ["avoid D4"]
    ),
    (picked("bones_nerves", "implant"), ["avoid D5"]),
    (picked("bones_nerves", "unstable_neck"), ["clearance D6"]),
    (picked("recent_injury", "sprain"), ["avoid D7"]),
    (picked("emergency_signs", "dark_urine"), ["emergency D9"]),
    (picked("medicines", "statin_pain"), ["clearance D9"]),
    (picked("recent_injury", "exertion"), ["adapt D9"]),
    (picked("neck_signs", "clumsy_hands"), ["emergency D10"]),
    (picked("bones_nerves", "cord"), ["clearance D10"]),
    (picked("legs_bladder", "bladder_bowel"), ["emergency E1"]),
    (picked("emergency_signs", "stroke_signs"), ["emergency E2"]),
    (picked("neck_signs", "double_vision"), ["emergency E3"]),
    (picked("emergency_signs", "worst_headache"), ["emergency E4"]),
    (picked("bones_nerves", "head_bleed"), ["clearance E6"]),
    (picked("bones_nerves", "chiari"), ["clearance E7"]),
    (picked("body_history", "epilepsy"), ["clearance E8"]),
    (picked("emergency_signs", "stiff_neck_fever"), ["emergency E9"]),
    (picked("legs_bladder", "foot_drop"), ["clearance E10"]),
    (picked("recent_injury", "head_injury"), ["clearance E11"]),
    (picked("bones_nerves", "numb_area"), ["adapt E12"]),
  ]

  @Test(arguments: rows.indices)
  func `each answer raises exactly its rules`(row: Int) {
    #expect(Self.raised(Self.rows[row].answers) == Self.rows[row].raises)
  }

  @Test func `signs of an inflamed head artery are asked from fifty on`() {
    let signs: [ID<Question>: Answer] = ["head_over_50": .choices(["jaw_pain"])]
    #expect(Self.raised(signs, age: 50) == ["emergency E5"])
    #expect(Self.raised(signs, age: 49) == [])
  }

  @Test func `every unanswered emergency stays unknown`() {
    let facts = Facts(
      answers: [:], age: 60, anatomy: GeneralContent.anatomy,
      questions: GeneralHistory.questions)
    for rule in GeneralRules.emergencies {
      #expect(rule.when.truth(for: facts) == .unknown, "\(rule.id)")
      #expect(rule.severityWhenUnknown == .emergency)
    }
  }

  @Test func `every rule has a source, every prompt fits, no text claims too much`() {
    #expect(GeneralRules.all.filter(\.citations.isEmpty).map(\.id) == [])
    #expect(GeneralHistory.questions.filter { $0.prompt.count > 60 }.map(\.id) == [])
    for rule in GeneralRules.all {
      let text = "\(rule.title) \(rule.advice) \(rule.clientWording)".lowercased()
      for word in ["toxin", "lactic", " safe", "diagnos"] { #expect(!text.contains(word)) }
    }
  }

  @Test func `ids occur once and regions lie in regions that exist`() {
    let ids = GeneralHistory.questions.map(\.id.rawValue) + GeneralRules.all.map(\.id.rawValue)
    #expect(Set(ids).count == ids.count)
    let regions = Set(BodyRegions.all.map(\.id))
    #expect(regions.count == BodyRegions.all.count)
    #expect(BodyRegions.all.compactMap(\.within).filter { !regions.contains($0) } == [])
  }
}
