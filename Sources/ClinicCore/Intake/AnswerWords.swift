import TechniqueKit

extension Anatomy {
  /// An answer as it is shown: `yes`, `neck, right shoulder`, `not answered`.
  ///
  /// - Parameter question: as it was asked; without it choices are told by their ids.
  public func words(for answer: Answer, to question: Question?) -> String {
    switch answer {
    case .yesNo(let value): return value ? "yes" : "no"
    case .number(let value): return value.plain
    case .bloodPressure(let pressure): return "\(pressure) \(BloodPressure.unit)"
    case .text(let text): return text
    case .date(let date): return DateWords.full(date)
    case .regions(let sites):
      return sites.map(name(of:)).joined(separator: ", ")
    case .choices(let picked):
      guard case .choice(let options, _) = question?.kind else {
        return picked.map(\.rawValue).joined(separator: ", ")
      }
      return picked.map { id in options.first { $0.id == id }?.label ?? id.rawValue }
        .joined(separator: ", ")
    case .rows(let rows):
      if rows.isEmpty { return "none" }
      return rows.map { row in
        (question?.fields ?? []).compactMap { field in
          row[field.id].map { words(for: $0, to: field) }
        }.joined(separator: ", ")
      }.joined(separator: "; ")
    case .absent(let absence):
      return switch absence {
      case .notAsked: "not asked"
      case .skipped: "not answered"
      case .declined: "declined"
      case .unknown: "not known"
      }
    }
  }
}
