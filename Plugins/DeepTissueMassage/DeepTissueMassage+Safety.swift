import ClinicalContent
import TechniqueKit

extension DeepTissueMassage {
  /// Where deep work needs more than the general screening asks for. Of two readings of a source
  /// the stricter is taken.
  static let safetyRules: [SafetyRule] = refusals + openSessions

  private static let openSessions: [SafetyRule] = areaRules + afterRules
  private static let refusals: [SafetyRule] = stops + clearances

  private static let stops: [SafetyRule] = [
    SafetyRule(
      "deep_tissue_blood_thinner", code: "A5", "Blood thinner and deep pressure",
      when: GeneralHistory.medicines.includes("blood_thinner"), .stop,
      advice: "No deep or vigorous work. Light massage of another kind may be booked instead.",
      client: "Deep pressure could bruise you badly, so I leave it out.",
      citations: [.thinnerAdvice]),
    SafetyRule(
      "deep_tissue_bleeding", code: "A6", "Bleeding disorder or low platelets",
      when: GeneralHistory.bleeding.includes(
        anyOf: "disorder", "platelets_low", "platelets_very_low"), .stop,
      advice: "No deep work. Gentle touch may be agreed on with the treating doctor.",
      client: "Deep pressure could cause bleeding, so I leave it out.",
      citations: [.oncologyConvention, .cirrhosisCase]),
    SafetyRule(
      "deep_tissue_unstable_neck", code: "D6", "Deep neck work on a neck that may be unstable",
      when: GeneralHistory.bones.includes(anyOf: "rheumatoid_neck", "loose_joints") && neck, .stop,
      regions: .fixed(["neck"]),
      advice: "No deep work on the neck. Take the neck off the list to treat other areas.",
      client: "I will not press deeply on your neck.",
      citations: [.unconfirmed("Rushton framework")]),
    SafetyRule(
      "deep_tissue_bone_in_muscle", code: "D8", "Bone growing in a muscle",
      when: GeneralHistory.bones.includes("bone_in_muscle"), .stop,
      advice: "No deep work until a clinician has resolved this.",
      client: "Deep pressure can make the bone grow more, so please ask your doctor.",
      citations: [.taught]),
    SafetyRule(
      "deep_tissue_muscle_breakdown", code: "D9", "Muscle may be breaking down",
      when: .any([
        GeneralHistory.injuries.includes(anyOf: "overexertion", "massage_gun", "dehydrated"),
        GeneralHistory.medicines.includes("statin_pain"),
      ]), .stop,
      advice: "No deep work. Ask for dark urine; with pain or weakness send to a doctor today.",
      client: "Your muscles need rest first; deep pressure could harm them now.",
      citations: [.tanriover2009, .massageGunCase]),
    SafetyRule(
      "deep_tissue_neck_cord", code: "D10", "Deep neck work with OPLL",
      when: GeneralHistory.bones.includes("opll") && neck, .stop, regions: .fixed(["neck"]),
      advice: "Never on the neck. Take the neck off the list to treat other areas.",
      client: "I will not work on your neck.", citations: [.cheong2012]),
    SafetyRule(
      "deep_tissue_chiari", code: "E7", "Deep neck or head work with Chiari malformation",
      when: GeneralHistory.head.includes("chiari") && headOrNeck, .stop,
      regions: .fixed(["neck", "head"]),
      advice: "No deep work, stretch or traction there. Take neck and head off the list.",
      client: "I will not press deeply on your neck or head.",
      citations: [.chiariPages, .werner2024]),
    SafetyRule(
      "deep_tissue_cancer_in_bone", code: "F3", "Cancer in bone",
      when: GeneralHistory.cancer.includes("bone"), .stop,
      advice: "No deep work: bones may break. Gentle touch waits for the oncology team.",
      client: "Deep pressure is too much for your bones now.", citations: [.oncologyPage]),
  ]

  private static let clearances: [SafetyRule] = [
    SafetyRule(
      "deep_tissue_clot_treated", code: "A3", "Treated blood clot",
      when: GeneralHistory.vessels.includes("clot_treated"), .clearance,
      advice: "Deep work waits for the prescriber's word, and stays off the legs even then.",
      client: "Because of the clot I need your doctor's word first.",
      citations: [.taught, .embolismAfterMassage]),
    SafetyRule(
      "deep_tissue_arteries", code: "A8", "Severe arterial disease",
      when: GeneralHistory.vessels.includes("arteries"), .clearance,
      advice: "A doctor's word first: the tissue gets little blood.",
      client: "Because of your arteries I need your doctor's word first.",
      citations: [.lymphDrainageLists]),
    SafetyRule(
      "deep_tissue_aneurysm", code: "A9", "Aortic aneurysm",
      when: GeneralHistory.vessels.includes("aneurysm"), .clearance,
      advice: "No session before a doctor agrees; never on the trunk.",
      client: "Because of the aneurysm I need your doctor's word first.",
      citations: [.lymphDrainageLists, .taught]),
    SafetyRule(
      "deep_tissue_steroids", code: "B7", "Steroid tablets or adrenal insufficiency",
      when: GeneralHistory.organs.includes("adrenal")
        || GeneralHistory.medicines.includes("steroids"), .clearance,
      advice: "A doctor's word first: skin and bone may be fragile. No firm pressure even then.",
      client: "Steroids make skin and bone delicate, so I need your doctor's word.",
      citations: [.newYorkPractice]),
  ]

  /// What followed deep work before. AE stands for after-effect, which is no row of the catalogue.
  private static let afterRules: [SafetyRule] = [
    SafetyRule(
      "deep_tissue_bruises", code: "A6", "Bruised or felt worse after deep massage",
      when: earlier.includes(anyOf: "bruised", "worse"), .adapt,
      change: ForcedChange(pressureCap: .medium), advice: "Press less, and for less time.",
      client: "I will press less firmly today.", citations: [.taught]),
    SafetyRule(
      "deep_tissue_after_nerve", code: "AE", "Numbness or weakness after the last session",
      when: after.includes("numbness"), .clearance,
      advice: "A doctor should test the nerve first: injury after deep massage is reported.",
      client: "Before we go on a doctor should look at this.", citations: [yin2014]),
    SafetyRule(
      "deep_tissue_after_swelling", code: "AE", "Swelling or heat after the last session",
      when: after.includes("swelling"), .clearance,
      advice: "It may be bleeding, a clot or muscle breakdown: a doctor first, today if severe.",
      client: "The swelling should be seen by a doctor before we go on.",
      citations: [.tanriover2009, .embolismAfterMassage]),
    SafetyRule(
      "deep_tissue_after_bruise", code: "AE", "Bruise or long soreness after the last session",
      when: after.includes(anyOf: "bruise", "soreness"), .adapt,
      change: ForcedChange(pressureCap: .medium),
      advice: "Medium pressure at most; stay off the bruise, and ask again about blood thinners.",
      client: "Last time was too much, so I press less today.", citations: [.taught]),
    SafetyRule(
      "deep_tissue_after_worse", code: "AE", "Pain was worse after the last session",
      when: after.includes(anyOf: "worse_pain", "dizzy", "other"), .note,
      advice: "Ask where and for how long; do less there, or choose another technique.",
      client: "Tell me at once when it is too much.", citations: [.taught]),
  ]

  /// Forty reports with 138 adverse events from 2003 to 2013; they are rare.
  private static let yin2014: Citation = .source(
    "Yin 2014, adverse events of massage", doi: "10.1155/2014/480956")

  private static let neck = GeneralHistory.areas.includes("neck")
  private static let headOrNeck = neck || GeneralHistory.areas.includes("head")
}
