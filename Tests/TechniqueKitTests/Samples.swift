import TechniqueKit

/// A small body to read sites of.
let body = Anatomy([
  Region("neck", "neck", paired: true),
  Region("shoulder", "shoulder", paired: true),
  Region("shoulder_blade", "shoulder blade", paired: true, synonyms: ["scapula"]),
  Region("calf", "calf", paired: true),
  Region("foot", "foot", paired: true),
  Region("sacrum", "sacrum"),
  Region("low_back", "low back", paired: true, synonyms: ["lower back", "lumbar"]),
  Region(
    "upper_trapezius", "upper trapezius", paired: true, within: "shoulder",
    synonyms: ["utrap", "trap"]),
  Region("lower_trapezius", "lower trapezius", paired: true, within: "shoulder_blade"),
  Region("infraspinatus", "infraspinatus", paired: true, within: "shoulder_blade"),
  Region("latissimus_dorsi", "latissimus dorsi", paired: true, synonyms: ["lats"]),
  Region("arm", "arm", paired: true),
])

let point = FindingKind(
  "trigger_point_point", code: "trp", "Trigger point",
  fields: [
    .init("site", "muscle", .site, required: true),
    .init("pain", "pain on pressure before and after", .change(unit: "", range: 0...10)),
    .init("range", "movement before and after", .change(unit: "deg", range: 0...180)),
    .init("hold", "longest compression", .number(unit: "s", range: 30...90)),
    .init("repeats", "compressions", .count(range: 1...5)),
    .init("state", "active or latent", .word(["active", "latent"])),
    .init("twitch", "local twitch", .word(["twitch"])),
    .init("ref", "where it refers to", .text),
  ],
  sentence: "{site}: [{state} ]trigger point[, pain {pain}][, range {range}][, held {hold}]"
    + "[ {repeats} times][, local {twitch}][, refers to {ref}].")

let girth = FindingKind(
  "girth", code: "girth", "Girths",
  fields: [
    .init("site", "limb", .site, required: true),
    .init("girths", "girths", .series(unit: "cm", range: 10...120), required: true),
    .init("every", "distance", .number(unit: "cm", range: 1...12), required: true),
  ],
  sentence: "{site}: girths every {every}: {girths}.")
