import ClinicCore
import TechniqueKit

extension Verb {
  static let evidence = Verb(
    name: "evidence", group: .understand, usage: "evidence [CONDITION or ICD-10-CM code]",
    does: "what trials say of the enabled techniques, most certain first",
    example: "evidence neck pain", seeAlso: ["why", "techniques"],
    takes: .text
  ) { shell, rest in
    let known = try shell.known(rest)
    for known in known { shell.show(known) }
    guard known.isEmpty else { return }
    shell.say("For which condition? Type evidence and its name:")
    let names = KnownEvidence.conditions
    for line in names.joined(separator: ", ").wrapped(to: 72) { shell.say("  \(line)") }
    for name in names { shell.item(.fields(["condition": .string(name)])) }
  }
}

extension Shell {
  /// For the condition that words name; for those of the open client when there are no words.
  fileprivate func known(_ words: String) throws -> [KnownEvidence] {
    if !words.isEmpty { return [try practice.catalogue.evidence(for: words, shown: shown)] }
    guard let client, practice.permits(.charts, of: client.chart) else { return [] }
    return practice.catalogue.evidence(for: try practice.chart(client.chart), shown: shown)
  }

  fileprivate func show(_ known: KnownEvidence) {
    say("\(known.condition.uppercased())\(glyphs.separator)most certain first")
    rule()
    for row in known.rows { show(row) }
    if known.rows.isEmpty { say("No study of an enabled technique is known for this condition.") }
    if !known.notStudied.isEmpty {
      let names = known.notStudied.map(\.name).joined(separator: ", ")
      for line in "Nothing found for: \(names).".wrapped(to: 72) { say(line) }
    }
    let caution =
      "Certainty is about how sure the size of an effect is, not about harm. You decide."
    for line in caution.wrapped(to: 72) { say(line) }
    showMeasures(known.measures)
    showCodes(of: known)
    item(json(known))
  }

  func show(_ row: KnownEvidence.Row) {
    let evidence = row.evidence
    let subject = "\(row.isGeneral ? "Massage as such" : row.module.name): \(evidence.condition)"
    if glyphs.isPlain {
      say("Certainty \(evidence.certainty.words), \(evidence.direction.words). \(subject).")
    } else {
      say(
        "\(evidence.certainty.words.padded(to: 10)) \(evidence.direction.words.padded(to: 14)) "
          + subject)
    }
    for line in evidence.summary.wrapped(to: 68) { say("    \(line)", indent: 4) }
    for citation in evidence.citations {
      for line in "Source: \(citation)".wrapped(to: 68) { say("    \(line)", indent: 4) }
    }
    item(
      .fields([
        "technique": .string(row.module.id.rawValue), "condition": .string(evidence.condition),
        "certainty": .string(evidence.certainty.rawValue),
        "direction": .string(evidence.direction.rawValue), "summary": .string(evidence.summary),
        "sources": .strings(evidence.citations.map(\.description)),
        "general": .bool(row.isGeneral),
      ]))
  }

  /// What is said under the studies of a condition.
  private func json(_ known: KnownEvidence) -> JSON {
    .fields([
      "condition": .string(known.condition),
      "not_studied": .strings(known.notStudied.map(\.id.rawValue)),
      "measures": .array(
        known.measures.map {
          .fields(["measure": .string($0.name), "licence": .string($0.licence.status.rawValue)])
        }),
      "codes": .array(
        known.codes.map {
          .fields([
            "code": .string($0.code), "meaning": .string($0.meaning),
            "confirmed": .bool($0.isConfirmed),
          ])
        }),
      "codes_as_of": .string(KnownEvidence.codesAsOf.description),
    ])
  }

  private func showMeasures(_ pack: [OutcomeMetric]) {
    let asked = pack.filter { $0.licence.status == .ships }.map(\.name)
    let paper = pack.filter { $0.licence.status == .scoreEntryOnly }.map(\.name)
    var line = "Measures: \(asked.joined(separator: ", "))"
    if !paper.isEmpty { line += "; from a paper form: \(paper.joined(separator: ", "))" }
    for line in (line + ".").wrapped(to: 72) { say(line) }
  }

  private func showCodes(of known: KnownEvidence) {
    let codes = known.codes.map {
      "\($0.code) \($0.meaning)\($0.isConfirmed ? "" : " (unconfirmed)")"
    }
    let day = DateWords.full(KnownEvidence.codesAsOf)
    let line = "ICD-10-CM, as put together on \(day): \(codes.joined(separator: "; "))."
    for line in line.wrapped(to: 72) { say(line) }
  }
}
