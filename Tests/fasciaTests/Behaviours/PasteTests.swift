import Foundation
import TerminalTesting
import Testing

/// Behaviours 8 and 9: what is pasted is text, and runs only when somebody says so.
@Suite struct PasteTests {
  private static func paste(_ lines: [String]) -> String {
    "\u{1B}[200~" + lines.joined(separator: "\r") + "\u{1B}[201~"
  }

  @Test func `forty pasted lines in a note are forty lines, and none is run`() throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession()
    terminal.type("end")
    try terminal.expect("S> ")
    var lines = (1...40).map { "pasted line \($0)" }
    lines[4] = ""
    lines[9] = "."
    lines[14] = "quit"
    lines[19] = "with\ta tab"
    lines[24] = "red \u{1B}[31mtext\u{1B}[0m"
    terminal.send(Self.paste(lines + [""]))
    try terminal.expect("40 lines saved.")
    try terminal.expect("S> ")
    var wanted = lines
    wanted[19] = "with a tab"
    wanted[24] = "red text"
    #expect(try clinic.noted() == wanted)
    // What is shown is what is stored.
    try terminal.settle(milliseconds: 100)
    let shown = terminal.screen.text
    for line in wanted.suffix(10) { #expect(shown.contains("S> \(line)"), "\(line)") }
    #expect(terminal.childState != .zombie)
  }

  @Test func `pasted commands wait for a yes, and Enter refuses`() throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession()
    let lines = ["s one", "s two", "s three"]
    terminal.send(Self.paste(lines + [""]))
    try terminal.expect("Pasted 3 lines. Run them one by one? y/n [n]: ")
    terminal.type("")
    try terminal.expect("fascia Ann R 0:00> ")
    #expect(try clinic.noted().isEmpty)
    terminal.send(Self.paste(lines + [""]))
    try terminal.expect("y/n [n]: ")
    terminal.type("y")
    try terminal.expect("fascia Ann R 0:00> s three")
    try terminal.expect("fascia Ann R 0:00> ")
    #expect(try clinic.noted() == ["one", "two", "three"])
  }

  @Test func `one pasted line is put in and never run`() throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession()
    terminal.send("s it ")
    terminal.send(Self.paste(["is better", ""]))
    try terminal.settle(milliseconds: 200)
    #expect(terminal.screen.lastLine.hasSuffix("0:00> s it is better"))
    #expect(try clinic.noted().isEmpty)
    terminal.type(" now")
    try terminal.expect("S saved")
    #expect(try clinic.noted() == ["it is better now"])
  }

  @Test func `two lines at a question are refused, and Up brings them back`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let terminal = try clinic.atClient()
    terminal.type("intake")
    try terminal.expect("Main reason for the visit: ")
    terminal.send(Self.paste(["tight neck", "and headaches"]))
    try terminal.expect("One line is wanted here; you pasted 2.")
    try terminal.expect("Main reason for the visit: ")
    terminal.send("\u{1B}[A")
    try terminal.settle(milliseconds: 150)
    #expect(terminal.screen.lastLine.hasSuffix("visit: tight neck and headaches"))
    terminal.type("")
    try terminal.expect("2/")
  }
}
