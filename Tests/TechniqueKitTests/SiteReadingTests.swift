import TechniqueKit
import Testing

@Suite("Reading a site")
struct SiteReadingTests {
  @Test(
    "A site is read by name, synonym, plural or beginnings, with its side anywhere",
    arguments: [
      ("r shoulder", Site("shoulder", .right)),
      ("right shoulder", Site("shoulder", .right)),
      ("Shoulder R", Site("shoulder", .right)),
      ("shoulder-r", Site("shoulder", .right)),
      ("rt. shoulder", Site("shoulder", .right)),
      ("right side of the neck", Site("neck", .right)),
      ("shoulder", Site("shoulder")),
      ("shoulders", Site("shoulder")),
      ("both calves", Site("calf", .both)),
      ("left and right calf", Site("calf", .both)),
      ("bilateral feet", Site("foot", .both)),
      ("sacrum", Site("sacrum")),
      ("lumbar", Site("low_back")),
      ("l upper trap", Site("upper_trapezius", .left)),
      ("trap upper l", Site("upper_trapezius", .left)),
      ("l utrap", Site("upper_trapezius", .left)),
      ("traps", Site("upper_trapezius")),
      ("l lower trap", Site("lower_trapezius", .left)),
      ("infra", Site("infraspinatus")),
      ("r lat", Site("latissimus_dorsi", .right)),
      ("sho", Site("shoulder")),
      ("blade l", Site("shoulder_blade", .left)),
    ])
  func reads(typed: String, site: Site) {
    #expect(body.site(named: typed) == .site(site))
  }

  @Test("Words that fit several regions list them")
  func ambiguity() {
    #expect(
      body.site(named: "r trapezius")
        == .ambiguous([Site("upper_trapezius", .right), Site("lower_trapezius", .right)]))
  }

  @Test("A side on a region without sides is pointed out")
  func withoutSides() {
    guard case .withoutSides(let region) = body.site(named: "r sacrum") else {
      Issue.record("r sacrum was read")
      return
    }
    #expect(region.id == "sacrum")
  }

  @Test(
    "A mistyped region is suggested with its side",
    arguments: [
      ("shoulers", Site("shoulder")),
      ("r shouldre", Site("shoulder", .right)),
      ("l uper trapezus", Site("upper_trapezius", .left)),
      ("nekc", Site("neck")),
    ])
  func suggestion(typed: String, site: Site) {
    #expect(body.site(named: typed) == .unknown(suggestion: site))
  }

  @Test("What is nothing like a region has no suggestion", arguments: ["", "r", "xyzzy", "s", "a"])
  func nothing(typed: String) {
    #expect(body.site(named: typed) == .unknown(suggestion: nil))
  }

  @Test("The name of each site reads back as the same site")
  func roundTrip() {
    for region in body.regions {
      for side in region.isPaired ? [nil] + Side.allCases.map(Optional.some) : [nil] {
        let site = Site(region.id, side)
        #expect(body.site(named: body.name(of: site)) == .site(site))
      }
    }
  }

  @Test("The name of a region that is no longer known is its id in words")
  func unknownName() {
    #expect(body.name(of: Site("third_eye", .left)) == "left third eye")
  }
}

@Suite("Did you mean")
struct SuggestionTests {
  @Test(
    "One mistake is forgiven in short words, two in longer ones",
    arguments: [
      ("nekc", "neck"), ("nick", "neck"), ("intke", "intake"), ("pogress", "progress"),
      ("PROGRES", "progress"), ("nikk", nil), ("xx", nil), ("", nil), ("prgres", "progress"),
      ("prgrs", nil),
    ])
  func closest(typed: String, name: String?) {
    #expect(Suggestion.closest(to: typed, among: ["neck", "intake", "progress"]) == name)
  }

  @Test("Swapping neighbours is one mistake")
  func distance() {
    #expect(Suggestion.distance("calf", "claf") == 1)
    #expect(Suggestion.distance("", "abc") == 3)
    #expect(Suggestion.distance("kitten", "sitting") == 3)
  }
}
