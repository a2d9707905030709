import TechniqueKit

// Lymphoedema and scars.
extension Instruments {
  static let swellingAndScars: [OutcomeMetric] =
    lymphQuality + [stage, pittingGrade, garment, impedance, scarPatient, scarObserver, scar]

  /// Each domain by itself. Half of its questions are enough; what does not apply leaves the divisor.
  /// How many questions a domain has was not seen, so the domain's mean is typed.
  private static let lymphQuality: [OutcomeMetric] =
    [
      ("lymqol_function", "function"), ("lymqol_appearance", "appearance"),
      ("lymqol_symptoms", "symptoms"), ("lymqol_mood", "mood"),
    ].map { (id, domain) in
      lymph(
        id, "\(domain) with a swollen limb", "mean of the domain, 1 not at all to 4 a lot", 1...4,
        .lowerIsBetter)
    } + [
      lymph(
        "lymqol_overall", "quality of life with a swollen limb", "0 poor to 10 excellent", 0...10,
        .higherIsBetter)
    ]

  private static func lymph(
    _ id: String, _ construct: String, _ prompt: String, _ range: ClosedRange<Double>,
    _ direction: OutcomeMetric.Direction
  ) -> OutcomeMetric {
    OutcomeMetric(
      ID(id), name: id, construct: construct, prompt: prompt, range: range, whole: false,
      direction, recall: "the last week", version: "LYMQOL, arm or leg",
      occasions: [.everyVisits(8)],
      licence: .paper("welcome to use, but the authors want to be told first"),
      citations: [.source("Keeley 2010; form at lymphoedemaeducation")])
  }

  /// Ordinal: a stage is not a distance. Stage 2b is kept as a finding.
  static let stage = OutcomeMetric(
    "isl_stage", name: "isl_stage", construct: "stage of lymphoedema",
    prompt: "0 latent, 1 drops when raised, 2 rarely does, 3 skin", range: 0...3,
    .lowerIsBetter, recall: "now", version: "ISL stage, 0 to 3", occasions: [.everyVisits(8)],
    licence: .physical, citations: [.source("ISL consensus, wording of the stages")])

  static let pittingGrade = OutcomeMetric(
    "pitting_grade", name: "pitting_grade", construct: "depth of the dent after 5 s",
    prompt: "0 none, 1: 2 mm, 2: 4 mm, 3: 6 mm, 4: 8 mm", range: 0...4, .lowerIsBetter,
    recall: "now", version: "pitting, 1+ to 4+", occasions: [.everyVisits(4)], licence: .physical,
    citations: [.unconfirmed("2 mm a grade, pressed for 5 s")])

  static let garment = OutcomeMetric(
    "garment", name: "garment", construct: "hours a day in the compression garment",
    prompt: "mean of the last week", unit: "h", range: 0...24, whole: false, .higherIsBetter,
    recall: "the last week", version: "hours a day", licence: .diary, citations: [.designChoice])

  /// A device's number. Metal implants can shift it, and it says nothing by itself.
  static let impedance = OutcomeMetric(
    "l_dex", name: "l_dex", construct: "fluid of the limb by impedance",
    prompt: "the number of the device; metal implants shift it", range: -50...300, whole: false,
    .lowerIsBetter,
    recall: "now", version: "L-Dex, device",
    bands: [.init(-50, "to 10"), .init(10.01, "above 10")],
    thresholds: [
      .init(
        .minimalImportant, 6.5, population: "after breast cancer, calls for a closer look",
        citation: .source("Ward 2024; ImpediMed FAQ"))
    ], licence: .paper("a trade mark; only its number is kept"),
    citations: [.source("Ward 2024; ImpediMed FAQ")])

  static let scarPatient = posas("posas_patient", "the scar as the client sees it")
  static let scarObserver = posas("posas_observer", "the scar as the therapist sees it")

  private static func posas(_ id: ID<OutcomeMetric>, _ construct: String) -> OutcomeMetric {
    OutcomeMetric(
      id, name: id.rawValue, construct: construct, prompt: "6 normal skin to 60 worst",
      range: 6...60, .lowerIsBetter,
      entry: .items(numbers(6, 1...10), .init(.sum, missingAtMost: 0)), recall: "now",
      version: "POSAS, 6 numbers, before version 3.0", occasions: [.everyVisits(4)],
      licence: .paper("its licence was not seen; version 3.0 came out in 2022"),
      citations: [.source("POSAS v3 paper of 2022")])
  }

  /// Vancouver scar scale in own words.
  static let scar = OutcomeMetric(
    "vss", name: "vss", construct: "colour, height and softness of a scar",
    prompt: "0 like normal skin to 13 worst", range: 0...13, .lowerIsBetter,
    entry: .items(
      [
        .init("redness", "Colour of the blood, 0 as around it to 3 deepest", range: 0...3),
        .init("pigment", "Pigment, 0 as around it, 1 paler, 2 darker", range: 0...2),
        .init("stiffness", "Stiffness, 0 soft as skin to 5 pulls a joint", range: 0...5),
        .init("height", "Height, 0 flat to 3 highest", range: 0...3),
      ], .init(.sum, missingAtMost: 0)), recall: "now",
    version: "Vancouver scar scale, own words", occasions: [.everyVisits(4)],
    licence: .init(.ships, "published 1990; structure only, in own words"),
    citations: [.source("scar-scale review pages")])
}
