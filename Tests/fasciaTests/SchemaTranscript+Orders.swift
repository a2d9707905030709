import Foundation

extension SchemaTranscript {
  /// What can be put right about a client, with what follows from it.
  static func corrected() throws -> [Line] {
    let clinic = try Clinic()
    return try lines(
      clinic,
      ScriptTests.visit(
        "new Ann Ruiz born=1950 phone=555-0100", Clinic.intake(["arteritis_signs": "none"])) + [
          "details", "details born=2012-05-01 sex=female", "details name=\"Ann Berg\" phone=-",
          "details born=1984", "details",
        ])
  }

  /// Two orders at once, and the visits that use them up.
  static func ordered() throws -> [Line] {
    let clinic = try Clinic()
    return try lines(
      clinic,
      [
        "new Ann Ruiz born=1984", Clinic.intake(),
        "referral new provider=\"Dr Okoye\" codes=M54.2 areas=neck visits=1 from=today until=2d",
        "referral new provider=\"Dr Berg\" codes=M25.562 areas=\"l knee\" visits=4 from=today "
          + "until=31dec",
        "referral", "client ruiz", "start trigger points 30 on=\"l knee\" at=2026-11-24T09:00",
        "referral use", "referral use none", "referral use R1", "end at=2026-11-24T09:30", "sign",
        "referral", "letter consent=yes", "referral report R1",
        "referral close R1 reason=\"done\"", "referral", "chart",
      ])
  }

  /// Two visits of a client of whom little is known at first, the second of which a danger ends; and
  /// somebody whose intake was stopped.
  static func watched() throws -> [Line] {
    let clinic = try Clinic()
    let first = try lines(
      clinic,
      [
        "new Gus Hale", "check", "details born=1980",
        Clinic.intake(["skin": "open", "skin_areas": "l calf"]),
        "start trigger points 30 on=\"l leg\" except=\"l calf\"", "area l leg except=\"l calf\"",
        "area", "trp r utrap 7>3", "end", "s slept badly", "sign",
      ])
    try clinic.set("2026-12-02T10:16")
    let second = try lines(
      clinic,
      [
        "client gus", Clinic.intake(return: true), "start trigger points 30", "trp r utrap 6>2",
        "findings compare", "ncheck 215/125 present asymmetric", "acknowledge called an ambulance",
        "end", "new Kay Lind born=1980",
      ])
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    terminal.type("client kay")
    try terminal.expect("fascia Kay L> ")
    terminal.type("intake")
    try terminal.expect("Main reason")
    terminal.type("tight neck")
    try terminal.expect("What is it about")
    terminal.type(".")
    try terminal.expect("fascia Kay L> ")
    terminal.type("quit")
    _ = terminal.waitForEnd()
    return first + second + (try lines(clinic, ["client kay", "chart"]))
  }

  /// A receipt from the draft to its void.
  static func receipted() throws -> [Line] {
    let clinic = try ReceiptTests.visited()
    return try lines(
      clinic,
      [
        "client ruiz", "receipt", "receipt paid=20 paid_on=yesterday", "receipt",
        "receipt paid=10 reason=\"more was paid\"", "receipt list", "chart",
        "withdraw 1 reason=\"written twice\"", "receipt void no=2 reason=\"no such visit\"",
        "receipt no=2",
      ])
  }
}
