import Foundation
import TechniqueKit
import Testing

@Suite("A blood pressure")
struct BloodPressureTests {
  @Test(
    "Two numbers are read however they are written",
    arguments: [
      "128/82", "128 / 82", "128/ 82", "128 over 82", "128 OVER 82", "128/82 mmHg", "128/82mmhg",
      "128 over 82 mm Hg", "128 82",
    ])
  func read(text: String) {
    #expect(BloodPressure(typed: text) == BloodPressure(128, 82))
  }

  @Test(
    "Anything else is none",
    arguments: [
      "128", "128/", "/82", "128/82/64", "128 82 64", "128//82", "over 128 82", "128 over", "",
      "128/8two", "128.5/82", "-128/82", "128 over / 82", "1280/82", "mmHg", "١٢٨/٨٢",
    ])
  func refused(text: String) {
    #expect(BloodPressure(typed: text) == nil)
  }

  @Test("A range holds both numbers, the upper one the higher")
  func range() {
    let range = BloodPressureRange.standard
    #expect(range.contains(BloodPressure(215, 125)))
    #expect(!range.contains(BloodPressure(82, 128)))
    #expect(!range.contains(BloodPressure(90, 90)))
    #expect(!range.contains(BloodPressure(400, 80)))
    #expect(range.isUsual(BloodPressure(128, 82)))
    #expect(!range.isUsual(BloodPressure(215, 95)))
  }

  static let kind = FindingKind(
    "a_check", code: "chk", "Check",
    fields: [
      BloodPressureField("bp", "blood pressure", required: true).field,
      WordField("signs", "signs", ["present", "absent"]).field,
    ], sentence: "Blood pressure {bp}[, signs {signs}].")
  static let anatomy = Anatomy([])

  @Test(
    "A line of shorthand takes the pair by its form and by its name",
    arguments: [
      "chk 128/82 absent", "chk absent 128 / 82", "chk 128 over 82 absent", "chk 128 82 absent",
      "chk 128/82 mmHg absent", "chk bp=128/82 absent", "chk bp 128 over 82 signs=absent",
      "chk bp = 128/82mmHg absent", "chk 128/82 mm Hg absent",
    ])
  func line(text: String) throws {
    let finding = try Self.kind.read(text, anatomy: Self.anatomy)
    #expect(
      finding.values == ["bp": .bloodPressure(BloodPressure(128, 82)), "signs": .word("absent")])
    #expect(Self.kind.line(for: finding, anatomy: Self.anatomy) == "chk 128/82 absent")
    #expect(
      Self.kind.sentence(for: finding, anatomy: Self.anatomy)
        == "Blood pressure 128/82 mmHg, signs absent.")
  }

  @Test(
    "Three values, a lone one and an upper one that is lower are refused in one sentence",
    arguments: [
      ("chk 128/82/64", "128/82/64"), ("chk 128 82 64", "128/82 64"), ("chk 128", "128"),
      ("chk absent 128", "128"), ("chk 82/128", "82/128"), ("chk bp=128", "128"),
      ("chk bp 90 over 90", "90/90"), ("chk 128/82 64 absent", "128/82 64"),
    ])
  func refusedLine(text: String, typed: String) {
    #expect {
      try Self.kind.read(text, anatomy: Self.anatomy)
    } throws: { error in
      (error as? ShorthandError)?.sentence
        == "bp is upper/lower, with the upper number the higher one, not \"\(typed)\", for "
        + "example: 128/82"
    }
  }

  @Test("A number that no cuff shows is out of range")
  func outOfRange() {
    #expect {
      try Self.kind.read("chk 450/82", anatomy: Self.anatomy)
    } throws: { error in
      (error as? ShorthandError)?.sentence
        == "bp goes from upper 50 to 300, lower 20 to 200 mmHg, and \"450/82\" is outside, for "
        + "example: 128/82"
    }
  }

  @Test("Two numbers in a row, as they were once kept, still read as a pair")
  func oldForm() throws {
    let json = #"{"kind":"a_check","code":"chk","values":{"bp":{"series":[215,95]}}}"#
    let old = try JSONDecoder().decode(Finding.self, from: Data(json.utf8))
    #expect(
      Self.kind.sentence(for: old, anatomy: Self.anatomy) == "Blood pressure 215/95 mmHg.")
    let facts = Facts(answers: [:], lastFindings: [old], anatomy: Self.anatomy, questions: [])
    let bloodPressure = BloodPressureField("bp", "blood pressure")
    #expect(
      Self.kind.found(bloodPressure.systolic >= 180, at: .last).truth(for: facts) == .yes)
    #expect(
      Self.kind.found(bloodPressure.diastolic >= 110, at: .last).truth(for: facts) == .no)
  }
}
