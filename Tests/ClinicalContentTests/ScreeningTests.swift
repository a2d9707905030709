import ClinicalContent
import TechniqueKit
import Testing

@Suite("General screening")
struct ScreeningTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let rule: String
    let code: String
    let severity: Severity
    let changes: [String]
    let age: Int
    var testDescription: String { rule }

    init(
      _ rule: String, _ code: String, _ severity: Severity, _ changes: String..., age: Int = 40
    ) {
      self.rule = "general_" + rule
      self.code = code
      self.severity = severity
      self.changes = changes
      self.age = age
    }
  }

  static let rows: [Row] = [
    Row("clot_possible", "A1", .stop, "limb_swelling", "clot_risk:none"),
    Row("clot_suspected", "A1", .emergency, "limb_swelling", "clot_risk:travel"),
    Row("clot_suspected", "A1", .emergency, "limb_swelling", "clot_risk:none", "surgery"),
    Row("clot_suspected", "A1", .emergency, "limb_swelling", "clot_risk:none", "pregnant"),
    Row("clot_untreated", "A2", .stop, "vessels:clot_untreated"),
    Row("clot_treated", "A3", .adapt, "vessels:clot_treated"),
    Row("heart_or_lung_signs", "A4", .emergency, "emergency_signs:chest_pain"),
    Row("heart_or_lung_signs", "A4", .emergency, "emergency_signs:blood_coughed"),
    Row("blood_thinner", "A5", .adapt, "medicines:blood_thinner"),
    Row("bleeding_disorder", "A6", .clearance, "bleeding:platelets_low"),
    Row("platelets_very_low", "A6", .clearance, "bleeding:platelets_very_low"),
    Row("varicose_veins", "A7", .avoid, "vessels:varicose", "vein_areas@calf"),
    Row("vein_inflamed", "A7", .stop, "skin:sore_vein", "skin_areas@calf"),
    Row("leg_arteries", "A8", .adapt, "vessels:arteries"),
    Row("aneurysm", "A9", .avoid, "vessels:aneurysm"),
    Row("very_high_blood_pressure", "A10", .clearance, "vessels:high_pressure"),
    Row("low_blood_pressure", "A11", .adapt, "vessels:low_pressure"),
    Row("heart_failure_worse", "B1", .clearance, "organs:heart_worse"),
    Row("heart_failure_stable", "B2", .adapt, "organs:heart_stable"),
    Row("kidney_failure", "B3", .clearance, "organs:kidneys"),
    Row("dialysis_fistula", "B3", .avoid, "devices:fistula", "device_areas@forearm"),
    Row("liver_disease", "B4", .clearance, "organs:liver"),
    Row("thyroid_or_rhythm", "B5", .note, "organs:rhythm"),
    Row("diabetes_numb", "B6", .adapt, "organs:diabetes"),
    Row("adrenal_or_steroid", "B7", .adapt, "organs:adrenal"),
    Row("asthma", "B8", .note, "organs:asthma"),
    Row("fever_today", "C1", .stop, "fever"),
    Row("skin_infection", "C2", .avoid, "skin:spreading", "skin_areas@shin"),
    Row("skin_infection_fever", "C2", .emergency, "skin:spreading", "skin_areas@shin", "fever"),
    Row("skin_broken", "C3", .avoid, "skin:open", "skin_areas@shin"),
    Row("skin_broken", "C3", .avoid, "skin:bruise", "skin_areas@shin"),
    Row("skin_irradiated", "C4", .avoid, "skin:irradiated", "skin_areas@chest"),
    Row("joint_inflamed", "C5", .avoid, "skin:hot_joint", "skin_areas@knee"),
    Row("joint_infection", "C5", .emergency, "skin:hot_joint", "skin_areas@knee", "fever"),
    Row("lubricant_allergy", "C6", .adapt, "allergies:latex"),
    Row("bone_may_be_broken", "D1", .emergency, "emergency_signs:broken_bone"),
    Row("bone_healing", "D1", .avoid, "injuries:healing_bone", "injury_areas@wrist"),
    Row("fragile_bones", "D2", .adapt, "bones:osteoporosis"),
    Row("surgery_under_six_weeks", "D3", .clearance, "surgery", "surgery_weeks=5"),
    Row("stitches", "D4", .avoid, "skin:stitches", "skin_areas@knee"),
    Row("metal", "D5", .avoid, "bones:metal", "bone_areas@hip"),
    Row("unstable_neck", "D6", .avoid, "bones:rheumatoid_neck"),
    Row("unstable_neck_treated", "D6", .clearance, "bones:loose_joints", "areas@scalenes"),
    Row("fresh_strain", "D7", .note, "injuries:strain", "injury_areas@ankle"),
    Row("bone_in_muscle", "D8", .avoid, "bones:bone_in_muscle", "bone_areas@thigh"),
    Row("muscle_breakdown_risk", "D9", .clearance, "injuries:overexertion"),
    Row("muscle_breakdown_risk", "D9", .clearance, "injuries:massage_gun"),
    Row("muscle_breakdown_risk", "D9", .clearance, "injuries:dehydrated"),
    Row("dark_urine", "D9", .emergency, "emergency_signs:dark_urine"),
    Row("spinal_cord_signs", "D10", .emergency, "nerve_signs:clumsy_hands"),
    Row("hardened_neck_ligament", "D10", .avoid, "bones:opll"),
    Row("cauda_equina", "E1", .emergency, "nerve_signs:bladder"),
    Row("cauda_equina", "E1", .emergency, "nerve_signs:saddle"),
    Row("stroke_signs", "E2", .emergency, "emergency_signs:stroke"),
    Row("neck_artery_signs", "E3", .emergency, "emergency_signs:dizzy"),
    Row("neck_artery_signs", "E3", .emergency, "emergency_signs:swallowing"),
    Row("neck_artery_signs", "E3", .emergency, "emergency_signs:eyelid"),
    Row("neck_artery_signs", "E3", .emergency, "emergency_signs:new_neck_pain"),
    Row("neck_artery_signs", "E3", .emergency, "emergency_signs:nausea"),
    Row("first_neck_pain_after", "E3", .clearance, "injuries:neck_after"),
    Row("neck_checks", "E3", .note, "areas@scalenes"),
    Row("thunderclap_headache", "E4", .emergency, "emergency_signs:worst_headache"),
    Row("headache_flags", "E4", .clearance, "headache:effort"),
    Row("headache_flags", "E4", .clearance, "headache:new", age: 50),
    Row("headache_flags", "E4", .clearance, "headache:new", "medicines:immune"),
    Row("headache_flags", "E4", .clearance, "headache:new", "fever"),
    Row("headache_taught_flags", "E4", .clearance, "headache:position"),
    Row("headache_deficit", "E4", .emergency, "headache:deficit"),
    Row("headache_deficit", "E4", .emergency, "headache:new", "nerve_signs:slow_weakness"),
    Row("giant_cell_arteritis", "E5", .emergency, "arteritis_signs:chewing", age: 50),
    Row("giant_cell_arteritis", "E5", .emergency, "arteritis_signs:stiff", "headache:new", age: 70),
    Row("head_pressure", "E6", .clearance, "head:leak"),
    Row("chiari", "E7", .avoid, "head:chiari"),
    Row("epilepsy_or_tumour", "E8", .note, "head:epilepsy"),
    Row("meningitis_signs", "E9", .emergency, "emergency_signs:stiff_neck"),
    Row("weakness_fast", "E10", .emergency, "nerve_signs:fast_weakness"),
    Row("weakness_fast", "E10", .emergency, "nerve_signs:both_legs"),
    Row("weakness_slow", "E10", .clearance, "nerve_signs:slow_weakness"),
    Row("concussion", "E11", .clearance, "injuries:concussion"),
    Row("numb_area", "E12", .avoid, "head:numb", "numb_areas@foot"),
    Row("spine_cancer_signs", "F1", .clearance, "nerve_signs:weight_loss"),
    Row("spine_cancer_signs", "F1", .clearance, "nerve_signs:month_pain"),
    Row("spine_cancer_signs", "F1", .clearance, "arteritis_signs:weight", age: 51),
    Row("spine_cancer_signs", "F1", .clearance, "cancer:past", "areas@low_back"),
    Row(
      "spine_cancer_with_weakness", "F1", .emergency, "nerve_signs:night_pain,slow_weakness"),
    Row("spine_cancer_with_weakness", "F1", .emergency, "cancer:past", "nerve_signs:slow_weakness"),
    Row("cancer_now", "F2", .clearance, "cancer:now"),
    Row("cancer_in_bone", "F3", .clearance, "cancer:bone"),
    Row("chemotherapy", "F4", .clearance, "cancer:chemo"),
    Row("limb_at_risk", "F5", .adapt, "cancer:nodes", "node_areas@arm"),
    Row("pregnancy_first_weeks", "G1", .clearance, "pregnant", "pregnancy_weeks=12"),
    Row("pregnancy_later", "G2", .adapt, "pregnant", "pregnancy_weeks=13"),
    Row("pregnancy_abdomen", "G2", .avoid, "pregnant", "pregnancy_weeks=24"),
    Row("pregnancy_problem", "G3", .clearance, "pregnant", "pregnancy_problems:previa"),
    Row("pregnancy_problem", "G3", .clearance, "pregnant", "medicines:blood_thinner"),
    Row("birth_lately", "G5", .clearance, "recent_birth"),
    Row("pain_masked", "H1", .adapt, "medicines:painkillers"),
    Row("alcohol", "H1", .stop, "state:alcohol"),
    Row("steroid_injection", "H2", .avoid, "devices:cortisone", "device_areas@knee"),
    Row("tendon_at_risk", "H3", .avoid, "medicines:quinolone", "tendon_areas@heel"),
    Row("statin_pain", "H4", .clearance, "medicines:statin_pain"),
    Row("botulinum_or_filler", "H5", .avoid, "devices:botulinum", "device_areas@face"),
    Row("device", "H6", .avoid, "devices:pacemaker", "device_areas@chest"),
    Row("intrauterine_device", "H6", .avoid, "devices:iud"),
    Row("shunt", "H6", .avoid, "head:pressure"),
    Row("no_consent", "H7", .stop, "!consent"),
    Row("not_alert", "H7", .stop, "state:drunk"),
    Row("severe_pain", "H8", .clearance, "nerve_signs:severe_pain"),
    Row("no_guardian", "H9", .stop, "!guardian_consent", age: 17),
    Row("left_out", "H10", .avoid, "left_out", "left_out_areas@calf"),
    Row("trauma", "H10", .adapt, "head:trauma"),
    Row("self_harm", "H11", .emergency, "state:self_harm"),
    Row("low_mood", "H11", .clearance, "state:low_mood"),
  ]

  @Test("Each rule is raised by the answers it speaks of", arguments: rows)
  func raises(row: Row) throws {
    let rule = try #require(GeneralRules.all.first { $0.id.rawValue == row.rule })
    #expect(rule.code == row.code)
    #expect(rule.severity == row.severity)
    let facts = Client.facts(Client.answers(row.changes), age: row.age)
    #expect(rule.when.truth(for: facts) == .yes)
  }

  /// Those about what is found are held to lines of findings by the tests of the neck check.
  private static let rulesAboutAnswers = GeneralRules.all.filter { !$0.when.readsFindings }

  @Test("Every rule about answers has a row in this table")
  func complete() {
    #expect(Set(Self.rulesAboutAnswers.map(\.id.rawValue)) == Set(Self.rows.map(\.rule)))
  }

  @Test("A client who says no to everything raises nothing", arguments: [20, 40, 70])
  func healthy(age: Int) {
    let facts = Client.facts(Client.healthy, age: age)
    #expect(raised(facts).isEmpty)
    #expect(raised(facts, .unknown).isEmpty)
  }

  @Test(
    "Near misses raise nothing",
    arguments: [
      (["surgery", "surgery_weeks=6"], 40, "surgery_under_six_weeks"),
      (["headache:new"], 49, "headache_flags"),
      (["arteritis_signs:scalp"], 49, "giant_cell_arteritis"),
      (["arteritis_signs:weight"], 60, "giant_cell_arteritis"),
      (["skin:spreading", "skin_areas@shin"], 40, "skin_infection_fever"),
      (["clot_risk:travel"], 40, "clot_suspected"),
      (["bones:rheumatoid_neck"], 40, "unstable_neck_treated"),
      (["pregnant", "pregnancy_weeks=13"], 40, "pregnancy_first_weeks"),
      (["cancer:past", "areas@calf"], 70, "spine_cancer_signs"),
      (["nerve_signs:slow_weakness"], 40, "spine_cancer_with_weakness"),
      (["!guardian_consent"], 18, "no_guardian"),
    ])
  func nearMisses(changes: [String], age: Int, rule: String) {
    #expect(!raised(Client.facts(Client.answers(changes), age: age)).contains("general_" + rule))
  }

  @Test(
    "An unanswered question leaves what hangs on it unknown",
    arguments: GeneralHistory.questions.filter(\.isSafety))
  func unanswered(question: Question) {
    let depending = GeneralRules.all.filter { $0.when.questions.contains(question.id) }
    for absence in [nil] + Absence.allCases.map(Optional.some) where question.askWhen == .always {
      var answers = Client.healthy
      answers[question.id] = absence.map(Answer.absent)
      let unknown = raised(Client.facts(answers), .unknown)
      for rule in depending where rule.when.questions.count == Set([question.id]).count {
        #expect(unknown.contains(rule.id.rawValue), "\(rule.id) without \(question.id)")
      }
    }
  }

  @Test("With nothing answered, every emergency is unknown, and blocks")
  func nothingAnswered() {
    let facts = Client.facts([:], age: nil, sex: nil)
    for rule in Self.rulesAboutAnswers where rule.severity.blocks {
      #expect(rule.when.truth(for: facts) == .unknown, "\(rule.id)")
      #expect(rule.severityWhenUnknown >= rule.severity)
    }
  }

  @Test("A new swelling with the risks unanswered is a possible emergency")
  func swellingAlone() {
    var answers = Client.answers(["limb_swelling"])
    answers["clot_risk"] = nil
    #expect(raised(Client.facts(answers), .unknown).contains("general_clot_suspected"))
    #expect(raised(Client.facts(answers)).contains("general_clot_possible"))
  }

  @Test("Pregnancy is not asked of men, a guardian below 18, the arteries of the head from 50")
  func whoIsAsked() {
    func asked(_ age: Int?, _ sex: Sex?) -> Set<ID<Question>> {
      let facts = Client.facts(Client.healthy, age: age, sex: sex)
      return Set(GeneralHistory.questions.map(\.id)).subtracting(facts.inapplicable)
    }
    #expect(!asked(40, .male).contains("pregnant"))
    #expect(!asked(40, .male).contains("recent_birth"))
    #expect(asked(40, nil).contains("pregnant"))
    #expect(!asked(49, .male).contains("arteritis_signs"))
    #expect(asked(nil, .male).contains("arteritis_signs"))
    #expect(asked(17, .male).contains("guardian_consent"))
    #expect(!asked(18, .male).contains("guardian_consent"))
    #expect(asked(nil, .male).contains("guardian_consent"))
  }

  @Test(
    "The items that make a clot likelier are a list of questions; no sum of them lets a session go on",
    arguments: [
      ["clot_risk:larger", "clot_risk:still"], ["clot_risk:cancer"], ["clot_risk:earlier_clot"],
      ["clot_risk:dent"], ["clot_risk:none", "cancer:now"],
    ])
  func clotItems(changes: [String]) {
    // A whole swollen limb, a larger calf and bed rest would make 3, cancer alone 1; nothing is taken
    // off for another explanation, because that is not asked.
    let facts = Client.facts(Client.answers(["limb_swelling"] + changes))
    #expect(raised(facts).contains("general_clot_suspected"))
    let options = GeneralHistory.clotRisk.question
    guard case .choice(let all, _) = options.kind else { return }
    #expect(!all.contains { $0.label.contains("likely") || $0.label.contains("alternative") })
  }
}
