import Foundation
import TerminalTesting
import Testing

/// What was signed reads the same for ever, whatever becomes of the modules and the settings.
@Suite struct SignedTextTests {
  /// What a practice says of a signed visit: `last` and `chart` as text, and `last` to programs.
  struct Said: Equatable {
    let text: Substring
    let json: Substring?

    /// - Parameter setting: a line that goes before.
    init(in clinic: Clinic, after setting: String = "set") throws {
      let shown = try clinic.script([setting, "client ruiz", "last", "chart"])
      let told = try clinic.script([setting, "client ruiz", "last"], ["--json"])
      try #require(shown.ending == .code(0) && told.ending == .code(0), "\(shown.errors)")
      // Settings and the minute before a session stand before it, and may differ.
      let start = try #require(shown.output.range(of: "Visit 1 - ")).lowerBound
      text = shown.output[start...]
      json = told.output.split(separator: "\n").last
    }
  }

  static let techniques = """
    techniques:
      trigger_point: {enabled: true}
      lymphatic_drainage: {enabled: true}
      craniosacral: {enabled: true}

    """
  static let head = """
    schema: 1
    clinic: {name: River Street Clinic}
    therapist: {name: J. Lee, credential: LMT}
    allow_draft: true
    backup: {automatic: false}

    """
  static let intake = Clinic.intake([
    "medicines": "steroids", "trigger_point_travels": "right temple",
    "lymphatic_drainage_cause": "injury", "lymphatic_drainage_garment_hours": "8",
  ]).components(separatedBy: " ").filter {
    !$0.hasPrefix("myofascial") && !$0.hasPrefix("deep") && !$0.hasPrefix("neuromuscular")
  }.joined(separator: " ")

  /// Two techniques in one visit, with findings, a score and a line of each section.
  static let visit = [
    "new Ann Ruiz born=1984", intake,
    "start trigger points 30 + lymph drainage 30 on=\"neck\" at=10:16",
    "trp r utrap 7>3 90s ref temple", "girth l arm 17.1 18.9 21.2 every 4cm from wrist",
    "pitting l forearm 4mm", "score excess affected=17.1,18.9,21.2 other=16.4,17.8,19.6 every=4",
    "s slept badly",
    "o turns to 60 degrees", "a softer", "p stretch", "area l arm at=10:50", "end at=11:18",
    "pain 2 after",
    "rebook 2w", "sign", "addendum soreness gone",
  ]

  static func signed() throws -> Clinic {
    let clinic = try Clinic(at: "2026-11-24T11:20")
    try clinic.configure(head + techniques)
    let outcome = try clinic.script(visit)
    try #require(outcome.ending == .code(0), "\(outcome.errors)")
    return clinic
  }

  private struct Change: Sendable {
    let what: String
    var head = SignedTextTests.head
    var techniques = SignedTextTests.techniques
    /// A content file of the clinic's own.
    var content: String?
    var setting = "set"
  }

  private static let changes = [
    Change(
      what: "a technique is disabled",
      techniques: techniques.replacing(
        "lymphatic_drainage: {enabled: true}", with: "lymphatic_drainage: {enabled: false}")),
    Change(
      what: "both techniques are gone from the configuration",
      techniques: "techniques: {craniosacral: {enabled: true}}\n"),
    Change(
      what: "an option of a technique differs",
      techniques: techniques.replacing(
        "trigger_point: {enabled: true}",
        with: "trigger_point: {enabled: true, options: {longest_compression_seconds: 30}}")),
    Change(
      what: "clinic and therapist have other names",
      head: head.replacing("River Street Clinic", with: "Hill Clinic")
        .replacing("J. Lee, credential: LMT", with: "K. Moor, credential: RMT")),
    Change(what: "the clinic shows Spanish", head: head + "language: es\n"),
    Change(what: "somebody sets Spanish", setting: "set language es"),
    Change(
      what: "the clinic words what was asked, planned and found otherwise",
      head: head + "content: own.yaml\n",
      content: """
        schema: 1
        id: river
        name: River Street
        wording:
          question/main_reason/prompt: What brings you here
          question/trigger_point_travels/prompt: Where else is it felt?
          template/trigger_point_session/phase/1/title: Look for points
          finding/trigger_point_point/title: Point
          finding/trigger_point_point/sentence: "At {site}[ {spot}][, {state}][, {band}][, {tender}]\
          [, {twitch}][, from {pain}][, {ppt}][, {pressure}][, {hold}][, {repeats} times][, to {ref}]."
          metric/lymphatic_drainage_excess/construct: how much larger the limb is

        """),
  ]

  @Test func `it is the same text whatever becomes of the settings, byte for byte`() throws {
    let clinic = try Self.signed()
    let before = try Said(in: clinic)
    for words in ["Trigger point, right upper trapezius, pain 7 to 3, held 90 s", "slept badly"] {
      #expect(before.text.components(separatedBy: words).count == 3, "once in each")
      #expect(before.json?.contains(words) == true)
    }
    for change in Self.changes {
      try clinic.configure(change.head + change.techniques)
      if let content = change.content {
        try content.write(toFile: clinic.folder + "/own.yaml", atomically: true, encoding: .utf8)
      }
      let after = try Said(in: clinic, after: change.setting)
      #expect(after.text == before.text, "\(change.what)")
      #expect(after.json == before.json, "\(change.what)")
    }
  }

  /// The build is another one, and its technique says everything in other words.
  @Test func `it is the same text when the program was built with other modules`() throws {
    let clinic = try Clinic()
    clinic.odd = "plain,whole"
    let head = "schema: 1\nallow_draft: true\nbackup: {automatic: false}\n"
    func enable(_ techniques: [String]) throws {
      let all = techniques.map { "\($0): {enabled: true}" }.joined(separator: ", ")
      try clinic.configure(head + "techniques: {\(all)}\n")
    }
    try enable(["plain", "whole"])
    let intake = Clinic.intake().components(separatedBy: " ").filter { word in
      !Self.bundled.contains { word.hasPrefix($0) }
    }.joined(separator: " ")
    let outcome = try clinic.script([
      "new Ann Ruiz born=1984",
      intake + " plain_cold=yes whole_things=- whole_hands=30 whole_asked=yes",
      "start plain session 30 + whole 30 on=\"r calf\"", "pla r calf 6>3", "pla l calf 4>2",
      "score ease_plain 5", "s slept badly", "o warm", "a softer", "p stretch", "end",
      "pain 2 after", "sign",
    ])
    try #require(outcome.ending == .code(0), "\(outcome.errors)")
    let before = try Said(in: clinic)
    for words in ["Worked on right calf, pain 6 to 3.", "Cold hands, plain? yes"] {
      #expect(before.text.contains(words))
    }

    for (build, enabled) in [
      ("renewed,whole", ["plain", "whole"]), ("renewed", ["plain"]), ("whole", ["whole"]),
    ] {
      clinic.odd = build
      try enable(enabled)
      let renewed = try clinic.script(["techniques"]).output.contains("0.2.0")
      #expect(renewed == build.contains("renewed"))
      #expect(try Said(in: clinic) == before, "\(build)")
    }
  }

  private static let bundled = [
    "myofascial", "trigger", "deep", "neuromuscular", "lymphatic", "craniosacral",
  ]
}
