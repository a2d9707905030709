import TechniqueKit

extension ModuleCheck {
  /// The minutes of each length add up to it, and every phase says what to do.
  var templates: [CheckFinding] {
    content.templates.flatMap { template in
      (sums(of: template) + wording(of: template))
        .map { finding($0, "template", template.id.rawValue) }
    }
  }

  /// Of one phase.
  private static let minutes = 1...480

  private func sums(of template: SessionTemplate) -> [Problem] {
    if template.lengths.isEmpty { return [Problem(.phases, "it comes in no length.")] }
    for phase in template.phases
    where !phase.minutesByLength.values.allSatisfy(Self.minutes.contains) {
      return [Problem(.phases, "the phase \"\(phase.title)\" takes less than a minute, or a day.")]
    }
    let found: [Problem] = template.lengths.compactMap { length in
      let sum = template.schedule(length: length).map(\.minutes).reduce(0, +)
      return sum == length
        ? nil : Problem(.phases, "the phases of \(length) min add up to \(sum).")
    }
    return found
  }

  private func wording(of template: SessionTemplate) -> [Problem] {
    var found = label(template.title, "the title")
    if template.title != template.title.lowercased() || template.title.contains("=") {
      found.append(Problem(.wording, "the title is typed, so it is in lower case without \"=\"."))
    }
    if template.title.split(separator: " ").last.map({ Int($0) != nil }) == true {
      found.append(Problem(.wording, "the title ends with a number, which is typed for a length."))
    }
    for phase in template.phases {
      found += prompt(phase.title, "the title of a phase")
      found += sentence(phase.instructions, "what to do in \"\(phase.title)\"")
      if !phase.record.isEmpty { found += prompt(phase.record, "what to record") }
    }
    return found + claims(in: template.phases.flatMap { [$0.title, $0.instructions, $0.record] })
  }

  /// A statement about trials names them, unless it says that there are none.
  var evidence: [CheckFinding] {
    content.evidence.flatMap { item in
      var found = label(item.condition, "the condition") + sentence(item.summary, "the summary")
      if item.citations.isEmpty, item.direction != .notStudied {
        found.append(Problem(.sources, "it names no source."))
      }
      if (item.certainty == .none) != (item.direction == .notStudied) {
        found.append(
          Problem(.sources, "without trials there is neither a certainty nor a direction."))
      }
      found += claims(in: [item.condition, item.summary])
      return found.map { finding($0, "evidence", item.condition) }
    }
      + content.aftercare.lines.flatMap { prompt($0, "\"\($0)\"") + claims(in: [$0]) }
      .map { finding($0, "aftercare", "text") }
  }
}
