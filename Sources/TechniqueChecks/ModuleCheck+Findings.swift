import TechniqueKit

extension ModuleCheck {
  /// Codes and fields can be told apart when typed, and the sentence speaks of fields that exist.
  var findingKinds: [CheckFinding] {
    content.findings.enumerated().flatMap { place, kind in
      let others = base.content.findings + content.findings.prefix(place)
      var found = code(of: kind, beside: others) + names(in: kind) + forms(in: kind)
      found += treatment(in: kind) + sentence(of: kind) + prompt(kind.title, "the title")
      found += kind.fields.flatMap(problems(in:))
      return found.map { finding($0, "finding", kind.id.rawValue) }
    }
  }

  private func code(of kind: FindingKind, beside others: [FindingKind]) -> [Problem] {
    var found: [Problem] = []
    if kind.code.isEmpty || !kind.code.allSatisfy({ ("a"..."z").contains($0) }) {
      found.append(Problem(.shorthand, "the code has lower-case letters only."))
    }
    if let other = others.first(where: { $0.code == kind.code }) {
      found.append(Problem(.shorthand, "the code \(kind.code) is that of \(other.id) already."))
    }
    if FindingKind.reservedCodes.contains(kind.code) {
      found.append(Problem(.shorthand, "\(kind.code) is a command, so it cannot be a code."))
    }
    return found
  }

  private func names(in kind: FindingKind) -> [Problem] {
    var found: [Problem] = []
    let names = kind.fields.map(\.name)
    if Set(names).count < names.count {
      found.append(Problem(.shorthand, "a field's name occurs twice."))
    }
    let words = kind.fields.flatMap(\.words)
    if Set(words).count < words.count {
      found.append(Problem(.shorthand, "a word belongs to two fields."))
    }
    for name in names where !name.isSnakeCase {
      found.append(
        Problem(
          .shorthand, "the field \"\(name)\" needs a name of lower-case letters, digits and _."))
    }
    if kind.fields.contains(where: \.isSite) {
      for word in words where anatomy.regions.contains(where: { $0.name == word }) {
        found.append(Problem(.shorthand, "\"\(word)\" is a region too."))
      }
    }
    return found
  }

  /// Two fields that are recognised by the same form cannot be told apart without their names.
  private func forms(in kind: FindingKind) -> [Problem] {
    var seen: [String: String] = [:]
    return kind.fields.compactMap { field in
      guard let form = field.looseForm else { return nil }
      defer { seen[form] = seen[form] ?? field.name }
      return seen[form].map {
        Problem(.shorthand, "\($0) and \(field.name) look the same when typed: \(form).")
      }
    }
  }

  /// What is left out and what is too deep can be told of treatment only where it names its area and
  /// its pressure; what only measures is never refused, so it records no treatment.
  private func treatment(in kind: FindingKind) -> [Problem] {
    let hasPressure = kind.fields.contains { $0.name == "pressure" }
    var found: [String] = []
    if kind.treats, !kind.fields.contains(where: { $0.isSite && $0.isRequired }) {
      found.append("it records treatment, so it needs a field for the area.")
    }
    let grades = content.templates.flatMap(\.phases).compactMap(\.pressure)
    if kind.treats, !hasPressure, let deepest = grades.max(), deepest > .contact {
      found.append(
        "sessions press at \(deepest.rawValue) of 5, so treatment needs a field named pressure.")
    }
    if !kind.treats, hasPressure {
      found.append("it records a pressure, so it records treatment.")
    }
    return found.map { Problem(.treatment, $0) }
  }

  /// A field that may be missing stands in `[ ]`, so that the sentence reads well without it.
  private func sentence(of kind: FindingKind) -> [Problem] {
    var found: [String] = []
    for (name, isOptional) in kind.sentenceFields {
      guard let field = kind.fields.first(where: { $0.name == name }) else {
        found.append("the sentence speaks of \"\(name)\", which is no field.")
        continue
      }
      if !field.isRequired, !isOptional {
        found.append("\(name) may be missing, so it stands in [ ] in the sentence.")
      }
    }
    let said = Set(kind.sentenceFields.map(\.name))
    for field in kind.fields where !said.contains(field.name) {
      found.append("the sentence leaves \(field.name) out.")
    }
    if kind.sentence.count(where: { $0 == "[" }) != kind.sentence.count(where: { $0 == "]" }) {
      found.append("a [ or ] of the sentence has no partner.")
    }
    if !kind.sentence.hasSuffix(".") { found.append("the sentence ends without a period.") }
    return found.map { Problem(.sentences, $0) } + claims(in: [kind.sentence])
  }

  private func problems(in field: FindingKind.Field) -> [Problem] {
    let found = label(field.meaning, "the meaning of \(field.name)")
    guard case .word(let words) = field.kind else { return found }
    if words.isEmpty { return found + [Problem(.shorthand, "\(field.name) has no words.")] }
    return found
      + words.filter { $0 != $0.lowercased() || $0.contains { $0 == " " || $0 == "," } }
      .map { Problem(.shorthand, "\"\($0)\" cannot be typed as one lower-case word.") }
  }
}

extension FindingKind.Field {
  fileprivate var isSite: Bool { kind == .site }

  fileprivate var words: [String] {
    if case .word(let words) = kind { words } else { [] }
  }

  /// How the field is recognised without its name; `nil` where no other field can be meant.
  fileprivate var looseForm: String? {
    if isNamed { return nil }
    return switch kind {
    case .site: "an area"
    case .number("", _), .series: "a bare number"
    case .number("s", _), .number("min", _): "a time"
    case .number(let unit, _): "a number in \(unit)"
    case .change(let unit, _): "a change in \(unit.isEmpty ? "no unit" : unit)"
    case .bloodPressure: "a blood pressure"
    case .count: "x and a number"
    case .word, .text: nil
    }
  }
}
