/// What a person of the practice is there for.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
  case owner, therapist, auditor
  case frontDesk = "front_desk"

  /// `front desk`.
  public var words: String { self == .frontDesk ? "front desk" : rawValue }

  public var permissions: Set<Permission> {
    switch self {
    case .owner: Set(Permission.allCases)
    case .therapist: [.identities, .charts, .backups]
    case .frontDesk: [.identities]
    case .auditor: [.trail]
    }
  }

  /// Reads `owner`, `therapist`, `front desk`, `front_desk` or `auditor`.
  public init?(typed: String) {
    let word = typed.lowercased().replacing("_", with: " ")
    guard let role = Self.allCases.first(where: { $0.words == word }) else { return nil }
    self = role
  }
}

/// One kind of thing that a role may do.
public enum Permission: String, Hashable, Sendable, CaseIterable {
  /// Names, dates of birth, telephone numbers and the day's list.
  case identities
  /// Everything clinical: answers, verdicts, sessions, notes, measures.
  case charts
  /// Who read and wrote what, and when.
  case trail
  case backups
  /// People and keys.
  case staff
  case erasing
  /// Charts in the open: out of the practice, or into it.
  case exchange

  var words: String {
    switch self {
    case .identities: "clients"
    case .charts: "charts"
    case .trail: "the trail"
    case .backups: "backups"
    case .staff: "people and keys"
    case .erasing: "erasing a client"
    case .exchange: "exports and imports"
    }
  }
}
