import TechniqueKit

extension BodyRegions {
  static let abdomenAreas: [Region] = [
    paired("abdomen", "abdomen", "belly", "stomach", "tummy"),
    paired("upper_abdomen", "upper abdomen", within: "abdomen", "upper belly"),
    single("epigastrium", "epigastrium", within: "upper_abdomen", "solar plexus"),
    single("navel", "navel", within: "abdomen", "belly button", "umbilicus"),
    paired("lower_abdomen", "lower abdomen", within: "abdomen", "lower belly"),
    paired("flank", "flank", within: "abdomen", "waist"),
    paired("kidney_area", "kidney area", within: "flank", "kidney"),
  ]

  static let abdomenMuscles: [Region] = [
    muscle("diaphragm", "diaphragm", .deep, within: "abdomen", single: true),
    muscle("rectus_abdominis", "rectus abdominis", .superficial, within: "abdomen", "abs"),
    muscle("obliques", "obliques", .superficial, within: "abdomen"),
    muscle("external_oblique", "external oblique", .superficial, within: "obliques"),
    muscle("internal_oblique", "internal oblique", .middle, within: "obliques"),
    muscle(
      "transversus_abdominis", "transversus abdominis", .deep, within: "abdomen", "tva",
      "transverse abdominis"),
    muscle("iliopsoas", "iliopsoas", .deep, within: "abdomen", "psoas", "hip flexors"),
    muscle("psoas_major", "psoas major", .deep, within: "iliopsoas"),
    muscle("iliacus", "iliacus", .deep, within: "iliopsoas"),
    band("linea_alba", "linea alba", .superficial, within: "abdomen", single: true),
  ]

  static let pelvisAreas: [Region] = [
    paired("pelvis", "pelvis"),
    single("sacrum", "sacrum", within: "pelvis"),
    single("tailbone", "tailbone", within: "pelvis", "coccyx", "tail bone"),
    paired("sacroiliac_joint", "sacroiliac joint", within: "pelvis", "si joint", "sij", "si"),
    paired("iliac_crest", "iliac crest", within: "pelvis", "hip bone", "crest"),
    paired(
      "anterior_superior_iliac_spine", "anterior superior iliac spine", within: "pelvis", "asis"),
    paired(
      "posterior_superior_iliac_spine", "posterior superior iliac spine", within: "pelvis", "psis"),
    single("pubic_area", "pubic area", within: "pelvis", "pubic bone", "pubis", "pubic symphysis"),
    single("genital_area", "genital area", within: "pelvis", "genitals"),
    single("pelvic_floor", "pelvic floor", within: "pelvis", "perineum"),
  ]

  static let pelvisMuscles: [Region] = [
    muscle("levator_ani", "levator ani", .deep, within: "pelvic_floor"),
    muscle("puborectalis", "puborectalis", .deep, within: "levator_ani"),
    muscle("pubococcygeus", "pubococcygeus", .deep, within: "levator_ani"),
    muscle("iliococcygeus", "iliococcygeus", .deep, within: "levator_ani"),
    muscle("coccygeus", "coccygeus", .deep, within: "pelvic_floor"),
    muscle(
      "superficial_transverse_perineal", "superficial transverse perineal", .superficial,
      within: "pelvic_floor"),
    muscle("deep_transverse_perineal", "deep transverse perineal", .deep, within: "pelvic_floor"),
  ]
}
