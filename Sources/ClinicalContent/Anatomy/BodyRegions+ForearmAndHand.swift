import TechniqueKit

extension BodyRegions {
  static let forearmAreas: [Region] = [
    paired("elbow", "elbow", within: "arm"),
    paired("inner_elbow", "inner elbow", within: "elbow", "medial epicondyle", "medial elbow"),
    paired("outer_elbow", "outer elbow", within: "elbow", "lateral epicondyle", "lateral elbow"),
    paired("olecranon", "olecranon", within: "elbow", "elbow tip", "elbow point"),
    paired(
      "elbow_crease", "elbow crease", within: "elbow", "cubital fossa", "antecubital fossa",
      "front elbow"),
    paired("forearm", "forearm", within: "arm", "lower arm"),
    paired("inner_forearm", "inner forearm", within: "forearm", "front forearm"),
    paired("outer_forearm", "outer forearm", within: "forearm"),
    paired("wrist", "wrist", within: "arm"),
  ]

  static let forearmMuscles: [Region] = [
    muscle("anconeus", "anconeus", .superficial, within: "elbow"),
    muscle("brachioradialis", "brachioradialis", .superficial, within: "outer_forearm"),
    muscle(
      "wrist_extensors", "wrist extensors", .superficial, within: "outer_forearm",
      "forearm extensors", "extensors"),
    muscle(
      "extensor_carpi_radialis_longus", "extensor carpi radialis longus", .superficial,
      within: "wrist_extensors", "ecrl"),
    muscle(
      "extensor_carpi_radialis_brevis", "extensor carpi radialis brevis", .superficial,
      within: "wrist_extensors", "ecrb"),
    muscle(
      "extensor_carpi_ulnaris", "extensor carpi ulnaris", .superficial, within: "wrist_extensors",
      "ecu"),
    muscle("finger_extensors", "finger extensors", .superficial, within: "outer_forearm"),
    muscle(
      "extensor_digitorum", "extensor digitorum", .superficial, within: "finger_extensors",
      "extensor digitorum communis", "edc"),
    muscle(
      "extensor_digiti_minimi", "extensor digiti minimi", .superficial, within: "finger_extensors",
      "edm"),
    muscle(
      "extensor_indicis", "extensor indicis", .deep, within: "finger_extensors",
      "extensor indicis proprius", "eip"),
    muscle("supinator", "supinator", .deep, within: "outer_forearm"),
    muscle(
      "abductor_pollicis_longus", "abductor pollicis longus", .deep, within: "outer_forearm",
      "apl"),
    muscle(
      "extensor_pollicis_brevis", "extensor pollicis brevis", .deep, within: "outer_forearm",
      "epb"),
    muscle(
      "extensor_pollicis_longus", "extensor pollicis longus", .deep, within: "outer_forearm",
      "epl"),
    muscle(
      "wrist_flexors", "wrist flexors", .superficial, within: "inner_forearm", "forearm flexors"),
    muscle(
      "flexor_carpi_radialis", "flexor carpi radialis", .superficial, within: "wrist_flexors",
      "fcr"),
    muscle(
      "flexor_carpi_ulnaris", "flexor carpi ulnaris", .superficial, within: "wrist_flexors", "fcu"),
    muscle("palmaris_longus", "palmaris longus", .superficial, within: "wrist_flexors"),
    muscle("finger_flexors", "finger flexors", .middle, within: "inner_forearm"),
    muscle(
      "flexor_digitorum_superficialis", "flexor digitorum superficialis", .middle,
      within: "finger_flexors", "fds"),
    muscle(
      "flexor_digitorum_profundus", "flexor digitorum profundus", .deep, within: "finger_flexors",
      "fdp"),
    muscle(
      "flexor_pollicis_longus", "flexor pollicis longus", .deep, within: "inner_forearm", "fpl"),
    muscle("pronator_teres", "pronator teres", .superficial, within: "inner_forearm", "pronator"),
    muscle("pronator_quadratus", "pronator quadratus", .deep, within: "inner_forearm", "pq"),
  ]

  static let forearmBands: [Region] = [
    band("triceps_tendon", "triceps tendon", .superficial, within: "elbow"),
    band("common_extensor_tendon", "common extensor tendon", .superficial, within: "outer_elbow"),
    band("common_flexor_tendon", "common flexor tendon", .superficial, within: "inner_elbow"),
    band(
      "forearm_fascia", "forearm fascia", .superficial, within: "forearm", "antebrachial fascia"),
    band(
      "flexor_retinaculum", "flexor retinaculum", .superficial, within: "wrist", "carpal tunnel",
      "transverse carpal ligament"),
    band("extensor_retinaculum", "extensor retinaculum", .superficial, within: "wrist"),
  ]

  static let handAreas: [Region] = [
    paired("hand", "hand", within: "arm"),
    paired("palm", "palm", within: "hand"),
    paired("back_of_hand", "back of hand", within: "hand", "dorsum hand"),
    paired("knuckles", "knuckles", within: "hand"),
    paired("thumb", "thumb", within: "hand"),
    paired(
      "base_of_thumb", "base of thumb", within: "thumb", "thumb base", "thumb saddle joint",
      "cmc joint"),
    paired("web_of_thumb", "web of thumb", within: "hand", "thumb web", "first web space"),
    paired("fingers", "fingers", within: "hand"),
    paired("index_finger", "index finger", within: "fingers", "pointer finger"),
    paired("middle_finger", "middle finger", within: "fingers", "long finger"),
    paired("ring_finger", "ring finger", within: "fingers"),
    paired("little_finger", "little finger", within: "fingers", "small finger", "fifth finger"),
  ]

  static let handMuscles: [Region] = [
    muscle(
      "thenar_muscles", "thenar muscles", .superficial, within: "palm", "thenar",
      "thenar eminence"),
    muscle(
      "abductor_pollicis_brevis", "abductor pollicis brevis", .superficial,
      within: "thenar_muscles", "apb"),
    muscle(
      "flexor_pollicis_brevis", "flexor pollicis brevis", .middle, within: "thenar_muscles", "fpb"),
    muscle("opponens_pollicis", "opponens pollicis", .deep, within: "thenar_muscles"),
    muscle("adductor_pollicis", "adductor pollicis", .deep, within: "palm"),
    muscle(
      "hypothenar_muscles", "hypothenar muscles", .superficial, within: "palm", "hypothenar",
      "hypothenar eminence"),
    muscle(
      "hand_abductor_digiti_minimi", "hand abductor digiti minimi", .superficial,
      within: "hypothenar_muscles", "adm"),
    muscle(
      "hand_flexor_digiti_minimi", "hand flexor digiti minimi", .middle,
      within: "hypothenar_muscles"),
    muscle(
      "opponens_digiti_minimi", "opponens digiti minimi", .deep, within: "hypothenar_muscles",
      "odm"),
    muscle("hand_lumbricals", "hand lumbricals", .deep, within: "palm"),
    muscle("palmar_interossei", "palmar interossei", .deep, within: "palm"),
    muscle("hand_dorsal_interossei", "hand dorsal interossei", .deep, within: "back_of_hand"),
    band("palmar_fascia", "palmar fascia", .superficial, within: "palm", "palmar aponeurosis"),
  ]
}
