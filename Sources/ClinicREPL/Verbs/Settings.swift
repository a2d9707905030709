import ClinicCore
import TechniqueKit

extension Verb {
  static let set = Verb(
    name: "set", group: .other,
    usage: "set  |  set NAME VALUE  |  set phrase SHORT = WORDS",
    does: "the settings of this run, and where each comes from; or change one",
    example: "set phrase ht = hypertonic", moreExamples: ["set language es", "set plain on"],
    seeAlso: ["help"],
    takes: .text
  ) { shell, rest in
    let words = rest.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let name = words.first?.lowercased() else { return shell.showSettings() }
    switch (name, words.count) {
    case ("phrase", _): return try shell.setPhrase(String(rest.dropFirst(words[0].count)))
    case ("language", 2): try shell.speak(words[1])
    case ("plain", 2): shell.mode.glyphs = try shell.isOn(words[1]) ? .plain : shell.richGlyphs
    case ("color", 2):
      let isKnown = ["always", "never"].contains(words[1])
      guard isKnown else { throw Failure.usage("color is always or never.") }
      shell.mode.usesColour = words[1] == "always"
    default: throw shell.unknownSetting(name, words.count)
    }
    shell.change(name, to: words[1])
    shell.showSettings(only: name)
  }
}

extension Shell {
  /// Those that `set` changes.
  static let changeableSettings = ["color", "language", "phrase", "plain"]

  fileprivate var richGlyphs: Glyphs {
    settings.first { $0.name == "glyphs" }?.value == "unicode" ? .unicode : .ascii
  }

  fileprivate func isOn(_ typed: String) throws -> Bool {
    switch typed.lowercased() {
    case "on", "yes", "y", "1": return true
    case "off", "no", "n", "0": return false
    default: throw Failure.usage("plain is on or off; you typed \"\(typed)\".")
    }
  }

  fileprivate func change(_ name: String, to value: String) {
    let setting = Setting(name, value, from: "set in this run")
    if let place = settings.firstIndex(where: { $0.name == name }) {
      settings[place] = setting
    } else {
      settings.append(setting)
    }
  }

  fileprivate func unknownSetting(_ name: String, _ count: Int) -> Failure {
    if Self.changeableSettings.contains(name) {
      return .usage("set \(name) needs one value.", hint: "Example: set language es")
    }
    if settings.contains(where: { $0.name == name }) {
      return .usage(
        "\(name) cannot be changed while the program runs. Nothing was changed.",
        hint: "Type set to see where it comes from.")
    }
    let near = Suggestion.closest(to: name, among: Self.changeableSettings)
    return .usage(
      "there is no setting \"\(name)\". Nothing was changed.",
      hint: near.map { "Did you mean set \($0)?" } ?? "Type set for the list.")
  }

  fileprivate func showSettings(only name: String? = nil) {
    for setting in settings where name == nil || setting.name == name {
      say("\(setting.name.padded(to: 10)) \(setting.value)  (\(setting.source))", indent: 11)
      item(
        .fields([
          "setting": .string(setting.name), "value": .string(setting.value),
          "from": .string(setting.source),
        ]))
    }
    if name == nil { showPhrases() }
  }

  private func showPhrases() {
    for (name, words) in phrases.all.sorted(by: { $0.key < $1.key }) { showPhrase(name, words) }
  }

  private func showPhrase(_ name: String, _ words: String) {
    say("\("phrase".padded(to: 10)) ;\(name)  \(words)", indent: 11)
    item(.fields(["setting": .string("phrase"), "name": .string(name), "value": .string(words)]))
  }

  /// `ht = hypertonic`; nothing behind the `=` forgets it.
  fileprivate func setPhrase(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    let name = parts[0].lowercased().drop { $0 == ";" }
    guard parts.count == 2, Phrases.isName(String(name)) else {
      throw Failure.usage(
        "a phrase is a short word, = and what it stands for.",
        hint: "Example: set phrase ht = hypertonic")
    }
    try phrases.set(String(name), to: parts[1].isEmpty ? nil : parts[1])
    if parts[1].isEmpty {
      item(
        .fields(["setting": .string("phrase"), "name": .string(String(name)), "value": .null]))
      return say("The phrase ;\(name) is forgotten.")
    }
    showPhrase(String(name), parts[1])
  }

  /// Shows the modules' texts in a language from now on. What is recorded stays in English.
  ///
  /// - Throws: `Failure` when no module comes in it.
  func speak(_ language: String) throws {
    shown = try catalogue(in: language)
    self.language = language
  }

  /// The language that the configuration names.
  public func start(in language: String) throws { try speak(language) }

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
