import TechniqueKit

extension ModuleCheck {
  private typealias Item = (kind: String, id: String)

  /// Ids are snake_case, begin with the technique's id, and occur once in module and base together.
  var identity: [CheckFinding] {
    var found: [CheckFinding] = []
    let prefix = "\(manifest.id)_"
    if !manifest.id.rawValue.isSnakeCase {
      found.append(
        finding("manifest", "id", "an id has lower-case letters, digits and _ only."))
    }
    if manifest.name.isEmpty || manifest.summary.isEmpty {
      found.append(finding("manifest", "name", "a name and a one-sentence summary are needed."))
    }
    if manifest.stability == .reviewed || manifest.stability == .stable,
      manifest.reviewers.isEmpty
    {
      found.append(
        finding("manifest", "reviewers", "only a draft may have no clinician who signed it off."))
    }
    var seen = Set(Self.items(of: base).map { "\($0.kind) \($0.id)" })
    for (kind, id) in Self.items(of: content) {
      if !id.isSnakeCase, kind != "code" {
        found.append(finding(kind, id, "an id has lower-case letters, digits and _ only."))
      }
      if !isBase, kind != "code", !id.hasPrefix(prefix) {
        found.append(finding(kind, id, "the id must begin with \(prefix)"))
      }
      if !seen.insert("\(kind) \(id)").inserted {
        found.append(finding(kind, id, "the \(kind == "code" ? "code" : "id") is used twice."))
      }
    }
    return found
  }

  private static func items(of content: ModuleContent) -> [Item] {
    content.intake.map { ("question", $0.id.rawValue) }
      + content.safetyRules.map { ("rule", $0.id.rawValue) }
      + content.templates.map { ("template", $0.id.rawValue) }
      + content.findings.map { ("finding", $0.id.rawValue) }
      + content.findings.map { ("code", $0.code) }
      + content.metrics.map { ("metric", $0.id.rawValue) }
  }
}
