import TechniqueKit

extension ModuleCheck {
  private struct Item {
    let kind: String
    let id: String
    var aliases: [String] = []
  }

  /// Ids are snake_case, begin with the technique's id, and occur once in module and base together.
  var identity: [CheckFinding] {
    var found: [CheckFinding] = []
    func add(_ kind: String, _ id: String, _ sentence: String) {
      found.append(finding(Problem(.ids, sentence), kind, id))
    }
    let prefix = "\(manifest.id)_"
    if !manifest.id.rawValue.isSnakeCase {
      add("manifest", "id", "an id has lower-case letters, digits and _ only.")
    }
    var seen = Set(Self.items(of: base.content).map { "\($0.kind) \($0.id)" })
    for item in Self.items(of: content) {
      if !item.id.isSnakeCase {
        add(item.kind, item.id, "an id has lower-case letters, digits and _ only.")
      }
      if !isBase, !item.id.hasPrefix(prefix) {
        add(item.kind, item.id, "the id must begin with \(prefix)")
      }
      let prefixes = ([manifest.id] + manifest.aliases).map { "\($0)_" }
      for alias in item.aliases where !isBase && !prefixes.contains(where: alias.hasPrefix) {
        add(item.kind, item.id, "the former id \(alias) must begin with \(prefix)")
      }
      for id in [item.id] + item.aliases where !seen.insert("\(item.kind) \(id)").inserted {
        add(item.kind, item.id, "the id \(id) is used twice.")
      }
    }
    return found
  }

  private static func items(of content: ModuleContent) -> [Item] {
    func items<Value: Renamable>(_ kind: String, _ values: [Value]) -> [Item] {
      values.map {
        Item(kind: kind, id: $0.id.rawValue, aliases: $0.aliases.map(\.rawValue))
      }
    }
    return items("question", content.intake.flatMap { [$0] + $0.fields })
      + items("rule", content.safetyRules) + items("template", content.templates)
      + items("finding", content.findings) + items("metric", content.metrics)
  }

  /// A name and a summary for people; reviewers and seen sources as soon as it is no draft.
  var stability: [CheckFinding] {
    var found: [CheckFinding] = []
    if manifest.name.isEmpty {
      found.append(finding(Problem(.wording, "a name is needed."), "manifest", "name"))
    }
    found += sentence(manifest.summary, "the summary")
      .map { finding($0, "manifest", "summary") }
    guard manifest.stability.needsReview else { return found }
    if manifest.reviewers.isEmpty {
      found.append(
        finding(
          Problem(.stability, "only a draft may have no clinician who signed it off."),
          "manifest", "reviewers"))
    }
    for rule in content.safetyRules where !rule.citations.contains(where: \.isConfirmed) {
      found.append(
        finding(
          Problem(.stability, "only a draft may rest on sources that nobody saw."), "rule",
          rule.id.rawValue))
    }
    return found
  }
}
