import TechniqueKit

extension BodyRegions {
  static let headAndNeck: [Region] = [
    paired("head", "head", "skull", "cranium", "vault"),
    paired("forehead", "forehead", within: "head", "brow"),
    paired("temple", "temple", within: "head"),
    paired("face", "face", within: "head", "cheek"),
    paired("eye", "eye", within: "face"),
    paired("ear", "ear", within: "head"),
    paired("jaw", "jaw", within: "head", "tmj", "chin"),
    single("scalp", "scalp", within: "head"),
    paired("occiput", "occiput", within: "head", "base of skull"),
    paired("neck", "neck", "cervical", "nape"),
    single("throat", "throat", within: "neck"),
    paired("masseter", "masseter", within: "jaw"),
    paired("temporalis", "temporalis", within: "temple"),
    paired("suboccipitals", "suboccipitals", within: "neck"),
    paired("sternocleidomastoid", "sternocleidomastoid", within: "neck", "scm"),
    paired("scalenes", "scalenes", within: "neck", "scalenus"),
    paired("splenius", "splenius", within: "neck", "splenius capitis"),
    paired("upper_trapezius", "upper trapezius", within: "neck", "utrap", "ut"),
    paired("levator_scapulae", "levator scapulae", within: "neck", "lev scap"),
  ]
}
