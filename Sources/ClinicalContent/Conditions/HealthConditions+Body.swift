import TechniqueKit

// Limbs, injured and operated tissue, mind and sleep.
extension HealthConditions {
  static let limbs: [HealthCondition] = [
    condition(
      "arthritis", "arthritis", ["osteoarthritis", "joint pain"],
      [("M19.90", "osteoarthritis, site not stated", true), ("M25.50", "joint pain", false)],
      ["nprs", "rom", "psfs", "groc"]),
    condition(
      "knee_osteoarthritis", "knee osteoarthritis", ["knee arthritis", "gonarthrosis"],
      [
        ("M17.10", "one knee, side not stated", false), ("M17.11", "right knee", false),
        ("M17.12", "left knee", false), ("M17.0", "both knees", false),
      ], ["nprs", "walking_pain", "rom", "womac", "koos_pain", "koos_adl", "koos_ps"]),
    condition(
      "carpal_tunnel", "carpal tunnel syndrome", ["carpal tunnel", "cts"],
      [
        ("G56.00", "side not stated", true), ("G56.01", "right", true), ("G56.02", "left", true),
        ("G56.03", "both", false),
      ], ["nprs", "grip", "bctq_symptoms", "bctq_function", "quickdash"]),
    condition(
      "plantar_fasciitis", "plantar fasciitis", ["plantar heel pain", "heel pain"],
      [("M72.2", "plantar fasciitis", true)],
      ["first_step", "vas", "faam_adl", "faam_sport", "ffi", "lefs"]),
  ]

  static let tissue: [HealthCondition] = [
    condition(
      "lymphoedema", "lymphoedema", ["lymphedema", "breast-cancer lymphoedema", "swelling"],
      [
        ("I89.0", "lymphoedema", true), ("I97.2", "after removal of the breast", false),
        ("Q82.0", "hereditary", false), ("R60.0", "swelling of one place", false),
      ],
      [
        "lymphatic_drainage_excess", "lymphatic_drainage_excess_volume",
        "lymphatic_drainage_volume", "isl_stage", "pitting_grade",
        "garment", "l_dex", "lymqol_function", "lymqol_appearance", "lymqol_symptoms",
        "lymqol_mood", "lymqol_overall",
      ]),
    condition(
      "injury_recovery", "injury recovery", ["injury", "sports injury", "sprain", "strain"],
      [
        ("S16.1XXA", "strain of the neck, first visit", false),
        ("S13.4XXA", "whiplash, first visit", false),
        ("S39.012A", "strain of the low back, first visit", false),
        ("S33.5XXA", "sprain of lumbar ligaments, first visit", true),
      ], ["nprs", "rom", "limb_girth", "psfs", "groc"]),
    condition(
      "after_surgery", "after surgery",
      ["pain after surgery", "after knee replacement", "swelling after surgery"],
      [
        ("G89.18", "pain after a procedure", false),
        ("G89.28", "chronic pain after a procedure", false), ("R60.0", "swelling", false),
      ], ["nprs", "rom", "limb_girth", "vss", "psfs", "groc", "posas_patient", "posas_observer"]),
    condition(
      "scar", "scar", ["scars", "surgical scar"],
      [("L90.5", "scar", false), ("L91.0", "hypertrophic scar", false)],
      ["vss", "nprs", "posas_patient", "posas_observer"]),
  ]

  static let mind: [HealthCondition] = [
    condition(
      "stress", "anxiety and stress", ["stress", "anxiety", "stress or anxiety"],
      [
        ("F41.1", "generalised anxiety", true), ("F41.9", "anxiety, unspecified", true),
        ("F43.20", "adjustment, unspecified", true), ("F43.21", "adjustment, low mood", true),
        ("F43.22", "adjustment, anxiety", true), ("F43.23", "adjustment, both", true),
        ("Z73.3", "stress", false),
      ], ["stress", "clarity", "phq4", "gad7", "pss10", "pss4"]),
    condition(
      "sleep", "sleep", ["insomnia", "poor sleep"],
      [("G47.00", "insomnia, unspecified", false), ("F51.01", "primary insomnia", false)],
      ["sleep_quality", "sleep_hours", "sleep_efficiency", "isi", "psqi"]),
  ]
}
