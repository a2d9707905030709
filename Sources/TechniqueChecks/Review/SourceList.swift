import TechniqueKit

/// Every source that modules name, with where it is used and whether it was seen, as Markdown.
public struct SourceList {
  private var uses: [Citation: [String]] = [:]

  /// - Parameter modules: the general content and the techniques, in the order of the list.
  public init(_ modules: [ModuleDocument]) {
    for module in modules {
      let id = module.manifest.id
      for rule in module.content.safetyRules {
        for citation in rule.citations { add(citation, "\(id): rule \(rule.code)") }
      }
      for template in module.content.templates {
        for citation in template.citations { add(citation, "\(id): template \(template.title)") }
      }
      for harm in module.content.aftercare.reported { add(harm.citation, "\(id): reported harm") }
      for metric in module.content.metrics {
        let all =
          metric.citations + metric.thresholds.map(\.citation)
          + metric.standardErrors.map(\.citation)
        for citation in all { add(citation, "\(id): score \(metric.name)") }
      }
      for evidence in module.content.evidence {
        for citation in evidence.citations { add(citation, "\(id): \(evidence.condition)") }
      }
    }
  }

  /// A source that stands outside of a module.
  public mutating func add(_ citation: Citation, _ place: String) {
    if uses[citation]?.contains(place) != true { uses[citation, default: []].append(place) }
  }

  public var markdown: String {
    let parts = [
      "# Sources",
      "Every source that a rule, a score or a piece of evidence rests on. \"Seen\" means that its "
        + "text, or an abstract or excerpt of it, was seen; it does not say that the source is a "
        + "good one. What is unconfirmed is taught in the field, or a choice of this project, and "
        + "is shown as such. Derived from the modules by `fascia module sources`; do not edit.",
      "## Seen", table { $0.isConfirmed },
      "## Unconfirmed", table { !$0.isConfirmed },
    ]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func table(_ isWanted: (Citation) -> Bool) -> String {
    let rows = uses.filter { isWanted($0.key) }
      .map { (name: $0.key.text + ($0.key.doi.map { ", doi \($0)" } ?? ""), places: $0.value) }
      .sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) }
      .map { "| \($0.name) | \($0.places.joined(separator: "; ")) |" }
    return (["| source | used in |", "|---|---|"] + rows).joined(separator: "\n")
  }
}
