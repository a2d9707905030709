import TechniqueKit

/// Who a client is, as far as the clinic needs to know.
public struct Identity: Hashable, Sendable, Codable {
  public let name: String
  /// May be known only to the month or year.
  public let born: CalendarDate?
  public let sex: Sex?
  public let phone: String?

  public init(name: String, born: CalendarDate? = nil, sex: Sex? = nil, phone: String? = nil) {
    self.name = name
    self.born = born
    self.sex = sex
    self.phone = phone
  }

  /// First name and the initial of the last: `Ann R`.
  public var shortName: String {
    let words = name.split(separator: " ")
    guard let first = words.first, words.count > 1, let initial = words.last?.first else {
      return name
    }
    return "\(first) \(initial)"
  }
}

/// Who wrote an entry, as shown under a signature.
public struct Author: Hashable, Sendable, Codable {
  public let name: String
  /// `LMT`; empty when none is configured.
  public let credential: String

  public init(name: String, credential: String = "") {
    self.name = name
    self.credential = credential
  }
}

extension Author: CustomStringConvertible {
  public var description: String { credential.isEmpty ? name : "\(name), \(credential)" }
}
