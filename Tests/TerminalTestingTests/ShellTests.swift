import Foundation
import TerminalTesting
import Testing

@Suite struct ShellTests {
  @Test func `Ctrl-Z stops a program, jobs lists it, fg brings it back`() throws {
    let shell = try PseudoTerminal.shell()
    let cooked = try shell.mode
    try shell.start("/bin/cat")
    try shell.wait(for: "cat") { $0.foregroundGroup != $0.processID }
    let cat = shell.foregroundGroup
    try shell.wait(for: "sleeping cat") { _ in ProcessState(of: cat) == .sleeping }
    shell.send("\u{1A}")
    try shell.expect("$ ")
    #expect(ProcessState(of: cat) == .stopped)
    #expect(shell.foregroundGroup == shell.processID)
    shell.type("jobs")
    try shell.expect("Stopped")
    try shell.expect("$ ")
    shell.type("echo usable")
    try shell.expect("usable\nusable\n$ ")
    shell.type("fg")
    try shell.expect("/bin/cat")
    try shell.wait(for: "cat again") { _ in ProcessState(of: cat) == .sleeping }
    shell.type("back")
    try shell.expect("back\nback\n")
    shell.send("\u{4}")
    try shell.expect("$ ")
    #expect(try shell.mode == cooked)
    shell.type("exit 3")
    #expect(try shell.waitForEnd(seconds: 5) == .code(3))
  }

  @Test func `Ctrl-C ends the program, not the shell`() throws {
    let shell = try PseudoTerminal.shell()
    try shell.start("sleep", ["60"])
    // Between its fork and its start a program is still the shell, which heeds no Ctrl-C.
    try shell.wait(for: "sleep") {
      $0.foregroundGroup != $0.processID && ProcessState(of: $0.foregroundGroup) == .sleeping
    }
    shell.send("\u{3}")
    try shell.expect("$ ")
    shell.type("echo $?")
    try shell.expect("\n130\n")
  }

  @Test func `without a shell Ctrl-Z stops nothing`() throws {
    let terminal = try PseudoTerminal("/bin/cat", [], environment: [:])
    terminal.send("\u{1A}")
    terminal.type("here")
    try terminal.expect("here\nhere\n")
    #expect(terminal.childState == .sleeping || terminal.childState == .running)
  }

  @Test func `words are quoted for the shell, and its own editing can be on`() throws {
    let shell = try PseudoTerminal.shell(environment: ["WORD": "w"], editsLines: true)
    #expect(shell.screen.isPasting)
    try shell.start("/usr/bin/printf", ["%s|", "it's", "$WORD", "a b"])
    try shell.expect("it's|$WORD|a b|")
    try shell.settle(milliseconds: 100)
    #expect(shell.screen.lastLine.hasSuffix("$"))
  }
}
