import TechniqueKit

// What lies in or under the skin.
extension GeneralHistory {
  /// Implants, and what was injected lately; a shunt in the head is asked for with the head. Two
  /// weeks after a cortisone injection is the longer of the taught intervals. That the answer holds
  /// for 28 days is a choice of this project.
  public static let devices = list(
    "devices", "Devices and injections, any of these?",
    why: "These places are left out (rules B3, H2, H5, H6).", validity: .days(28),
    [
      Option("pacemaker", "pacemaker or defibrillator"),
      Option("stimulator", "nerve or brain stimulator"),
      Option("pump", "insulin or medicine pump"),
      Option("line", "port, PICC or other line"),
      Option("breast_implant", "breast implant"),
      Option("mesh", "surgical mesh"),
      Option("iud", "IUD, a coil in the womb"),
      Option("fistula", "dialysis fistula or graft"),
      Option("cortisone", "cortisone injection in the last 14 days"),
      Option("botulinum", "botulinum or filler in the last 14 days"),
    ])

  /// Where they are; an IUD lies where it lies.
  public static let deviceAreas = RegionQuestion(
    "device_areas", "Where are the devices or injections? List areas",
    why: "These areas leave the list of sites (rules B3, H2, H5, H6).", safety: true,
    askWhen: devices.includes(
      anyOf: "pacemaker", "stimulator", "pump", "line", "breast_implant", "mesh", "fistula",
      "cortisone", "botulinum"),
    validity: .days(28))

  static let deviceQuestions: [Question] = [devices.question, deviceAreas.question]
}
