import ClinicalContent
import CraniosacralTherapy
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
    ("vessels", "clot_treated", .adapt), ("medicines", "blood_thinner", .clearance),
    ("bleeding", "disorder", .clearance), ("vessels", "aneurysm", .clearance),
    ("bones", "rheumatoid_neck", .clearance), ("bones", "opll", .stop),
    ("head", "pressure", .stop), ("head", "bleed", .stop), ("head", "leak", .stop),
    ("head", "skull", .stop), ("head", "chiari", .stop),
    ("head", "epilepsy", .clearance), ("head", "tumour", .clearance),
  ] as [(ID<Question>, ID<Option>, Severity)])
func column(question: ID<Question>, option: ID<Option>, severity: Severity) {
  let content = CraniosacralTherapy.content(OptionValues(CraniosacralTherapy.options))
  let facts = Facts(
    answers: [question: .choices([option])], age: 40, anatomy: GeneralContent.anatomy,
    questions: GeneralHistory.questions + content.intake)
  let raised = (GeneralContent.content.safetyRules + content.safetyRules)
    .filter { $0.when.truth(for: facts) == .yes }
  #expect(raised.map(\.severity).max() == severity)
}
