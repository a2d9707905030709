import ClinicalContent
import TechniqueKit

/// The question of a technique on what followed the last session, with every id and every option
/// that it ever had.
struct AfterEffectQuestion {
  private let technique: Manifest
  private let isOffered: Bool
  private var ids: [ID<Question>]
  private var options: [Option]

  /// - Returns: `nil` for a module without such a question.
  init?(of module: Catalogue.Module, isOffered: Bool) {
    for question in module.content.intake {
      guard AfterEffects.technique(askedAboutBy: question.id) != nil,
        let options = question.options
      else { continue }
      (technique, self.isOffered) = (module.manifest, isOffered)
      (ids, self.options) = ([question.id] + question.aliases, options)
      return
    }
    return nil
  }

  func isSame(as other: AfterEffectQuestion) -> Bool { ids.contains { other.ids.contains($0) } }

  /// Takes in what another version of the question had besides.
  mutating func add(_ other: AfterEffectQuestion) {
    ids += other.ids.filter { !ids.contains($0) }
    options += other.options.filter { option in !options.contains { $0.id == option.id } }
  }

  var counted: CountedQuestion {
    CountedQuestion(ids[0], aliases: Array(ids.dropFirst()), options: options.map(\.id))
  }

  /// - Returns: `nil` where a technique is not offered any more and nobody was asked.
  func count(in counts: [CountedChoice: Int], shown: Catalogue) -> AfterEffectCount? {
    func count(_ option: ID<Option>?) -> Int { counts[CountedChoice(ids[0], option)] ?? 0 }
    guard isOffered || count(nil) > 0 else { return nil }
    let nothing = options.filter(\.isExclusive).map { count($0.id) }.reduce(0, +)
    let words = shown.question(ids[0])?.options ?? []
    return AfterEffectCount(
      technique: shown.technique(technique.id)?.manifest ?? technique, isOffered: isOffered,
      asked: ShownCount(count(nil)), followed: ShownCount(count(nil) - nothing),
      effects: options.filter { !$0.isExclusive && count($0.id) > 0 }.map { option in
        .init(
          option: words.first { $0.id == option.id } ?? option, count: ShownCount(count(option.id)))
      })
  }
}

extension Question {
  fileprivate var options: [Option]? {
    guard case .choice(let options, _) = kind else { return nil }
    return options
  }
}

extension Practice {
  /// The questions of the modules. What followed a session is never hidden: where answers are kept
  /// that no enabled module explains, the definitions they were given by are asked, newest first.
  func afterEffectQuestions(
    of modules: [Catalogue.Module], andPast: Bool
  ) throws -> [AfterEffectQuestion] {
    var questions = modules.compactMap { AfterEffectQuestion(of: $0, isOffered: true) }
    let known =
      [CountedChoice(GeneralHistory.condition.id, nil)]
      + HealthConditions.all.map(CountedChoice.condition)
      + questions.flatMap(\.counted.choices)
    guard andPast, try store.hasChoices(besides: known) else { return questions }
    let past = try store.definitions().flatMap { try catalogue(of: $0).techniques }
      .sorted {
        ($0.manifest.id.rawValue, $1.manifest.version)
          < ($1.manifest.id.rawValue, $0.manifest.version)
      }
    for question in past.compactMap({ AfterEffectQuestion(of: $0, isOffered: false) }) {
      if let same = questions.firstIndex(where: question.isSame) {
        questions[same].add(question)
      } else {
        questions.append(question)
      }
    }
    return questions
  }
}
