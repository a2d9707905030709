import Foundation
import TerminalTesting
import Testing

/// The JSON lines are what `Documentation/fascia-1.schema.json` says, for every verb.
@Suite("The schema of the JSON lines")
struct SchemaTests {
  static let path = Clinic.root + "/Documentation/fascia-1.schema.json"
  static let published = Result { try JSONSchema(Data(contentsOf: URL(fileURLWithPath: path))) }
  /// The published schema, in which no field may stand that it does not name, and each item is of
  /// exactly one type.
  static let strict = Result { try JSONSchema(data(narrowed(try tree()))) }

  static func tree() throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  static func data(_ tree: Any) throws -> Data { try JSONSerialization.data(withJSONObject: tree) }

  static func narrowed(_ schema: Any) -> Any {
    if let list = schema as? [Any] { return list.map(narrowed) }
    guard let keywords = schema as? [String: Any] else { return schema }
    var narrow = keywords.mapValues(narrowed)
    if keywords["type"] as? String == "object", keywords["properties"] is [String: Any],
      keywords["additionalProperties"] == nil
    {
      narrow["additionalProperties"] = false
    }
    if let types = narrow.removeValue(forKey: "anyOf") { narrow["oneOf"] = types }
    return narrow
  }

  static func definitions() throws -> [String: [String: Any]] {
    try #require(try tree()["$defs"] as? [String: [String: Any]])
  }

