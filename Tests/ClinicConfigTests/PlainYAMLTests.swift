import ClinicConfig
import Testing

/// What a YAML file says is read as it is written, or told at its place with what to write instead.
@Suite("YAML that means one thing")
struct PlainYAMLTests {
  /// A configuration that is right but for one line, which is its fourth.
  static func told(_ line: String) -> String {
    let text = """
      schema: 1
      allow_draft: true
      techniques: {stone: {enabled: true}}
      \(line)
      """
    do {
      _ = try ClinicConfigTests.read(text)
      return "read"
    } catch { return error.description }
  }

  @Test(arguments: [
    ("0144", "144"), ("007", "7"), ("0", "read"), ("-0144", "-144"), ("4:00", "4 or 240"),
    ("1:30:00", "1 or 5400"), ("0x7", "7"), ("0o17", "15"), ("0b101", "5"), ("1_0", "10"),
    ("1_000", "1000"), ("1e2", "100"), ("+7", "7"), (".5", "0.5"), ("5.", "5"), ("1,5", "1.5"),
    ("+07.50", "7.50"),
  ])
  func `a number is written in plain decimal digits`(typed: String, write: String) {
    let expected =
      write == "read"
      ? "c.yaml:5:16: referral.report_days goes from 1 to 366."
      : "c.yaml:5:16: referral.report_days: \"\(typed)\" is not a plain decimal number. "
        + "Write \(write)."
    #expect(Self.told("referral:\n  report_days: \(typed)") == expected)
  }

  @Test(arguments: [
    (
      "backup: {keep_days: \"30\"}",
      "4:21: backup.keep_days: \"30\" is a text where a number is "
        + "needed. Write 30 without quotes."
    ),
    (
      "backup: {keep_days: '7'}",
      "4:21: backup.keep_days: \"7\" is a text where a number is needed. "
        + "Write 7 without quotes."
    ),
    ("backup: {keep_days: many}", "4:21: backup.keep_days needs a whole number."),
    ("backup: {keep_days: 7.0}", "4:21: backup.keep_days needs a whole number."),
    ("backup: {keep_days: [7]}", "4:21: backup.keep_days needs a whole number."),
    ("backup: {keep_days: }", "4:21: backup.keep_days needs a whole number."),
    ("backup: {keep_days: .inf}", "4:21: backup.keep_days needs a whole number."),
    ("backup: {keep_days: ٣}", "4:21: backup.keep_days needs a whole number."),
    (
      "backup: {keep_days: 99999999999999999999}",
      "4:21: backup.keep_days goes from 1 to 366."
    ),
    ("backup: {keep_days: -9223372036854775808}", "4:21: backup.keep_days goes from 1 to 366."),
    ("clinic: [a, b]", "4:9: clinic needs keys with values under it."),
    ("clinic:\n  - a\n  - b", "5:3: clinic needs keys with values under it."),
    ("clinic: River Street", "4:9: clinic needs keys with values under it."),
    ("clinic: {name: [a, b]}", "4:16: clinic.name needs some text."),
    ("note: {required: plan}", "4:18: note.required needs a list."),
    ("note: {required: {plan: 1}}", "4:18: note.required needs a list."),
    ("content: {a: b}", "4:10: content needs some text."),
    ("session: {bell: \"yes\"}", "4:17: session.bell needs true or false."),
    ("session:\n\tbell: true", "5:1: a tab indents this line. Use spaces."),
    ("session:\n  bell: true\n \t pedal: f5", "6:2: a tab indents this line. Use spaces."),
    ("clinic: {name: A}\nclinic: {name: B}", "5:1: clinic is written twice. Keep one of them."),
    (
      "session:\n  bell: true\n  pedal: f5\n  bell: false",
      "7:3: bell is written twice. Keep one of them."
    ),
  ])
  func `a value of the wrong shape is told at its place`(line: String, told: String) {
    #expect(Self.told(line) == "c.yaml:" + told)
  }

