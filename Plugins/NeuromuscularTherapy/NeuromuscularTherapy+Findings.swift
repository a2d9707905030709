import TechniqueKit

extension NeuromuscularTherapy {
  /// One point. A point is active when the client knows the symptom that it brings on; what is
  /// referred may be another sensation than pain (Fernandez-de-las-Penas & Dommerholt 2018, doi
  /// 10.1093/pm/pnx207).
  static let findings = [
    FindingKind(
      "neuromuscular_point", code: "nmt", "Neuromuscular point",
      fields: [
        .init("site", "muscle, with side", .site, required: true),
        .init("state", "active: the symptom is familiar", .word(["active", "latent"])),
        .init("band", "a taut band is felt", .word(["band"])),
        .init("tender", "a spot that is very sensitive", .word(["tender"])),
        .init("twitch", "the muscle twitches locally", .word(["twitch"])),
        .init("familiar", "it brings on the familiar symptom", .word(["familiar"])),
        .init(
          "pain", "pain on pressure before and after, 0 to 10", .change(unit: "", range: 0...10)),
        .init(
          "ppt", "pressure pain threshold before and after in kPa",
          .change(unit: "kPa", range: 0...1500)),
        .init("hold", "one compression in seconds", .number(unit: "s", range: 3...30)),
        .init("repeats", "how many compressions in the series", .count(range: 1...20)),
        .init("spot", "where the point lies", .text),
        .init("ref", "where the sensation is referred to", .text),
      ],
      sentence:
        "Neuromuscular point, {site}[ {spot}][, {state}][, taut {band}][, {tender} spot][, local {twitch}]"
        + "[, brings on the {familiar} symptom][, pain {pain}][, threshold {ppt}][, pressed {hold}]"
        + "[, {repeats} times][, refers to {ref}].")
  ]
}
