import TechniqueKit

extension TriggerPointTherapy {
  /// One point. Experts asked for at least a taut band, a hypersensitive spot and referred
  /// sensation; a local twitch is not essential, and a point is active when the client knows the
  /// symptom (Fernandez-de-las-Penas & Dommerholt 2018, doi 10.1093/pm/pnx207).
  ///
  /// - Parameter longest: of a single compression, in seconds, 30 to 90.
  static func findings(longest: Int) -> [FindingKind] {
    [
      FindingKind(
        "trigger_point_point", code: "trp", "Trigger point",
        fields: [
          .init("site", "muscle, with side", .site, required: true),
          .init("state", "active: the symptom is familiar", .word(["active", "latent"])),
          .init("band", "a taut band is felt", .word(["band"])),
          .init("tender", "a spot that is very sensitive", .word(["tender"])),
          .init("twitch", "the muscle twitches locally", .word(["twitch"])),
          .init(
            "pain", "pain on pressure before and after, 0 to 10", .change(unit: "", range: 0...10)),
          .init(
            "ppt", "pressure pain threshold before and after in kPa",
            .change(unit: "kPa", range: 0...1500)),
          .init("hold", "compression in seconds", .number(unit: "s", range: 5...Double(longest))),
          .init("repeats", "how many compressions", .count(range: 1...10)),
          .init("spot", "where the point lies", .text),
          .init("ref", "where the sensation is referred to", .text),
        ],
        sentence:
          "Trigger point, {site}[ {spot}][, {state}][, taut {band}][, {tender} spot][, local {twitch}]"
          + "[, pain {pain}][, threshold {ppt}][, held {hold}][, {repeats} times]"
          + "[, refers to {ref}].")
    ]
  }
}
