import Foundation
import TerminalTesting
import Testing

@Suite struct ProgramTests {
  private let path = ["PATH": "/usr/bin:/bin"]

  private func shell(
    _ script: String, from input: ProgramInput, to output: ProgramOutput = .file,
    seconds: Double = 20
  ) throws -> Outcome {
    try run(
      "/bin/sh", ["-c", script], environment: path, from: input, to: output, seconds: seconds)
  }

  @Test(arguments: [ProgramOutput.file, .pipe])
  func `input comes from text, a path or a pipe`(output: ProgramOutput) throws {
    #expect(try shell("cat", from: .file("a\n"), to: output).output == "a\n")
    #expect(try shell("cat", from: .path("/dev/null"), to: output).output == "")
    let long = String(repeating: "0123456789\n", count: 30_000)
    #expect(try shell("cat", from: .pipe(long), to: output).output == long)
    let kind = "test -p /dev/stdin && echo pipe || echo none"
    #expect(try shell(kind, from: .pipe(""), to: output).output == "pipe\n")
    #expect(try run("/bin/cat", [], input: "old").output == "old")
  }

  @Test func `a program that reads none of its pipe does not end the tests`() throws {
    let long = String(repeating: "x", count: 500_000)
    #expect(try shell("exec <&-; sleep 0.05; exit 4", from: .pipe(long)).ending == .code(4))
  }

  @Test func `a full disk is met on writing`() throws {
    let outcome = try shell("cat", from: .file("a"), to: .path("/dev/full"))
    #expect(outcome.ending == .code(1) && outcome.errors.contains("No space left"))
  }

  @Test func `a reader that closes after the first line raises SIGPIPE`() throws {
    let outcome = try run("/usr/bin/yes", ["ja"], from: .path("/dev/null"), to: .firstLine)
    #expect(outcome.ending == .signal(SIGPIPE))
    #expect(outcome.output == "ja\n" && outcome.errors.isEmpty)
    let closed = try run("/bin/echo", ["x"], from: .path("/dev/null"), to: .closedPipe)
    #expect(closed.ending == .signal(SIGPIPE) && closed.output.isEmpty)
  }

  @Test func `a terminal may be the input while the output is a pipe`() throws {
    let script = "test -t 0 && ! test -t 1 && cat; echo err >&2; exit 5"
    let outcome = try shell(script, from: .terminal("typed\n\u{4}"), to: .pipe)
    #expect(outcome.ending == .code(5))
    #expect(outcome.output == "typed\n" && outcome.errors == "err\n")
  }

  @Test func `a program that hangs is killed with what it started`() throws {
    let outcome = try shell(
      "sleep 61 & echo $!; wait", from: .path("/dev/null"), to: .pipe, seconds: 0.3)
    #expect(outcome.ending == .hung)
    let sleeper = try #require(pid_t(outcome.output.trimmingCharacters(in: .newlines)))
    var tries = 0
    while let state = ProcessState(of: sleeper), state != .zombie, tries < 1000 {
      tries += 1
      usleep(1000)
    }
    #expect(tries < 1000)
    #expect(try run("/bin/sleep", ["60"], seconds: 0.1).ending == .hung)
  }

  @Test func `a fed program is killed in the middle`() throws {
    let program = try FedProgram("/bin/cat", [], environment: [:])
    program.send(Array("half".utf8))
    #expect(try program.killNow().ending == .signal(SIGKILL))
  }

  @Test func `a program that is not there is an error`() {
    #expect(throws: HarnessError.self) { try run("/nowhere", []) }
    #expect(throws: HarnessError.self) { try PseudoTerminal("/nowhere", [], environment: [:]) }
  }
}
