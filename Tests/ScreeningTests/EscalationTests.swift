import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit
import Testing

/// Screening can only escalate, whatever a client answers.
@Suite("Escalation")
struct EscalationTests {
  /// Two thousand clients in all, the same ones every time; ten thousand with `make fuzz`.
  static let clientsPerPart =
    ProcessInfo.processInfo.environment["FASCIA_SCREENED_CLIENTS"].flatMap { Int($0) } ?? 200

  @Test("No rule is softened by another, by a second technique or by a module", arguments: 1...10)
  func neverMilder(part: Int) throws {
    var generator = SeededGenerator(seed: UInt64(part))
    let order = Column.all.map(\.technique).shuffled(using: &generator)
    let whole = try Catalogue(of: order)
    let smaller = try (1..<order.count).map { try Catalogue(of: Array(order.prefix($0))) }
    var misses: [String] = []
    for number in 1...Self.clientsPerPart {
      let client = RandomClient(whole, &generator)
      let facts = client.facts(whole)
      let verdict = whole.verdict(facts)
      for technique in order {
        let alone = verdict.concerns(for: [technique])
        let wanted = Self.demanded(of: technique, whole, facts)
        if Self.isMilder(alone, than: wanted) {
          misses.append("client \(number): \(technique.manifest.id) is milder than a rule")
        }
        let second = order.randomElement(using: &generator) ?? technique
        let both = verdict.concerns(for: [technique, second])
        if !Set(both.map(\.rule.id)).isSuperset(of: alone.map(\.rule.id))
          || Self.isMilder(both, than: alone.map(\.severity).max())
          || Self.allowsMore(both, than: alone)
        {
          misses.append("client \(number): \(second.manifest.id) softens \(technique.manifest.id)")
        }
      }
      guard let part = smaller.randomElement(using: &generator) else { continue }
      let fewer = part.verdict(client.facts(part)).concerns(for: [order[0]])
      let all = verdict.concerns(for: [order[0]])
      if Self.isMilder(all, than: fewer.map(\.severity).max()) || Self.allowsMore(all, than: fewer)
      {
        misses.append("client \(number): more modules soften \(order[0].manifest.id)")
      }
    }
    #expect(misses.isEmpty)
  }

  /// The worst that any single rule says that holds or cannot be judged.
  private static func demanded(
    of technique: any Technique.Type, _ catalogue: Catalogue, _ facts: Facts
  ) -> Severity? {
    let own = catalogue.technique(technique.manifest.id)?.content.safetyRules ?? []
    return (catalogue.general.content.safetyRules + own).compactMap { rule -> Severity? in
      switch rule.when.truth(for: facts) {
      case .no: nil
      case .unknown: rule.severityWhenUnknown
      case .yes: rule.severity
      }
    }.max()
  }

  private static func isMilder(_ concerns: [Verdict.Concern], than wanted: Severity?) -> Bool {
    guard let wanted else { return false }
    guard let worst = concerns.map(\.severity).max() else { return true }
    return worst < wanted
  }

  private static func allowsMore(
    _ concerns: [Verdict.Concern], than fewer: [Verdict.Concern]
  ) -> Bool {
    guard let limit = Verdict.pressureCap(fewer) else { return false }
    return Verdict.pressureCap(concerns).map { $0 > limit } ?? true
  }
}

/// A client who answers at random, and leaves one question in five open.
private struct RandomClient {
  private var answers: [ID<Question>: Answer] = [:]
  private let age: Int?
  private let sex: Sex?
  private var last: Set<ID<Manifest>> = []

  init(_ catalogue: Catalogue, _ generator: inout SeededGenerator) {
    let isAgeKnown = Int.random(in: 0..<10, using: &generator) != 0
    age = isAgeKnown ? Int.random(in: 0...100, using: &generator) : nil
    let sexes: [Sex?] = [nil, .female, .male, .intersex]
    sex = sexes[Int.random(in: 0..<sexes.count, using: &generator)]
    for module in catalogue.techniques where Int.random(in: 0..<3, using: &generator) == 0 {
      last.insert(module.manifest.id)
    }
    for question in catalogue.questions {
      if Int.random(in: 0..<5, using: &generator) == 0 { continue }
      answers[question.id] = Self.answer(to: question.kind, catalogue.anatomy, &generator)
    }
  }

  func facts(_ catalogue: Catalogue) -> Facts {
    let known = Set(catalogue.questions.map(\.id))
    let techniques = Set(catalogue.techniques.map(\.manifest.id))
    return catalogue.facts(
      answers.filter { known.contains($0.key) }, age: age, sex: sex,
      last: last.intersection(techniques))
  }

  private static func answer(
    to kind: Question.Kind, _ anatomy: Anatomy, _ generator: inout SeededGenerator
  ) -> Answer {
    switch kind {
    case .yesNo: return .yesNo(Bool.random(using: &generator))
    case .wholeNumber(let range):
      return .number(Double.random(in: range.possible, using: &generator).rounded())
    case .decimal(let range): return .number(Double.random(in: range.possible, using: &generator))
    case .scale(let scale):
      return .number(Double.random(in: scale.range, using: &generator).rounded())
    case .choice(let options, let several):
      // Half of the lists are answered with none, or hardly any rule would ever rest.
      if let none = options.first(where: \.isExclusive), Bool.random(using: &generator) {
        return .choices([none.id])
      }
      let count = several ? Int.random(in: 1...3, using: &generator) : 1
      return .choices(options.shuffled(using: &generator).prefix(count).map(\.id))
    case .regions:
      let region = anatomy.regions.randomElement(using: &generator)
      return .regions(region.map { [Site($0.id)] } ?? [])
    case .bloodPressure(let range):
      return .bloodPressure(
        BloodPressure(
          Int(Double.random(in: range.systolic.possible, using: &generator)),
          Int(Double.random(in: range.diastolic.possible, using: &generator))))
    case .text: return .text("words")
    case .date, .group: return .absent(.skipped)
    }
  }
}
