import Foundation
import TerminalTesting
import Testing

/// `receipt` in the real program.
@Suite struct ReceiptTests {
  static let billing = """
    billing:
      rule: cms
      currency: USD
      services:
        trigger_point: {code: RS-20, description: Trigger point session, price: "34.50"}
      address: [12 River Street, Springfield]
      phone: 555-0100
      tax_id: 00-0000000
      providers:
        J. Lee: {Licence: MT 0000}
      footer: Thank you.

    """

  /// The sample configuration with sections of its own before the techniques.
  static func clinic(_ sections: String = billing) throws -> Clinic {
    let clinic = try Clinic()
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    try clinic.configure(sample.replacing("\ntechniques: ", with: "\n\(sections)techniques: "))
    return clinic
  }

  /// With one signed visit of 47 minutes.
  static func visited(_ sections: String = billing) throws -> Clinic {
    let clinic = try clinic(sections)
    let outcome = try clinic.script([
      "new Ann Ruiz born=1984-03-02", Clinic.intake(),
      "start trigger points 60 at=2026-11-24T09:00", "end at=2026-11-24T09:47", "sign",
    ])
    try #require(outcome.ending == .code(0), "\(outcome.errors)")
    return clinic
  }

  @Test func `the receipt of the last visit explains its units`() throws {
    let clinic = try Self.visited()
    let outcome = try clinic.script(["client ruiz", "receipt paid=50"])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    #expect(
      outcome.output.hasSuffix(
        """
        River Street Clinic
        12 River Street
        Springfield
        Phone 555-0100
        Tax id 00-0000000

        Receipt      visit 1 of Tue 24 Nov 2026
        Receipt no.  0001
        Client       Ann Ruiz, born 2 Mar 1984
        Provider     J. Lee, LMT
        Licence      MT 0000
        Issued       24 Nov 2026
        Payment      50.00 USD on 24 Nov 2026

        RS-20  Trigger point session
          47 min, 3 units of 34.50 USD                                103.50 USD

        Total                                                         103.50 USD
        Paid                                                           50.00 USD
        Balance                                                        53.50 USD
        53.50 USD is due.

        47 timed minutes are 3 units by the total-time rule (38 to 52).

        Thank you.

        """), "\(outcome.output)")
    let item = try #require(
      Clinic.items(
        try clinic.script(
          ["client ruiz", "receipt 1 paid=53.50 reason=\"the rest was paid\""], ["--json"]
        ).output
      ).last)
    #expect(item["total"] as? String == "103.50" && item["balance"] as? String == "0.00")
    #expect(item["units"] as? Int == 3 && item["note"] as? String == "Paid in full.")
    let plain = try clinic.script(["client ruiz", "receipt"], ["--plain"]).output
    #expect(plain.contains("\n47 min, 3 units of 34.50 USD: 103.50 USD\n"))
  }

  @Test
  func `a file is the owner's alone, replaces nothing unasked, and leaves a row in the trail`()
    throws
  {
    let clinic = try Self.visited()
    let page = clinic.folder + "/visit.html"
    let told = try clinic.script(["client ruiz", "receipt to=\(page)"])
    #expect(told.output.contains("Wrote the receipt of visit 1 to \(page)"), "\(told.errors)")
    #expect(told.output.contains("Anyone who has this file can read it."))
    let mode = try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(
      html.hasPrefix("<!DOCTYPE html>") && html.contains("<dd>Ann Ruiz, born 2 Mar 1984</dd>"))
    let again = try clinic.script([
      "client ruiz", "receipt paid=1 reason=\"was paid\" to=\(page)",
    ])
    #expect(again.ending == .code(1))
    #expect(again.errors.contains("there is a file \(page) already. Nothing was written."))
    #expect(try String(contentsOfFile: page, encoding: .utf8) == html)
    let replaced = try clinic.script([
      "client ruiz", "receipt paid=1 reason=\"was paid\" to=\(page) replace=yes",
    ])
    #expect(replaced.ending == .code(0), "\(replaced.errors)")
    #expect(try String(contentsOfFile: page, encoding: .utf8).contains("102.50 USD is due."))
    let text = clinic.folder + "/visit.txt"
    _ = try clinic.script(["client ruiz", "receipt to=\(text)"], ["--plain"])
    #expect(
      try String(contentsOfFile: text, encoding: .utf8)
        .hasPrefix("COPY\nRiver Street Clinic\n12 River"))
    let paper = clinic.folder + "/visit.pdf"
    let printed = try clinic.script([
      "client ruiz", "receipt paid=49 reason=\"was paid\" to=\(paper)",
    ])
    #expect(printed.output.contains("Wrote the receipt of visit 1 to \(paper)"))
    #expect(printed.errors.isEmpty, "\(printed.errors)")
    let read = try Poppler.text(of: paper).split { $0.isWhitespace }.joined(separator: " ")
    for words in [
      "Receipt for visit 1 of Tue 24 Nov 2026", "RS-20 Trigger point session 47 3 34.50 103.50",
      "Balance 53.50 USD", "Page 1 of 1",
    ] { #expect(read.contains(words), "\(read)") }
    let trail = try clinic.script(["audit"]).output
    #expect(trail.contains("gave out, the receipt of visit 1, to "), "\(trail)")
    let rehearsed = try clinic.script(
      ["client ruiz", "receipt to=\(clinic.folder)/no.txt"], ["--dry-run"])
    #expect(rehearsed.ending == .code(0), "\(rehearsed.errors)")
    #expect(!FileManager.default.fileExists(atPath: clinic.folder + "/no.txt"))
  }

  @Test(arguments: [
    ("receipt 2", 1, "there is no visit 2. Signed visits: 1."),
    ("receipt 0", 1, "there is no visit 0. Signed visits: 1."),
    ("receipt last", 2, "\"last\" is not the number of a visit."),
    ("receipt paid=ten", 1, "\"ten\" is no amount of USD. Example: paid=65.00"),
    ("receipt paid=-5", 1, "\"-5\" is no amount of USD."),
    ("receipt paid=103.51", 1, "paid is more than the total of 103.50 USD."),
    ("receipt to=~/a.doc", 2, "a receipt is written as .txt, .md, .html or .pdf."),
    ("receipt to=/nowhere/a.txt", 1, "/nowhere/a.txt cannot be written:"),
    ("receipt replace=yes", 2, "replace belongs to a file."),
    ("receipt to=~/a.txt replace=perhaps", 2, "replace is yes or no."),
    ("receipt tip=5", 2, "there is no field \"tip\" here."),
    ("receipt paid=5 paid_on=2026-12-24", 1, "24 Dec 2026 is in the future."),
    ("receipt paid_on=yesterday", 2, "paid_on= belongs to paid=."),
    ("receipt reason=why", 2, "reason= replaces a receipt, and none was handed out"),
    ("receipt no=3", 1, "no receipt was handed out to this client yet."),
    ("receipt no=x", 2, "\"x\" is not the number of a receipt."),
    ("receipt void 1 reason=x", 1, "no receipt was handed out for this visit."),
    ("receipt void 1", 4, "receipt void needs reason="),
    ("receipt 1 void reason=x", 2, "receipt void comes before the visit."),
    ("receipt 1 2", 2, "\"1 2\" is not the number of a visit."),
    ("receipt void shoe=42", 2, "there is no field \"shoe\" here."),
  ])
  func `what cannot be done is said`(line: String, code: Int32, message: String) throws {
    let clinic = try Self.visited()
    let outcome = try clinic.script(["client ruiz", line])
    #expect(outcome.ending == .code(code), "\(outcome.output)")
    #expect(outcome.errors.contains("-c:2: Error: \(message)"), "\(outcome.errors)")
  }

  @Test func `two techniques are two services, under the codes of the referral of that day`() throws
  {
    let two = Self.billing.replacing(
      "  address:",
      with: "    lymphatic_drainage: {code: RS-30, description: Drainage, "
        + "price: \"30.00\"}\n  address:")
    let clinic = try Self.clinic(two)
    let outcome = try clinic.script([
      "new Ann Ruiz born=1984-03-02", Clinic.intake(),
      PlanningTests.referral + " visits=8 from=2026-11-01 until=2026-12-31",
      "start trigger points 30 + lymph drainage 30 at=2026-11-24T09:00",
      "end at=2026-11-24T09:53", "sign",
      "referral close reason=\"another provider\"", "receipt",
    ])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    let json = try clinic.script(["client ruiz", "receipt"], ["--json"]).output
    let receipt = try #require(Clinic.items(json).last)
    let services = try #require(receipt["services"] as? [[String: Any]])
    #expect(services.compactMap { $0["code"] as? String } == ["RS-20", "RS-30"])
    #expect(services.compactMap { $0["minutes"] as? Int } == [30, 23])
    #expect(receipt["units"] as? Int == 4)
    #expect((receipt["conditions"] as? [String])?.first == "M54.2")
    #expect((receipt["referred_by"] as? String)?.hasPrefix("Dr Okoye") == true)
  }

  @Test func `a visit that is not signed has none, and the verb that mends it is named`() throws {
    let clinic = try Self.clinic()
    let first = try clinic.script(["new Ann Ruiz born=1984", "receipt"])
    #expect(first.ending == .code(1) && first.errors.contains("there is no signed visit yet."))
    let open = try clinic.script([
      "client ruiz", Clinic.intake(), "start trigger points 60", "end", "receipt",
    ])
    #expect(open.ending == .code(1))
    #expect(open.errors.contains("visit 1 is not signed yet. Type sign first."), "\(open.errors)")
    try clinic.set("2026-11-24T12:00")
    let second = try clinic.script([
      "client ruiz", "sign", "start trigger points 60", "end", "receipt",
    ])
    #expect(second.errors.contains("visit 2 is not signed yet. Type sign first, or name a signed"))
    let named = try clinic.script(["client ruiz", "receipt 1"])
    #expect(named.ending == .code(0), "\(named.errors)")
    #expect(named.output.contains("DRAFT, not handed out"))
    #expect(named.output.contains("0 min, 0 units of 34.50 USD"))
    #expect(named.output.contains("Nothing is charged."))
  }

  @Test func `without the section, or the technique in it, one sentence says what to add`() throws {
    let none = try Self.visited("")
    let outcome = try none.script(["client ruiz", "receipt"])
    #expect(outcome.ending == .code(1))
    #expect(outcome.errors.contains("receipts need a section billing in config.yaml"))
    let other = try Self.visited(Self.billing.replacing("trigger_point:", with: "craniosacral:"))
    let refused = try other.script(["client ruiz", "receipt"])
    #expect(refused.ending == .code(1))
    #expect(
      refused.errors.contains("billing.services in config.yaml says nothing of trigger_point."))
  }

  @Test func `the sections of the sample load once the marks of a comment are taken away`() throws {
    let lines = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
      .components(separatedBy: "\n")
    let shown = ["billing:", "consent:"].map { name -> String in
      let start = lines.firstIndex(of: "# \(name)") ?? lines.count
      return lines[start...].prefix { $0.hasPrefix("# ") }
        .map { $0.dropFirst(2) + "\n" }.joined()
    }
    #expect(shown.allSatisfy { $0.count > 200 })
    let clinic = try Self.visited(shown[0])
    #expect(try clinic.script(["client ruiz", "receipt"]).output.contains("RS-20  Trigger point"))
    let consenting = try Self.clinic(shown[1])
    let listed = try consenting.script(["new Ann Ruiz born=1984", "consent"]).output
    #expect(listed.contains("Consent to massage: not asked yet"))
    #expect(listed.contains("Consent to massage of the breast: not asked yet"))
    // No code of anybody else's is shipped.
    #expect(shown[0].firstMatch(of: /\b9\d{4}\b/) == nil)
  }

  @Test func `the front desk sees no receipt, for it tells what was treated`() throws {
    let clinic = try PeopleTests().staffed()
    let outcome = try PeopleTests().script(clinic, as: "fay", ["client id=C0001", "receipt"])
    #expect(outcome.ending == .code(1) && outcome.errors.contains("has no access to charts"))
  }
}
