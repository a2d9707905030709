import ClinicalContent
import TechniqueKit
import Testing
import TriggerPointTherapy

/// The technique's column of the catalogue: the worst of the general rules and its own.
@Test(
  "What a client reports is treated as the catalogue says for this technique",
  arguments: [
    ("vessels", "clot_untreated", .stop), ("vessels", "high_pressure", .clearance),
    ("vessels", "varicose", .avoid), ("vessels", "arteries", .adapt),
    ("organs", "liver", .clearance), ("organs", "diabetes", .adapt),
    ("skin", "open", .avoid), ("skin", "hot_joint", .avoid), ("skin", "sore_vein", .stop),
    ("bones", "osteoporosis", .adapt), ("bones", "metal", .avoid),
    ("injuries", "concussion", .clearance), ("nerve_signs", "saddle", .emergency),
    ("vessels", "clot_treated", .clearance), ("medicines", "blood_thinner", .clearance),
    ("bleeding", "platelets_low", .stop), ("vessels", "aneurysm", .avoid),
    ("organs", "heart_worse", .clearance), ("organs", "heart_stable", .adapt),
    ("organs", "kidneys", .clearance), ("skin", "spreading", .avoid),
    ("injuries", "strain", .avoid), ("injuries", "overexertion", .clearance),
  ] as [(ID<Question>, ID<Option>, Severity)])
func column(question: ID<Question>, option: ID<Option>, severity: Severity) {
  let content = TriggerPointTherapy.content(OptionValues(TriggerPointTherapy.options))
  let facts = Facts(
    answers: [question: .choices([option])], age: 40, anatomy: GeneralContent.anatomy,
    questions: GeneralHistory.questions + content.intake)
  let raised = (GeneralContent.content.safetyRules + content.safetyRules)
    .filter { $0.when.truth(for: facts) == .yes }
  #expect(raised.map(\.severity).max() == severity)
}
