import ClinicCore
import TechniqueKit

extension Verb {
  static let set = Verb(
    name: "set", group: .move, usage: "set  |  set language LANGUAGE",
    does: "the settings of this run, and where each comes from; or change one",
    example: "set language es"
  ) { shell, rest in
    let words = try Words(rest).bare
    switch words.count {
    case 0: break
    case 2 where words[0] == "language":
      try shell.speak(words[1])
      shell.languageSource = "set in this run"
    default:
      let near = words.first.flatMap { Suggestion.closest(to: $0, among: ["language"]) }
      throw Failure.usage(
        "there is no such setting. Nothing was changed.",
        hint: near.map { "Did you mean set \($0)?" } ?? "Example: set language es")
    }
    shell.say("language  \(shell.language)  (\(shell.languageSource))")
    shell.item(
      .fields([
        "setting": .string("language"), "value": .string(shell.language),
        "from": .string(shell.languageSource),
      ]))
  }
}

extension Shell {
  /// Shows the modules' texts in a language from now on. What is recorded stays in English.
  ///
  /// - Throws: `Failure` when no module comes in it.
  func speak(_ language: String) throws {
    shown = try catalogue(in: language)
    self.language = language
  }

  /// The language that the configuration names.
  public func start(in language: String) throws {
    try speak(language)
    languageSource = "the configuration"
  }

  func catalogue(in language: String) throws -> Catalogue {
    guard let catalogue = languages.catalogue(practice.catalogue, in: language) else {
      throw Failure.usage(
        "there is no language \"\(language)\" here. Nothing was changed.",
        hint: "Known: \(languages.known.joined(separator: ", "))")
    }
    return catalogue
  }

  /// The question in the language that is shown.
  func shown(_ question: Question) -> Question { shown.question(question.id) ?? question }

  /// The rule in the language that is shown.
  func shown(_ rule: SafetyRule) -> SafetyRule { shown.rule(rule.id) ?? rule }
}
