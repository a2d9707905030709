import TechniqueKit

// Section D: injuries and surgery, then bones and joints.
extension GeneralRules {
  static let injuryRules: [SafetyRule] = [
    SafetyRule(
      "general_bone_may_be_broken", code: "D1", "A bone that may be broken",
      when: GeneralHistory.emergencySigns.includes("broken_bone"), .emergency,
      advice: "No session. Arrange medical care now, and leave the part still.",
      client: "This has to be seen by a doctor before anyone works on it.",
      citations: [.newYorkPractice]),
    SafetyRule(
      "general_bone_healing", code: "D1", "Broken bone, still healing",
      when: GeneralHistory.injuries.includes("healing_bone"), .avoid,
      regions: .answered(GeneralHistory.injuryAreas.id), advice: "Leave the area out.",
      client: "I will stay off the break until it has healed.", citations: [.newYorkPractice]),
    SafetyRule(
      "general_surgery_under_six_weeks", code: "D3", "Surgery less than 6 weeks ago",
      when: GeneralHistory.surgery.isYes && GeneralHistory.surgeryWeeks < 6, .clearance,
      regions: .answered(GeneralHistory.surgeryAreas.id),
      advice: "Ask the surgeon first. Wound and clots are the worry.",
      client: "So soon after surgery I need your surgeon's word.",
      citations: [.oncologyPage, .designChoice]),
    SafetyRule(
      "general_stitches", code: "D4", "Stitches or staples still in",
      when: GeneralHistory.skin.includes("stitches"), .avoid,
      regions: .answered(GeneralHistory.skinAreas.id),
      advice: "Leave the wound out; scar work begins after the stitches are out.",
      client: "Work on the scar waits until the stitches are out and your surgeon agrees.",
      citations: [.shinBordeaux2012]),
    SafetyRule(
      "general_fresh_strain", code: "D7", "Strain or sprain under 3 days old",
      when: GeneralHistory.injuries.includes("strain"), .note,
      regions: .answered(GeneralHistory.injuryAreas.id),
      advice:
        "It may still bleed inside: no pressure or stretch there. Lymph drainage is possible.",
      client: "A fresh injury needs rest; I will not press there.", citations: [.taught]),
    SafetyRule(
      "general_muscle_breakdown_risk", code: "D9",
      "Extreme effort, massage gun or dehydration",
      when: GeneralHistory.injuries.includes(anyOf: "overexertion", "massage_gun", "dehydrated"),
      .clearance,
      advice: "Muscle may be breaking down. Ask a doctor first, and ask for dark urine.",
      client: "After such a strain on the muscles a doctor should look before massage.",
      citations: [.tanriover2009, .massageGunCase]),
    SafetyRule(
      "general_dark_urine", code: "D9", "Dark urine",
      when: GeneralHistory.emergencySigns.includes("dark_urine"), .emergency,
      advice: "No session. Muscle breakdown can harm the kidneys: medical care today.",
      client: "Dark urine can mean muscle breakdown. Please have it tested today.",
      citations: [.tanriover2009, .massageGunCase]),
  ]

  static let boneRules: [SafetyRule] = [
    SafetyRule(
      "general_fragile_bones", code: "D2", "Bones may be fragile",
      when: GeneralHistory.bones.includes("osteoporosis")
        || GeneralHistory.medicines.includes("steroids"), .adapt,
      change: ForcedChange(pressureCap: .light),
      advice: "Light pressure, least of all over the spine and the ribs.",
      client: "I will work lightly to spare your bones.",
      citations: [.newYorkPractice, .taught]),
    SafetyRule(
      "general_metal", code: "D5", "Joint replacement, plate, screws or rod",
      when: GeneralHistory.bones.includes("metal"), .avoid,
      regions: .answered(GeneralHistory.boneAreas.id), advice: "No work over the hardware.",
      client: "I will not press over the metal.", citations: [.newYorkPractice]),
    SafetyRule(
      "general_unstable_neck", code: "D6", "The upper neck may be unstable",
      when: unstableNeck, .avoid, regions: .fixed(["neck", "occiput"]),
      advice: "Keep off the neck.", client: "I will leave your neck out.",
      citations: [.unconfirmed("Rushton framework")]),
    SafetyRule(
      "general_unstable_neck_treated", code: "D6", "Neck work on a neck that may be unstable",
      when: unstableNeck && GeneralHistory.areas.includes("neck"), .clearance,
      regions: .fixed(["neck", "occiput"]),
      advice: "Before any neck work a doctor has to agree; other areas may be booked instead.",
      client: "Before I work on your neck I need your doctor's word.",
      citations: [.unconfirmed("Rushton framework")]),
    SafetyRule(
      "general_bone_in_muscle", code: "D8", "Bone growing in a muscle",
      when: GeneralHistory.bones.includes("bone_in_muscle"), .avoid,
      regions: .answered(GeneralHistory.boneAreas.id), advice: "Leave the muscle out.",
      client: "Massage can make the bone grow more, so I leave it out.", citations: [.taught]),
    SafetyRule(
      "general_spinal_cord_signs", code: "D10", "Clumsy hands or shocks down the spine",
      when: GeneralHistory.nerveSigns.includes("clumsy_hands"), .emergency,
      advice: "No session, no hand on the neck. The spinal cord may be pressed: care today.",
      client: "These signs can come from the spinal cord. Please be seen today.",
      citations: [.cheong2012]),
    SafetyRule(
      "general_hardened_neck_ligament", code: "D10", "OPLL, a hardened ligament in the neck",
      when: GeneralHistory.bones.includes("opll"), .avoid, regions: .fixed(["neck", "occiput"]),
      advice: "Never work on the neck: a cord injury has been reported.",
      client: "I will not work on your neck.", citations: [.cheong2012]),
  ]

  private static let unstableNeck = GeneralHistory.bones.includes(
    anyOf: "rheumatoid_neck", "loose_joints")
}
