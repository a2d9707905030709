// What the catalogue says of sections E to H.
// Where it gives two severities the stricter one is expected.
extension Row {
  static let nerves: [Row] = [
    Row("E1", "EEEEEE", "nerve_signs:bladder"),
    Row("E1", "EEEEEE", "nerve_signs:saddle"),
    Row("E1", "EEEEEE", "nerve_signs:both_legs"),
    Row("E2", "EEEEEE", "emergency_signs:stroke"),
    Row("E3", "EEEEEE", "emergency_signs:dizzy"),
    Row("E3", "EEEEEE", "emergency_signs:swallowing"),
    Row("E3", "EEEEEE", "emergency_signs:eyelid"),
    Row("E3", "EEEEEE", "emergency_signs:new_neck_pain"),
    Row("E3", "EEEEEE", "emergency_signs:nausea"),
    // The note on early dissection.
    Row("E3", "CCCCCC", "injuries:neck_after"),
    Row("E9", "EEEEEE", "emergency_signs:stiff_neck"),
    Row("E10", "CCCCCC", "nerve_signs:slow_weakness"),
    Row("E10", "EEEEEE", "nerve_signs:fast_weakness"),
    Row("E10", "EEEEEE", "nerve_signs:both_legs"),
    Row("E11", "CCCCCC", "injuries:concussion"),
    // "L or M".
    Row("E12", "LLLLLL", "head:numb", "numb_areas@foot", closed: ["all@foot"]),
  ]

  static let head: [Row] = [
    Row("E4", "EEEEEE", "emergency_signs:worst_headache"),
    Row("E4", "EEEEEE", "headache:deficit"),
    Row("E4", "EEEEEE", "headache:new", "nerve_signs:slow_weakness"),
    Row("E4", "EEEEEE", "headache:new", "emergency_signs:stiff_neck"),
    Row("E4", "AAAAAA", "headache:new", "fever"),
    Row("E4", "CCCCCC", "headache:effort"),
    Row("E4", "CCCCCC", "headache:eye"),
    Row("E4", "CCCCCC", "headache:painkillers"),
    Row("E4", "CCCCCC", "headache:position"),
    Row("E4", "CCCCCC", "headache:worse"),
    Row("E4", "CCCCCC", "headache:after_blow"),
    Row("E4", "CCCCCC", "headache:optic"),
    Row("E4", "------", "headache:new", age: 49),
    Row("E4", "CCCCCC", "headache:new", age: 50),
    Row("E4", "CCCCCC", "headache:new", "cancer:past"),
    Row("E4", "CCCCCC", "headache:new", "medicines:immune"),
    Row("E4", "CCCCCC", "headache:new", "pregnant", "pregnancy_weeks=20"),
    Row("E4", "CCCCCC", "headache:new", "recent_birth"),
    Row("E5", "EEEEEE", "arteritis_signs:scalp", age: 51),
    Row("E5", "EEEEEE", "arteritis_signs:chewing", age: 51),
    Row("E5", "EEEEEE", "arteritis_signs:sight", age: 51),
    Row("E5", "EEEEEE", "arteritis_signs:stiff", "headache:new", age: 51),
    Row("E5", "EEEEEE", "arteritis_signs:limbs", "headache:new", age: 51),
    Row("E5", "EEEEEE", "arteritis_signs:weight", "headache:new", age: 51),
    Row("E6", "CCCCCA", "head:pressure"),
    Row("E6", "CCCCCA", "head:bleed"),
    Row("E6", "CCCCCA", "head:leak"),
    Row("E6", "CCCCCA", "head:skull"),
    Row("E7", "LLLLLA", "head:chiari", closed: ["all@neck", "all@head"]),
    // Lymph drainage neither stretches nor presses, so it is not among what waits for a clearance.
    Row(
      "E7", "CCCC+LA", "head:chiari", "areas@suboccipitals", closed: ["all@neck", "all@head"]),
    Row("E8", "nnnnLC", "head:epilepsy", closed: ["MLD@abdomen"]),
    Row("E8", "nnnnLC", "head:tumour", closed: ["MLD@abdomen"]),
  ]

  static let cancer: [Row] = [
    Row("F1", "CCCCCC", "nerve_signs:weight_loss"),
    Row("F1", "CCCCCC", "nerve_signs:night_pain"),
    Row("F1", "CCCCCC", "nerve_signs:month_pain"),
    Row("F1", "CCCCCC", "arteritis_signs:weight", age: 51),
    Row("F1", "CCCCCC", "cancer:past", "areas@low_back"),
    Row("F1", "CCCCCC", "cancer:past", "areas@neck"),
    Row("F1", "------", "cancer:past", "areas@calf"),
    Row("F1", "EEEEEE", "nerve_signs:weight_loss,slow_weakness"),
    Row("F1", "EEEEEE", "cancer:past", "nerve_signs:slow_weakness"),
    // "A unless the oncology team agrees": with an untreated one a stop, else their clearance.
    Row("F2", "CCCCAC", "cancer:now", "lymphatic_drainage_untreated_cancer"),
    Row("F2", "CCCCCC", "cancer:now"),
    // "A deep, C gentle": deep is deep tissue massage.
    Row("F3", "CCCACC", "cancer:bone"),
    Row("F4", "CCCCCC", "cancer:chemo"),
    Row("F5", "MMMM+MM", "cancer:nodes", "node_areas@arm"),
  ]

