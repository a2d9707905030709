import TechniqueKit

/// The safety rules for every technique.
///
/// Where the techniques differ, the mildest severity that holds for all of them stands here, and
/// each module raises it for itself. Codes are the rows of the screening catalogue.
public enum GeneralRules {
  private typealias History = GeneralHistory

  public static let emergencies: [SafetyRule] = [
    rule(
      "clot_suspected", "A1", "A blood clot may be present",
      History.limbSwelling.isYes
        && History.clotRisk.includes(
          anyOf: "surgery_or_bed", "cancer_treatment", "earlier_clot", "pregnant_or_birth",
          "oestrogen", "long_travel"),
      .emergency, "No massage. Same-day medical care.",
      "This needs a doctor today, before any massage.", [Sources.newYork, Sources.wells]),
    rule(
      "chest", "A4", "Chest pain, breathlessness or collapse",
      History.emergencySigns.includes(anyOf: "chest_pain", "breathless"), .emergency,
      "Call emergency services now. Stay with the client.",
      "I am calling for help now.", [Sources.taught]),
    rule(
      "spreading_infection", "C2", "Spreading red skin with fever",
      History.skinToday.includes("spreading_redness") && History.fever.isYes, .emergency,
      "No massage. Same-day medical care.", "This skin needs a doctor today.",
      [Sources.drainageLists]),
    rule(
      "septic_joint", "C5", "Hot joint with fever",
      History.skinToday.includes("hot_joint") && History.fever.isYes, .emergency,
      "No massage. Same-day medical care.", "A hot joint with fever needs a doctor today.",
      [Sources.newYork]),
    rule(
      "fracture", "D1", "Broken bone, or one that may be",
      History.recentInjury.includes("fracture"), .emergency,
      "No massage. Send for X-ray; keep the part still.",
      "A possible break has to be seen first.", [Sources.newYork]),
    rule(
      "muscle_breakdown", "D9", "Dark urine with sore or weak muscles",
      History.emergencySigns.includes("dark_urine"), .emergency,
      "No massage. Urgent medical care.", "This can harm the kidneys; please go today.",
      [Sources.tanriover]),
    rule(
      "cord_signs", "D10", "Signs of pressure on the neck's spinal cord",
      History.neckSigns.includes("clumsy_hands"), .emergency,
      "No massage. Same-day medical care.", "These signs need a doctor today.",
      [Sources.cheong]),
    rule(
      "cauda_equina", "E1", "Bladder, saddle or both-leg signs",
      History.legsBladder.includes(anyOf: "bladder_bowel", "saddle_numbness", "both_legs_weak"),
      .emergency, "No massage. Emergency department now.",
      "This can be a surgical emergency; please go now.", [Sources.finucane]),
    rule(
      "stroke", "E2", "Signs of a stroke",
      History.emergencySigns.includes("stroke_signs"), .emergency,
      "Call emergency services now. Note the time.", "I am calling for help now.",
      [Sources.taught]),
    rule(
      "neck_artery", "E3", "Signs of a neck artery in trouble",
      History.neckSigns.includes(
        anyOf: "dizzy_fainting", "double_vision", "speech_swallowing", "face_numbness",
        "unsteady", "new_neck_pain"),
      .emergency, "No massage. Same-day medical care; do not move the neck.",
      "These signs need a doctor today.", [Sources.rushton]),
    rule(
      "thunderclap", "E4", "Sudden headache, the worst ever",
      History.emergencySigns.includes("worst_headache"), .emergency,
      "Call emergency services now.", "I am calling for help now.", [Sources.snnoop]),
    rule(
      "arteritis", "E5", "Head artery may be inflamed",
      History.headOver50.includes(
        anyOf: "new_headache", "scalp_tender", "jaw_pain", "vision_loss"),
      .emergency, "No massage. Same-day specialist care.",
      "To protect your sight this needs a doctor today.", [Sources.arteritis]),
    rule(
      "meningitis", "E9", "Fever with stiff neck",
      History.emergencySigns.includes("stiff_neck_fever"), .emergency,
      "Call emergency services now.", "I am calling for help now.", [Sources.taught]),
  ]

  public static let stops: [SafetyRule] = [
    rule(
      "swelling", "A1", "New swelling of one limb",
      History.limbSwelling.isYes, .stop, "Do not massage. Medical care the same day.",
      "New one-sided swelling should be seen before massage.", [Sources.newYork]),
    rule(
      "clot_untreated", "A2", "Blood clot, not cleared",
      History.heartVessels.includes("clot_untreated"), .stop,
      "Do not massage until the prescriber agrees in writing.",
      "Massage has to wait for your doctor's word.", [Sources.newYork]),
    rule(
      "phlebitis", "A7", "Inflamed vein", History.heartVessels.includes("phlebitis"), .stop,
      "Do not massage until a clinician agrees.", "An inflamed vein has to settle first.",
      [Sources.newYork]),
    rule(
      "fever", "C1", "Fever today", History.fever.isYes, .stop,
      "Do not massage today. Rebook, and suggest medical advice.",
      "Massage waits until the fever has passed.", [Sources.newYork, Sources.drainageLists]),
    rule(
      "spreading_redness", "C2", "Red, hot, spreading skin",
      History.skinToday.includes("spreading_redness"), .stop,
      "Do not massage. Restart on the clinician's word.",
      "This skin has to be seen first.", [Sources.drainageLists]),
  ]

  static func rule(
    _ id: String, _ code: String, _ title: String, _ when: Condition, _ severity: Severity,
    regions: RegionScope = .none, change: ForcedChange = .none, _ advice: String,
    _ client: String, _ citations: [Citation]
  ) -> SafetyRule {
    SafetyRule(
      ID("general_\(id)"), code: code, title, when: when, severity, techniques: .every,
      regions: regions, change: change, advice: advice, client: client, citations: citations)
  }
}
