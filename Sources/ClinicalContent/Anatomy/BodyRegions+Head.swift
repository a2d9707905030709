import TechniqueKit

extension BodyRegions {
  static let headAreas: [Region] = [
    paired("head", "head", "skull", "cranium", "vault"),
    single("crown", "crown", within: "head", "top head"),
    single("scalp", "scalp", within: "head"),
    paired("forehead", "forehead", within: "head", "brow"),
    paired("temple", "temple", within: "head"),
    paired(
      "occiput", "occiput", within: "head", "base of skull", "skull base", "occipital", "occ",
      "occip"),
    paired("mastoid", "mastoid", within: "head", "mastoid process", "behind ear"),
    paired("ear", "ear", within: "head"),
    paired("face", "face", within: "head"),
    paired("eye", "eye", within: "face"),
    paired("eyebrow", "eyebrow", within: "face"),
    paired("eye_socket", "eye socket", within: "face", "orbit"),
    single("nose", "nose", within: "face"),
    paired("sinuses", "sinuses", within: "face", "sinus", "paranasal sinuses"),
    paired("cheek", "cheek", within: "face"),
    paired("cheekbone", "cheekbone", within: "face", "zygoma", "zygomatic bone"),
    single("mouth", "mouth", within: "face", "lips"),
    paired("jaw", "jaw", within: "head", "mandible"),
    paired("jaw_joint", "jaw joint", within: "jaw", "tmj", "temporomandibular joint"),
    paired("chin", "chin", within: "jaw"),
  ]

  static let headMuscles: [Region] = [
    muscle("frontalis", "frontalis", .superficial, within: "forehead"),
    muscle("procerus", "procerus", .superficial, within: "forehead", single: true),
    muscle(
      "corrugator_supercilii", "corrugator supercilii", .middle, within: "eyebrow", "corrugator"),
    muscle("occipitalis", "occipitalis", .superficial, within: "occiput"),
    muscle("temporalis", "temporalis", .superficial, within: "temple"),
    muscle("orbicularis_oculi", "orbicularis oculi", .superficial, within: "eye"),
    muscle("nasalis", "nasalis", .superficial, within: "nose"),
    muscle(
      "zygomaticus_major", "zygomaticus major", .superficial, within: "cheek", "zygomatic major"),
    muscle(
      "zygomaticus_minor", "zygomaticus minor", .superficial, within: "cheek", "zygomatic minor"),
    muscle("levator_labii_superioris", "levator labii superioris", .middle, within: "cheek"),
    muscle("risorius", "risorius", .superficial, within: "cheek"),
    muscle("buccinator", "buccinator", .deep, within: "cheek"),
    muscle("orbicularis_oris", "orbicularis oris", .superficial, within: "mouth", single: true),
    muscle("depressor_anguli_oris", "depressor anguli oris", .superficial, within: "chin"),
    muscle("mentalis", "mentalis", .middle, within: "chin"),
    muscle("masseter", "masseter", .superficial, within: "jaw"),
    muscle("medial_pterygoid", "medial pterygoid", .deep, within: "jaw", "internal pterygoid"),
    muscle(
      "lateral_pterygoid", "lateral pterygoid", .deep, within: "jaw_joint", "external pterygoid"),
  ]

  static let headBands: [Region] = [
    band(
      "galea_aponeurotica", "galea aponeurotica", .superficial, within: "scalp", "galea",
      "epicranial aponeurosis", single: true),
    band("temporal_fascia", "temporal fascia", .superficial, within: "temple"),
  ]
}
