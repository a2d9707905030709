import TechniqueKit

/// Every problem of a technique module; empty when it conforms.
///
/// The module is checked with its options at their defaults, and what it says once more with each
/// option at either end of its range. Its folder is looked for above the file that calls, under
/// `Plugins` or `Sources`; in it lie `CONTENT.md`, `CONTENT.lock` and `Translations`.
///
/// ```swift
/// @Test("The module conforms")
/// func conforms() {
///   #expect(findings(in: HotStone.self, base: GeneralContent.base) == [])
/// }
/// ```
///
/// - Parameters:
///   - base: what modules build on; their rules may read its questions.
///   - file: a path below the package that holds the module. `nil` leaves the files out.
public func findings(
  in technique: any Technique.Type, base: ContentBase, near file: String? = #filePath
) -> [CheckFinding] {
  let module = ModuleCheck(technique, base: base)
  // Numbers that JSON cannot hold are none to reckon with either.
  if !module.jsonForm.isEmpty { return module.jsonForm }
  var found = module.statements + checkedOptions(technique.options, manifest: technique.manifest)
  for settings in extremes(of: technique.options) {
    let extreme = ModuleCheck(
      technique, settings: OptionValues(technique.options, settings: settings), base: base)
    found += extreme.statements + extreme.milder(than: module.content)
  }
  found += module.examples + module.coverage + module.reachability + module.randomAnswers
  found += module.translations
  if let file { found += ModuleFolder.findings(module, near: file) }
  return found.unique
}

/// The problems that are found by looking at each item by itself, in a millisecond or so; what a
/// program checks of its modules whenever it starts.
///
/// - Parameter settings: those of the clinic.
public func statements(
  in technique: any Technique.Type, settings: OptionValues, base: ContentBase
) -> [CheckFinding] {
  let module = ModuleCheck(technique, settings: settings, base: base)
  return (module.statements + module.milder(than: technique.standardContent)).unique
}

/// Every problem of the general content, which no technique stands behind.
///
/// - Parameters:
///   - manifest: names the content in the path of a finding; its id is no prefix here.
///   - translations: of the content's texts.
///   - file: a path below the package that holds the content. `nil` leaves the files out.
public func findings(
  inBase base: ContentBase, manifest: Manifest, translations: [Translation] = [],
  near file: String? = #filePath
) -> [CheckFinding] {
  let module = ModuleCheck(
    document: ModuleDocument(manifest: manifest, content: base.content),
    base: ContentBase(content: ModuleContent(), anatomy: base.anatomy), isBase: true,
    languages: translations)
  var found = module.statements + module.examples + module.reachability + module.randomAnswers
  found += module.jsonForm + module.translations
  if let file { found += ModuleFolder.findings(module, near: file) }
  return found.unique
}

/// The problems of content that a clinic wrote down beside its configuration.
///
/// - Parameter base: the general content and all that the enabled techniques add to it.
public func findings(inClinic document: ModuleDocument, base: ContentBase) -> [CheckFinding] {
  let module = ModuleCheck(document: document, base: base)
  if !module.jsonForm.isEmpty { return module.jsonForm }
  return (module.statements + module.reachability + module.examples).unique
}

/// What is wrong with the texts of a module after a clinic has put in its own.
///
/// - Parameter isBase: whether it is the general content, whose ids need no prefix.
public func wordingFindings(
  in document: ModuleDocument, base: ContentBase, isBase: Bool
) -> [CheckFinding] {
  ModuleCheck(document: document, base: base, isBase: isBase).statements
    .filter { [.wording, .claims, .sentences, .choices].contains($0.check) }.unique
}

extension [CheckFinding] {
  fileprivate var unique: [CheckFinding] {
    var seen: Set<CheckFinding> = []
    return filter { seen.insert($0).inserted }
  }
}

/// For each option the settings that put it at either end.
private func extremes(of options: [ModuleOption]) -> [[String: OptionValues.Value]] {
  options.flatMap { option -> [[String: OptionValues.Value]] in
    switch option.kind {
    case .yesNo: [[option.name: .yesNo(false)], [option.name: .yesNo(true)]]
    case .wholeNumber(let range, _):
      [
        [option.name: .wholeNumber(range.lowerBound)],
        [option.name: .wholeNumber(range.upperBound)],
      ]
    }
  }
}

private func checkedOptions(_ options: [ModuleOption], manifest: Manifest) -> [CheckFinding] {
  options.flatMap { option in
    var sentences: [String] = []
    if !option.name.isSnakeCase {
      sentences.append("a name has lower-case letters, digits and _ only.")
    }
    if option.meaning.isEmpty { sentences.append("it does not say what it means.") }
    if case .wholeNumber(let range, let value) = option.kind, !range.contains(value) {
      sentences.append("its default \(value) lies outside its range.")
    }
    if options.count(where: { $0.name == option.name }) > 1 {
      sentences.append("the name occurs twice.")
    }
    return sentences.map {
      CheckFinding(
        .options, module: manifest.id, kind: "option", item: option.name, sentence: $0)
    }
  }
}
