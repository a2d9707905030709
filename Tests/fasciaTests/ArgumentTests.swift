import Foundation
import TerminalTesting
import Testing

/// What stands behind a verb is either understood or refused; nothing of it is passed over.
@Suite("What a command takes")
struct ArgumentTests {
  /// A verb, or a step of one, as help lists it.
  struct Command {
    let words: String
    let takes: String
    let fields: [String]
  }

  static func commands(_ clinic: Clinic) throws -> [Command] {
    let items = Clinic.items(try clinic.script(["help"], ["--json"]).output)
    func command(_ words: String, _ item: [String: Any]) throws -> Command {
      let fields = try #require(item["fields"] as? [[String: Any]])
      return Command(
        words: words, takes: try #require(item["takes"] as? String),
        fields: fields.compactMap { $0["name"] as? String })
    }
    return try items.flatMap { item -> [Command] in
      guard let verb = item["verb"] as? String else { return [] }
      let steps = try #require(item["steps"] as? [[String: Any]])
      return try [command(verb, item)]
        + steps.map { try command("\(verb) \(try #require($0["step"] as? String))", $0) }
    }
  }

  /// A practice with a client, whose chart each script here opens.
  static func clinic() throws -> Clinic {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    return clinic
  }

  /// Runs each line by itself in an open chart; all of them are tried.
  static func refusals(_ lines: [String], _ clinic: Clinic) throws -> [(exit: Int, error: String)] {
    let outcome = try clinic.script(["client ruiz"] + lines, ["--json", "--keep-going"])
    let envelopes = outcome.output.split(separator: "\n").compactMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(envelopes.count == lines.count + 1, "\(outcome.errors)")
    return envelopes.dropFirst().map { envelope in
      let error = envelope["error"] as? [String: Any]
      let hint = error?["hint"] as? String ?? ""
      return (
        error?["exit"] as? Int ?? 0, "\(error?["message"] as? String ?? "") \(hint)"
      )
    }
  }

  /// Those that take words as they are typed, whatever they are.
  static let freeText: Set<String> = [
    "s", "o", "a", "p", "addendum", "acknowledge", "find", "set", "cancel", "edit", "rebook",
    "evidence", "backup", "restore", "import",
  ]

  @Test func `every command refuses a field that it does not know`() throws {
    let clinic = try Self.clinic()
    let commands = try Self.commands(clinic)
    #expect(commands.count > 80)
    let freeText = Self.freeText.subtracting(["cancel", "edit", "rebook", "evidence"])
    let lines = commands.map(\.words).filter { !freeText.contains($0) }
      .flatMap { ["\($0) banana=1", "\($0) flavour=\"two words\""] }
    for (line, refusal) in zip(lines, try Self.refusals(lines, clinic)) {
      #expect(refusal.exit != 0, "\(line)")
    }
    let declared = commands.filter { ["fields", "words"].contains($0.takes) }
    let known = declared.map { "\($0.words) banana=1" }
    for (line, refusal) in zip(known, try Self.refusals(known, clinic)) {
      #expect(refusal.exit == 2, "\(line)")
      #expect(refusal.error.contains("there is no field \"banana\" here."), "\(line): \(refusal)")
    }
  }

  @Test func `every command that takes no words refuses them`() throws {
    let clinic = try Self.clinic()
    let bare = try Self.commands(clinic).filter { $0.takes == "fields" }
    #expect(bare.count > 25)
    let lines = bare.flatMap { ["\($0.words) banana", "\($0.words) 7 now", "\($0.words) --all"] }
    for (line, refusal) in zip(lines, try Self.refusals(lines, clinic)) {
      #expect(refusal.exit == 2, "\(line): \(refusal)")
      #expect(refusal.error.contains(line.hasSuffix("-all") ? "--all" : "you typed"), "\(line)")
    }
  }

  @Test func `every field is refused when it is typed twice, empty, or in another case`() throws {
    let clinic = try Self.clinic()
    var lines: [String] = []
    var wanted: [String] = []
    for command in try Self.commands(clinic) {
      for field in command.fields {
        lines.append("\(command.words) \(field)=x \(field)=x")
        wanted.append("\(field)= is typed twice.")
        lines.append("\(command.words) \(field)=")
        wanted.append("\(field)= has no value.")
        lines.append("\(command.words) \(field)=\" \"")
        wanted.append("\(field)= has no value.")
        lines.append("\(command.words) \(field.capitalized)=x")
        wanted.append("Did you mean \(field)=?")
      }
    }
    #expect(lines.count > 200)
    let refusals = try Self.refusals(lines, clinic)
    for (line, (wanted, refusal)) in zip(lines, zip(wanted, refusals)) {
      #expect(refusal.exit == 2, "\(line): \(refusal)")
      #expect(refusal.error.contains(wanted), "\(line): \(refusal)")
    }
  }

