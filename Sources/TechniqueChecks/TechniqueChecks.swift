import TechniqueKit

/// Something wrong with a module, and where.
public struct CheckFinding: Hashable, Sendable, CustomStringConvertible {
  /// The item: `trigger_point/rule/trigger_point_bruises`.
  public let path: String
  public let sentence: String

  public var description: String { "\(path): \(sentence)" }
}

/// Every problem of a technique module; empty when it conforms.
///
/// ```swift
/// #expect(findings(in: HotStone.self, base: base, anatomy: anatomy) == [])
/// ```
///
/// - Parameters:
///   - base: the general content, whose questions a module's rules may read.
///   - anatomy: the regions that sites may name.
public func findings(
  in technique: any Technique.Type, base: ModuleContent, anatomy: Anatomy
) -> [CheckFinding] {
  let check = ModuleCheck(
    manifest: technique.manifest, content: technique.content(OptionValues(technique.options)),
    base: base, anatomy: anatomy)
  return check.ids + check.wording + check.rules + check.templates + check.sources
    + check.examples
}

/// One module with all that its checks look at.
struct ModuleCheck {
  let manifest: Manifest
  let content: ModuleContent
  let base: ModuleContent
  let anatomy: Anatomy

  func finding(_ kind: String, _ id: String, _ sentence: String) -> CheckFinding {
    CheckFinding(path: "\(manifest.id)/\(kind)/\(id)", sentence: sentence)
  }

  /// Ids are snake_case, begin with the technique's id and occur once.
  var ids: [CheckFinding] {
    let items =
      content.intake.map { ("question", $0.id.rawValue) }
      + content.safetyRules.map { ("rule", $0.id.rawValue) }
      + content.templates.map { ("template", $0.id.rawValue) }
      + content.findings.map { ("finding", $0.id.rawValue) }
      + content.metrics.map { ("metric", $0.id.rawValue) }
    var seen: Set<String> = []
    return items.flatMap { kind, id in
      var found: [CheckFinding] = []
      if !id.allSatisfy({ $0 == "_" || ("a"..."z").contains($0) || ("0"..."9").contains($0) }) {
        found.append(finding(kind, id, "an id has lower-case letters, digits and _ only."))
      }
      if !id.hasPrefix("\(manifest.id)_") {
        found.append(finding(kind, id, "the id must begin with \(manifest.id)_."))
      }
      if !seen.insert(kind + id).inserted {
        found.append(finding(kind, id, "the id occurs twice."))
      }
      return found
    }
  }

  /// Prompts fit their line.
  var wording: [CheckFinding] {
    content.intake.flatMap { question in
      let id = question.id.rawValue
      var found: [CheckFinding] = []
      if question.prompt.isEmpty { found.append(finding("question", id, "the prompt is empty.")) }
      if question.prompt.count > 60 {
        found.append(
          finding("question", id, "the prompt has \(question.prompt.count) letters; 60 fit."))
      }
      if question.why.isEmpty { found.append(finding("question", id, "it does not say why.")) }
      return found
    }
  }

  /// The minutes of each length add up to it.
  var templates: [CheckFinding] {
    content.templates.flatMap { template in
      template.lengths.compactMap { length in
        let sum = template.schedule(length: length).map(\.minutes).reduce(0, +)
        return sum == length
          ? nil
          : finding(
            "template", template.id.rawValue, "the phases of \(length) min add up to \(sum).")
      }
    }
  }

  /// Every rule and every metric names its source.
  var sources: [CheckFinding] {
    content.safetyRules.filter(\.citations.isEmpty).map {
      finding("rule", $0.id.rawValue, "it names no source.")
    }
      + content.metrics.filter(\.citations.isEmpty).map {
        finding("metric", $0.id.rawValue, "it names no source.")
      }
  }
}
