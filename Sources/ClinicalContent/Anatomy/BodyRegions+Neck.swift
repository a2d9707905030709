import TechniqueKit

extension BodyRegions {
  static let neckAreas: [Region] = [
    paired("neck", "neck", "cervical"),
    paired("nape", "nape", within: "neck", "posterior neck", "behind neck"),
    paired("lateral_neck", "lateral neck", within: "neck"),
    single("throat", "throat", within: "neck", "front neck", "anterior neck"),
    single("hyoid_bone", "hyoid bone", within: "throat", "hyoid"),
    paired("submandibular_area", "submandibular area", within: "neck", "under jaw", "under chin"),
    paired(
      "supraclavicular_fossa", "hollow above the collarbone", within: "neck",
      "hollow above collarbone", "above collarbone", "supraclavicular fossa"),
    single("cervical_spine", "cervical spine", within: "neck", "c spine", "cspine"),
  ]

  static let neckMuscles: [Region] = [
    muscle("platysma", "platysma", .superficial, within: "throat"),
    muscle(
      "sternocleidomastoid", "sternocleidomastoid", .superficial, within: "lateral_neck", "scm"),
    muscle("scalenes", "scalenes", .middle, within: "lateral_neck", "scalenus"),
    muscle(
      "anterior_scalene", "anterior scalene", .middle, within: "scalenes", "scalenus anterior"),
    muscle("middle_scalene", "middle scalene", .middle, within: "scalenes"),
    muscle(
      "posterior_scalene", "posterior scalene", .deep, within: "scalenes", "scalenus posterior"),
    muscle("upper_trapezius", "upper trapezius", .superficial, within: "neck", "utrap", "ut"),
    muscle(
      "levator_scapulae", "levator scapulae", .middle, within: "neck", "lev scap", "levator",
      "lev"),
    muscle("splenius", "splenius", .middle, within: "nape"),
    muscle("splenius_capitis", "splenius capitis", .middle, within: "splenius"),
    muscle("splenius_cervicis", "splenius cervicis", .middle, within: "splenius"),
    muscle("semispinalis_capitis", "semispinalis capitis", .deep, within: "nape"),
    muscle("semispinalis_cervicis", "semispinalis cervicis", .deep, within: "nape"),
    muscle("suboccipitals", "suboccipitals", .deep, within: "nape", "sso"),
    muscle(
      "rectus_capitis_posterior_major", "rectus capitis posterior major", .deep,
      within: "suboccipitals", "rcp major"),
    muscle(
      "rectus_capitis_posterior_minor", "rectus capitis posterior minor", .deep,
      within: "suboccipitals", "rcp minor"),
    muscle(
      "obliquus_capitis_superior", "obliquus capitis superior", .deep, within: "suboccipitals"),
    muscle(
      "obliquus_capitis_inferior", "obliquus capitis inferior", .deep, within: "suboccipitals"),
    muscle("longus_colli", "longus colli", .deep, within: "throat"),
    muscle("longus_capitis", "longus capitis", .deep, within: "throat"),
    muscle("suprahyoids", "suprahyoids", .middle, within: "submandibular_area"),
    muscle("digastric", "digastric", .middle, within: "suprahyoids"),
    muscle("mylohyoid", "mylohyoid", .middle, within: "suprahyoids"),
    muscle("geniohyoid", "geniohyoid", .deep, within: "suprahyoids"),
    muscle("stylohyoid", "stylohyoid", .middle, within: "suprahyoids"),
    muscle("infrahyoids", "infrahyoids", .middle, within: "throat"),
    muscle("sternohyoid", "sternohyoid", .middle, within: "infrahyoids"),
    muscle("omohyoid", "omohyoid", .middle, within: "infrahyoids"),
    muscle("sternothyroid", "sternothyroid", .deep, within: "infrahyoids"),
    muscle("thyrohyoid", "thyrohyoid", .deep, within: "infrahyoids"),
  ]

  static let neckBands: [Region] = [
    band("cervical_fascia", "cervical fascia", .superficial, within: "neck"),
    band(
      "nuchal_ligament", "nuchal ligament", .middle, within: "nape", "ligamentum nuchae",
      single: true),
  ]
}