  @Test(arguments: [
    ("\"1\"", "schema: \"1\" is a text where a number is needed. Write 1 without quotes."),
    ("'1'", "schema: \"1\" is a text where a number is needed. Write 1 without quotes."),
    ("01", "schema: \"01\" is not a plain decimal number. Write 1."),
    ("one", "schema needs a whole number."),
    ("7", "schema 7 is not known; this Fascia reads schema 1"),
  ])
  func `the schema is a number`(typed: String, told: String) {
    #expect {
      try ClinicConfigTests.read(
        "allow_draft: true\ntechniques: {stone: {enabled: true}}\nschema: \(typed)")
    } throws: { "\($0)".hasPrefix("c.yaml:3:9: \(told)") }
    #expect {
      try ClinicContent(yaml: "id: own\nname: Own\nschema: \(typed)\n", path: "c.yaml")
    } throws: { "\($0)".hasPrefix("c.yaml:3:9: \(told)") }
  }

  static func own(_ kind: String, _ minutes: String) -> String {
    do {
      _ = try ClinicContent(
        yaml: """
          schema: 1
          id: own
          name: Own
          questions:
            - id: own_ache
              prompt: Ache
              kind: whole_number
              range: {possible: [0, \(kind)]}
              help: A number.
              why: It is asked.
          templates:
            - id: own_short
              title: short
              phases:
                - {title: Work, minutes: {\(minutes)}, instructions: Work.}
          """, path: "own.yaml")
      return "read"
    } catch { return error.description }
  }

  @Test(arguments: [
    ("09", "9"), ("0x1E", "30"), ("1:30", "1 or 90"), ("3_0", "30"), ("+30", "30"), ("3e1", "30"),
  ])
  func `a clinic's own content reads the same numbers`(typed: String, write: String) {
    let told = "\"\(typed)\" is not a plain decimal number. Write \(write)."
    #expect(Self.own("10", "20: \(typed)") == "own.yaml:15:37: minutes: \(told)")
    #expect(Self.own("10", "\(typed): 20").hasPrefix("own.yaml:15:33: "))
    #expect(Self.own("10", "\(typed): 20").hasSuffix(told))
    #expect(Self.own(typed, "20: 20") == "own.yaml:8:27: possible: \(told)")
  }

  @Test(arguments: ["nan", "inf", "-.inf", ".NaN", "1e999", "many", "[1]"])
  func `what is no number never becomes one`(typed: String) {
    let told = Self.own(typed, "20: 20")
    #expect(told.hasPrefix("own.yaml:8:27: possible needs"), "\(told)")
  }

  static let save = "Save it as UTF-8 without a byte order mark."

  private static let schema = Array("schema: 1".utf8)
  private static let littleEndian: [UInt8] = schema.flatMap { [$0, 0] }
  private static let bigEndian: [UInt8] = schema.flatMap { [0, $0] }

  static let encodings: [([UInt8], String)] = [
    ([0xFF, 0xFE] + littleEndian, "1:1: the file is in UTF-16."),
    ([0xFE, 0xFF] + bigEndian, "1:1: the file is in UTF-16."),
    (littleEndian, "1:1: the file is in UTF-16."),
    (bigEndian, "1:1: the file is in UTF-16."),
    ([0xEF, 0xBB, 0xBF] + schema, "1:1: the file begins with a byte order mark."),
    (Array("schema: 1\nclinic: {name: Caf".utf8) + [0xE9], "2:19: the file is not in UTF-8."),
    (Array("clinic: {name: Café ".utf8) + [0xFC, 0x62], "1:21: the file is not in UTF-8."),
    ([0x80], "1:1: the file is not in UTF-8."),
  ]

  @Test(arguments: encodings)
  func `a file in another encoding is told as what it is`(bytes: [UInt8], told: String) {
    #expect {
      try ClinicConfigReader.read(bytes: bytes, path: "c.yaml", compiledIn: [], keyNames: [])
    } throws: { "\($0)" == "c.yaml:\(told) \(Self.save)" }
    #expect {
      try ClinicContent(bytes: bytes, path: "c.yaml")
    } throws: { "\($0)" == "c.yaml:\(told) \(Self.save)" }
  }

  @Test func `an amount is plain too, in quotes or not`() throws {
    func told(_ price: String) -> String {
      Self.told(
        """
        clinic: {name: A}
        billing:
          rule: cms
          currency: USD
          services: {stone: {code: A1, description: Stones, price: \(price)}}
        """)
    }
    for price in ["34.50", "\"34.50\"", "41"] { #expect(told(price) == "read", "\(price)") }
    for (price, write) in [("034.50", "34.50"), ("1_0", "10"), ("1e1", "10")] {
      #expect(
        told(price) == "c.yaml:8:60: billing.services.stone.price: \"\(price)\" is not a plain "
          + "decimal number. Write \(write).")
    }
  }
}
