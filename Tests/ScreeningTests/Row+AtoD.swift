// What the catalogue says of sections A to D.
// Where it gives two severities the stricter one is expected.
extension Row {
  static let vessels: [Row] = [
    Row("A1", "EEEEEE", "limb_swelling", "clot_risk:surgery"),
    Row("A1", "EEEEEE", "limb_swelling", "clot_risk:still"),
    Row("A1", "EEEEEE", "limb_swelling", "clot_risk:cancer"),
    Row("A1", "EEEEEE", "limb_swelling", "clot_risk:earlier_clot"),
    Row("A1", "EEEEEE", "limb_swelling", "clot_risk:pregnancy"),
    Row("A1", "EEEEEE", "limb_swelling", "clot_risk:hormones"),
    Row("A1", "EEEEEE", "limb_swelling", "clot_risk:travel"),
    Row("A1", "EEEEEE", "limb_swelling", "clot_risk:larger"),
    Row("A1", "EEEEEE", "limb_swelling", "clot_risk:tender"),
    Row("A1", "EEEEEE", "limb_swelling", "clot_risk:dent"),
    Row("A1", "EEEEEE", "limb_swelling", "recent_birth"),
    // A swelling without any of the risks is no row of its own; it stops the session.
    Row("A1", "AAAAAA", "limb_swelling"),
    Row("A2", "AAAAAA", "vessels:clot_untreated"),
    Row("A3", "CCCCCM", "vessels:clot_treated", closed: ["DT@leg"]),
    Row("A4", "EEEEEE", "emergency_signs:chest_pain"),
    Row("A4", "EEEEEE", "emergency_signs:blood_coughed"),
    // Trigger point and neuromuscular "C to M", deep tissue "C or A".
    Row("A5", "MCCAMC", "medicines:blood_thinner"),
    // "A deep" of trigger point and neuromuscular is no local A.
    Row("A6", "CAAACC", "bleeding:disorder"),
    Row("A6", "CAAACC", "bleeding:platelets_low"),
    Row("A6", "CAAACC", "bleeding:platelets_very_low"),
    Row("A7", "LLLLLL", "vessels:varicose", "vein_areas@calf", closed: ["all@calf"]),
    Row("A7", "AAAAAA", "skin:sore_vein", "skin_areas@calf"),
    // Absolute is compression, which is no technique by itself.
    Row("A8", "MMMCMM", "vessels:arteries"),
    // Deep tissue "A trunk" beside the "C" of the whole row.
    Row(
      "A9", "CLLCLC", "vessels:aneurysm",
      closed: ["all@abdomen", "DT@abdomen", "DT@chest", "DT@back"]),
    Row("A10", "CCCCCC", "vessels:high_pressure"),
    Row("A11", "MMMMMM", "vessels:low_pressure"),
  ]

  static let organs: [Row] = [
    // "C others" of the whole row is stricter than the M of craniosacral.
    Row("B1", "CCCCAC", "organs:heart_worse"),
    Row("B1", "CCCCAC", "state:fluid"),
    Row("B2", "MMMMCM", "organs:heart_stable"),
    Row("B3", "CCCCAC", "organs:kidneys"),
    Row("B3", "LLLLLL", "devices:fistula", "device_areas@forearm", closed: ["all@forearm"]),
    Row("B4", "CCCCCC", "organs:liver", closed: ["DT@abdomen"]),
    Row("B5", "nnnLLn", "organs:thyroid", closed: ["DT@neck", "MLD@neck"]),
    Row("B5", "nnnLLn", "organs:rhythm", closed: ["DT@neck", "MLD@neck"]),
    // Over 60 is relative, "note or modify", since other lists do not name an age.
    Row("B5", "---MM-", age: 61),
    Row("B5", "------", age: 60),
    Row("B6", "MMMMMM", "organs:diabetes"),
    Row("B6", "LLLLLL", "organs:diabetes", "skin:open", "skin_areas@foot", closed: ["all@foot"]),
    Row("B7", "MMMCMM", "organs:adrenal"),
    Row("B7", "MMMCMM", "medicines:steroids"),
    // "M or C" for lymph drainage.
    Row("B8", "nnnnCn", "organs:asthma"),
  ]

