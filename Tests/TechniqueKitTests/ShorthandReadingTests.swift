import TechniqueKit
import Testing

@Suite("Reading what a line means without being told")
struct ShorthandReadingTests {
  /// A kind with texts, words and numbers side by side.
  static let work = FindingKind(
    "work", code: "wrk", "Work", treats: true,
    fields: [
      .init("site", "where", .site, required: true),
      .init("grade", "pressure", .number(unit: "", range: 1...5)),
      .init("minutes", "how long", .number(unit: "min", range: 1...30)),
      .init("pain", "pain", .change(unit: "", range: 0...10)),
      .init("tolerance", "how it went", .word(["tolerated", "guarded"])),
      .init("method", "what was done", .text), .init("felt", "what was felt", .text),
    ], sentence: "{site}.")
  static let station = FindingKind(
    "station", code: "station", "Station",
    fields: [
      .init("site", "where", .site, required: true),
      .init("minutes", "how long", .number(unit: "min", range: 0.5...20)),
      .init("felt", "what was felt", .text),
    ], sentence: "{site}.")

  private func readings(_ line: String, _ kind: FindingKind) -> [String] {
    do throws(ShorthandError) {
      return [kind.line(for: try kind.read(line, anatomy: body), anatomy: body)]
    } catch {
      guard case .ambiguous(_, let readings) = error else { return [error.sentence] }
      return readings.map(\.line)
    }
  }

  @Test(
    "Words at the end of a text that mean a field are asked about",
    arguments: [
      (
        "trp infra 6>4 ref behind eye twitch", point,
        [
          "trp infraspinatus 6>4 ref \"behind eye twitch\"",
          "trp infraspinatus 6>4 twitch ref behind eye",
        ]
      ),
      (
        "trp infra ref down the arm 60s", point,
        ["trp infraspinatus ref \"down the arm 60s\"", "trp infraspinatus 60s ref down the arm"]
      ),
      (
        "trp infra ref temple 7>3", point,
        ["trp infraspinatus ref \"temple 7>3\"", "trp infraspinatus 7>3 ref temple"]
      ),
      (
        "wrk arm method broad strokes 5 min", work,
        [
          "wrk arm method \"broad strokes 5 min\"", "wrk arm 5min method broad strokes",
        ]
      ),
      (
        "wrk arm method slow, tolerated felt warm", work,
        [
          "wrk arm method \"slow, tolerated\" felt warm", "wrk arm tolerated method slow felt warm",
        ]
      ),
      (
        "trp infra ref temple latent x3", point,
        [
          "trp infraspinatus ref \"temple latent x3\"", "trp infraspinatus x3 latent ref temple",
          "trp infraspinatus x3 ref \"temple latent\"",
        ]
      ),
    ])
  func asks(line: String, kind: FindingKind, lines: [String]) throws {
    #expect(Set(readings(line, kind)) == Set(lines))
    // Each of the lines that are offered is read in one way.
    for line in lines { #expect(readings(line, kind) == [line]) }
  }

  @Test(
    "A text that cannot end earlier is taken whole, and quotes say where it ends",
    arguments: [
      ("trp infra ref twitch", point, "trp infraspinatus ref \"twitch\""),
      (
        "trp infra ref twitch behind eye", point,
        "trp infraspinatus ref \"twitch behind eye\""
      ),
      (
        "trp infra twitch ref the eye twitch", point,
        "trp infraspinatus twitch ref \"the eye twitch\""
      ),
      ("trp infra ref \"the eye\" twitch", point, "trp infraspinatus twitch ref the eye"),
      ("trp infra ref \"the eye twitch\"", point, "trp infraspinatus ref \"the eye twitch\""),
      ("trp infra ref toe 5", point, "trp infraspinatus ref toe 5"),
      ("wrk arm felt 7 sharp", work, "wrk arm felt 7 sharp"),
    ])
  func whole(line: String, kind: FindingKind, read: String) {
    #expect(readings(line, kind) == [read])
  }

  @Test(
    "A lone number is that of the only field that can take it",
    arguments: [
      ("trp infra 5", point, "trp infraspinatus 5"),
      ("trp infra 5/10", point, "trp infraspinatus 5"),
      ("trp infra 0", point, "trp infraspinatus 0"),
      ("trp infra 40deg", point, "trp infraspinatus 40deg"),
      ("trp infra pain=5/10", point, "trp infraspinatus 5"),
      ("trp infra pain 5 60s", point, "trp infraspinatus 5 60s"),
      ("station arm 5", station, "station arm 5min"),
      ("wrk arm 3", work, "wrk arm 3"),
      ("wrk arm 3/5", work, "wrk arm 3"),
      ("wrk arm 3/10", work, "wrk site=arm pain=3"),
      ("wrk arm 7", work, "wrk arm 7"),
      ("wrk arm 3 6>4", work, "wrk arm 3 6>4"),
    ])
  func lone(line: String, kind: FindingKind, read: String) {
    #expect(readings(line, kind) == [read])
  }

  @Test(
    "A lone number that two fields can take is asked about",
    arguments: [
      ("trp infra 60", ["trp infraspinatus 60deg", "trp infraspinatus 60s"]),
      ("trp infra 45", ["trp infraspinatus 45deg", "trp infraspinatus 45s"]),
      ("trp infra latent 90", ["trp infraspinatus 90deg latent", "trp infraspinatus 90s latent"]),
    ])
  func loneOfTwo(line: String, lines: [String]) {
    #expect(readings(line, point) == lines)
  }

  @Test(
    "A lone number that no field can take is refused, and one that stands twice too",
    arguments: [
      ("trp infra 500", "pain goes from 0 to 10, and \"500\" is outside, for example: 7>3"),
      ("trp infra 5/7", "\"5/7\" could not be understood; a line looks like this: trp r shoulder"),
      ("trp infra 6 4", "pain stands twice, \"6\" and \"4\"; type it once."),
      ("trp infra 12/10", "pain goes from 0 to 10, and \"12/10\" is outside, for example: 7>3"),
    ])
  func refused(line: String, sentence: String) {
    #expect(readings(line, point) == [sentence])
  }

  @Test(
    "A unit is read with a space before it",
    arguments: [
      ("trp infra 60 s", point, "trp infraspinatus 60s"),
      ("trp infra 1 min", point, "trp infraspinatus 60s"),
      ("trp infra 40 > 55 deg", point, "trp infraspinatus 40>55deg"),
      ("trp infra hold 60 sec twitch", point, "trp infraspinatus 60s twitch"),
      ("station arm 5 min", station, "station arm 5min"),
      ("station 5 minutes arm", station, "station arm 5min"),
      ("wrk arm 10 m tolerated", work, "wrk arm 10min tolerated"),
      ("girth l arm 17 18 cm every 4 cm", girth, "girth left arm 17 18 4cm"),
    ])
  func units(line: String, kind: FindingKind, read: String) {
    #expect(readings(line, kind) == [read])
  }

  @Test("The first end of a change alone is said and kept as such")
  func before() throws {
    let finding = try point.read("trp infra 5", anatomy: body)
    #expect(finding.values["pain"] == .before(5))
    #expect(point.sentence(for: finding, anatomy: body) == "Infraspinatus: trigger point, pain 5.")
  }
}
