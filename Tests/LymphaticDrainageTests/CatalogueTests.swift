import ClinicalContent
import LymphaticDrainage
import TechniqueKit
import Testing

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
    ("vessels", "clot_treated", .clearance), ("medicines", "blood_thinner", .adapt),
    ("bleeding", "platelets_low", .clearance), ("vessels", "aneurysm", .avoid),
    ("organs", "heart_worse", .stop), ("organs", "heart_stable", .clearance),
    ("organs", "kidneys", .stop), ("organs", "rhythm", .avoid),
    ("organs", "asthma", .clearance), ("skin", "spreading", .stop),
    ("injuries", "strain", .note), ("head", "epilepsy", .avoid),
  ] as [(ID<Question>, ID<Option>, Severity)])
func column(question: ID<Question>, option: ID<Option>, severity: Severity) {
  let content = LymphaticDrainage.content(OptionValues(LymphaticDrainage.options))
  let facts = Facts(
    answers: [question: .choices([option])], age: 40, anatomy: GeneralContent.anatomy,
    questions: GeneralHistory.questions + content.intake)
  let raised = (GeneralContent.content.safetyRules + content.safetyRules)
    .filter { $0.when.truth(for: facts) == .yes }
  #expect(raised.map(\.severity).max() == severity)
}
