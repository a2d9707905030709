import Foundation
import TerminalTesting
import Testing

/// The clinic's zone is the one it was founded in, whatever computer its practice is opened on.
@Suite struct ZoneTests {
  /// A clinic that was founded in a zone and treated a client late in the evening there.
  func founded(in zone: String) throws -> Clinic {
    let clinic = try Clinic(at: "2026-11-24T22:30")
    clinic.zone = zone
    let told = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(),
      "referral new provider=\"Dr Okoye\" codes=M54.2 "
        + "areas=neck visits=6 from=today until=2d", "start trigger points 60", "area neck",
    ])
    #expect(told.ending == .code(0), "\(told.errors)")
    try clinic.set("2026-11-24T23:25")
    let signed = try clinic.script([
      "client ruiz", "end", "s sore", "a fine", "pain 2 after", "p weekly", "rebook 2w", "sign",
    ])
    #expect(signed.ending == .code(0), "\(signed.errors)")
    return clinic
  }

  @Test(arguments: ["America/Los_Angeles", "UTC", "Pacific/Auckland", "Asia/Kolkata"])
  func `what is read does not depend on the zone of the computer`(zone: String) throws {
    let clinic = try founded(in: zone)
    let lines = [
      "today", "client ruiz", "last", "chart", "progress", "referral", "appointments", "check",
      "audit last=20",
    ]
    let home = try clinic.script(lines, ["--json"])
    #expect(home.ending == .code(0), "\(home.errors)")
    #expect(home.output.contains("2026-11-24T22:30:00"))
    for other in ["America/Los_Angeles", "UTC", "Pacific/Auckland"] {
      let away = try clinic.script(lines, ["--json"], changing: ["TZ": other])
      #expect(without(ids: away.output) == without(ids: home.output), "\(other)")
    }
    let order = try clinic.script(
      ["client ruiz", "referral"], ["--json"], changing: ["TZ": "Pacific/Auckland"])
    #expect(Clinic.items(order.output).contains { $0["used"] as? Int == 1 }, "\(order.output)")
  }

  /// Reading leaves rows in the trail, so their numbers rise.
  private func without(ids text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { !$0.contains("\"command\":\"audit\"") }
  }

  @Test(arguments: [
    ("America/Los_Angeles", "-08:00"), ("Asia/Kolkata", "+05:30"), ("Pacific/Auckland", "+13:00"),
  ])
  func `the configuration proposes the zone when a practice is founded`(
    zone: String, offset: String
  ) throws {
    let clinic = try Clinic()
    try clinic.configure(
      "schema: 1\nclinic:\n  name: Synthetic\n  time_zone: \(zone)\ntechniques:\n"
        + "  trigger_point: {enabled: true}\nallow_draft: true\n")
    let told = try clinic.script(["new Ann Ruiz born=1984", "pain 4"], ["--json"])
    #expect(told.output.contains(offset), "\(told.output)\(told.errors)")
    #expect(try clinic.command(["zone"] + clinic.arguments).output == "\(zone)\n")
  }

  @Test(arguments: ["America/Denver", "Europe/Berlin", "Asia/Tokyo"])
  func `another zone in the configuration than in the practice is a mistake that names the command`(
    other: String
  ) throws {
    let clinic = try founded(in: "America/New_York")
    try clinic.configure(
      "schema: 1\nclinic:\n  time_zone: \(other)\ntechniques:\n  trigger_point: {enabled: true}\n"
        + "allow_draft: true\n")
    let refused = try clinic.script(["today"])
    #expect(refused.ending == .code(2))
    #expect(
      refused.errors.contains(
        "c.yaml:3:14: clinic.time_zone is \(other), but the practice keeps America/New_York."))
    #expect(refused.errors.contains("fascia zone \(other)"))
    try clinic.set("2026-11-24T23:40")
    let changed = try clinic.command(["zone", other] + clinic.arguments)
    #expect(changed.ending == .code(0), "\(changed.errors)")
    #expect(
      changed.output
        == "The clinic's time zone is \(other) from "
        + "\(other == "Asia/Tokyo" ? "25" : other == "Europe/Berlin" ? "25" : "24") Nov 2026 on; before "
        + "that, America/New_York.\n")
    // What happened before is told as it was.
    let last = try clinic.script(["client ruiz", "last"])
    #expect(last.ending == .code(0) && last.output.contains("22:30 to 23:25"), "\(last.output)")
    #expect(
      try clinic.script(["audit last=9"]).output.contains("set the clinic's time zone, \(other)"))
  }

  @Test(arguments: [
    ("America/New_Yrok", "Did you mean America/New_York?"),
    ("berlin", "Did you mean Europe/Berlin?"),
    ("Nowhere/Else", "there is no time zone"),
  ])
  func `an unknown zone is refused, in the configuration and for the command`(
    typed: String, told: String
  ) throws {
    let clinic = try founded(in: "UTC")
    let refused = try clinic.command(["zone", typed] + clinic.arguments)
    #expect(refused.ending == .code(2) && refused.errors.contains(told))
    try clinic.configure(
      "schema: 1\nclinic:\n  time_zone: \(typed)\ntechniques:\n  trigger_point: {enabled: true}\n"
        + "allow_draft: true\n")
    let config = try clinic.script(["today"])
    #expect(
      config.ending == .code(2) && config.errors.contains("c.yaml:3:14: there is no time zone"))
    #expect(config.errors.contains(told))
  }

  @Test(arguments: ["CET-1CEST,M3.5.0,M10.5.0/3", "Mars/Olympus", "/etc/passwd"])
  func `a zone of the computer that has no name is not guessed`(set: String) throws {
    let clinic = try Clinic()
    clinic.zone = set
    let told = try clinic.script(["new Ann Ruiz born=1984"])
    #expect(told.ending == .code(2))
    #expect(told.errors.contains("clinic.time_zone"))
  }

  @Test func `a zone that was wrong from the start can be put right for all times`() throws {
    let clinic = try founded(in: "UTC")
    let changed = try clinic.command(
      ["zone", "America/New_York", "--since", "2026-01-01T00:00"] + clinic.arguments)
    #expect(changed.ending == .code(0), "\(changed.errors)")
    let last = try clinic.script(
      ["client ruiz", "last"], changing: ["FASCIA_NOW": "2026-11-25T09:00"])
    #expect(last.output.contains("17:30 to 18:25"), "\(last.output)")
    #expect(try clinic.script(["verify"]).ending == .code(0))
  }
}
