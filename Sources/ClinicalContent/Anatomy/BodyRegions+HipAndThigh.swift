import TechniqueKit

extension BodyRegions {
  static let hipAreas: [Region] = [
    paired("hip", "hip"),
    paired("hip_joint", "hip joint", within: "hip"),
    paired("front_of_hip", "front of hip", within: "hip"),
    paired(
      "outer_hip", "outer hip", within: "hip", "lateral hip", "greater trochanter", "trochanter"),
    paired("groin", "groin", within: "hip", "inguinal"),
    paired("buttock", "buttock", "glutes", "gluteals", "bottom"),
    paired("gluteal_fold", "gluteal fold", within: "buttock"),
    paired("sit_bone", "sit bone", within: "buttock", "sitz bone", "ischial tuberosity"),
  ]

  static let hipMuscles: [Region] = [
    muscle(
      "gluteus_maximus", "gluteus maximus", .superficial, within: "buttock", "glute max", "gmax"),
    muscle("gluteus_medius", "gluteus medius", .middle, within: "buttock", "glute med", "gmed"),
    muscle("gluteus_minimus", "gluteus minimus", .deep, within: "buttock", "glute min", "gmin"),
    muscle(
      "lateral_hip_rotators", "lateral hip rotators", .deep, within: "buttock", "deep six",
      "hip external rotators"),
    muscle("piriformis", "piriformis", .deep, within: "lateral_hip_rotators"),
    muscle("gemellus_superior", "gemellus superior", .deep, within: "lateral_hip_rotators"),
    muscle("gemellus_inferior", "gemellus inferior", .deep, within: "lateral_hip_rotators"),
    muscle("obturator_internus", "obturator internus", .deep, within: "lateral_hip_rotators"),
    muscle("obturator_externus", "obturator externus", .deep, within: "lateral_hip_rotators"),
    muscle("quadratus_femoris", "quadratus femoris", .deep, within: "lateral_hip_rotators", "qf"),
    muscle("tensor_fasciae_latae", "tensor fasciae latae", .superficial, within: "hip", "tfl"),
  ]

  static let hipBands: [Region] = [
    band("inguinal_ligament", "inguinal ligament", .superficial, within: "groin"),
    band("gluteal_fascia", "gluteal fascia", .superficial, within: "buttock"),
    band("sacrotuberous_ligament", "sacrotuberous ligament", .deep, within: "buttock"),
    band("sacrospinous_ligament", "sacrospinous ligament", .deep, within: "buttock"),
  ]

  static let thighAreas: [Region] = [
    paired("leg", "leg", "whole leg", "lower limb"),
    paired("thigh", "thigh", within: "leg", "upper leg"),
    paired("front_of_thigh", "front of thigh", within: "thigh", "anterior thigh"),
    paired("back_of_thigh", "back of thigh", within: "thigh", "posterior thigh"),
    paired("inner_thigh", "inner thigh", within: "thigh", "medial thigh"),
    paired("outer_thigh", "outer thigh", within: "thigh", "lateral thigh"),
  ]

  static let thighMuscles: [Region] = [
    muscle("quadriceps", "quadriceps", .superficial, within: "front_of_thigh", "quads"),
    muscle("rectus_femoris", "rectus femoris", .superficial, within: "quadriceps", "rf"),
    muscle("vastus_lateralis", "vastus lateralis", .superficial, within: "quadriceps", "vl"),
    muscle("vastus_medialis", "vastus medialis", .superficial, within: "quadriceps", "vm", "vmo"),
    muscle("vastus_intermedius", "vastus intermedius", .deep, within: "quadriceps", "vi"),
    muscle("sartorius", "sartorius", .superficial, within: "front_of_thigh"),
    muscle("adductors", "adductors", .middle, within: "inner_thigh"),
    muscle("adductor_longus", "adductor longus", .superficial, within: "adductors"),
    muscle("adductor_brevis", "adductor brevis", .deep, within: "adductors"),
    muscle("adductor_magnus", "adductor magnus", .deep, within: "adductors"),
    muscle("gracilis", "gracilis", .superficial, within: "adductors"),
    muscle("pectineus", "pectineus", .middle, within: "adductors"),
    muscle("hamstrings", "hamstrings", .superficial, within: "back_of_thigh", "hams", "hammies"),
    muscle("biceps_femoris", "biceps femoris", .superficial, within: "hamstrings", "bf"),
    muscle("semitendinosus", "semitendinosus", .superficial, within: "hamstrings"),
    muscle("semimembranosus", "semimembranosus", .middle, within: "hamstrings"),
    band("fascia_lata", "fascia lata", .superficial, within: "thigh"),
    band(
      "iliotibial_band", "iliotibial band", .superficial, within: "outer_thigh", "itb", "it band"),
  ]
}
