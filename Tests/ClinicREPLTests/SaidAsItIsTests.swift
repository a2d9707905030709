import ClinicREPL
import DeskTesting
import TechniqueKit
import Testing

@Suite("What a list and a warning speak of")
struct SaidAsItIsTests {
  /// Two clients with appointments on Thursday and Friday, the chart of the second open.
  static func booked(_ kind: Desk.Kind = .script(goesOn: true)) throws -> Desk {
    let desk = try Desk(kind)
    try desk.type([
      "new Ben Okafor born=1970", "book thu 9:00", "book 8 dec 9:00", "back",
      "new Ann Ruiz born=1984", "book thu 10:30", "book fri 14:00",
    ])
    #expect(desk.failure == nil, "\(desk.transcript)")
    return desk
  }

  static func starts(_ desk: Desk) -> [String] {
    desk.items.compactMap { item in
      guard let starts = item["starts"]?.string, let name = item["name"]?.string else { return nil }
      return "\(name.prefix(3)) \(starts.dropFirst(5).prefix(11))"
    }
  }

  @Test(arguments: [
    ("appointments", ["Ann 11-26T10:30", "Ann 11-27T14:00"]),
    ("appointments thu", ["Ann 11-26T10:30"]), ("appointments tomorrow", []),
    ("appointments 27 nov", ["Ann 11-27T14:00"]), ("appointments 2026-11-26", ["Ann 11-26T10:30"]),
    ("appointments all", ["Ben 11-26T09:00", "Ann 11-26T10:30", "Ann 11-27T14:00"]),
    ("appointments all thu", ["Ben 11-26T09:00", "Ann 11-26T10:30"]),
    ("appointments ALL fri", ["Ann 11-27T14:00"]),
    ("appointments all from=27nov until=8dec", ["Ann 11-27T14:00", "Ben 12-08T09:00"]),
    ("appointments all 8 dec", ["Ben 12-08T09:00"]),
    ("appointments from=27nov", ["Ann 11-27T14:00"]),
    ("appointments until=26nov", ["Ann 11-26T10:30"]),
  ])
  func `appointments are those of the days that are named`(line: String, wanted: [String]) throws {
    let desk = try Self.booked()
    try desk.type(line)
    #expect(desk.failure == nil, "\(desk.errors)")
    #expect(Self.starts(desk) == wanted, "\(desk.screen)")
  }

  @Test(arguments: [
    ("appointments garbage here", "\"garbage here\" is not a day I can read."),
    ("appointments ruiz", "\"ruiz\" is not a day I can read."),
    ("appointments all ruiz", "\"ruiz\" is not a day I can read."),
    ("appointments thu fri", "\"thu fri\" is not a day I can read."),
    ("appointments with=nobody", "there is no \"nobody\" among the staff."),
    ("appointments all with=tina", "there is no \"tina\" among the staff."),
    ("appointments thu from=1dec", "appointments takes one day, or from= and until=."),
    ("appointments from=8dec until=1dec", "until=2026-12-01 is before from=2026-12-08."),
    ("appointments by=kim", "there is no field \"by\" here."),
  ])
  func `what appointments cannot honour is refused`(line: String, told: String) throws {
    let desk = try Self.booked()
    try desk.type(line)
    #expect(desk.failure?.message == told)
  }

  @Test func `a list of appointments says whose it is, and how to see the others`() throws {
    let desk = try Self.booked(.prompt)
    #expect(
      try desk.type("appointments").contains(
        "Appointments of Ann Ruiz. Of all clients: appointments all"))
    #expect(try desk.type("appointments thu").contains("Appointments of Ann Ruiz, Thu 26 Nov."))
    #expect(
      try desk.type("appointments all").contains(
        "Appointments of all clients, the coming 7 days. Of the open client: appointments"))
    try desk.type("back")
    let all = try desk.type("appointments")
    #expect(all.contains("Appointments of all clients, the coming 7 days\n"), "\(all)")
  }

  @Test func `a row is one of the list that was shown last, also of an empty one`() throws {
    let desk = try Self.booked()
    try desk.type("appointments fri", "cancel 1 flu")
    #expect(desk.screen.contains("Fri 27 Nov 14:00"))
    try desk.type("appointments 3 dec", "cancel 1")
    #expect(desk.failure?.message == "the last list has no appointment.")
    try desk.type("appointments thu", "cancel 2")
    #expect(desk.failure?.message.hasPrefix("there is no row 2; there are 1.") == true)
  }

  @Test(arguments: ["F5", "a6", "C1"])
  func `why says what a rule says also without a client`(code: String) throws {
    for kind in [Desk.Kind.prompt, .script()] {
      let desk = try Desk(kind)
      let told = try desk.type("why \(code)")
      #expect(desk.failure == nil, "\(desk.errors)")
      #expect(told.contains("No client is open. This is what the rule says."))
      #expect(told.contains("(\(code.uppercased()))") && told.contains("Source: "), "\(told)")
      #expect(desk.items.allSatisfy { $0["raised"]?.bool == false } && !desk.items.isEmpty)
    }
  }

  @Test(arguments: ["why", "why Z99", "why banana"])
  func `why without a rule that exists is refused`(line: String) throws {
    let desk = try Desk(.script())
    try desk.type(line)
    #expect(desk.failure != nil)
  }

  @Test(arguments: [
    ([], true), (["s slept well"], false), (["trp r infra 7>3"], false), (["pain 4 after"], false),
  ])
  func `signing an empty note warns`(lines: [String], warns: Bool) throws {
    let desk = try Desk(
      .script(),
      configuration: """
        schema: 1
        allow_draft: true
        therapist: {name: P. Novak, credential: RMT}
        note: {required: []}
        techniques: {trigger_point: {enabled: true}}
        """)
    let others = ["myofascial", "lymphatic", "deep", "neuromuscular", "craniosacral"]
    let intake = Desk.intake().split(separator: " ").filter { field in
      !others.contains { field.hasPrefix($0) }
    }.joined(separator: " ")
    try desk.type(["new Ann Ruiz born=1984", intake, "start trigger points 60"] + lines)
    try desk.type("end", "sign")
    #expect(desk.failure == nil, "\(desk.errors)")
    let told = desk.warnings.filter { $0.contains("The note that is signed is empty") }
    #expect(told.count == (warns ? 1 : 0), "\(desk.warnings)")
    if warns { #expect(told.allSatisfy { $0.contains("0 min.") }) }
  }
}