  static let pregnancy: [Row] = [
    // "M or C"; the abdomen is lymph drainage's own.
    Row("G1", "CCCCCC", "pregnant", "pregnancy_weeks=12", closed: ["MLD@abdomen"]),
    Row("G2", "LLLLLL", "pregnant", "pregnancy_weeks=13", closed: ["all@abdomen"]),
    Row("G2", "LLLLLL", "pregnant", "pregnancy_weeks=38", closed: ["all@abdomen"]),
    Row("G3", "CCCCCC", "pregnant", "pregnancy_weeks=24", "pregnancy_problems:preeclampsia"),
    Row("G3", "CCCCCC", "pregnant", "pregnancy_weeks=24", "pregnancy_problems:previa"),
    Row("G3", "CCCCCC", "pregnant", "pregnancy_weeks=24", "pregnancy_problems:bleeding"),
    Row("G3", "CCCCCC", "pregnant", "pregnancy_weeks=24", "pregnancy_problems:preterm"),
    Row("G3", "CCCCCC", "pregnant", "pregnancy_weeks=24", "pregnancy_problems:clot"),
    Row("G3", "CCCCCC", "pregnant", "pregnancy_weeks=24", "vessels:clot_treated"),
    Row("G3", "CCCACC", "pregnant", "pregnancy_weeks=24", "medicines:blood_thinner"),
    Row("G4", "----L-", "lymphatic_drainage_abdomen:menstruation", closed: ["MLD@abdomen"]),
    Row("G5", "CCCCCC", "recent_birth"),
  ]

  static let other: [Row] = [
    // "M or C".
    // "M / C": a painkiller taken as prescribed caps the pressure, alcohol closes the day.
    Row("H1", "MMMMMM", "medicines:painkillers"),
    Row("H1", "AAAAAA", "state:alcohol"),
    Row("H2", "MMMCMM", "medicines:steroids", closed: ["DT@spine"]),
    Row("H2", "LLLLLL", "devices:cortisone", "device_areas@heel", closed: ["all@heel"]),
    Row("H3", "LLLLLL", "medicines:quinolone", "tendon_areas@heel", closed: ["all@heel"]),
    Row("H4", "CCCACC", "medicines:statin_pain"),
    Row("H5", "LLLLLL", "devices:botulinum", "device_areas@face", closed: ["all@face"]),
    Row("H6", "LLLLLL", "devices:pacemaker", "device_areas@chest", closed: ["all@chest"]),
    Row("H6", "LLLLLL", "devices:stimulator", "device_areas@buttock", closed: ["all@buttock"]),
    Row("H6", "LLLLLL", "devices:pump", "device_areas@abdomen", closed: ["all@abdomen"]),
    Row("H6", "LLLLLL", "devices:line", "device_areas@upper_arm", closed: ["all@upper_arm"]),
    Row("H6", "LLLLLL", "devices:breast_implant", "device_areas@breast", closed: ["all@breast"]),
    Row("H6", "LLLLLL", "devices:mesh", "device_areas@groin", closed: ["all@groin"]),
    Row("H6", "LLLLLL", "devices:iud", closed: ["all@abdomen"]),
    Row("H6", "CCCCCA", "head:pressure", closed: ["all@head", "all@neck"]),
    Row("H7", "AAAAAA", "!consent"),
    Row("H7", "AAAAAA", "state:drowsy"),
    Row("H7", "AAAAAA", "state:drunk"),
    Row("H7", "AAAAAA", "state:psychosis"),
    Row("H8", "CCCCCC", "nerve_signs:severe_pain"),
    Row("H8", "CCCCCC", "nerve_signs:night_pain"),
    Row("H9", "AAAAAA", "!guardian_consent", age: 17),
    Row("H9", "------", "!guardian_consent", age: 18),
    Row("H10", "MMMMMM", "head:trauma"),
    Row(
      "H10", "LLLLLL", "left_out", "left_out_areas@face", closed: ["all@face"]),
    Row("H10", "LLLLLL", "left_out", "left_out_areas@abdomen", closed: ["all@abdomen"]),
    Row("H10", "LLLLLL", "left_out", "left_out_areas@foot", closed: ["all@foot"]),
    Row("H10", "------", "!left_out"),
    Row("H11", "EEEEEE", "state:self_harm"),
    // "E or C" for a high score; only what the client says is an emergency.
    Row("H11", "CCCCCC", "state:low_mood"),
  ]
}