  @Test(arguments: [
    ("new Ben Okafor brn=1984", "Did you mean born=?"),
    ("start trigger points 60 onn=neck", "Did you mean on=?"),
    ("consent give general witnes=Rosa", "Did you mean witness=?"),
    ("goal sleep by=dec reason=x", "reason= goes with goal drop."),
    ("extend 5 at=10:00", "Example: extend 5"), ("audit cleint=C0001", "Did you mean client=?"),
    ("hold 10:15", "hold takes fields only; you typed \"10:15\"."),
    ("time now", "time takes nothing after it; you typed \"now\"."),
    ("letter --pdf", "there is no --pdf here; the name of a file says how it is written."),
    ("staff ad Kim", "Did you mean staff add?"),
    ("goal done 1 reason=better", "there is no field \"reason\" here."),
    ("client ruiz id=C0001", "client takes a name or id=, not both."),
    ("clearance A6 rule=A5", "clearance takes the rule once;"),
  ])
  func `a refusal names what was typed and one way out`(line: String, told: String) throws {
    let refusal = try #require(try Self.refusals([line], Self.clinic()).first)
    #expect(refusal.exit == 2 && refusal.error.contains(told), "\(refusal)")
  }

  @Test func `what is typed behind a score is saved or refused`() throws {
    let clinic = try Self.clinic()
    _ = try clinic.script(["client ruiz", "score psfs walking=4 stairs=3 sleep=6"])
    let lines: [(String, String)] = [
      ("score ppt left 3.1 3 3 unit=banana", "ppt is measured in kPa, and also takes kg/cm2, "),
      ("score ppt left 3.1 3 3 unit=kg", "you typed unit=kg."),
      ("ppt left 310 300 305 unit=psi", "you typed unit=psi."),
      ("score ppt left 3.1kPa 3 3 unit=kgf/cm2", "type a unit behind each number of ppt"),
      ("score ppt left 310 300 305 tip=1cm", "there is no item \"tip\". Known: reading_1,"),
      ("score ppt left 310 300 305 reading_1=310", "in order or by name, not both;"),
      ("score ppt left reading_1=310 reading_1=300", "reading_1= is typed twice."),
      ("score ppt left left 310 300 305", "a score is of one side;"),
      ("score ppt left 310 300 305 side=left", "a score is of one side;"),
      ("pain 4 unit=mm", "pain has no unit;"),
      ("pain 4 side=left", "has no side"), ("pain 4 5", "pain needs one number."),
      ("pain 4 afterwards", "pain needs one number."),
      ("rom left 40 unit=inch", "rom is measured in deg; you typed unit=inch."),
      ("score ndi 12 unit=points", "ndi has no unit"),
      ("score ndi 12 joint=hip", "there is no item \"joint\". Known: number_1,"),
      ("score psfs walking=4 banana", "you typed \"banana\"."),
      ("score psfs walking=4 walking=5", "walking is named twice;"),
      ("score psfs 4 3", "you typed \"4 3\"."),
      ("score psfs 4 3 6 stairs=2", "you typed \"4 3 6\"."),
      ("intake fever=no fever=yes", "twice"), ("intake fever=", "fever= has no value."),
      ("intake fever=no banana", "you typed \"banana\"."),
      ("intake Fever=no", "Did you mean fever?"),
      ("intake fever=no langauge=es", "Did you mean language?"),
    ]
    let before = try clinic.script(["client ruiz", "progress"]).output
    for ((line, told), refusal) in zip(lines, try Self.refusals(lines.map(\.0), clinic)) {
      #expect([1, 2].contains(refusal.exit) && refusal.error.contains(told), "\(line): \(refusal)")
    }
    #expect(try clinic.script(["client ruiz", "progress"]).output == before)
  }

  @Test(arguments: [
    ("score ppt left 3.1 3 3.2 unit=kgf/cm2", "304"), ("score ppt left 31 30 32 unit=N/cm2", "310"),
    ("score ppt left 310 300 320 unit=kPa", "310"),
    ("ppt r reading_1=3 reading_2=3 unit=kg/cm2", "294"),
  ])
  func `a unit that a score knows is converted`(line: String, value: String) throws {
    let clinic = try Self.clinic()
    let outcome = try clinic.script(["client ruiz", line])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    #expect(outcome.output.contains(value), "\(outcome.output)")
  }

  @Test func `short forms and abbreviations refuse the same`() throws {
    let terminal = try Self.clinic().atClient()
    for line in [
      "t banana", "e banana", "n banana=1", "time banana", "q at=1", ".. banana", "hol 7",
    ] {
      terminal.type(line)
      try terminal.expect("Error: ")
    }
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
  }
}
