import ClinicalContent
import TechniqueKit

extension TriggerPointTherapy {
  static func template(longest: Int) -> SessionTemplate {
    SessionTemplate(
      "trigger_point_session", "trigger points",
      phases: [
        .init(
          "Locate points", minutes: [15: 3, 30: 5, 45: 7, 60: 9],
          instructions: "Confirm consent. Find taut bands and sensitive spots.",
          record: "Points found, pain at pressure 0 to 10"),
        .init(
          "Warming strokes", minutes: [15: 2, 30: 5, 45: 7, 60: 9], position: .prone,
          pressure: .light, instructions: "Broad strokes along the muscle."),
        .init(
          "Compression cycles", minutes: [15: 6, 30: 12, 45: 19, 60: 27], pressure: .firm,
          instructions:
            "Muscle slightly lengthened. 30 to \(longest) s a hold, up to 3 times a point, "
            + "within the client's comfort.",
          record: "trp line for each point"),
        .init(
          "Stretch", minutes: [15: 2, 30: 4, 45: 6, 60: 7], pressure: .light,
          instructions: "Lengthen the muscle; let the client move it actively."),
        .init(
          "Close", minutes: [15: 2, 30: 4, 45: 6, 60: 8],
          instructions: "Score again, aftercare, note.", record: "Pain after"),
      ])
  }

  static func finding(longest: Int) -> FindingKind {
    FindingKind(
      "trigger_point_finding", code: "trp", "Trigger point",
      fields: [
        .init("site", "muscle or region, with side", .site, required: true),
        .init(
          "pain", "pain at pressure before and after, 0 to 10", .change(unit: "", range: 0...10)),
        .init(
          "hold", "seconds held", .number(unit: "s", range: 1...Double(longest))),
        .init("repeats", "how many holds", .count(range: 1...10)),
        .init("state", "active or latent", .word(["active", "latent"])),
        .init("ref", "where it refers to", .text),
      ],
      sentence:
        "Trigger point, {site}[, {state}][, pain {pain}][, held {hold}][, {repeats} times][, refers to {ref}]."
    )
  }

  static let evidence = [
    Evidence(
      "neck pain", .low, .mixed,
      "Pressure pain threshold rose; pain as people report it did not change clearly.",
      citations: [.source("Xu 2022, PMC9434898")]),
    Evidence(
      "tension headache", .veryLow, .mixed,
      "Fewer attacks than controls in a review, yet no difference from sham in the best trial.",
      citations: [
        .source("Falsiroli Maistrello 2018"),
        .source("Moraska 2015, Clin J Pain", doi: "10.1097/AJP.0000000000000091"),
      ]),
    Evidence(
      "migraine", .veryLow, .favours, "About two attacks a month fewer, from small trials.",
      citations: [.source("Falsiroli Maistrello 2018")]),
  ]
}
