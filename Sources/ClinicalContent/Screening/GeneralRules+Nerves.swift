import TechniqueKit

// Section E: nervous system, head and neck.
extension GeneralRules {
  static let nerveEmergencies: [SafetyRule] = [
    SafetyRule(
      "general_cauda_equina", code: "E1", "Bladder, bowel, saddle or both legs affected",
      when: GeneralHistory.nerveSigns.includes(anyOf: "bladder", "saddle", "both_legs"),
      .emergency, advice: "No session. Nerve roots may be lost within hours: emergency care now.",
      client: "These signs need an emergency department now, even if the pain is bearable.",
      citations: [.finucane2020, .redFlagLists]),
    SafetyRule(
      "general_stroke_signs", code: "E2", "Drooping face, weak arm or trouble speaking",
      when: GeneralHistory.emergencySigns.includes("stroke"), .emergency,
      advice: "Call the emergency number now and note the time it began, also if it has passed.",
      client: "This may be a stroke. I am calling an ambulance.",
      citations: [.unconfirmed("FAST")]),
    SafetyRule(
      "general_neck_artery_signs", code: "E3", "Signs of a neck artery in trouble",
      when: GeneralHistory.emergencySigns.includes(
        anyOf: "dizzy", "swallowing", "eyelid", "new_neck_pain", "nausea"), .emergency,
      advice:
        "No session, no neck movement: emergency care. No check rules it out; pain may be all.",
      client: "These signs have to be checked in a hospital now.",
      citations: [.rushton2023, .source("unanswered.io, summary of the 5Ds and 3Ns")]),
    SafetyRule(
      "general_first_neck_pain_after", code: "E3",
      "First neck or head pain after injury or infection",
      when: GeneralHistory.injuries.includes("neck_after"), .clearance,
      advice:
        "Take the blood pressure, and refer on any doubt: early on pain may be the only sign.",
      client: "New neck pain after a knock or an infection is checked by a doctor first.",
      citations: [.rushton2023, .designChoice]),
    SafetyRule(
      "general_neck_checks", code: "E3", "Neck or head is to be treated",
      when: GeneralHistory.areas.includes("neck") || GeneralHistory.areas.includes("head"), .note,
      regions: .fixed(["neck", "head"]),
      advice: "Take the blood pressure and check the cranial nerves; a clear check is no proof.",
      client: "Before I work on your neck I check a few things.", citations: [.rushton2023]),
    SafetyRule(
      "general_thunderclap_headache", code: "E4", "Sudden headache, worst ever",
      when: GeneralHistory.emergencySigns.includes("worst_headache"), .emergency,
      advice: "Call the emergency number now.",
      client: "A headache this sudden and strong needs help at once.", citations: [.do2019]),
    SafetyRule(
      "general_meningitis_signs", code: "E9", "Fever with stiff neck, or light hurts",
      when: GeneralHistory.emergencySigns.includes("stiff_neck"), .emergency,
      advice: "Call the emergency number now.",
      client: "Fever with a stiff neck needs help at once.", citations: [.taught]),
    SafetyRule(
      "general_weakness_fast", code: "E10", "Weakness or numbness growing fast, or in both legs",
      when: GeneralHistory.nerveSigns.includes(anyOf: "fast_weakness", "both_legs"), .emergency,
      advice: "No session. A nerve may be pressed: emergency care now.",
      client: "Weakness that grows fast has to be seen now.", citations: [.redFlagLists]),
    SafetyRule(
      "general_weakness_slow", code: "E10", "Foot drop, slow loss of strength or feeling",
      when: GeneralHistory.nerveSigns.includes("slow_weakness"), .clearance,
      advice: "Ask a doctor to look at the nerve before work on back or leg.",
      client: "A doctor should test the nerve before we go on.", citations: [.redFlagLists]),
  ]

