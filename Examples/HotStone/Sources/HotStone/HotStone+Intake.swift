import ClinicalContent
import TechniqueKit

extension HotStone {
  static let numbSkin = YesNoQuestion(
    "hot_stone_numb_skin", "Skin that feels heat poorly?",
    why: "A burn would go unnoticed there (rule HS1).", safety: true, validity: .days(90)
  ).takingRemark()

  static let numbAreas = RegionQuestion(
    "hot_stone_numb_areas", "Where is it numb? List areas", why: "No stones there (rule HS1).",
    required: true, askWhen: numbSkin.isYes, validity: .days(90))

  static let deviceKind = ChoiceQuestion(
    "hot_stone_device_kind", "What is it?",
    options: [
      Option("metal", "metal: a plate, joint or piercing"), Option("pump", "a pump or pacemaker"),
      Option("patch", "a medicine patch"),
    ], why: "Metal holds heat; a patch gives off more when warm.", required: true)

  static let devicePlace = RegionQuestion(
    "hot_stone_device_place", "Where is it?", why: "It is left out.", required: true)

  /// One row for each thing, asked field by field.
  static let devices = GroupQuestion(
    "hot_stone_devices", "Anything in or on the body that heats up?",
    fields: [deviceKind.question, devicePlace.question], atMost: 6,
    why: "Some of it must stay cool (rules HS2, HS3).", required: true, safety: true,
    validity: .days(90))

  static let questions = [numbSkin.question, numbAreas.question, devices.question]

  static let safetyRules = [
    SafetyRule(
      "hot_stone_numb", code: "HS1", "Feels heat poorly", when: numbSkin.isYes, .avoid,
      regions: .answered(numbAreas.id), advice: "No stones on these areas.",
      client: "I will not use stones where you feel less.", citations: [.taught]),
    SafetyRule(
      "hot_stone_patch", code: "HS2", "Medicine patch, pump or pacemaker",
      when: devices.some(deviceKind.includes(anyOf: "pump", "patch")), .clearance,
      regions: .answered(devices.id),
      advice: "Ask the prescriber first: heat may change how much medicine is given off.",
      client: "Heat can change how your medicine works, so I need your doctor's word.",
      citations: [.taught]),
    SafetyRule(
      "hot_stone_metal", code: "HS3", "Metal in or on the body",
      when: devices.some(deviceKind.includes("metal")), .avoid, regions: .answered(devices.id),
      advice: "No stones over metal.", client: "I will leave the metal out.",
      citations: [.taught]),
    SafetyRule(
      "hot_stone_pregnant", code: "HS4", "Pregnant", when: GeneralHistory.pregnant.isYes, .stop,
      advice: "No heat on the trunk in pregnancy; offer another technique.",
      client: "In pregnancy I would rather work without hot stones.", citations: [.taught]),
  ]
}
