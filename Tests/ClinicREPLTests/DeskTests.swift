import ClinicREPL
import DeskTesting
import TerminalTesting
import Testing

@Suite("The desk at which the shell is tested")
struct DeskTests {
  static func desk(
    _ kind: Desk.Kind = .prompt, _ changes: [String: String] = [:], json: Bool = false
  ) throws -> Desk {
    let desk = try Desk(kind, json: json)
    try desk.type("new Ann Ruiz born=1984", Desk.intake(changes))
    return desk
  }

  @Test func `a visit is typed, from the first line to the signature`() throws {
    let desk = try Self.desk()
    #expect(try desk.type("start trigger points 60").contains("Started trigger points 60."))
    #expect(try desk.prompt == "fascia Ann R 0:00> ")
    try desk.at("11:16")
    try desk.type("end", "looser", "", "", "", "", "3", "-", "y")
    #expect(try desk.prompt == "fascia Ann R> ", "\(desk.transcript)")
    #expect(try desk.type("last").contains("looser"))
    #expect(desk.failure == nil)
  }

  @Test func `answers are typed one after the other, and each is asked for`() throws {
    let desk = try Desk()
    try desk.type("new Ben Okafor born=1970", "intake")
    #expect(desk.screen.contains("Main reason for the visit"))
    try desk.type("stiff back")
    #expect(!desk.screen.contains("Main reason for the visit"))
    #expect(desk.screen.contains(" 2/39 "))
    try desk.press(.ctrlD)
    #expect(try desk.prompt == "fascia Ben O> ")
  }

  @Test func `what a command is refused for is told at the prompt and to a script`() throws {
    let lines = ["start trigger points 60", "start nonsense 10", "trp nowhere 3"]
    let fever = ["fever": "yes"]
    for line in lines {
      let desk = try Self.desk(.prompt, fever)
      try desk.type(line)
      let failure = try #require(desk.failure)
      #expect(desk.errors.hasPrefix(failure.message))
      #expect(desk.screen.contains("Error: "))
      let script = try Self.desk(.script(), fever)
      try script.type(line)
      #expect(script.failure == failure)
      #expect(script.code == failure.exit)
      #expect(script.errors.hasPrefix("desk:3: Error: \(failure.message)"))
    }
  }

  @Test func `a script ends with its first failure, unless it goes on`() throws {
    let stopped = try Desk(.script())
    try stopped.type("new Ann Ruiz born=1984", "start trigger points 60")
    #expect(stopped.code == .blocked)
    #expect(throws: HarnessError.self) { try stopped.type("today") }
    let going = try Desk(.script(goesOn: true))
    try going.type("new Ann Ruiz born=1984", "start trigger points 60", "today")
    #expect(going.code == nil)
    #expect(going.failure == nil)
    #expect(try going.leave() == .blocked)
  }

  @Test func `a script is never asked, and the missing answer is told`() throws {
    for line in ["clearance A5", "intake pain_now=3", "start"] {
      let desk = try Desk(.script())
      try desk.type("new Ann Ruiz born=1984", line)
      #expect(desk.code == .missing, "\(line): \(desk.errors)")
    }
  }

  @Test func `the clock moves only when it is set, and what became due is told`() throws {
    let desk = try Self.desk()
    try desk.type("start trigger points 60")
    #expect(try !desk.at("10:17").contains("planned time is over"))
    #expect(try desk.at("11:16").contains("The planned time is over."))
    #expect(try !desk.at("11:17").contains("planned time is over"))
    try desk.at("2026-11-25T09:00")
    #expect(try desk.type("time").contains("over the planned 60."), "\(desk.screen)")
  }

  @Test func `no desk sees what another one wrote`() throws {
    let one = try Self.desk()
    let other = try Desk()
    #expect(try one.type("find ruiz").contains("Ann Ruiz"))
    #expect(try !other.type("find ruiz").contains("Ann Ruiz"))
    try other.type("new Ann Ruiz born=1990")
    #expect(try one.type("find ruiz").contains("1984"))
  }

  @Test func `keys that are no line do what they do at a terminal`() throws {
    let desk = try Desk()
    #expect(try desk.press(.ctrlC()).contains("To leave type quit."))
    try desk.press(.ctrlC(after: "new Ann"))
    #expect(try desk.history.last == "new Ann")
    #expect(try desk.complete("prog") == ["progress"])
    #expect(try desk.paste("today\ntoday\n").contains("Run them one by one?"))
    try desk.type("n")
    try desk.press(.ctrlD)
    #expect(desk.code == .done)
    #expect(try desk.prompt == "")
  }

  @Test func `the same is told to people, to programs and in items`() throws {
    let text = try Self.desk(.script())
    let json = try Self.desk(.script(), json: true)
    for desk in [text, json] { try desk.type("check") }
    #expect(!text.items.isEmpty)
    #expect(text.items == json.items)
    let envelope = JSON.array(text.items).text
    #expect(json.screen.contains(envelope))
    #expect(!text.screen.contains(envelope))
    try text.type("pain 4")
    #expect(!text.changed.isEmpty)
  }

  @Test func `a desk may have a clinic of its own`() throws {
    let desk = try Desk(
      configuration: """
        schema: 1
        allow_draft: true
        therapist: {name: P. Novak, credential: RMT}
        session: {pedal: f5}
        techniques: {trigger_point: {enabled: true}}
        """)
    let others = ["myofascial", "lymphatic", "deep", "neuromuscular", "craniosacral"]
    let intake = Desk.intake().split(separator: " ").filter { field in
      !others.contains { field.hasPrefix($0) }
    }.joined(separator: " ")
    try desk.type("new Ann Ruiz born=1984", intake)
    #expect(desk.failure == nil, "\(desk.errors)")
    #expect(try desk.type("start deep tissue 60").contains("Error: "))
    try desk.type("start trigger points 60")
    #expect(desk.failure == nil, "\(desk.errors)")
    try desk.press(.pedal)
    #expect(desk.screen.contains("Step 2 of 5"))
  }

  @Test(arguments: [
    "receipt -9223372036854775808", "goal done -9223372036854775808",
    "move -9223372036854775808 9:30", "intake condition=-9223372036854775808",
    "start -9223372036854775808",
  ])
  func `the lowest number of all is refused like any other`(line: String) throws {
    let desk = try Self.desk(.script())
    try desk.type(line)
    #expect(desk.failure != nil)
    #expect(desk.code == .failed || desk.code == .usage, "\(desk.errors)")
  }
}