  static let headacheRules: [SafetyRule] = [
    SafetyRule(
      "general_headache_flags", code: "E4", "Headache to be seen by a doctor first",
      when: headacheFlags, .clearance,
      advice: "Refer before any session; new signs with it make it an emergency.",
      client: "This kind of headache should be seen by a doctor first.", citations: [.do2019]),
    SafetyRule(
      "general_headache_taught_flags", code: "E4", "Headache with other warning signs",
      when: GeneralHistory.headache.includes(anyOf: "position", "worse", "after_blow", "optic"),
      .clearance, advice: "Refer before any session; new signs with it make it an emergency.",
      client: "This kind of headache should be seen by a doctor first.",
      citations: [.headacheTaught]),
    SafetyRule(
      "general_headache_deficit", code: "E4", "Headache with weakness, numbness or lost sight",
      when: headacheDeficit, .emergency,
      advice: "No session. The brain may be affected: call the emergency number.",
      client: "A headache with such signs needs help at once.", citations: [.do2019]),
    SafetyRule(
      "general_giant_cell_arteritis", code: "E5",
      "Signs of an inflamed head artery, age 50 or more",
      when: .age(.atLeast, 50) && arteritis, .emergency,
      advice: "No session. Eyesight is at risk: a specialist the same day.",
      client: "These signs can threaten your sight. Please be seen today.",
      citations: [.giantCellGuideline]),
  ]

  /// A new headache counts from the age of 50: sources print 50 and 65, and 50 asks more people.
  private static let headacheFlags: Condition = .any([
    GeneralHistory.headache.includes(anyOf: "effort", "eye", "painkillers"),
    GeneralHistory.headache.includes("new")
      && .any([
        .age(.atLeast, 50), GeneralHistory.cancer.includes(anyOf: "now", "bone", "past"),
        GeneralHistory.medicines.includes("immune"), GeneralHistory.pregnant.isYes,
        GeneralHistory.recentBirth.isYes, GeneralHistory.fever.isYes,
      ]),
  ])

  /// Said of the headache itself, or both answered by themselves.
  private static let headacheDeficit: Condition = .any([
    GeneralHistory.headache.includes("deficit"),
    GeneralHistory.headache.includes("new")
      && GeneralHistory.nerveSigns.includes(
        anyOf: "both_legs", "fast_weakness", "slow_weakness", "clumsy_hands"),
  ])

  /// Signs of head and eye count alone; the general ones together with a new headache.
  private static let arteritis: Condition = .any([
    GeneralHistory.arteritisSigns.includes(anyOf: "scalp", "chewing", "sight"),
    GeneralHistory.headache.includes("new")
      && GeneralHistory.arteritisSigns.includes(anyOf: "stiff", "limbs", "weight"),
  ])

  static let headRules: [SafetyRule] = [
    SafetyRule(
      "general_head_pressure", code: "E6",
      "Pressure, bleeding, leak or recent surgery in head or spine",
      when: GeneralHistory.head.includes(anyOf: "pressure", "bleed", "leak", "skull"),
      .clearance, advice: "Ask the treating doctor first; no head or neck work before that.",
      client: "I need your doctor's word before any session.", citations: [.craniosacralLists]),
    SafetyRule(
      "general_chiari", code: "E7", "Chiari malformation",
      when: GeneralHistory.head.includes("chiari"),
      .avoid, regions: .fixed(["neck", "head"]),
      advice: "Keep off neck and head: no stretch, traction or deep work.",
      client: "I will leave your head and neck out.", citations: [.chiariPages, .werner2024]),
    SafetyRule(
      "general_epilepsy_or_tumour", code: "E8", "Epilepsy not under control, or a brain tumour",
      when: GeneralHistory.head.includes(anyOf: "epilepsy", "tumour"), .note,
      advice: "Agree on what to do in a seizure; some techniques need a doctor's word.",
      client: "Tell me what helps you when a seizure comes.",
      citations: [.craniosacralLists, .lymphDrainageLists]),
    SafetyRule(
      "general_concussion", code: "E11", "Concussion under 3 days old or not over",
      when: GeneralHistory.injuries.includes("concussion"), .clearance,
      advice: "A bleed is not excluded: a doctor's word first.",
      client: "After a concussion I need your doctor's word.", citations: [.taught]),
    SafetyRule(
      "general_numb_area", code: "E12", "Numb area", when: GeneralHistory.head.includes("numb"),
      .avoid, regions: .answered(GeneralHistory.numbAreas.id),
      change: ForcedChange(pressureCap: .light),
      advice: "Leave the area out, as no pain warns there; light pressure elsewhere.",
      client: "Where you feel less I leave out.", citations: [.newYorkPractice]),
  ]
}
