import Foundation
import TerminalTesting

/// A visit as it is typed: lines at the command prompt, each at its minute, with the answers to
/// what the program asks after them.
struct TypedVisit {
  /// The day, as in `2026-11-24`.
  let day: String
  let lines: [Line]

  struct Line {
    let time: String
    let typed: String
    /// A piece of a question, and what is typed there. A piece may stand here several times; each
    /// is used once.
    let answers: KeyValuePairs<String, String>

    static func at(
      _ time: String, _ typed: String, _ answers: KeyValuePairs<String, String> = [:]
    ) -> Line {
      Line(time: time, typed: typed, answers: answers)
    }
  }

  /// Types the visit at a teletype, in one run of the program.
  ///
  /// - Returns: what it printed, with what was typed; no line ends with spaces.
  /// - Throws: `HarnessError` when something is asked that has no answer here, or an answer is left.
  func play(in clinic: Clinic) throws -> [String] {
    try clinic.set("\(day)T\(lines.first?.time ?? "10:00")")
    let terminal = try clinic.terminal([], TerminalKind.dumb.environment)
    var prompt = try terminal.prompt()
    for line in lines {
      try clinic.set("\(day)T\(line.time)")
      prompt = try terminal.answer(line.typed)
      var left = Array(line.answers)
      while !Self.isCommandPrompt(prompt) {
        if let place = left.firstIndex(where: { prompt.contains($0.key) }) {
          prompt = try terminal.answer(left.remove(at: place).value)
        } else if let usual = Self.usual.first(where: { prompt.contains($0.key) }) {
          prompt = try terminal.answer(usual.value)
        } else {
          throw HarnessError(description: "nothing answers \(prompt) in:\n\(terminal.transcript)")
        }
      }
      guard left.isEmpty else {
        throw HarnessError(
          description: "\(left.map(\.key)) was not asked after \(line.typed) in:\n"
            + terminal.transcript)
      }
    }
    terminal.type("quit")
    try terminal.waitForEnd(seconds: 20)
    return terminal.transcript.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func isCommandPrompt(_ line: String) -> Bool {
    line.hasPrefix("fascia") && line.hasSuffix("> ")
  }

  /// What somebody in good health answers to the general screening, wherever a visit says nothing
  /// else.
  private static let usual: KeyValuePairs = [
    "ny of these": "none", "agreed to": "y", "ill today? ": "n", "one arm or leg? ": "n",
    "last 12 weeks? ": "n", "Pregnant? ": "n", "last 6 weeks? ": "n",
    "want left out": "n", "along an arm or leg": "n", "A knock": "n",
  ]
}

extension PseudoTerminal {
  /// Types a line and waits for the next prompt.
  ///
  /// - Returns: the prompt.
  fileprivate func answer(_ line: String) throws -> String {
    mark()
    type(line)
    return try prompt()
  }

  /// Waits until the program waits for a line: it has written one that does not end, and sleeps.
  ///
  /// - Returns: that line.
  fileprivate func prompt() throws -> String {
    var seen = -1
    try wait(for: "prompt") { terminal in
      defer { seen = terminal.bytes.count }
      let wrote = terminal.bytesSinceMark
      return wrote.last == 0x20 && seen == terminal.bytes.count
        && (wrote.contains(0x0A) || !wrote.contains(0x0D)) && terminal.childState == .sleeping
    }
    return transcript.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init)
      ?? ""
  }
}
