import ClinicalContent
import TechniqueKit
import Testing

@Suite("Instruments")
struct InstrumentTests {
  static func metric(_ id: String) throws -> OutcomeMetric {
    try #require(Instruments.general.first { $0.id.rawValue == id })
  }

  @Test("Each names what it speaks of, its version, its licence with a reason, and a source")
  func complete() {
    for metric in Instruments.general {
      #expect(!metric.recall.isEmpty, "\(metric.id)")
      #expect(!metric.licence.note.isEmpty, "\(metric.id)")
      #expect(metric.version.count > 3 && !metric.citations.isEmpty, "\(metric.id)")
      #expect(metric.thresholds.allSatisfy { !$0.population.isEmpty }, "\(metric.id)")
    }
    #expect(Set(Instruments.general.map(\.name)).count == Instruments.general.count)
  }

  @Test("No text of a form that may not be embedded is part of the program")
  func paperFormsHaveNoText() {
    for metric in Instruments.general where metric.licence.status == .scoreEntryOnly {
      for item in metric.items {
        #expect(
          item.prompt.hasPrefix("Number ") || item.prompt.hasPrefix("Part on "), "\(metric.id)")
      }
    }
  }

  @Test(
    "What ships is what may ship",
    arguments: ["nprs", "vas", "psfs", "groc", "rmdq", "phq4", "gad7", "vss", "ppt", "slr"])
  func ships(id: String) throws {
    #expect(try Self.metric(id).licence.status == .ships)
  }

  @Test(
    "What needs a licence is entered as a score",
    arguments: [
      "odi", "ndi", "quickdash", "lefs", "faam_adl", "ffi", "bctq_symptoms", "hit6", "midas",
      "womac", "koos_pain", "koos_ps", "promis_function", "pss10", "isi", "psqi",
      "lymqol_function", "posas_patient", "l_dex", "fiqr",
    ])
  func scoreEntry(id: String) throws {
    #expect(try Self.metric(id).licence.status == .scoreEntryOnly)
  }

  @Test("Both ends of every form score to both ends of its range")
  func ends() {
    for metric in Instruments.general {
      guard case .items(let items, let scoring) = metric.entry, scoring.rule != .share else {
        continue
      }
      let scores = [true, false].compactMap { highest in
        scoring.score(
          items,
          Dictionary(
            uniqueKeysWithValues: items.map { item in
              (
                item.name,
                highest != item.isReversed ? item.range.upperBound : item.range.lowerBound
              )
            }))
      }
      #expect(abs((scores.min() ?? .nan) - metric.range.lowerBound) < 1e-9, "\(metric.id)")
      #expect(abs((scores.max() ?? .nan) - metric.range.upperBound) < 1e-9, "\(metric.id)")
    }
  }

  @Test("A missing number is made good within its own part of the form")
  func parts() throws {
    guard case .items(let items, let scoring) = try Self.metric("fiqr").entry else {
      Issue.record("the FIQR has items")
      return
    }
    // Function 9 x 6, overall 2 x 3, symptoms 10 x 8, of which one each is left out.
    var values = Dictionary(
      uniqueKeysWithValues: items.map { item in
        (item.name, item.part == "function" ? 6.0 : item.part == "overall" ? 3 : 8)
      })
    for name in ["number_1", "number_10", "number_21"] { values[name] = nil }
    let score = try #require(scoring.score(items, values))
    #expect(abs(score - (54 / 3 + 6 + 80 / 2)) < 1e-9)
    values["number_11"] = nil
    #expect(scoring.score(items, values) == nil)
  }

  @Test("What is not ticked of the Roland-Morris statements counts as zero")
  func ticks() throws {
    guard case .items(let items, let scoring) = try Self.metric("rmdq").entry else {
      Issue.record("the RMDQ has items")
      return
    }
    #expect(items.count == 24)
    let all = Dictionary(uniqueKeysWithValues: items.map { ($0.name, 1.0) })
    #expect(scoring.score(items, all) == 24)
    #expect(scoring.score(items, ["home": 1, "socks": 1]) == 2)
    #expect(scoring.score(items, ["home": 0]) == 0)
  }

  @Test(
    "A stretch of a range has its name",
    arguments: [
      ("midas", 5.0, "grade I"), ("midas", 6, "grade II"), ("midas", 11, "grade III"),
      ("midas", 21, "grade IV"), ("phq4", 2, "minimal"), ("phq4", 3, "mild"), ("phq4", 9, "severe"),
      ("gad7", 4, "minimal"), ("gad7", 10, "moderate"), ("gad7", 15, "severe"),
      ("isi", 14, "slight"), ("isi", 15, "moderate"), ("pss10", 13, "low"), ("pss10", 27, "high"),
      ("psqi", 5, "good sleep"), ("psqi", 6, "poor sleep"),
      ("promis_function", 44, "under 45, impaired"),
    ])
  func bands(id: String, value: Double, name: String) throws {
    #expect(try Self.metric(id).band(of: value) == name)
  }
}

