import ClinicREPL
import DeskTesting
import TechniqueKit
import Testing

/// A number that is typed is held against its bounds before anything is calculated with it.
@Suite("Numbers of any size")
struct ExtremeNumberTests {
  static let numbers = [
    "-9223372036854775808", "9223372036854775807", "9223372036854775808", "-1", "0",
    "99999999999999999999999999", "1e308", "nan", "inf", "0x10", "1_0", "\u{663}", "4.9e-324",
  ]
  /// They reach beyond the practice, or end the run.
  static let leftOut: Set<String> = [
    "backup", "restore", "export", "import", "calendar", "key", "lock", "passphrase", "staff",
    "erase", "emergency", "quit", "tour",
  ]

  /// A chart with a signed visit, a running one, goals, a plan, scores, appointments and findings.
  static func busyDesk(_ kind: Desk.Kind) throws -> Desk {
    let desk = try Desk(kind)
    try desk.type([
      "new Ann Ruiz born=1984", Desk.intake(), "book 1 dec 10:00", "book 2 dec 10:00",
      "start trigger points 60", "trp r infra 7>3", "s slept badly", "pain 6",
    ])
    try desk.at("11:16")
    if kind == .prompt {
      try desk.type("end", "", "", "", "", "3", "y")
    } else {
      try desk.type("end", "sign")
    }
    try desk.type([
      "goal pain at most 3", "goal \"sleep through\"", "plan weekly x 4",
      "diary headache from=1nov 0 0 5", "start trigger points 60", "trp r infra 5>2",
      "s slept better", "p stretch",
    ])
    #expect(desk.code == nil, "\(desk.transcript)")
    return desk
  }

  /// The line with each number of it, one at a time, in the place of another.
  static func lines(like line: String, _ number: String) -> [String] {
    line.matches(of: /[0-9]+(\.[0-9]+)?/).map { line.replacingCharacters($0.range, with: number) }
  }

  @Test func `no command stops at a number, wherever it stands`() throws {
    let desk = try Self.busyDesk(.script(goesOn: true))
    try desk.type("help")
    let help = desk.items
    try desk.type("score")
    let scores = desk.items.compactMap { $0["measure"]?.string }
    #expect(scores.count > 50)
    var lines: [String] = []
    for item in help {
      let name = item["verb"]?.string ?? item["finding"]?.string ?? ""
      guard !Self.leftOut.contains(name) else { continue }
      var words = [name]
      words += (item["steps"]?.array ?? []).compactMap { $0["step"]?.string }.map {
        "\(name) \($0)"
      }
      let fields = (item["fields"]?.array ?? []).compactMap { $0["name"]?.string }
      let examples = (item["examples"]?.array ?? []).compactMap(\.string)
      for number in Self.numbers {
        for words in words { lines += ["\(words) \(number)", "\(words) 1 \(number) \(number)"] }
        if item["verb"] != nil { lines += fields.map { "\(name) 1 \($0)=\(number)" } }
        for example in examples where !example.contains("~") {
          lines += Self.lines(like: example, number)
        }
      }
    }
    for score in scores {
      for number in Self.numbers.prefix(7) {
        lines += ["score \(score) \(number)", "score \(score) l \(number) 1 \(number)"]
        lines.append("goal \(score) at most \(number)")
      }
    }
    #expect(lines.count > 2000)
    for line in lines {
      try desk.type(line)
      #expect(desk.code == nil, "\(line)")
    }
    try desk.type("client ruiz", "chart", "progress", "appointments all", "verify")
    #expect(desk.code == nil)
  }

  @Test(arguments: [
    "cancel", "move", "noshow", "goal done", "goal drop", "receipt", "undo", "redo", "edit s",
    "findings drop", "findings edit", "extend", "withdraw", "audit last=", "plan weekly x",
    "pain", "score ndi", "rom l", "diary headache", "intake pain_now=",
    "start trigger points", "rebook thu 10:00 ", "book thu 10:00", "book thu 12:00 every=1w times=",
  ])
  func `what takes a number refuses one without bounds, and changes nothing`(words: String) throws {
    for kind in [Desk.Kind.prompt, .script(goesOn: true)] {
      let desk = try Self.busyDesk(kind)
      // 0 is a score like any other, and so is a digit of another script.
      let scores = ["pain", "score ndi", "rom l", "diary headache"]
      for number in Self.numbers {
        if ["0", "\u{663}"].contains(number), scores.contains(words) { continue }
        let isTwoNumbers = words == "move" || words == "edit s"
        try desk.type(
          "\(words)\(words.hasSuffix("=") ? "" : " ")\(number)" + (isTwoNumbers ? " thu 10:00" : "")
        )
        if kind == .prompt, try !desk.prompt.hasSuffix("> ") { try desk.press(.ctrlD) }
        #expect(desk.code == nil)
        #expect(desk.changed == [], "\(words) \(number): \(desk.screen)")
      }
    }
  }

  @Test(arguments: numbers)
  func `a row that is not in the list is told`(number: String) throws {
    let desk = try Self.busyDesk(.prompt)
    try desk.type("today")
    try desk.type(number)
    #expect(desk.failure != nil, "\(desk.screen)")
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
