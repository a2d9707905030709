import TechniqueKit

// Skin, joints and injuries, as they are today.
extension GeneralHistory {
  /// What the skin and the joints look like on the day.
  public static let skin = list(
    "skin", "Skin and joints today, any of these?",
    why: "These places are left out, and some stop the session (rules A7, C2 to C5, D4).",
    validity: .thisVisit,
    [
      Option("spreading", "hot red area that spreads"),
      Option("open", "open wound, burn or sore"),
      Option("rash", "rash, or something catching"),
      Option("stitches", "stitches or staples still in"),
      Option("irradiated", "skin that had radiotherapy"),
      Option("hot_joint", "hot swollen joint, gout, inflamed place"),
      Option("sore_vein", "inflamed vein"),
      Option("bruise", "large bruise, or something under the skin"),
    ])

  /// Where the skin or joint trouble is; left out of the session.
  public static let skinAreas = RegionQuestion(
    "skin_areas", "Where on the skin or joints? List areas",
    why: "These areas leave the list of sites (rules C2 to C5, D4).", safety: true,
    askWhen: skin.includes(
      anyOf: "spreading", "open", "rash", "stitches", "irradiated", "hot_joint", "sore_vein",
      "bruise"),
    validity: .thisVisit)

  /// Injuries that are fresh or not over, and what makes muscle break down.
  public static let injuries = list(
    "injuries", "Injury or overload not yet over, any of these?",
    why: "Fresh injuries are left alone or seen by a doctor first (rules D1, D7, D9, E3, E11).",
    validity: .thisVisit,
    [
      Option("strain", "strain, sprain or tear, under 3 days old"),
      Option("healing_bone", "broken bone, still healing"),
      Option("concussion", "concussion, under 3 days or still unwell"),
      Option("neck_after", "neck or head pain in 4 weeks of injury or flu"),
      Option("overexertion", "extreme effort in the last 3 days"),
      Option("massage_gun", "massage gun or very long deep massage"),
      Option("dehydrated", "dehydrated by heat, illness or exercise"),
    ])

  /// Where a strain or a healing bone is.
  public static let injuryAreas = RegionQuestion(
    "injury_areas", "Where are the injuries? List areas",
    why: "Massage stays off a fresh injury and a healing bone (rules D1, D7).", safety: true,
    askWhen: injuries.includes(anyOf: "strain", "healing_bone"), validity: .thisVisit)

  static let todayQuestions: [Question] = [
    skin.question, skinAreas.question, injuries.question, injuryAreas.question,
  ]
}
