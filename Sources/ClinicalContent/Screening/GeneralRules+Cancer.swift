import TechniqueKit

// Section F: cancer, and what may point to it.
extension GeneralRules {
  static let cancerRules: [SafetyRule] = [
    SafetyRule(
      "general_spine_cancer_signs", code: "F1", "Pain that may come from serious disease",
      when: spineSigns, .clearance,
      advice: "Ask for a doctor's word; each sign by itself has weak evidence.",
      client: "I would like a doctor to look at this pain first.",
      citations: [.redFlagLists, .finucane2020]),
    SafetyRule(
      "general_spine_cancer_with_weakness", code: "F1", "Cancer or its signs, with weakness",
      when: .any([spineSigns, anyCancer]) && GeneralHistory.nerveSigns.includes("slow_weakness"),
      .emergency, advice: "No session. The spinal cord may be pressed: emergency care now.",
      client: "These signs together have to be seen by a doctor now.",
      citations: [.redFlagLists, .finucane2020]),
    SafetyRule(
      "general_cancer_now", code: "F2", "Cancer now or lately treated",
      when: GeneralHistory.cancer.includes("now"), .clearance,
      advice: "Ask the oncology team first. No pressure on a tumour, port or line.",
      client: "I need your oncology team's word first.",
      citations: [.oncologyPage, .lymphDrainageLists]),
    SafetyRule(
      "general_cancer_in_bone", code: "F3", "Cancer in bone",
      when: GeneralHistory.cancer.includes("bone"), .clearance,
      change: ForcedChange(pressureCap: .light),
      advice: "Ask the oncology team first. Bones may break: gentle touch only.",
      client: "I need your oncology team's word, and I will only work gently.",
      citations: [.oncologyPage]),
    SafetyRule(
      "general_chemotherapy", code: "F4", "Chemotherapy in recent days, or low counts",
      when: GeneralHistory.cancer.includes("chemo"), .clearance,
      change: ForcedChange(pressureCap: .light),
      advice: "Ask the oncology team, and for the platelets; light pressure even then.",
      client: "During chemotherapy I need your oncology team's word.",
      citations: [.lymphDrainageLists, .oncologyConvention]),
    SafetyRule(
      "general_limb_at_risk", code: "F5", "Limb that may swell after cancer treatment",
      when: GeneralHistory.cancer.includes("nodes"), .adapt,
      regions: .answered(GeneralHistory.nodeAreas.id), change: ForcedChange(pressureCap: .medium),
      advice: "No deep pressure and no friction on that limb and that quarter of the trunk.",
      client: "On that side I work gently, without rubbing.", citations: [.taught]),
  ]

  private static let anyCancer = GeneralHistory.cancer.includes(anyOf: "now", "bone", "past")

  /// Each sign counts alone, which is the more cautious reading of lists that name several. An age
  /// over 50 or under 20 is on them too; by itself it would send most clients away, and it adds
  /// nothing where one sign is enough. A past cancer counts when neck, back or pelvis is treated.
  private static let spineSigns: Condition = .any([
    GeneralHistory.nerveSigns.includes(anyOf: "night_pain", "month_pain", "weight_loss"),
    GeneralHistory.arteritisSigns.includes("weight"),
    GeneralHistory.cancer.includes("past")
      && .any([
        GeneralHistory.areas.includes("neck"), GeneralHistory.areas.includes("back"),
        GeneralHistory.areas.includes("pelvis"),
      ]),
  ])
}