  static let infection: [Row] = [
    Row("C1", "AAAAAA", "fever"),
    Row("C2", "LLLLAL", "skin:spreading", "skin_areas@shin", closed: ["all@shin"]),
    Row("C2", "EEEEEE", "skin:spreading", "skin_areas@shin", "fever"),
    Row("C3", "LLLLLL", "skin:open", "skin_areas@shin", closed: ["all@shin"]),
    Row("C3", "LLLLLL", "skin:rash", "skin_areas@shin", closed: ["all@shin"]),
    Row("C3", "LLLLLL", "skin:bruise", "skin_areas@shin", closed: ["all@shin"]),
    Row("C4", "LLLLLL", "skin:irradiated", "skin_areas@chest", closed: ["all@chest"]),
    Row("C5", "LLLLLL", "skin:hot_joint", "skin_areas@knee", closed: ["all@knee"]),
    Row("C5", "EEEEEE", "skin:hot_joint", "skin_areas@knee", "fever"),
    Row("C6", "MMMMMM", "allergies:nut_oil"),
    Row("C6", "MMMMMM", "allergies:latex"),
    Row("C6", "MMMMMM", "allergies:lanolin"),
    Row("C6", "MMMMMM", "allergies:fragrance"),
    Row("C6", "MMMMMM", "allergies:adhesive"),
  ]

  static let bones: [Row] = [
    Row("D1", "EEEEEE", "emergency_signs:broken_bone"),
    Row("D1", "LLLLLL", "injuries:healing_bone", "injury_areas@wrist", closed: ["all@wrist"]),
    Row("D2", "MMMLMM", "bones:osteoporosis", closed: ["DT@spine", "DT@ribs"]),
    Row("D2", "MMMCMM", "medicines:steroids", closed: ["DT@spine", "DT@ribs"]),
    Row(
      "D3", "CCCCCC", "surgery", "surgery_weeks=5", "surgery_areas@knee", closed: ["DT@knee"]),
    Row("D3", "------", "surgery", "surgery_weeks=6", "surgery_areas@knee"),
    Row("D4", "LLLLLL", "skin:stitches", "skin_areas@knee", closed: ["all@knee"]),
    Row("D5", "LLLLLL", "bones:metal", "bone_areas@hip", closed: ["all@hip"]),
    // The clearance is one for neck work; craniosacral work always holds the neck.
    Row("D6", "LLLLLC", "bones:rheumatoid_neck", closed: ["all@neck"]),
    Row("D6", "LLLLLC", "bones:loose_joints", closed: ["all@neck"]),
    Row("D6", "CCCC+CC", "bones:rheumatoid_neck", "areas@scalenes", closed: ["all@neck"]),
    Row("D6", "CCCC+CC", "bones:loose_joints", "areas@neck", closed: ["all@neck"]),
    Row(
      "D7", "LLLLnn", "injuries:strain", "injury_areas@ankle",
      closed: ["MFR@ankle", "TrP@ankle", "NMT@ankle", "DT@ankle"]),
    Row("D8", "LLLALL", "bones:bone_in_muscle", "bone_areas@thigh", closed: ["all@thigh"]),
    Row("D9", "CCCACC", "injuries:overexertion"),
    Row("D9", "CCCACC", "injuries:massage_gun"),
    Row("D9", "CCCACC", "injuries:dehydrated"),
    Row("D9", "CCCACC", "medicines:statin_pain"),
    Row("D9", "EEEEEE", "emergency_signs:dark_urine"),
    Row("D10", "EEEEEE", "nerve_signs:clumsy_hands"),
    Row("D10", "LLLLLA", "bones:opll", closed: ["all@neck"]),
    Row("D10", "L+L+L+L+L+A", "bones:opll", "areas@neck", closed: ["all@neck"]),
  ]
}
