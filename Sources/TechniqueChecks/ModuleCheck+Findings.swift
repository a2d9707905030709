import TechniqueKit

extension ModuleCheck {
  /// Codes and fields can be told apart when typed, and the sentence speaks of fields that exist.
  var findingKinds: [CheckFinding] {
    content.findings.flatMap { kind in
      (names(in: kind) + sentence(of: kind) + kind.fields.flatMap(problems(in:)))
        .map { finding("finding", kind.id.rawValue, $0) }
    }
  }

  private func names(in kind: FindingKind) -> [String] {
    var found: [String] = []
    if kind.code.isEmpty || !kind.code.allSatisfy({ ("a"..."z").contains($0) }) {
      found.append("the code has lower-case letters only.")
    }
    let names = kind.fields.map(\.name)
    if Set(names).count < names.count { found.append("a field's name occurs twice.") }
    let words = kind.fields.flatMap { field -> [String] in
      if case .word(let words) = field.kind { words } else { [] }
    }
    if Set(words).count < words.count { found.append("a word belongs to two fields.") }
    for name in names where !name.isSnakeCase {
      found.append("the field \"\(name)\" needs a name of lower-case letters, digits and _.")
    }
    return found
  }

  /// A field that may be missing stands in `[ ]`, so that the sentence reads well without it.
  private func sentence(of kind: FindingKind) -> [String] {
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
    return found
  }

  private func problems(in field: FindingKind.Field) -> [String] {
    if field.meaning.isEmpty { return ["\(field.name) does not say what it means."] }
    guard case .word(let words) = field.kind else { return [] }
    if words.isEmpty { return ["\(field.name) has no words."] }
    return words.filter { $0 != $0.lowercased() || $0.contains { $0 == " " || $0 == "," } }
      .map { "\"\($0)\" cannot be typed as one lower-case word." }
  }
}
