import ClinicConfig
import ClinicCore
import ClinicalContent
import TechniqueChecks
import TechniqueKit

/// The clinic's own content under the checks that every module passes, and put to use.
struct ClinicContentCheck {
  private(set) var general: ModuleDocument
  private(set) var modules: [ModuleDocument]

  /// - Throws: `ConfigProblems` with every mistake at its line and column.
  init(
    _ content: ClinicContent, _ config: ClinicConfig, general: ModuleDocument,
    modules: [ModuleDocument], compiledIn: [Manifest]
  ) throws(ConfigProblems) {
    self.general = general
    self.modules = modules
    var problems: [ConfigProblem] = []
    let own = content.document
    if !config.allowsDrafts {
      problems.append(ConfigProblem(1, 1, .draft(technique: own.manifest.id.rawValue)))
    }
    let taken = compiledIn + [general.manifest]
    if taken.contains(where: { $0.isCalled(own.manifest.id.rawValue) }) {
      problems.append(
        ConfigProblem(1, 1, .content("the id \(own.manifest.id) is that of a technique.")))
    }
    problems += Self.uses(own, modules, content)
    problems += Self.clashes(own, [general] + modules, content)
    let base = Self.base(general, modules)
    for found in findings(inClinic: own, base: base) {
      problems.append(content.problem(found.kind, found.item, found.sentence))
    }
    problems += reword(content)
    guard problems.isEmpty else {
      throw ClinicContent.problems(content.path, problems)
    }
    self.modules.append(own)
  }

  /// A template says which techniques it is made of, so that their rules bear on it.
  private static func uses(
    _ own: ModuleDocument, _ modules: [ModuleDocument], _ content: ClinicContent
  ) -> [ConfigProblem] {
    let known = modules.map { $0.manifest.id }
    return own.content.templates.flatMap { template -> [ConfigProblem] in
      let names = known.map(\.rawValue).joined(separator: ", ")
      if template.alsoUses.isEmpty {
        return [
          content.problem(
            "template", template.id.rawValue,
            "also_uses has to name its techniques, of: \(names).")
        ]
      }
      return template.alsoUses.filter { !known.contains($0) }.map {
        content.problem(
          "template", template.id.rawValue, "\($0) is not enabled. Enabled: \(names).")
      }
    }
  }

  /// A title or a code that means something else already.
  private static func clashes(
    _ own: ModuleDocument, _ others: [ModuleDocument], _ content: ClinicContent
  ) -> [ConfigProblem] {
    var titles = Set(others.flatMap(\.content.templates).map(\.title))
    let codes = Set(others.flatMap(\.content.safetyRules).map { $0.code.uppercased() })
    return own.content.templates.filter { !titles.insert($0.title).inserted }.map {
      content.problem(
        "template", $0.id.rawValue,
        "there is a template \"\($0.title)\" already; choose another title.")
    }
      + own.content.safetyRules.filter { codes.contains($0.code.uppercased()) }.map {
        content.problem(
          "rule", $0.id.rawValue, "the code \($0.code) is that of another rule; choose another.")
      }
  }

  private static func base(_ general: ModuleDocument, _ modules: [ModuleDocument]) -> ContentBase {
    var all = general.content
    for module in modules {
      all.intake += module.content.intake
      all.safetyRules += module.content.safetyRules
      all.templates += module.content.templates
      all.findings += module.content.findings
      all.metrics += module.content.metrics
    }
    return ContentBase(content: all, anatomy: GeneralContent.anatomy)
  }

  /// The texts that a clinic may put in its own words. Left out are those by which a client is kept from
  /// harm: what a safety question asks, what an answer means, and what a rule that may block says.
  private static func rewordable(_ document: ModuleDocument) -> Set<String> {
    let safety = Set(
      document.content.intake.filter(\.isSafety).flatMap { [$0] + $0.fields }.map(\.id.rawValue))
    let mild = Set(
      document.content.safetyRules.filter { !$0.severity.blocks && !$0.severityWhenUnknown.blocks }
        .map(\.id.rawValue))
    return Set(
      document.texts.map(\.place).filter { place in
        let parts = place.split(separator: "/").map(String.init)
        guard parts.count == 3 else { return parts.first == "template" }
        return switch (parts[0], parts[2]) {
        case ("question", "why"): true
        case ("question", "prompt"), ("question", "help"): !safety.contains(parts[1])
        case ("rule", "client"): mild.contains(parts[1])
        case ("template", _), ("finding", _), ("metric", _): true
        default: false
        }
      })
  }

  /// Puts the clinic's words in the place of the modules' own, and checks them there.
  private mutating func reword(_ content: ClinicContent) -> [ConfigProblem] {
    guard !content.wording.isEmpty else { return [] }
    var left = Set(content.wording.keys)
    func reworded(_ document: ModuleDocument) -> ModuleDocument {
      let places = Self.rewordable(document)
      var changed = document.mapTexts { place, text in
        guard places.contains(place), let own = content.wording[place] else { return text }
        left.remove(place)
        return own
      }
      // The words of the module stay within reach of whoever asks in others.
      for (place, before) in document.content.intake.enumerated()
      where before.prompt != changed.content.intake[place].prompt {
        changed.content.intake[place].why += " In the module's words: \"\(before.prompt)\"."
      }
      return changed
    }
    let places = ([general] + modules).flatMap(Self.rewordable).sorted()
    let all = Set(([general] + modules).flatMap(\.texts).map(\.place))
    general = reworded(general)
    modules = modules.map(reworded)
    var problems = left.sorted().map { place in
      content.problem(
        "wording", place,
        all.contains(place)
          ? "this text keeps clients from harm and stays as it is."
          : "there is no such text. "
            + (Suggestion.closest(to: place, among: places).map { "Did you mean \($0)?" }
              ?? "Places stand in the output of: fascia module show ID --json"))
    }
    for module in [general] + modules {
      let isGeneral = module.manifest.id == general.manifest.id
      let base =
        isGeneral
        ? ContentBase(content: .init(), anatomy: GeneralContent.anatomy) : GeneralContent.base
      for found in wordingFindings(in: module, base: base, isBase: isGeneral) {
        let item = "\(found.kind)/\(found.item)"
        let place = content.wording.keys.sorted().first { $0.hasPrefix(item + "/") }
        problems.append(content.problem("wording", place ?? item, found.sentence))
      }
    }
    return problems
  }
}
