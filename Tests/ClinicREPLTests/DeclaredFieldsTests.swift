import ClinicREPL
import DeskTesting
import TechniqueKit
import Testing

/// What a command declares is what help lists and Tab offers.
@Suite("Fields in help and completion")
struct DeclaredFieldsTests {
  static func verbs() throws -> [JSON] {
    let desk = try Desk(.script())
    try desk.type("help")
    return desk.items.filter { $0["verb"] != nil }
  }

  static func names(_ item: JSON) -> [String] {
    (item["fields"]?.array ?? []).compactMap { $0["name"]?.string }
  }

  @Test func `help on a command lists every field that it takes, and its usage names no other`()
    throws
  {
    let desk = try Desk(.script())
    for verb in try Self.verbs() {
      let name = try #require(verb["verb"]?.string)
      let steps = verb["steps"]?.array ?? []
      let fields = Self.names(verb) + steps.flatMap(Self.names)
      let told = try desk.type("help \(name)")
      for field in fields { #expect(told.contains("\(field)="), "\(name): \(field)") }
      let usage = try #require(verb["usage"]?.string)
      for match in usage.matches(of: /([a-z_]+)=/) {
        let isNamed = verb["takes"]?.string == "named"
        #expect(isNamed || fields.contains(String(match.1)), "\(name): \(match.1)")
      }
    }
  }

  @Test(arguments: [
    ("help consent", "consent give: by=NAME witness=NAME on=DATE"),
    ("help new", "Fields: born=DATE sex=SEX phone=NUMBER"),
    ("help goal", "goal drop: reason=WORDS"), ("help hold", "Fields: at=TIME"),
  ])
  func `help shows them with what stands behind them`(line: String, told: String) throws {
    #expect(try Desk(.script()).type(line).contains(told))
  }

  @Test(arguments: [
    ("new Ann b", ["born="]), ("consent g", ["give"]), ("consent give general w", ["witness="]),
    ("consent withdraw general ", ["reason="]), ("referral ", ["new", "use", "report", "close"]),
    ("referral new vis", ["visits="]), ("audit ", ["client=", "person=", "from=", "to=", "last="]),
    ("audit client=C0001 c", []), ("hold ", ["at="]), ("check ", []), ("plan cl", ["close"]),
    ("clearance A6 by=\"Dr Okoye\" cr", ["credential="]),
  ])
  func `Tab offers the steps and fields that fit`(head: String, wanted: [String]) throws {
    #expect(try Desk().complete(head) == wanted)
  }
}
