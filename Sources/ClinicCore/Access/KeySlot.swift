import TechniqueKit

/// One of the ways to open a practice. Each holds the practice's keys, wrapped for one secret.
public struct KeySlot: Hashable, Sendable {
  public let id: ID<KeySlot>
  public let kind: Kind
  /// Who is at work when this slot opens the practice.
  public let person: ID<Person>
  public let addedAt: Instant

  public enum Kind: String, Hashable, Sendable {
    /// A file of mode 0600 outside the data folder.
    case keyFile = "key_file"
    /// A person's passphrase, through scrypt.
    case passphrase
    /// A code that was shown once.
    case recovery

    public var words: String {
      switch self {
      case .keyFile: "key file"
      case .passphrase: "passphrase"
      case .recovery: "recovery code"
      }
    }
  }

  public init(id: ID<KeySlot>, kind: Kind, person: ID<Person>, addedAt: Instant) {
    self.id = id
    self.kind = kind
    self.person = person
    self.addedAt = addedAt
  }
}

/// What somebody knows or holds to open a practice.
public enum Secret: Sendable {
  /// Path of a key file.
  case keyFile(String)
  case passphrase(login: String, String)
  case recoveryCode(String)
}

/// How long to wait after wrong passphrases: nothing for the first four, then 30 seconds, doubled
/// with each further one, at most 15 minutes.
public enum SignInDelay {
  public static let freeTries = 4

  /// - Parameter refusals: wrong ones in a row.
  /// - Returns: seconds.
  public static func seconds(after refusals: Int) -> Int {
    guard refusals > freeTries else { return 0 }
    return min(900, 30 << min(refusals - freeTries - 1, 5))
  }
}
