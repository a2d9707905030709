import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit
import Testing

@Suite struct ReadingAnswerTests {
  static let anatomy = GeneralContent.anatomy

  func read(_ text: String, _ question: Question) -> String {
    do throws(Refusal) {
      return "\(try AnswerReading(question, anatomy: Self.anatomy).read(text).answer)"
    } catch { return error.description }
  }

  @Test(arguments: [
    ("4", "number(4.0)"), ("4/10", "number(4.0)"), ("four", "number(4.0)"),
    ("4.", "number(4.0)"), ("12", "That needs a whole number from 0 to 10. Example: 4"),
    ("-1", "That needs a whole number from 0 to 10. Example: 4"),
    ("banana", "That needs a whole number from 0 to 10. Example: 4"),
    ("4.5", "That needs a whole number from 0 to 10. Example: 4"),
  ])
  func `a score is read as people type it`(typed: String, expected: String) {
    #expect(read(typed, GeneralHistory.painNow.question) == expected)
  }

  @Test func `none cannot stand beside another answer`() {
    let question = GeneralHistory.medicines.question
    #expect(read("none, 1", question) == "\"none of these\" cannot stand beside another answer.")
    #expect(read("9", question).hasPrefix("\"9\" is not in the list."))
    #expect(read("blood", question).contains("blood_thinner"))
  }

  @Test func `yes and no have few spellings`() {
    #expect(read("YES", GeneralHistory.fever.question) == "yesNo(true)")
    #expect(read("0", GeneralHistory.fever.question) == "yesNo(false)")
    #expect(read("maybe", GeneralHistory.fever.question) == "That needs y or n. Example: n")
  }
}

@Suite struct ChangeVerdictTests {
  @Test func `a change is held against noise and against what matters`() {
    let three = ChangeVerdict(Instruments.painNow, from: 6, to: 3)
    #expect(three.course == .better)
    #expect(three.reaches(.minimalDetectable) == true)
    #expect(three.reaches(.minimalImportant) == true)
    let two = ChangeVerdict(Instruments.painNow, from: 3, to: 5)
    #expect(two.course == .worse)
    #expect(two.reaches(.minimalDetectable) == false)
    #expect(two.sentence().hasPrefix("Worse by 2 (66.7 %) since the first value; not more"))
    #expect(ChangeVerdict(Instruments.ownActivities, from: 3, to: 5).course == .better)
  }
}

@Suite struct SafetyGateTests {
  static let catalogue = try? Catalogue(
    general: .init(manifest: GeneralContent.manifest, content: GeneralContent.content),
    techniques: [], anatomy: GeneralContent.anatomy)

  func verdict(_ answers: [ID<Question>: Answer], _ clearances: [Clearance] = []) throws -> Verdict
  {
    let catalogue = try #require(Self.catalogue)
    let at = Instant(milliseconds: 0)
    let facts = Facts(
      answers: answers, age: 40, anatomy: catalogue.anatomy, questions: catalogue.questions)
    return SafetyGate(
      catalogue: catalogue, facts: facts,
      known: answers.mapValues { RecordedAnswer($0, at: at) }, clearances: clearances
    ).verdict(on: .epoch)
  }

  @Test func `with no answer at all every emergency blocks`() throws {
    let concerns = try verdict([:]).concerns
    #expect(concerns.first?.severity == .emergency)
    #expect(concerns.filter { $0.severity == .emergency && $0.blocks }.count >= 12)
  }

  @Test func `more raised answers never make a verdict milder`() throws {
    var generator = SystemRandomNumberGenerator()
    let catalogue = try #require(Self.catalogue)
    let choices = catalogue.questions.compactMap { question -> (ID<Question>, [ID<Option>])? in
      guard case .choice(let options, _) = question.kind else { return nil }
      return (question.id, options.filter { !$0.isExclusive }.map(\.id))
    }
    for _ in 0..<200 {
      var answers: [ID<Question>: Answer] = [:]
      for (id, options) in choices {
        answers[id] = .choices(options.filter { _ in Bool.random(using: &generator) })
      }
      let before = try verdict(answers).concerns.map(\.severity).max() ?? .note
      guard let (id, options) = choices.randomElement(using: &generator) else { continue }
      answers[id] = .choices(options)
      let after = try verdict(answers).concerns.map(\.severity).max() ?? .note
      #expect(after >= before)
    }
  }

  @Test func `two modules that claim one id are named`() {
    let module = Catalogue.Module(
      manifest: Manifest(
        id: "other", name: "Other", version: .init(0, 1, 0), stability: .draft, summary: "x"),
      content: ModuleContent(intake: [GeneralHistory.fever.question]))
    #expect(
      throws: CatalogueProblem.claimedTwice(
        "question fever", by: "General screening (ClinicalContent/GeneralContent.swift)",
        and: "Other (ClinicCoreTests/ClinicCoreTests.swift)")
    ) {
      try Catalogue(
        general: .init(manifest: GeneralContent.manifest, content: GeneralContent.content),
        techniques: [module], anatomy: GeneralContent.anatomy)
    }
  }

  @Test func `times are read with and without a zone`() {
    #expect(Instant(iso: "1970-01-01T00:01:00Z", in: .utc)?.milliseconds == 60_000)
    #expect(Instant(iso: "1970-01-01T01:00+01:00", in: .utc)?.milliseconds == 0)
    #expect(Instant(iso: "1970-01-01", in: .utc) == nil)
    #expect(Instant(iso: "1970-01-01T25:00", in: .utc) == nil)
  }
}
