import TechniqueKit
import Testing

@Suite("Shorthand")
struct ShorthandTests {
  @Test(
    "A line becomes a sentence, whatever the order of its fields",
    arguments: [
      (
        "trp r upper trapezius 7>3 90s ref temple",
        "Right upper trapezius: trigger point, pain 7 to 3, held 90 s, refers to temple."
      ),
      (
        "90s 7>3 r upper trap active x3 twitch",
        "Right upper trapezius: active trigger point, pain 7 to 3, held 90 s 3 times, "
          + "local twitch."
      ),
      ("trp infra lat 7 > 3", "Infraspinatus: latent trigger point, pain 7 to 3."),
      ("TRP Lats ACT 7->3 3x", "Latissimus dorsi: active trigger point, pain 7 to 3 3 times."),
      ("trp l infra hold=1m", "Left infraspinatus: trigger point, held 60 s."),
      ("trp l infra hold 45", "Left infraspinatus: trigger point, held 45 s."),
      ("trp l infra 1min", "Left infraspinatus: trigger point, held 60 s."),
      (
        "trp l infra 7>3 40>55deg",
        "Left infraspinatus: trigger point, pain 7 to 3, range 40 to 55 degrees."
      ),
      ("trp range 40>55 l infra", "Left infraspinatus: trigger point, range 40 to 55 degrees."),
      (
        "trp ref=right temple, behind the eye pain 6>2 site l infra",
        "Left infraspinatus: trigger point, pain 6 to 2, refers to right temple, behind the eye."
      ),
      ("trp l infra state=lat", "Left infraspinatus: latent trigger point."),
    ])
  func reads(line: String, sentence: String) throws {
    let finding = try point.read(line, anatomy: body)
    #expect(point.sentence(for: finding, anatomy: body) == sentence)
  }

  @Test(
    "A row of numbers is taken with spaces, commas or units",
    arguments: [
      "girth l arm 17.1 18.9 21 every 4cm", "girth 17.1,18.9,21 l arm every=4",
      "girths=17.1,18.9,21 every 4 site=left arm",
    ])
  func series(line: String) throws {
    let finding = try girth.read(line, anatomy: body)
    #expect(
      finding.values == [
        "site": .site(Site("arm", .left)), "girths": .series([17.1, 18.9, 21]),
        "every": .number(4),
      ])
    #expect(
      girth.sentence(for: finding, anatomy: body)
        == "Left arm: girths every 4 cm: 17.1, 18.9, 21 cm.")
  }

  @Test(
    "Each mistake is worded in one sentence that says what to type",
    arguments: [
      (
        "trp r shouler 7>3", "There is no area \"r shouler\"; did you mean right shoulder?"
      ),
      ("trp xyzzy", "There is no area \"xyzzy\"; name one like this: r shoulder"),
      (
        "trp r trapezius 60s",
        "\"r trapezius\" fits more than one thing; type one of these: "
          + "trp right upper trapezius 60s; trp right lower trapezius 60s"
      ),
      (
        "trp r trapezius very sore",
        "\"very sore\" could not be understood; a line looks like this: "
          + "trp r shoulder"
      ),
      (
        "trp r sacrum", "\"r sacrum\" names a side, but there is only one sacrum; type: sacrum"
      ),
      ("trp infra hodl=60s", "Nothing here is called \"hodl\"; did you mean hold?"),
      (
        "trp infra colour=red",
        "Nothing here is called \"colour\"; there is site, pain, range, hold, repeats, state, "
          + "twitch or ref."
      ),
      ("trp infra hold", "After hold comes a number from 30 to 90 s, for example: 60s"),
      (
        "trp infra hold long",
        "hold is a number from 30 to 90 s, not \"long\", for example: 60s"
      ),
      (
        "trp infra 7>", "pain is before > after, from 0 to 10, not \"7>\", for example: 7>3"
      ),
      (
        "trp infra 120s",
        "hold goes from 30 to 90 s, and \"120s\" is outside, for example: 60s"
      ),
      (
        "trp infra 12>3",
        "pain goes from 0 to 10, and \"12>3\" is outside, for example: 7>3"
      ),
      (
        "trp infra x9", "repeats goes from 1 to 5, and \"x9\" is outside, for example: x3"
      ),
      ("trp infra activ3", "state cannot be \"activ3\"; did you mean active?"),
      ("trp infra state=odd", "state cannot be \"odd\"; it is active or latent."),
      ("trp 7>3", "The site is missing (muscle), for example: r shoulder"),
      ("trp", "The site is missing (muscle), for example: r shoulder"),
      ("trp infra 60s 90s", "hold stands twice, \"60s\" and \"90s\"; type it once."),
      ("trp infra active latent", "state stands twice, \"active\" and \"latent\"; type it once."),
      (
        "trp infra very sore",
        "\"very sore\" could not be understood; a line looks like this: trp r shoulder"
      ),
      ("= trp infra", "\"=\" could not be understood; a line looks like this: trp r shoulder"),
      ("trp infra ref \"\"", "After ref comes a few words, for example: ref your words"),
    ])
  func refuses(line: String, sentence: String) {
    let error = #expect(throws: ShorthandError.self) { try point.read(line, anatomy: body) }
    #expect(error?.sentence == sentence)
  }

  @Test("What is logged of an error does not quote what was typed")
  func descriptions() {
    let error = #expect(throws: ShorthandError.self) { try point.read("secret", anatomy: body) }
    #expect(error?.description == "shorthand: unknown site")
  }

  @Test("The first site of a finding is its site")
  func site() throws {
    #expect(try point.read("r infra", anatomy: body).site == Site("infraspinatus", .right))
  }
}
