import Foundation
import TerminalTesting
import Testing

/// Behaviour 23: files and pipes on either side, never a question, never a hang.
@Suite struct PipeTests {
  private static func client() throws -> Clinic {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    return clinic
  }

  private func run(
    _ clinic: Clinic, _ flags: [String] = [], from source: ProgramInput,
    to sink: ProgramOutput = .file
  ) throws -> Outcome {
    let outcome = try TerminalTesting.run(
      clinic.program, clinic.arguments + flags, environment: clinic.environment, from: source,
      to: sink, seconds: 60)
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(!outcome.output.contains("fascia> "))
    return outcome
  }

  @Test func `nothing in is nothing done`() throws {
    let clinic = try Self.client()
    let nothing = try run(clinic, from: .path("/dev/null"))
    #expect(nothing.ending == .code(0))
    #expect(nothing.output.isEmpty && nothing.errors.isEmpty)
  }

  @Test func `a script stops at its first error, says where, and keeps what came before`() throws {
    let clinic = try Self.client()
    let script = "client ruiz\npain 4\n\n# a comment\nfrobnicate\npain 5\n"
    for source in [ProgramInput.file(script), .pipe(script)] {
      let outcome = try run(clinic, from: source)
      #expect(outcome.ending == .code(2))
      #expect(outcome.errors.hasPrefix("stdin:5: Error: there is no command \"frobnicate\"."))
    }
    let path = clinic.folder + "/day.fascia"
    try script.write(toFile: path, atomically: false, encoding: .utf8)
    let named = try run(clinic, [path], from: .path("/dev/null"))
    #expect(named.errors.hasPrefix("\(path):5: Error: "))
    let going = try run(clinic, ["--keep-going"], from: .file(script))
    #expect(going.ending == .code(2))
    #expect(going.output.contains("pain 5 saved."))
  }

  @Test func `a missing answer is 4, also at the end of the input`() throws {
    let clinic = try Clinic()
    let outcome = try run(clinic, from: .pipe("new Ben Okafor born=1970\nintake fever=no"))
    #expect(outcome.ending == .code(4))
    #expect(outcome.errors.contains("the intake still needs: main_reason, "))
    #expect(try run(clinic, from: .pipe("start")).ending == .code(4))
    let chart = try clinic.script(["client okafor", "chart"])
    #expect(chart.output.contains("Intake not done."))
  }

  @Test func `a reader that goes away ends it silently, a full disk is told`() throws {
    let clinic = try Self.client()
    let script = "help\n" + String(repeating: "client ruiz\nhelp intake fields\nchart\n", count: 40)
    let head = try run(clinic, from: .file(script), to: .firstLine)
    #expect(head.ending == .signal(SIGPIPE))
    #expect(head.errors.isEmpty)
    let closed = try run(clinic, from: .file(script), to: .closedPipe)
    #expect(closed.ending == .signal(SIGPIPE))
    #expect(closed.errors.isEmpty)
    let full = try run(clinic, from: .file("client ruiz\npain 4\n"), to: .path("/dev/full"))
    #expect(full.ending == .code(1))
    #expect(
      full.errors.contains("the results could not be written: No space left on device"),
      "\(full.errors)")
  }

  @Test func `with a terminal on one side only nobody is asked`() throws {
    let clinic = try Self.client()
    let outcome = try run(
      clinic, from: .terminal("client ruiz\nstart\nquit\n\u{4}"), to: .pipe)
    #expect(outcome.ending == .code(4))
    #expect(outcome.errors.contains("start needs a template."))
  }

  @Test func `a dry run tells every mistake and writes nothing`() throws {
    let clinic = try Self.client()
    let before = try clinic.script(["verify"]).output
    let script =
      "client ruiz\nfrobnicate\npain 12\nstart trigger points 60\ns slept badly\nend\n"
      + "sign\nbackup \(clinic.folder)/never.fascia\n"
    let outcome = try run(clinic, ["--dry-run"], from: .file(script))
    #expect(outcome.ending == .code(2))
    #expect(outcome.errors.contains("stdin:2: Error: there is no command"))
    #expect(outcome.errors.contains("stdin:3: Error: pain goes from 0 to 10"))
    #expect(outcome.errors.contains("backup reaches beyond the practice"))
    #expect(outcome.output.contains("SIGNED"))
    #expect(outcome.output.hasSuffix("8 lines checked, 2 with mistakes. Nothing was written.\n"))
    #expect(try clinic.script(["verify"]).output == before)
    #expect(!FileManager.default.fileExists(atPath: clinic.folder + "/never.fascia"))
    let whole = try run(clinic, ["--dry-run", "--json"], from: .file("client ruiz\npain 4\n"))
    #expect(whole.ending == .code(0))
    #expect(whole.output.contains("\"changed\":[]"))
  }
}
