import TechniqueKit

/// The parts of the body that therapists name, with what they type for them.
public enum BodyRegions {
  public static let all: [Region] = headAndNeck + arm + trunk + leg

  static let headAndNeck: [Region] = [
    Region("head", "head", synonyms: ["cranium"]),
    Region("scalp", "scalp", within: "head"),
    Region("face", "face", within: "head"),
    Region("temple", "temple", paired: true, within: "head", synonyms: ["temporalis"]),
    Region("jaw", "jaw", paired: true, within: "head", synonyms: ["tmj", "masseter"]),
    Region("occiput", "occiput", within: "head"),
    Region("neck", "neck", synonyms: ["cervical", "c-spine"]),
    Region("suboccipitals", "suboccipitals", paired: true, within: "neck"),
    Region(
      "sternocleidomastoid", "sternocleidomastoid", paired: true, within: "neck",
      synonyms: ["scm"]),
    Region("scalenes", "scalenes", paired: true, within: "neck"),
    Region(
      "levator_scapulae", "levator scapulae", paired: true, within: "neck",
      synonyms: ["levator"]),
  ]

  static let arm: [Region] = [
    Region("arm", "whole arm", paired: true, synonyms: ["arm", "upper limb"]),
    Region("shoulder", "shoulder", paired: true, within: "arm"),
    Region(
      "upper_trapezius", "upper trapezius", paired: true, within: "shoulder",
      synonyms: ["utrap", "upper trap", "upper traps"]),
    Region("supraspinatus", "supraspinatus", paired: true, within: "shoulder"),
    Region("infraspinatus", "infraspinatus", paired: true, within: "shoulder"),
    Region("deltoid", "deltoid", paired: true, within: "shoulder", synonyms: ["delt"]),
    Region("axilla", "axilla", paired: true, within: "arm", synonyms: ["armpit"]),
    Region("upper_arm", "upper arm", paired: true, within: "arm", synonyms: ["biceps", "triceps"]),
    Region("elbow", "elbow", paired: true, within: "arm"),
    Region("forearm", "forearm", paired: true, within: "arm"),
    Region("wrist", "wrist", paired: true, within: "arm"),
    Region("hand", "hand", paired: true, within: "arm"),
    Region("thumb", "thumb", paired: true, within: "hand"),
  ]

  static let trunk: [Region] = [
    Region("chest", "chest", paired: true, synonyms: ["thorax"]),
    Region(
      "pectoralis", "pectoralis", paired: true, within: "chest",
      synonyms: ["pec", "pecs", "pec major", "pec minor"]),
    Region("thoracic_inlet", "thoracic inlet", within: "chest"),
    Region("ribs", "ribs", paired: true, within: "chest"),
    Region("abdomen", "abdomen", synonyms: ["belly", "stomach"]),
    Region("diaphragm", "diaphragm", within: "abdomen"),
    Region("back", "whole back", synonyms: ["back", "spine"]),
    Region("upper_back", "upper back", within: "back"),
    Region("rhomboids", "rhomboids", paired: true, within: "upper_back"),
    Region("mid_back", "mid back", within: "back", synonyms: ["thoracic"]),
    Region("low_back", "low back", within: "back", synonyms: ["lower back", "lumbar"]),
    Region("thoracolumbar_fascia", "thoracolumbar fascia", within: "low_back", synonyms: ["tlf"]),
    Region(
      "quadratus_lumborum", "quadratus lumborum", paired: true, within: "low_back",
      synonyms: ["ql"]),
    Region(
      "erector_spinae", "erector spinae", paired: true, within: "back", synonyms: ["erectors"]),
    Region("sacrum", "sacrum", within: "pelvis"),
    Region("pelvis", "pelvis"),
    Region("groin", "groin", paired: true, within: "pelvis"),
  ]

  static let leg: [Region] = [
    Region("leg", "whole leg", paired: true, synonyms: ["leg", "lower limb"]),
    Region("hip", "hip", paired: true, within: "leg"),
    Region("gluteals", "gluteals", paired: true, within: "hip", synonyms: ["glutes", "buttock"]),
    Region("piriformis", "piriformis", paired: true, within: "hip"),
    Region(
      "tensor_fasciae_latae", "tensor fasciae latae", paired: true, within: "hip",
      synonyms: ["tfl"]),
    Region("thigh", "thigh", paired: true, within: "leg"),
    Region("hamstrings", "hamstrings", paired: true, within: "thigh", synonyms: ["hams"]),
    Region("quadriceps", "quadriceps", paired: true, within: "thigh", synonyms: ["quads"]),
    Region("adductors", "adductors", paired: true, within: "thigh"),
    Region(
      "iliotibial_band", "iliotibial band", paired: true, within: "thigh",
      synonyms: ["itb", "it band"]),
    Region("knee", "knee", paired: true, within: "leg"),
    Region("calf", "calf", paired: true, within: "leg", synonyms: ["calves"]),
    Region("gastrocnemius", "gastrocnemius", paired: true, within: "calf", synonyms: ["gastroc"]),
    Region("soleus", "soleus", paired: true, within: "calf"),
    Region("shin", "shin", paired: true, within: "leg"),
    Region("ankle", "ankle", paired: true, within: "leg"),
    Region("foot", "foot", paired: true, within: "leg", synonyms: ["feet"]),
    Region("plantar_fascia", "plantar fascia", paired: true, within: "foot", synonyms: ["sole"]),
  ]
}
