import TechniqueKit

extension BodyChart {
  /// Where a region lies on the figures; `nil` for one that the anatomy does not know.
  ///
  /// A region without a place of its own lies where the region does that holds it; one that has no
  /// sides then lies on the midline, and one that has them beside it.
  public static func place(of region: ID<Region>, in anatomy: Anatomy) -> Place? {
    guard let wanted = anatomy[region] else { return nil }
    var current = wanted
    for _ in anatomy.regions {
      if let own = own[current.id] {
        guard current.id != region else { return own }
        let across = wanted.isPaired ? max(1, own.across) : 0
        return Place(view: own.view, row: own.row, across: across)
      }
      guard let outer = current.within.flatMap({ anatomy[$0] }) else { return nil }
      current = outer
    }
    return nil
  }

  private static let own: [ID<Region>: Place] = {
    var places: [ID<Region>: Place] = [:]
    for (view, list) in [(View.front, front), (.back, back)] {
      for (region, place) in list {
        places[region] = Place(view: view, row: place.row, across: place.across)
      }
    }
    return places
  }()

  private typealias List = KeyValuePairs<ID<Region>, (row: Int, across: Int)>

  private static let front: List = [
    "head": (1, 1), "crown": (1, 0), "forehead": (1, 1), "temple": (2, 2), "ear": (2, 2),
    "face": (3, 1), "eye": (2, 1), "eyebrow": (2, 1), "eye_socket": (2, 1), "nose": (3, 0),
    "cheekbone": (3, 1), "mouth": (4, 0), "jaw": (4, 1), "jaw_joint": (3, 2), "neck": (5, 1),
    "throat": (5, 0), "lateral_neck": (5, 1), "submandibular_area": (4, 1),
    "supraclavicular_fossa": (7, 3), "chest": (9, 3), "upper_chest": (8, 3),
    "lateral_chest": (10, 6), "breast": (10, 4), "breastbone": (9, 0), "xiphoid_process": (11, 0),
    "sternoclavicular_joint": (7, 1), "thoracic_inlet": (7, 0), "ribs": (11, 5),
    "lower_ribs": (12, 5), "costal_margin": (12, 3), "pectoralis_major": (9, 4),
    "pectoralis_minor": (8, 5), "serratus_anterior": (11, 6), "transversus_thoracis": (10, 1),
    "abdomen": (14, 3), "upper_abdomen": (13, 3), "epigastrium": (13, 0), "navel": (14, 0),
    "lower_abdomen": (15, 3), "flank": (14, 6), "diaphragm": (12, 0), "rectus_abdominis": (14, 2),
    "obliques": (14, 5), "iliopsoas": (16, 4), "pelvis": (16, 4),
    "anterior_superior_iliac_spine": (15, 5), "pubic_area": (17, 0), "genital_area": (18, 0),
    "pelvic_floor": (18, 0), "shoulder": (8, 9), "shoulder_joint": (9, 10),
    "acromioclavicular_joint": (8, 8), "collarbone": (7, 4), "front_of_shoulder": (9, 9),
    "top_of_shoulder": (8, 7), "armpit": (10, 7), "deltoid": (9, 10), "anterior_deltoid": (9, 9),
    "middle_deltoid": (9, 11), "arm": (12, 11), "upper_arm": (11, 11), "inner_upper_arm": (11, 9),
    "outer_upper_arm": (11, 12), "coracobrachialis": (10, 10), "elbow": (13, 12),
    "inner_elbow": (13, 11), "elbow_crease": (13, 12), "forearm": (15, 12),
    "inner_forearm": (15, 12), "wrist": (17, 13), "hand": (18, 14), "palm": (18, 14),
    "thumb": (18, 15), "fingers": (19, 14), "hip": (16, 6), "hip_joint": (17, 5),
    "front_of_hip": (17, 4), "outer_hip": (17, 7), "groin": (18, 3),
    "tensor_fasciae_latae": (17, 7), "leg": (21, 4), "thigh": (20, 4), "front_of_thigh": (20, 4),
    "inner_thigh": (20, 2), "outer_thigh": (20, 7), "vastus_lateralis": (21, 6),
    "vastus_medialis": (22, 3), "sartorius": (19, 3), "knee": (24, 4), "kneecap": (24, 4),
    "inner_knee": (24, 2), "outer_knee": (24, 6), "lower_leg": (26, 4), "shin": (26, 4),
    "outer_lower_leg": (26, 6), "inner_lower_leg": (26, 3), "ankle": (29, 3),
    "inner_ankle": (29, 2), "outer_ankle": (29, 5), "front_of_ankle": (29, 3), "foot": (30, 4),
    "top_of_foot": (30, 4), "toes": (30, 5), "big_toe": (30, 2), "little_toe": (30, 6),
  ]

  private static let back: List = [
    "occiput": (3, 1), "mastoid": (3, 2), "nape": (5, 1), "cervical_spine": (5, 0),
    "suboccipitals": (4, 1), "upper_trapezius": (7, 3), "levator_scapulae": (7, 2), "back": (11, 3),
    "spine": (11, 0), "thoracic_spine": (10, 0), "lumbar_spine": (14, 0), "upper_back": (8, 3),
    "mid_back": (11, 4), "low_back": (14, 3), "shoulder_blade": (9, 5),
    "between_shoulder_blades": (9, 0), "lower_trapezius": (11, 2), "latissimus_dorsi": (12, 5),
    "rhomboids": (9, 2), "erector_spinae": (12, 2), "serratus_posterior_inferior": (13, 4),
    "multifidus": (14, 1), "quadratus_lumborum": (14, 4), "teres_major": (10, 6),
    "teres_minor": (9, 7), "supraspinatus": (8, 5), "rotator_cuff": (8, 8), "kidney_area": (13, 4),
    "sacrum": (16, 0), "tailbone": (18, 0), "sacroiliac_joint": (16, 2), "iliac_crest": (15, 5),
    "posterior_superior_iliac_spine": (15, 2), "rear_of_shoulder": (9, 9),
    "posterior_deltoid": (9, 10), "triceps": (11, 11), "outer_elbow": (13, 13),
    "olecranon": (13, 12), "anconeus": (13, 13), "triceps_tendon": (12, 11),
    "outer_forearm": (15, 12), "extensor_retinaculum": (17, 13), "back_of_hand": (18, 14),
    "knuckles": (19, 14), "buttock": (17, 4), "gluteal_fold": (19, 4), "sit_bone": (18, 3),
    "gluteus_medius": (16, 5), "lateral_hip_rotators": (17, 5), "piriformis": (17, 3),
    "back_of_thigh": (20, 4), "biceps_femoris": (21, 6), "semitendinosus": (21, 3),
    "back_of_knee": (24, 4), "calf": (26, 4), "medial_gastrocnemius": (26, 3),
    "lateral_gastrocnemius": (26, 6), "soleus": (27, 4), "achilles_tendon": (29, 3),
    "heel": (30, 3), "sole": (30, 4), "ball_of_foot": (30, 5),
  ]
}
