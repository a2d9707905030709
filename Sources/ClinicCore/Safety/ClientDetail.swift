import TechniqueKit

/// Something about a client that rules go by and no question asks for.
public enum ClientDetail: String, Hashable, Sendable, CaseIterable {
  case birthDate = "birth_date"
  case sex

  /// As it stands in a sentence.
  public var label: String { self == .birthDate ? "birth date" : "sex" }
}

extension Condition {
  /// The details of the client on which the truth of the condition still hangs.
  func openDetails(for facts: Facts) -> [ClientDetail] {
    guard truth(for: facts) == .unknown else { return [] }
    switch self {
    case .age: return [.birthDate]
    case .sex: return [.sex]
    case .all(let parts), .any(let parts), .count(_, let parts):
      let open = Set(parts.flatMap { $0.openDetails(for: facts) })
      return ClientDetail.allCases.filter(open.contains)
    case .not(let part), .someRow(_, let part): return part.openDetails(for: facts)
    default: return []
    }
  }

  /// Whether a finding, under the present id of its kind, makes what is said about findings hold.
  func finds(_ finding: Finding, for facts: Facts) -> Bool {
    guard readsFindings else { return false }
    switch self {
    case .found:
      var alone = facts
      alone.findings = [finding]
      alone.lastFindings = []
      return truth(for: alone) == .yes
    case .all(let parts), .any(let parts), .count(_, let parts):
      return parts.contains { $0.finds(finding, for: facts) }
    default: return false
    }
  }
}
