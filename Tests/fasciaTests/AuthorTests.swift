import Foundation
import TerminalTesting
import Testing

/// Who did what, in what the program shows and prints.
@Suite struct AuthorTests {
  static let words = "a few plain words"

  /// A clinic with receipts where J. Lee is the owner and Thom Berg a therapist.
  func clinic() throws -> Clinic {
    let clinic = try Clinic()
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    let providers = "    J. Lee: {Licence: MT 0000}\n"
    let billing = ReceiptTests.billing.replacing(
      providers, with: providers + "    Thom Berg: {Licence: MT 1111}\n")
    try clinic.configure(
      sample.replacing("sign_in: off", with: "sign_in: required")
        .replacing("\ntechniques: ", with: "\n\(billing)techniques: "))
    let secret = try clinic.secret(Self.words)
    let founded = try script(
      clinic, as: "lee",
      [
        "staff add \"Thom Berg\" role=therapist credential=RMT passphrase_file=\(secret)",
        "new Ann Ruiz born=1984", Clinic.intake(),
        PlanningTests.referral + " visits=8 from=2026-11-01 until=2026-12-31",
      ])
    try #require(founded.ending == .code(0), "\(founded.errors)")
    return clinic
  }

  func script(
    _ clinic: Clinic, as login: String, _ lines: [String], _ flags: [String] = []
  ) throws -> Outcome {
    try clinic.script(
      lines, flags + ["--login", login, "--passphrase-file", try clinic.secret(Self.words)])
  }

  /// What Thom leaves behind, and what the owner types to finish it.
  static let left: [(thom: [String], lee: [String])] = [
    ([], ["s words of Lee", "end at=2026-11-24T10:16"]),
    (["s words of Thom", "end at=2026-11-24T10:16"], ["a words of Lee"]),
    (["trp r utrap 7>3", "pain 6", "area neck"], ["pain 3 after", "end at=2026-11-24T10:16"]),
  ]

  @Test(arguments: left.indices)
  func `a visit taken over from somebody who left names both, on screen and on paper`(
    place: Int
  ) throws {
    let clinic = try clinic()
    let begun = try script(
      clinic, as: "thom",
      ["client ruiz", "start trigger points 60 on=neck at=2026-11-24T10:00"]
        + Self.left[place].thom)
    #expect(begun.ending == .code(0), "\(begun.errors)")
    let opened = try script(
      clinic, as: "lee", ["staff remove thom anyway=left", "today", "client ruiz"])
    #expect(opened.ending == .code(0), "\(opened.errors)")
    #expect(opened.output.contains(", begun by Thom Berg"), "\(opened.output)")
    #expect(
      opened.output.contains(
        "Begun by Thom Berg, RMT, who has no access any more. The visit is yours to finish;"),
      "\(opened.output)")
    let signed = try script(
      clinic, as: "lee", ["client ruiz"] + Self.left[place].lee + ["note", "sign", "last"])
    #expect(signed.ending == .code(0), "\(signed.errors)")
    for line in [
      "Begun by Thom Berg, RMT; taken over by J. Lee, LMT. Treated by Thom Berg, RMT.",
      "Begun by Thom Berg, RMT; taken over and signed by J. Lee, LMT. Treated by Thom Berg, RMT.",
      "\nTreated by Thom Berg, RMT.\nSigned by J. Lee, LMT, 24 Nov 2026",
    ] { #expect(signed.output.contains(line), "\(line)\n\(signed.output)") }
    for (own, name) in [
      ("words of Thom", "Thom Berg"), ("words of Lee", "J. Lee"), ("pain 7 to 3.", "Thom Berg"),
    ] where signed.output.contains(own) {
      #expect(signed.output.contains("\(own) (\(name))\n"), "\(signed.output)")
    }
    let papers = try script(
      clinic, as: "lee", ["client ruiz", "chart", "receipt", "letter consent=yes", "report"])
    #expect(papers.ending == .code(0), "\(papers.errors)")
    for line in [
      "Provider     Thom Berg, RMT\nLicence      MT 1111\nSigned by    J. Lee, LMT\n",
      "Treated by    Thom Berg, RMT", "Treated by  Thom Berg, RMT",
    ] { #expect(papers.output.contains(line), "\(line)\n\(papers.output)") }
    let flowing = papers.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let told = "Visit of 24 Nov 2026: treated by Thom Berg, RMT; signed by J. Lee, LMT."
    #expect(flowing.components(separatedBy: told).count == 3, "\(papers.output)")
  }

  @Test func `programs are told who wrote, found, measured, treated and signed`() throws {
    let clinic = try clinic()
    _ = try script(
      clinic, as: "thom",
      [
        "client ruiz", "start trigger points 60 on=neck at=2026-11-24T10:00", "s words of Thom",
        "trp r utrap 7>3", "pain 6",
      ])
    let lines = [
      "staff remove thom anyway=left", "client ruiz", "s words of Lee", "end at=2026-11-24T10:16",
      "sign",
      "last", "receipt", "letter consent=yes",
    ]
    let outcome = try script(clinic, as: "lee", lines, ["--json"])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    let items = Clinic.items(outcome.output)
    let (thom, lee) = ("Thom Berg, RMT", "J. Lee, LMT")
    let open = try #require(items.compactMap { $0["open"] as? [String: Any] }.first)
    #expect(open["begun_by"] as? String == thom && open["taken_over"] as? Bool == true)
    let visit = try #require(items.first { $0["segments"] != nil })
    #expect(visit["treated_by"] as? [String] == [thom] && visit["taken_over"] as? Bool == true)
    #expect(visit["signed_by"] as? String == lee)
    func authors(_ list: String) -> [String?] {
      (visit[list] as? [[String: Any]] ?? []).map { $0["by"] as? String }
    }
    #expect(authors("note") == [thom, lee])
    #expect(authors("found") == [thom])
    #expect(Set(authors("measures")) == [thom])
    #expect(Set(authors("segments")) == [thom])
    let receipt = try #require(items.first { $0["issued_on"] != nil })
    #expect(receipt["provider"] as? String == thom && receipt["signed_by"] as? String == lee)
    let letter = try #require(items.first { $0["paper"] as? String == "letter" })
    #expect(letter["treated_by"] as? [String] == [thom])
    #expect((letter["taken_over"] as? [[String: Any]])?.count == 1)
  }

  @Test func `where one person did all, no line names them twice`() throws {
    let clinic = try clinic()
    let outcome = try script(
      clinic, as: "thom",
      [
        "client ruiz", "start trigger points 60 on=neck at=2026-11-24T10:00", "s words of Thom",
        "end at=2026-11-24T10:16", "sign", "last", "receipt", "report",
      ])
    #expect(outcome.ending == .code(0), "\(outcome.errors)")
    #expect(!outcome.output.contains("Treated by") && !outcome.output.contains("Begun by"))
    #expect(!outcome.output.contains("(Thom Berg)"))
    #expect(
      outcome.output.contains("Provider     Thom Berg, RMT\nLicence      MT 1111\nReferred by"))
  }
}
