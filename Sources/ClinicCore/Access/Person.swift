import TechniqueKit

/// Someone who works at the practice.
///
/// The store's columns know a person by the pseudonymous `id` only; name and credential are sealed.
public struct Person: Hashable, Sendable {
  public let id: ID<Person>
  public let profile: Profile
  public let role: Role
  /// When the person's access ended; the past stays under the name.
  public let removedAt: Instant?

  public struct Profile: Hashable, Sendable, Codable {
    public let name: String
    /// `LMT`; empty when there is none.
    public let credential: String
    /// What is typed to sign in, in lower case: `kim`.
    public let login: String

    public init(name: String, credential: String = "", login: String) {
      self.name = name
      self.credential = credential
      self.login = login.lowercased()
    }

    /// The first word of the name that is more than an initial, in lower case: `lee` of J. Lee.
    public static func login(for name: String) -> String {
      let words = name.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
      return words.first { $0.count > 1 } ?? words.first ?? ""
    }
  }

  public init(id: ID<Person>, profile: Profile, role: Role, removedAt: Instant? = nil) {
    self.id = id
    self.profile = profile
    self.role = role
    self.removedAt = removedAt
  }

  /// Whether appointments are made with them.
  public var treats: Bool { role.permissions.contains(.charts) }

  public var author: Author { Author(name: profile.name, credential: profile.credential) }
}
