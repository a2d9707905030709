import ClinicalContent
import TechniqueKit

// Parts of the body that deep work leaves out while the rest may be treated.
extension DeepTissueMassage {
  static let areaRules: [SafetyRule] = [
    SafetyRule(
      "deep_tissue_clot_legs", code: "A3", "Legs left out after a blood clot",
      when: GeneralHistory.vessels.includes("clot_treated"), .avoid, regions: .fixed(["leg"]),
      advice: "No deep work on the legs.", client: "I will leave your legs out.",
      citations: [.taught, .embolismAfterMassage]),
    SafetyRule(
      "deep_tissue_aneurysm_trunk", code: "A9", "Trunk left out with an aneurysm",
      when: GeneralHistory.vessels.includes("aneurysm"), .avoid,
      regions: .fixed(["chest", "abdomen", "back", "pelvis"]),
      advice: "No deep work on chest, abdomen, back and pelvis.",
      client: "I will leave the trunk out because of the aneurysm.",
      citations: [.lymphDrainageLists, .taught]),
    SafetyRule(
      "deep_tissue_liver", code: "B4", "Abdomen left out with liver disease",
      when: GeneralHistory.organs.includes("liver"), .avoid, regions: .fixed(["abdomen"]),
      advice: "No deep work on the abdomen, also after the doctor has agreed.",
      client: "I will leave your belly out.", citations: [.cirrhosisCase]),
    SafetyRule(
      "deep_tissue_neck", code: "B5", "Thyroid, heart rhythm or neck reflex",
      when: GeneralHistory.organs.includes(anyOf: "thyroid", "rhythm"), .avoid,
      regions: .fixed(["neck"]), advice: "No deep work on the neck.",
      client: "I will leave your neck out.", citations: [.lymphDrainageLists]),
    SafetyRule(
      "deep_tissue_age", code: "B5", "Over 60: gently at the neck", when: .age(.above, 60), .adapt,
      regions: .fixed(["neck"]),
      advice: "Light contact only at front and side of the neck; some lists leave the neck out.",
      client: "I will be gentle at your neck.", citations: [.lymphDrainageLists]),
    SafetyRule(
      "deep_tissue_fragile_bones", code: "D2", "Back and ribs left out with fragile bones",
      when: GeneralHistory.bones.includes("osteoporosis")
        || GeneralHistory.medicines.includes("steroids"), .avoid,
      regions: .fixed(["back", "cervical_spine", "ribs"]),
      advice: "No deep work over the spine and the ribs.",
      client: "I will not press over your spine and ribs.",
      citations: [.newYorkPractice, .taught]),
    SafetyRule(
      "deep_tissue_surgery", code: "D3", "Operated area, less than 6 weeks ago",
      when: GeneralHistory.surgery.isYes && GeneralHistory.surgeryWeeks < 6, .avoid,
      regions: .answered(GeneralHistory.surgeryAreas.id),
      advice: "Stay off the operated area for 6 weeks, also after the surgeon has agreed.",
      client: "I will stay off the operated area until it has healed.",
      citations: [.oncologyPage, .designChoice]),
    SafetyRule(
      "deep_tissue_fresh_strain", code: "D7", "Strain or sprain under 3 days old",
      when: GeneralHistory.injuries.includes("strain"), .avoid,
      regions: .answered(GeneralHistory.injuryAreas.id),
      advice: "No pressure on the injury: it may still bleed inside.",
      client: "I will leave the fresh injury alone.", citations: [.taught]),
    SafetyRule(
      "deep_tissue_head_pressure", code: "E6", "Neck and head left out: pressure, bleed or leak",
      when: GeneralHistory.head.includes(anyOf: "pressure", "bleed", "leak", "skull"), .avoid,
      regions: .fixed(["neck", "head"]),
      advice: "No deep work on neck and head, also after the doctor has agreed.",
      client: "I will leave your neck and head out.", citations: [.craniosacralLists]),
    SafetyRule(
      "deep_tissue_weakness", code: "E10", "Back and legs left out: foot drop or weakness",
      when: GeneralHistory.nerveSigns.includes("slow_weakness"), .avoid,
      regions: .fixed(["back", "pelvis", "buttock", "leg"]),
      advice: "No deep work along the spine and the nerves of the leg.",
      client: "I will leave your back and legs out.", citations: [.redFlagLists]),
    SafetyRule(
      "deep_tissue_numb", code: "E12", "No deep work on a numb area",
      when: GeneralHistory.head.includes("numb"), .avoid,
      regions: .answered(GeneralHistory.numbAreas.id),
      advice: "Leave it out: pain, which sets the limit, is not felt there.",
      client: "Where you feel less I do not press deeply.", citations: [.newYorkPractice]),
    SafetyRule(
      "deep_tissue_pregnancy", code: "G2", "Pregnant, or gave birth lately",
      when: GeneralHistory.pregnant.isYes || GeneralHistory.recentBirth.isYes, .avoid,
      regions: .fixed(["abdomen", "sacrum", "leg"]),
      advice: "No deep work on legs, abdomen and sacrum: clots are likelier.",
      client: "I will leave legs, belly and sacrum out of the deep work.",
      citations: [.newYorkPractice, .pregnancyReview, .embolismAfterMassage]),
    SafetyRule(
      "deep_tissue_lymph_limb", code: "F5", "Limb after lymph nodes were treated",
      when: GeneralHistory.cancer.includes("nodes"), .avoid,
      regions: .answered(GeneralHistory.nodeAreas.id),
      advice: "No deep work and no friction on this limb and quadrant.",
      client: "I will leave that side out.", citations: [.taught]),
  ]
}
