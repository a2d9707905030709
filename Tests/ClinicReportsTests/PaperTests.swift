import ClinicalContent
import Foundation
import TechniqueKit
import Testing

@testable import ClinicCore
@testable import ClinicReports

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The letter and the client's report: the same chart gives the same paper in every format.
@Suite struct PaperTests {
  static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .epoch }
  static let pain = Instruments.painNow

  static func scores(
    _ first: Double, _ last: Double?, version: String = pain.version
  ) throws -> ScoreCourse {
    func measured(_ value: Double, _ text: String, _ version: String) -> ClinicCore.Measurement {
      .init(
        metric: pain.id, version: version, occasion: .apart,
        at: Instant(day(text), hour: 10, in: .utc),
        value: value)
    }
    let values =
      [measured(first, "2026-11-03", pain.version)]
      + (last.map { [measured($0, "2026-11-24", version)] } ?? [])
    return try #require(MeasuredSeries(pain, values, in: .utc).flatMap { ScoreCourse($0) })
  }

  static func course(
    scores: [ScoreCourse] = [], client: String = "Ann Ruiz", isRich: Bool = true
  ) -> TreatmentCourse {
    func found(_ kind: ID<FindingKind>, _ site: String, _ sentence: String) -> RecordedFinding {
      .init(
        at: Instant(milliseconds: 0),
        finding: Finding(
          kind: kind, code: "trp", values: ["site": .site(Site(ID(site)))]),
        sentence: sentence)
    }
    return TreatmentCourse(
      period: .init(from: day("2026-11-03"), until: day("2026-11-24")),
      client: Identity(name: client, born: isRich ? day("1984-03-02") : nil),
      visits: isRich ? 4 : 0, minutes: isRich ? 230 : 0, missed: isRich ? 1 : 0, cancelled: 0,
      scores: scores,
      findings: isRich
        ? .init(
          first: day("2026-11-03"), last: day("2026-11-24"),
          rows: [
            .new(found("a", "neck", "Trigger point, neck.")),
            .notRecorded(found("a", "calf", "Trigger point, calf.")),
          ]) : nil,
      techniques: isRich
        ? [.init(id: "trigger_point", name: "Trigger point therapy", minutes: 230)] : [],
      areas: isRich ? ["neck", "right shoulder"] : [],
      response: isRich ? .init(on: day("2026-11-24"), lines: ["felt lighter", "slept"]) : nil,
      afterEffects: isRich
        ? [
          .init(
            on: day("2026-11-10"), technique: "Trigger point therapy", words: "a bruise",
            isReported: true),
          .init(
            on: day("2026-11-24"), technique: "Trigger point therapy", words: "none of these",
            isReported: false),
        ] : [],
      notTreated: isRich ? [.init(on: day("2026-11-17"), reasons: ["C1 Fever today"])] : [],
      goals: [], plan: nil, next: nil, zone: .utc)
  }

  static func letter(_ course: TreatmentCourse) -> Document {
    Letter(
      letterhead: ["River Street Clinic", "Phone 555-0100"], writtenOn: day("2026-11-24"),
      author: Author(name: "J. Lee", credential: "LMT"), referral: nil, course: course,
      recommendation: .none, sharing: .told(byGuardian: false)
    ).document(naming: GeneralContent.anatomy)
  }

  static func rich(client: String = "Ann Ruiz") throws -> Document {
    letter(
      course(
        scores: [
          try scores(6, 3), try scores(4, 6), try scores(5, 5), try scores(6, 3, version: "other"),
          try scores(6, nil),
        ], client: client))
  }

  @Test func `a letter tells better, worse, unchanged and what cannot be compared`() throws {
    let lines = try Self.rich().lines()
    #expect(
      lines.joined(separator: "\n") == """
        River Street Clinic
        Phone 555-0100

        Progress report

        To      the referring provider
        From    J. Lee, LMT
        Date    24 Nov 2026
        Client  Ann Ruiz, born 2 Mar 1984
        Period  3 Nov 2026 to 24 Nov 2026
        Visits  4 attended, 1 missed, none cancelled

        Scores
          Measure  First            Last              Course
          pain     6 on 3 Nov 2026  3 on 24 Nov 2026  better
          pain     4 on 3 Nov 2026  6 on 24 Nov 2026  worse
          pain     5 on 3 Nov 2026  5 on 24 Nov 2026  unchanged
          pain     6 on 3 Nov 2026  3 on 24 Nov 2026  not compared
          pain     6 on 3 Nov 2026                    measured once
          - pain, pain intensity now, 0 none to 10 worst: Better by 3 (50 %)
            since 3 Nov 2026; more than measuring noise (2.83, low back pain,
            computed from SEM 1.02, Childs 2005); enough to matter (2.2, low
            back pain over one week, Childs 2005).
          - pain, pain intensity now, 0 none to 10 worst: Worse by 2 (50 %)
            since 3 Nov 2026; not more than measuring noise (2.83, low back
            pain, computed from SEM 1.02, Childs 2005); less than what usually
            matters (2.2, low back pain over one week, Childs 2005).
          - pain, pain intensity now, 0 none to 10 worst: No change since 3 Nov
            2026.
          - pain, pain intensity now, 0 none to 10 worst: Scores of different
            versions of an instrument are not compared.
          - pain, pain intensity now, 0 none to 10 worst: Measured on one day;
            no change can be told.

        Findings of 24 Nov 2026, held against 3 Nov 2026
          - New: Trigger point, neck.
          - Not recorded again: Trigger point, calf.

        Treatment
          Technique              Minutes
          Trigger point therapy  230
          Areas: neck, right shoulder.
          - Not treated on 17 Nov 2026: C1 Fever today
          Response, as noted on 24 Nov 2026: felt lighter; slept

        After-effects
          Asked 2 times whether anything followed a session; named 1 time:
          - 10 Nov 2026, after trigger point therapy: a bruise

        Plan and recommendation
          Recommendation  None was recorded.
          As the therapist states, the client agreed to this letter.

          ________________________________
          J. Lee, LMT

        This letter tells what was recorded; it does not say what brought a
        change about.
        Rules and scores inform; the therapist decides.
        """)
    #expect(lines.allSatisfy { $0.count <= 72 })
    #expect(try Self.rich().lines() == lines)
  }

  @Test func `a letter on a chart with nothing in it says that nothing is known`() {
    let lines = Self.letter(Self.course(isRich: false)).lines()
    for line in [
      "Client  Ann Ruiz, birth not known", "Visits  none attended, none missed, none cancelled",
      "  None was recorded in this period.", "  None in this period.",
      "  The chart has no answer to whether anything followed a session.",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  @Test func `the client is told in everyday words, worse as plainly as better`() throws {
    #expect(
      try Self.scores(6, 3).plainSentence
        == "Your pain score went from 6 to 3 since 3 Nov 2026, which is better (pain intensity now, "
        + "0 none to 10 worst). That is a change that people usually notice.")
    #expect(
      try Self.scores(3, 6).plainSentence.contains("from 3 to 6 since 3 Nov 2026, which is worse"))
    #expect(
      try Self.scores(4, 5).plainSentence.hasSuffix(
        "A score may differ by that much without a change."))
    #expect(try Self.scores(5, 5).plainSentence.contains("score is 5, as on 3 Nov 2026"))
    #expect(
      try Self.scores(5, 4, version: "other").plainSentence.hasSuffix("they are not compared."))
    #expect(try Self.scores(5, nil).plainSentence.contains("score was 5 on 3 Nov 2026"))
  }

  @Test func `read aloud, a paper has no columns and no line to sign on`() throws {
    let lines = try Self.rich().lines(isPlain: true)
    #expect(lines.contains("Client: Ann Ruiz, born 2 Mar 1984"))
    #expect(
      lines.contains("pain: first 6 on 3 Nov 2026, last 3 on 24 Nov 2026, course better."))
    #expect(lines.contains("Signature: J. Lee, LMT"))
    #expect(!lines.contains { $0.contains("  ") || $0.contains("__") })
  }

  @Test(arguments: ["Ann Ruiz", "<script>alert(1)</script>", "O'Brien & \"Sons\"", "李\u{301} <b>"])
  func `the page is well-formed, stands alone, and takes a name as text`(name: String) throws {
    let html = try Self.rich(client: name).html
    let reader = PageReader()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.texts["dd"]?.contains("\(name), born 2 Mar 1984") == true)
    #expect(reader.texts["h1"] == ["Progress report"])
    #expect(reader.texts["td"]?.contains("worse") == true)
    #expect(reader.scopes.filter { $0 == "col" }.count == 6)
    #expect(reader.scopes.filter { $0 == "row" }.count == 6)
    #expect(html.contains("<html lang=\"en\">"))
    for word in ["<script", "src=", "href=", "url(", "@import", "http"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func `Markdown takes what looks like a mark as text`() throws {
    let text = try Self.rich(client: "*Ann* | [x](y) <b>").markdown
    #expect(
      text.contains("**Client:** \\*Ann\\* \\| \\[x\\](y) \\<b\\>, born 2 Mar 1984\\\n"), "\(text)")
    #expect(text.contains("| pain | 4 on 3 Nov 2026 | 6 on 24 Nov 2026 | worse |\n"))
    #expect(text.contains("\n# Progress report\n") && text.contains("\n## Treatment\n"))
  }

  @Test func `a wide table gives way in its widest column, and keeps every word`() {
    let words = (1...20).map { "word\($0)" }.joined(separator: " ")
    let lines = Document(
      title: "T", letterhead: [], parts: [.table(.init(["A", "B"], [["a", words]]))], footer: []
    ).lines()
    #expect(lines.allSatisfy { $0.count <= 72 } && lines.count > 4)
    #expect((1...20).allSatisfy { number in lines.contains { $0.contains("word\(number)") } })
  }
}

/// Gathers what a page says, by element.
private final class PageReader: NSObject, XMLParserDelegate {
  var texts: [String: [String]] = [:]
  var scopes: [String] = []
  private var open: [(name: String, text: String)] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append((name, ""))
    if let scope = attributes["scope"] { scopes.append(scope) }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if !open.isEmpty { open[open.count - 1].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let last = open.popLast() else { return }
    texts[last.name, default: []].append(last.text)
  }
}