@Suite("Worked examples of the formulae")
struct FormulaTests {
  static let other = [16.0, 17.2, 19, 21.3, 23.4, 24.8, 25.2, 26.4, 27.9, 29.3, 30.5]
  static let affected = [17.1, 18.9, 21.2, 23.6, 25.7, 26.9, 27.1, 28.3, 29.6, 30.8, 31.6]

  @Test("A cylinder of girth 20 and height 4 holds 127.32 mL")
  func cylinder() throws {
    #expect(abs(try #require(LimbVolume.volume(girths: [20, 20], every: 4)) - 127.32) < 0.005)
    #expect(LimbVolume.volume(girths: [20], every: 4) == nil)
  }

  @Test("Each cone of both arms, their volumes, the excess and its share")
  func arms() throws {
    func cones(_ girths: [Double]) -> [Double] {
      zip(girths, girths.dropFirst()).compactMap { LimbVolume.volume(girths: [$0, $1], every: 4) }
    }
    let printed = [
      [87.75, 104.37, 129.38, 159.12, 184.93, 198.95, 211.92, 234.69, 260.42, 284.61],
      [103.22, 128.10, 159.87, 193.53, 220.21, 232.05, 244.27, 266.82, 290.35, 309.87],
    ]
    for (girths, expected) in zip([Self.other, Self.affected], printed) {
      for (cone, volume) in zip(cones(girths), expected) { #expect(abs(cone - volume) < 0.006) }
    }
    let other = try #require(LimbVolume.volume(girths: Self.other, every: 4))
    let affected = try #require(LimbVolume.volume(girths: Self.affected, every: 4))
    #expect(abs(other - 1856.1) < 0.06)
    #expect(abs(affected - 2148.3) < 0.06)
    #expect(abs(affected - other - 292.2) < 0.06)
    #expect(
      abs(try #require(LimbVolume.excess(affected: affected, other: other)) - 15.74) < 0.006)
  }

  @Test(
    "Detectable changes follow from the standard error",
    arguments: [(1.02, 2.83), (0.2, 0.55), (2.1, 5.8), (4.5, 12.5), (2.3, 6.4), (2.5, 6.9)])
  func detectable(error: Double, change: Double) {
    #expect(abs(MeasurementError(standardError: error).detectable95 - change) < 0.05)
  }

  @Test("With 90 % the pain scale detects 2.37; without the square root of 2 it is the printed 2")
  func ninety() {
    let error = MeasurementError(standardError: 1.02)
    #expect(abs(error.detectable90 - 2.37) < 0.005)
    #expect(abs(1.96 * error.standardError - 2) < 0.005)
  }

  @Test("The demonstration of the reliable change index")
  func reliableChange() {
    let error = MeasurementError(standardDeviation: 7.5, reliability: 0.8)
    #expect(abs(error.standardError - 3.354) < 0.0005)
    #expect(abs(error.ofDifference - 4.743) < 0.0005)
    #expect(abs(error.reliableChange(from: 32.5, to: 47.5) - 3.16) < 0.005)
    #expect(abs(error.detectable95 - 9.30) < 0.005)
  }

  @Test("Units of pressure")
  func units() throws {
    let kilopascal = PressureUnit.inKilopascal
    let kilogram = try #require(kilopascal["kgf/cm2"])
    let perNewton = try #require(kilopascal["n/cm2"])
    func mercury(_ kilopascal: Double) -> Double { kilopascal * PressureUnit.millimetresOfMercury }
    #expect(abs(kilogram - 98.07) < 0.005)
    #expect(abs(kilogram / perNewton - 9.80665) < 1e-9)
    #expect(abs(mercury(kilogram) - 735.6) < 0.05)
    #expect(abs(mercury(1) - 7.5006) < 0.0001)
    #expect(abs(30 * (kilopascal["mmhg"] ?? 0) - 4) < 0.005)
    #expect(abs(45 * (kilopascal["mmhg"] ?? 0) - 6) < 0.005)
    let ouncesPerSquareInch = 9 * 0.0283495 / 6.4516 * kilogram
    #expect(abs(ouncesPerSquareInch - 3.88) < 0.005)
    #expect(abs(mercury(0.04 * kilogram) - 29.4) < 0.05)
    #expect(abs(33 / PressureUnit.millimetresOfMercury / kilogram * 1000 - 44.9) < 0.05)
    #expect(abs(mercury(0.005 * kilogram) - 3.7) < 0.05)
  }
}
