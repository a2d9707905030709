import TechniqueKit

// Spine, head, and pain in many places.
extension HealthConditions {
  static let spine: [HealthCondition] = [
    condition(
      "low_back_pain", "low back pain", ["back pain", "lumbago", "lbp"],
      [
        ("M54.50", "low back pain, unspecified", true), ("M54.51", "vertebrogenic", true),
        ("M54.59", "other low back pain", true),
        ("M62.830", "muscle spasm of the back", false),
        ("S39.012A", "strain of the low back, first visit", false),
        ("S33.5XXA", "sprain of lumbar ligaments, first visit", true),
        ("M48.061", "narrow lumbar canal", true), ("M51.360", "worn lumbar disc", false),
        ("M51.361", "worn lumbar disc", false), ("M51.362", "worn lumbar disc", false),
        ("M51.369", "worn lumbar disc", false),
      ], ["nprs", "leg_pain", "rmdq", "psfs", "groc", "odi"]),
    condition(
      "sciatica", "sciatica", ["radicular pain", "nerve root pain"],
      [
        ("M54.30", "sciatica, side not stated", true), ("M54.31", "sciatica, right", true),
        ("M54.32", "sciatica, left", true), ("M54.40", "with low back pain", true),
        ("M54.41", "with low back pain, right", true),
        ("M54.42", "with low back pain, left", true), ("M54.16", "lumbar nerve root", true),
        ("M54.17", "lumbosacral nerve root", true), ("M51.16", "lumbar disc, nerve root", true),
        ("M51.17", "lumbosacral disc, nerve root", true),
      ], ["nprs", "leg_pain", "rmdq", "psfs", "slr", "groc", "odi"]),
    condition(
      "neck_pain", "neck pain", ["cervicalgia", "whiplash"],
      [
        ("M54.2", "neck pain", true), ("M54.12", "nerve root of the neck", true),
        ("M53.0", "neck and head", true), ("M53.1", "neck and arm", true),
        ("S16.1XXA", "strain of the neck, first visit", false),
        ("S13.4XXA", "whiplash, first visit", false),
      ], ["nprs", "psfs", "crom", "ppt", "ndi"]),
  ]

  static let head: [HealthCondition] = [
    condition(
      "tension_headache", "tension headache", ["tension-type headache", "headache", "tth"],
      [("G44.209", "tension headache", false)],
      ["headache_days", "headache_pain", "headache_medicine", "hit6"]),
    condition(
      "migraine", "migraine", [], [("G43.909", "migraine, unspecified", false)],
      ["headache_days", "headache_pain", "headache_medicine", "hit6", "midas"]),
  ]

  static let widespread: [HealthCondition] = [
    condition(
      "fibromyalgia", "fibromyalgia", ["fm", "widespread pain"],
      [("M79.7", "fibromyalgia", true)],
      ["nprs", "sleep_hours", "sleep_efficiency", "phq4", "fiqr"]),
    condition(
      "chronic_pain", "chronic pain", ["long-lasting pain", "pain in general", "myalgia"],
      [
        ("G89.4", "chronic pain syndrome", false), ("M79.10", "myalgia, site not stated", true),
        ("M79.11", "myalgia, chewing muscles", true), ("M79.12", "myalgia, neck and head", true),
        ("M79.18", "myalgia, other site", true), ("M54.6", "thoracic spine pain", true),
        ("M62.838", "muscle spasm, other", false),
      ], ["nprs", "psfs", "groc", "promis_interference"]),
  ]

  static func condition(
    _ id: ID<HealthCondition>, _ name: String, _ synonyms: [String],
    _ codes: [(String, String, Bool)], _ pack: [ID<OutcomeMetric>]
  ) -> HealthCondition {
    HealthCondition(
      id: id, name: name, synonyms: synonyms,
      codes: codes.map { .init(code: $0.0, meaning: $0.1, isConfirmed: $0.2) }, pack: pack)
  }
}