  /// The types of items that each command may print; a finding's code stands under "".
  static func types() throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for branch in try #require(try tree()["allOf"] as? [[String: Any]]) {
      let condition = (branch["if"] as? [String: Any])?["properties"] as? [String: Any]
      guard let command = condition?["command"] as? [String: Any] else { continue }
      let text = String(decoding: try data(branch["then"] ?? branch["else"] ?? ""), as: UTF8.self)
      found[command["const"] as? String ?? ""] = text.matches(of: /\$defs\\?\/(\w+)/).map {
        String($0.output.1)
      }
    }
    return found
  }

  @Test func `every line that any verb prints is valid, and has no field that is not documented`()
    throws
  {
    let (published, strict) = (try Self.published.get(), try Self.strict.get())
    for line in try SchemaTranscript.run.get() {
      #expect(strict.errors(for: line.data) == [], "\(line.typed)")
      #expect(published.errors(for: line.data) == [], "\(line.typed)")
      let count = (line.object["data"] as? [String: Any])?["count"] as? Int
      #expect(line.object["ok"] as? Bool == true && count == line.items.count, "\(line.typed)")
    }
  }

  @Test func `every verb of the help was run, and stands in the schema`() throws {
    let run = try SchemaTranscript.run.get()
    let help = try #require(run.first { $0.typed == "help" })
    let verbs = Set(help.items.compactMap { $0["verb"] as? String })
    let codes = Set(help.items.compactMap { $0["finding"] as? String })
    #expect(verbs.count > 45 && codes.count > 5)
    let commands = Set(run.map(\.command))
    #expect(verbs.subtracting(commands) == [], "not run")
    #expect(commands.subtracting(verbs).isSubset(of: codes))
    #expect(!commands.isDisjoint(with: codes), "no finding was typed")
    #expect(Set(try Self.types().keys).subtracting([""]) == verbs)
    let silent: Set<String> = Set(
      verbs.filter { verb in !run.contains { $0.command == verb && !$0.items.isEmpty } })
    #expect(silent == ["more"], "they never say anything; a script has all rows at once")
  }

  @Test func `every type of item and every field of it was printed, and is described`() throws {
    let definitions = try Self.definitions()
    for (name, definition) in definitions {
      #expect(definition["title"] is String && definition["description"] is String, "\(name)")
    }
    var coverage = SchemaCoverage(definitions)
    let types = try Self.types()
    for line in try SchemaTranscript.run.get() {
      if let context = line.object["context"] { coverage.mark(context, as: "context") }
      for concern in line.object["safety"] as? [[String: Any]] ?? [] {
        coverage.mark(concern, as: "concern")
      }
      for item in line.items {
        for type in types[line.command] ?? types[""] ?? [] where coverage.fits(item, type) {
          coverage.mark(item, as: type)
        }
      }
    }
    // Errors have tests of their own.
    let never = coverage.documented.subtracting(coverage.seen).filter { !$0.hasPrefix("error.") }
    #expect(never.sorted() == [], "never printed")
    #expect(coverage.undescribed.sorted() == [])
  }

  @Test func `a field that is not documented is found`() throws {
    let line = try #require(try SchemaTranscript.run.get().first { $0.command == "new" })
    let odd = line.text.replacing("\"visits\":0", with: "\"visits\":0,\"shoe\":42")
    #expect(odd != line.text)
    #expect(try Self.published.get().errors(for: Data(odd.utf8)) == [])
    #expect(try Self.strict.get().errors(for: Data(odd.utf8)) != [])
  }

  @Test func `every code that a failure may have stands in the schema, and no other`() throws {
    let error = try #require(try Self.definitions()["error"]?["properties"] as? [String: Any])
    let listed = try #require((error["code"] as? [String: Any])?["enum"] as? [String])
    var used: Set<String> = []
    for folder in ["ClinicREPL", "ClinicHost"] {
      let top = Clinic.root + "/Sources/" + folder
      for path in FileManager.default.enumerator(atPath: top)?.compactMap({ $0 as? String }) ?? [] {
        guard path.hasSuffix(".swift") else { continue }
        let text = try String(contentsOfFile: top + "/" + path, encoding: .utf8)
        for code in text.matches(of: /exit: [^"()]*?code: ([^,\n]*)/) {
          used.formUnion(code.output.1.matches(of: /"(\w+)"/).map { String($0.output.1) })
        }
      }
    }
    #expect(used == Set(listed))
    #expect(listed.count > 15)
  }

  /// A line for each exit code and most error codes, in the clinic that `failing` makes.
  static let failures: [(line: String, exit: Int32, code: String)] = [
    ("pain 12", 1, "rejected"), ("trp r trapezius 7>3", 1, "ambiguous"),
    ("client nobody", 1, "not_found"),
    ("key remove 9", 1, "conflict"), ("backup /dev/null", 1, "backup"),
    ("frobnicate", 2, "unknown_command"), ("extend long", 2, "usage"),
    ("start deep tissue 60", 3, "safety_stop"), ("start lymph drainage 60", 3, "safety_limit"),
    ("clearance A5", 4, "missing_answer"),
    ("verify head=99999-\(String(repeating: "0", count: 32))", 5, "cut_off"),
    ("verify head=1-\(String(repeating: "0", count: 32))", 5, "different_head"),
  ]

  @Test func `errors of each exit code are valid, and say the code that the run ends with`() throws
  {
    let clinic = try Clinic()
    let asked = Clinic.intake(["medicines": "blood_thinner", "organs": "asthma"])
    _ = try clinic.script([
      "new Eli Novak born=1990", "new Ann Ruiz born=1984", asked,
      "clearance B8 for=all \(SchemaTranscript.settled)",
    ])
    let unanswered = ("start myofascial 30", Int32(3), "safety_unanswered")
    for (client, failure) in Self.failures.map({ ("ruiz", $0) }) + [("novak", unanswered)] {
      let outcome = try clinic.script(["client \(client)", failure.0], ["--json"])
      #expect(outcome.ending == .code(failure.1), "\(failure.0): \(outcome.errors)")
      let text = outcome.output.split(separator: "\n").last.map(String.init) ?? ""
      let line = SchemaTranscript.Line(typed: failure.0, text: text)
      #expect(try Self.strict.get().errors(for: line.data) == [], "\(failure.0)")
      #expect(line.error?["code"] as? String == failure.2, "\(text)")
      #expect(line.error?["exit"] as? Int == Int(failure.1), "\(text)")
      #expect(line.object["ok"] as? Bool == false)
    }
  }

  @Test func `a practice that is not whole, locked or kept from somebody says so as JSON`() throws {
    let clinic = try PeopleTests().staffed()
    let secret = try clinic.secret(PeopleTests.words)
    let strict = try Self.strict.get()
    func errors(_ login: String, _ lines: [String]) throws -> [String] {
      let flags = ["--json", "--keep-going", "--login", login, "--passphrase-file", secret]
      return try clinic.script(lines, flags).output.split(separator: "\n").map {
        let line = SchemaTranscript.Line(typed: lines[0], text: String($0))
        #expect(strict.errors(for: line.data) == [], "\($0)")
        return line.error?["code"] as? String ?? "none"
      }
    }
    #expect(try errors("fay", ["audit", "client id=C0001"]) == ["not_permitted", "none"])
    #expect(try errors("lee", ["client id=C0001", "undo"]) == ["none", "missing_answer"])
    try clinic.set("2026-11-25T10:00")
    #expect(try errors("lee", ["client id=C0001", "undo sign"]) == ["none", "signed"])
    #expect(try errors("lee", ["lock", "today"]) == ["none", "locked"])
    #expect(try errors("lee", ["restore /dev/null"]) == ["practice_file"])
    #expect(try errors("lee", ["restore /dev/null", "today"]) == ["usage"])
    _ = try run("/usr/bin/sqlite3", [clinic.practiceFile, "DELETE FROM visit_index"])
    #expect(try errors("lee", ["verify"]) == ["damaged"])
  }

  @Test func `no, one and three clients have the same shape`() throws {
    let clinic = try Clinic()
    var shapes: Set<[String]> = []
    _ = try clinic.script(["new Solo Ruiz", "new Ann Trio", "new Ben Trio", "new Cal Trio"])
    for (name, count) in [("nobody", 0), ("solo", 1), ("trio", 3)] {
      let line = try SchemaTranscript.lines(clinic, ["find \(name)"])[0]
      #expect(line.items.count == count)
      shapes.insert(
        line.object.keys.sorted() + (line.object["data"] as? [String: Any] ?? [:]).keys.sorted())
    }
    #expect(shapes.count == 1)
  }
}
