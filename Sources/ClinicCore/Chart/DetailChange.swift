import TechniqueKit

extension Identity {
  /// One fact about who a client is; the raw value is the field that is typed.
  public enum Detail: String, Hashable, Sendable, CaseIterable {
    case name, born, sex, phone
  }

  /// A fact as it is stored: `Ann Ruiz`, `1984-03-02`, `female`; `nil` where it is not known.
  public func value(of detail: Detail) -> String? {
    switch detail {
    case .name: name
    case .born: born?.description
    case .sex: sex?.rawValue
    case .phone: phone
    }
  }

  /// The facts that are not the same in both, in the order of `Detail`.
  public func differences(from other: Identity) -> [Detail] {
    Detail.allCases.filter { value(of: $0) != other.value(of: $0) }
  }
}

/// One fact about who a client is that was put right: what it was, what it became, by whom and when.
public struct DetailChange: Hashable, Sendable {
  public let detail: Identity.Detail
  /// As they were before and after; the changed fact is one of several.
  public let was: Identity
  public let now: Identity
  public let at: Instant
  public let author: Author
}

extension [Entry] {
  /// What was put right about who the client is, in the order of recording; what was taken back since
  /// is left out.
  var detailChanges: [DetailChange] {
    var known: Identity?
    return standing.flatMap { entry -> [DetailChange] in
      switch entry.content {
      case .registered(let identity):
        known = identity
        return []
      case .identityChanged(let identity):
        defer { known = identity }
        guard let known else { return [] }
        return identity.differences(from: known).map {
          DetailChange(
            detail: $0, was: known, now: identity, at: entry.recordedAt, author: entry.author)
        }
      default: return []
      }
    }
  }
}
