import TechniqueKit

/// Something wrong with a module, and where.
public struct CheckFinding: Hashable, Sendable, CustomStringConvertible {
  /// The item: `trigger_point/rule/trigger_point_bruises`.
  public let path: String
  /// What is wrong with it and, where that is not plain, how it should be.
  public let sentence: String

  public var description: String { "\(path): \(sentence)" }

  public init(path: String, sentence: String) {
    self.path = path
    self.sentence = sentence
  }
}

/// Every problem of a technique module; empty when it conforms.
///
/// The module is checked with its options at their defaults, examples included, and again with
/// each option at either end of its range.
///
/// ```swift
/// @Test("The module conforms")
/// func conforms() {
///   #expect(
///     findings(in: HotStone.self, base: GeneralContent.content, anatomy: GeneralContent.anatomy)
///       == [])
/// }
/// ```
///
/// - Parameters:
///   - base: the general content, whose questions a module's rules may read.
///   - anatomy: the regions that sites may name.
public func findings(
  in technique: any Technique.Type, base: ModuleContent, anatomy: Anatomy
) -> [CheckFinding] {
  var all = ModuleCheck(
    manifest: technique.manifest, content: technique.content(OptionValues(technique.options)),
    base: base, anatomy: anatomy
  ).all
  all += checkedOptions(technique.options, manifest: technique.manifest)
  for settings in extremes(of: technique.options) {
    let check = ModuleCheck(
      manifest: technique.manifest,
      content: technique.content(OptionValues(technique.options, settings: settings)),
      base: base, anatomy: anatomy)
    all += check.withoutExamples
  }
  var seen: Set<CheckFinding> = []
  return all.filter { seen.insert($0).inserted }
}

/// Every problem of the general content, which no technique stands behind.
///
/// - Parameters:
///   - manifest: names the content in the path of a finding; its id is no prefix here.
///   - anatomy: the regions that sites may name.
public func findings(
  inBase content: ModuleContent, manifest: Manifest, anatomy: Anatomy
) -> [CheckFinding] {
  ModuleCheck(
    manifest: manifest, content: content, base: ModuleContent(), anatomy: anatomy, isBase: true
  ).all
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
      CheckFinding(path: "\(manifest.id)/option/\(option.name)", sentence: $0)
    }
  }
}
