import Foundation
import TerminalTesting
import Testing

/// Behaviours 20, 21 and 24: another width, the session's clock, colours and glyphs.
@Suite struct ScreenTests {
  @Test func `a long line outlives ten changes of the width`() throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession()
    let text = "s " + (1...40).map { "word\($0)" }.joined(separator: " ").prefix(198)
    terminal.send(text)
    try terminal.settle(milliseconds: 200)
    terminal.send("\u{1B}[D\u{1B}[D\u{1B}[D")
    for round in 0..<10 {
      terminal.resize(columns: [30, 120, 80][round % 3], rows: 24)
      try terminal.settle(milliseconds: 250)
    }
    let shown = terminal.screen.unwrappedText
    #expect(shown.components(separatedBy: "0:00> \(text)").count >= 2, "\(shown)")
    let last = terminal.screen.lines.last { !$0.isEmpty } ?? ""
    #expect(terminal.screen.cursorColumn == last.count - 3)
    terminal.send("X\r")
    try terminal.expect("S saved")
    let body = String(text.dropFirst(2))
    #expect(try clinic.noted() == [body.dropLast(3) + "X" + body.suffix(3)])
    terminal.resize(columns: 30, rows: 24)
    try terminal.settle(milliseconds: 200)
    terminal.mark()
    terminal.type("help")
    try terminal.expect("More: help WORD")
    try terminal.settle(milliseconds: 200)
    let lines = Self.rows(terminal.bytesSinceMark)
    #expect(lines.count > 10)
    #expect(lines.dropFirst().allSatisfy { $0.count <= 30 }, "\(lines)")
  }

  @Test func `a step of the session is told above the half-typed line`() throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession()
    terminal.send("s tighter sin")
    try terminal.settle(milliseconds: 150)
    terminal.send("\u{1B}[D")
    try clinic.set("2026-11-24T10:27")
    try terminal.expect("Step 2 of ")
    try terminal.settle(milliseconds: 200)
    let lines = terminal.screen.lines.filter { !$0.isEmpty }
    #expect(lines.last == "fascia Ann R 0:00> s tighter sin")
    #expect(lines.dropLast().contains { $0.contains("Step 2 of") })
    #expect(terminal.screen.cursorColumn == (lines.last?.count ?? 0) - 1)
    terminal.send("\u{5}ce Tuesday\r")
    try terminal.expect("S saved")
    #expect(try clinic.noted() == ["tighter since Tuesday"])
  }

  @Test func `on hold nothing is told, and in plain mode it waits for Enter`() throws {
    let clinic = try Clinic()
    let terminal = try clinic.inSession(.dumb)
    terminal.send("s slept")
    try clinic.set("2026-11-24T10:27")
    try terminal.settle(milliseconds: 1500)
    #expect(!terminal.transcript.contains("Step 2 of"))
    terminal.type("")
    try terminal.expect("S saved")
    try terminal.expect("Step 2 of ")
    try terminal.expect("fascia Ann R 0:11> ")
    terminal.type("hold")
    try terminal.expect("On hold at 11 min.")
    try clinic.set("2026-11-24T11:27")
    terminal.type("time")
    try terminal.expect("11 of 60 min done.")
    terminal.type("s on hold")
    try terminal.expect("S saved")
    try terminal.expect("on hold> ")
    #expect(!terminal.transcript.contains("Step 3 of"))
  }

  struct Cell: CustomStringConvertible {
    var noColour: String?
    var kind: String
    var locale: String
    var isPlain: Bool
    var colour: String?

    var hasColour: Bool {
      guard kind != "dumb" else { return false }
      return colour == "always" || (colour == nil && (noColour ?? "").isEmpty)
    }
    var isASCII: Bool { locale == "C" || isPlain || kind == "dumb" }

    var description: String {
      "NO_COLOR \(noColour ?? "unset"), TERM \(kind), \(locale), plain \(isPlain), \(colour ?? "auto")"
    }

    static let all: [Cell] = [nil, "", "1"].flatMap { noColour in
      ["dumb", "xterm-256color"].flatMap { kind in
        ["C", "C.UTF-8"].flatMap { locale in
          [false, true].flatMap { isPlain in
            [nil, "always", "never"].map {
              Cell(noColour: noColour, kind: kind, locale: locale, isPlain: isPlain, colour: $0)
            }
          }
        }
      }
    }
  }

  @Test func `colours and glyphs stand only where they may, and the facts are the same`() throws {
    let clinic = try Clinic()
    _ = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(["medicines": "blood_thinner"]), "pain 6", "pain 4",
    ])
    for cell in Cell.all {
      var environment = clinic.environment.merging([
        "TERM": cell.kind, "LC_ALL": cell.locale,
      ]) { $1 }
      environment["NO_COLOR"] = cell.noColour
      let flags =
        (cell.isPlain ? ["--plain"] : []) + (cell.colour.map { ["--color", $0] } ?? [])
      let terminal = try PseudoTerminal(
        clinic.program, clinic.arguments + flags, environment: environment)
      for (line, told) in [("client ruiz", "Takes a blood thinner"), ("progress", "24 Nov")] {
        try terminal.settle(milliseconds: 60)
        terminal.type(line)
        try terminal.expect(told)
      }
      try terminal.settle(milliseconds: 60)
      terminal.type("quit")
      #expect(try terminal.waitForEnd(seconds: 20) == .code(0))
      #expect(Self.hasSGR(terminal.bytes) == cell.hasColour, "\(cell)")
      if cell.kind == "dumb" { #expect(!terminal.bytes.contains(0x1B), "\(cell)") }
      if cell.isASCII { #expect(terminal.bytes.allSatisfy { $0 < 0x80 }, "\(cell)") }
      let rows = Self.rows(terminal.bytes)
      #expect(rows.count > 10)
      #expect(rows.allSatisfy { $0.count <= 80 }, "\(cell)")
    }
    // In a pipe there is never a colour.
    let piped = try clinic.script(["client ruiz", "check"], ["--color", "always"])
    #expect(!piped.output.contains("\u{1B}"))
  }

  @Test func `lines go on below at the same place with colours as without`() throws {
    let clinic = try Clinic()
    _ = try clinic.script([
      "new Ann Ruiz born=1984", Clinic.intake(["medicines": "blood_thinner"]),
    ])
    func screen(_ colour: String) throws -> [String] {
      let terminal = try PseudoTerminal(
        clinic.program, clinic.arguments + ["--color", colour],
        environment: clinic.environment.merging(["TERM": "xterm"]) { $1 }, columns: 40)
      try terminal.expect("fascia>")
      terminal.type("client ruiz")
      try terminal.expect("fascia Ann R>")
      terminal.type("quit")
      #expect(try terminal.waitForEnd(seconds: 20) == .code(0))
      #expect(Self.hasSGR(terminal.bytes) == (colour == "always"))
      let rows = Self.rows(terminal.bytes)
      let due = try #require(rows.firstIndex { $0.hasPrefix("DUE") }, "\(rows)")
      return Array(rows[due...(due + 1)])
    }
    let plain = try screen("never")
    #expect(plain[0].hasPrefix("DUE      Measure: ") && plain[1].hasPrefix("         "))
    #expect(try screen("always") == plain)
  }

  private static func hasSGR(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).range(
      of: "\u{1B}\\[[0-9;]*m", options: .regularExpression) != nil
  }

  /// The lines that were written, without what only moves or colours.
  private static func rows(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
      .replacingOccurrences(
        of: "\u{1B}\\[[0-9;?]*[a-zA-Z]", with: "", options: .regularExpression
      ).components(separatedBy: "\n")
  }
}
