import TechniqueKit
import Testing

@Suite("The line of a finding")
struct ShorthandLineTests {
  @Test(
    "A finding is printed as the shortest line that reads back the same",
    arguments: [
      ("90s 7 > 3 r utrap REF temple", "trp right upper trapezius 7>3 90s ref temple"),
      ("lat infra x3 1m twitch", "trp infraspinatus 60s x3 latent twitch"),
      ("range=40>55 site=\"both lats\"", "trp left and right latissimus dorsi 40>55deg"),
      ("infra 0.00005>3", "trp infraspinatus 0.00005>3"),
      ("infra ref \"pain behind the eye\"", "trp infraspinatus ref \"pain behind the eye\""),
      ("infra ref \u{301} b", "trp infraspinatus ref \u{301} b"),
      ("infra ref a \"b\" 2\" c", "trp infraspinatus ref \"a b 2\\\" c\""),
      ("infra ref \"\\\"a\\\" b\"", "trp infraspinatus ref \"\\\"a\\\" b\""),
      ("infra ref \"x = 3,  y\"", "trp infraspinatus ref \"x = 3,  y\""),
    ])
  func prints(typed: String, line: String) throws {
    let finding = try point.read(typed, anatomy: body)
    #expect(point.line(for: finding, anatomy: body) == line)
    #expect(try point.read(line, anatomy: body) == finding)
  }

  @Test("Where the short line could be read otherwise, the fields stand by their names")
  func named() throws {
    let finding = Finding(
      kind: "two", code: "two",
      values: ["site": .site(Site("neck")), "first": .number(3), "last": .number(4)])
    let line = two.line(for: finding, anatomy: body)
    #expect(line == "two site=neck first=3 last=4")
    #expect(try two.read(line, anatomy: body) == finding)
  }

  @Test(
    "The words of a line may stand in any order",
    arguments: [
      "r infra lat 7>3 60s x3", "lat r infra 7>3 60s x3", "x3 60s lat 7>3 r infra",
      "7>3 lat x3 infra r 60s", "hold 60s lat repeats=3 pain = 7>3 site r infra",
      "state=lat, site=infra r, pain 7 > 3, x3, hold=1m",
    ])
  func anyOrder(line: String) throws {
    #expect(
      try point.read(line, anatomy: body).values == [
        "site": .site(Site("infraspinatus", .right)), "state": .word("latent"),
        "pain": .change(before: 7, after: 3), "hold": .number(60), "repeats": .count(3),
      ])
  }

  @Test(
    "What fits several things names every complete reading",
    arguments: [
      ("two neck 3", "3", ["two site=neck first=3", "two site=neck last=3"]),
      (
        "two neck 3 4", "3", ["two site=neck first=3 last=4", "two site=neck first=4 last=3"]
      ),
      (
        "two trapezius first 3", "trapezius",
        [
          "two site=\"upper trapezius\" first=3", "two site=\"lower trapezius\" first=3",
        ]
      ),
      (
        "two site=l trapezius last=4", "l trapezius",
        [
          "two site=\"left upper trapezius\" last=4", "two site=\"left lower trapezius\" last=4",
        ]
      ),
      ("two neck mi", "mi", ["two neck mild", "two neck minimal"]),
      ("two neck grade=mi", "mi", ["two neck mild", "two neck minimal"]),
      (
        "two neck 2", "2",
        [
          "two site=neck first=2", "two site=neck last=2", "two site=neck stage=2",
        ]
      ),
    ])
  func ambiguous(line: String, typed: String, readings: [String]) {
    let error = #expect(throws: ShorthandError.self) { try two.read(line, anatomy: body) }
    guard case .ambiguous(typed, let found) = error else {
      Issue.record("\(error?.sentence ?? "")")
      return
    }
    #expect(found.map(\.line) == readings)
    for reading in found {
      #expect(throws: Never.self) { try two.read(reading.line, anatomy: body) == reading.finding }
    }
  }

  @Test(
    "What only one field can hold is not asked for",
    arguments: [
      ("two neck 12", "two neck 12"), ("two neck 3 12", "two neck 3 12"),
      ("two neck last=3 4", "two site=neck first=4 last=3"),
      ("two neck stage 2", "two site=neck stage=2"), ("two neck 2b", "two neck 2b"),
    ])
  func clear(line: String, canonical: String) throws {
    let finding = try two.read(line, anatomy: body)
    #expect(two.line(for: finding, anatomy: body) == canonical)
  }

  @Test("A row of numbers may carry its unit beside a number of the same unit")
  func sharedUnit() throws {
    #expect(
      try girth.read("girth l arm 17cm 18.5cm 4cm", anatomy: body).values == [
        "site": .site(Site("arm", .left)), "girths": .series([17, 18.5]), "every": .number(4),
      ])
  }

  @Test("A line of many words that all fit several things is answered soon")
  func manyForks() {
    let line = "two " + String(repeating: "trapezius mi 3 ", count: 200)
    #expect(throws: ShorthandError.self) { try two.read(line, anatomy: body) }
  }

  private let two = FindingKind(
    "two", code: "two", "Two",
    fields: [
      .init("site", "where", .site, required: true),
      .init("first", "first", .number(unit: "", range: 0...5)),
      .init("last", "last", .number(unit: "", range: 0...20)),
      .init("grade", "grade", .word(["mild", "minimal"])),
      .init("stage", "stage", .word(["2", "2b"])),
    ], sentence: "{site}[ {first}][ {last}][ {grade}][ {stage}].")
}
