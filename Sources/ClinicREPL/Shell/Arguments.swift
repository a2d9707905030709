import TechniqueKit

/// What a verb takes behind its name: words, fields like `born=1984-03-02`, and steps like `give` in
/// `consent give`, each of which takes something else.
///
/// It is declared once, with the verb, and nothing it does not name gets past `check`.
///
/// ```swift
/// takes: .words("born=DATE", "sex=SEX", "phone=NUMBER")
/// ```
struct Arguments: Sendable {
  enum Rest: String, Sendable {
    /// Fields only.
    case fields
    /// Words, which the verb reads to the last one, and fields.
    case words
    /// Words and fields, also fields whose names the verb finds out by itself: the questions of an
    /// intake, the numbers of a score. It refuses what it does not know.
    case named
    /// All as it was typed, without the blanks at the end; the verb reads it to the last word.
    case line
    /// All as it was typed.
    case text
  }

  /// A field with what stands behind its `=`: `born=DATE`.
  struct Field: Sendable, ExpressibleByStringLiteral {
    let name: String
    let form: String

    init(_ name: String, _ form: String) {
      self.name = name
      self.form = form
    }

    init(stringLiteral text: String) {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      name = parts[0]
      form = parts.count == 2 ? parts[1] : "..."
    }
  }

  /// A first word that takes something of its own.
  struct Step: Sendable {
    let name: String
    let takes: Arguments
  }

  let rest: Rest
  var fields: [Field] = []
  var steps: [Step] = []

  /// The verb stands alone.
  static let nothing = Arguments(rest: .fields)
  static let line = Arguments(rest: .line)
  static let text = Arguments(rest: .text)

  static func fields(_ fields: Field...) -> Arguments { Arguments(rest: .fields, fields: fields) }

  static func words(_ fields: Field...) -> Arguments { Arguments(rest: .words, fields: fields) }

  static func named(_ fields: Field...) -> Arguments { Arguments(rest: .named, fields: fields) }

  /// The same, or with one of these words in front.
  func or(_ name: String, _ takes: Arguments) -> Arguments {
    var more = self
    more.steps.append(Step(name: name, takes: takes))
    return more
  }

  /// Refuses what is not declared, what is typed twice, and fields without a value.
  ///
  /// - Parameters:
  ///   - text: what was typed behind the verb.
  ///   - verb: as it is called in the refusal.
  /// - Throws: `Failure` with exit code 2.
  func check(_ text: String, of verb: String, example: String) throws {
    switch rest {
    case .line, .text: return
    case .fields, .words, .named: break
    }
    let words = try Words(text)
    let first = words.bare.first?.lowercased()
    if let step = steps.first(where: { $0.name == first }) {
      let whole = "\(verb) \(step.name)"
      try step.takes.check(
        Array(words.bare.dropFirst()), words.fields, of: whole, hint: "Type help \(verb).")
    } else {
      try check(words.bare, words.fields, of: verb, hint: "Example: \(example)")
    }
  }

  private func check(
    _ bare: [String], _ typed: [(name: String, value: String)], of verb: String, hint: String
  ) throws {
    if case .fields = rest, !bare.isEmpty { throw tooMuch(bare, of: verb, hint: hint) }
    var seen: Set<String> = []
    for (name, value) in typed {
      if let field = fields.first(where: { $0.name == name }) {
        guard seen.insert(name).inserted else {
          throw Failure.usage(
            "\(name)= is typed twice. Nothing was changed.", hint: "Type it once.")
        }
        guard value.contains(where: { !$0.isWhitespace }) else {
          throw Failure.usage(
            "\(name)= has no value. Nothing was changed.", hint: "Type \(name)=\(field.form)")
        }
        continue
      }
      let near = near(name)
      if case .named = rest, near?.lowercased() != name.lowercased() {
        guard value.contains(where: { !$0.isWhitespace }) else {
          throw Failure.usage("\(name)= has no value. Nothing was changed.")
        }
        continue
      }
      if let step = steps.first(where: { $0.takes.fields.contains { $0.name == name } }) {
        throw Failure.usage(
          "there is no field \"\(name)\" here.", hint: "\(name)= goes with \(verb) \(step.name).")
      }
      let known = fields.map(\.name).joined(separator: " ")
      throw Failure.usage(
        "there is no field \"\(name)\" here.",
        hint: near.map { "Did you mean \($0)=?" } ?? (known.isEmpty ? hint : "Fields: \(known)"))
    }
  }

  /// The declared name that may have been meant.
  private func near(_ typed: String) -> String? {
    let names = fields.map(\.name)
    return names.first { $0.lowercased() == typed.lowercased() }
      ?? (typed.count > 2 ? Suggestion.closest(to: typed, among: names) : nil)
  }

  private func tooMuch(_ bare: [String], of verb: String, hint: String) -> Failure {
    let typed = "you typed \"\(bare.joined(separator: " "))\"."
    if let flag = bare.first(where: { $0.hasPrefix("-") && $0.count > 1 }) {
      return .usage(
        "there is no \(flag) here"
          + (fields.contains { $0.name == "to" }
            ? "; the name of a file says how it is written." : ". Nothing was changed."),
        hint: hint)
    }
    if !steps.isEmpty {
      let names = steps.map(\.name)
      let all = (names.dropLast().joined(separator: ", ") + " or ").drop { $0 == " " }
      let known = names.count == 1 ? names[0] : all + names[names.count - 1]
      let near = bare.first.flatMap { Suggestion.closest(to: $0, among: names) }
      return .usage(
        "use \(verb) alone, or with \(known); \(typed)",
        hint: near.map { "Did you mean \(verb) \($0)?" } ?? hint)
    }
    return .usage(
      fields.isEmpty
        ? "\(verb) takes nothing after it; \(typed)"
        : "\(verb) takes fields only; \(typed)", hint: hint)
  }
}
