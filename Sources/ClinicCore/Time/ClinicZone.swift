import TechniqueKit

/// The time zone in which a clinic keeps its days, by the name that the IANA database gives it.
///
/// A day, an hour and a weekday mean something in a zone only, so whatever tells one is handed the
/// zone of the practice; none depends on the computer that a program runs on. The rules of a zone are
/// read once, and a conversion is a search among some hundred numbers.
///
/// ```swift
/// let zone = try ClinicZone(named: "America/New_York")
/// Instant(milliseconds: 0).local(in: zone).clock // 19:00
/// ```
public struct ClinicZone: Hashable, Sendable, CustomStringConvertible {
  /// `America/New_York`.
  public let name: String
  private let rules: ZoneRules

  /// Coordinated Universal Time, which needs no database.
  public static let utc = ClinicZone(name: "UTC", rules: .utc)

  private init(name: String, rules: ZoneRules) {
    self.name = name
    self.rules = rules
  }

  /// - Parameter name: as in the IANA database, in any case.
  /// - Throws: `ZoneError.unknown` with the name that may be meant, `ZoneError.noDatabase`.
  public init(named name: String) throws(ZoneError) {
    if Self.namesOfUTC.contains(name.lowercased()) {
      self = .utc
      return
    }
    guard let rules = ZoneFile.rules(named: name) else {
      guard ZoneFile.isThere else { throw ZoneError.noDatabase }
      let meant = ZoneFile.closest(to: name)
      // Only the case differs.
      if let meant, meant.lowercased() == name.lowercased(), meant != name {
        try self.init(named: meant)
        return
      }
      throw ZoneError.unknown(name, suggestion: meant)
    }
    self.init(name: name, rules: rules)
  }

  private static let namesOfUTC: Set = ["utc", "etc/utc", "z", "zulu", "etc/zulu", "universal"]

  public var description: String { name }

  /// Seconds east of Greenwich at a moment.
  func offset(at seconds: Int64) -> Int { rules.offset(at: seconds) }

  /// The moment, in seconds, at which the clock shows so many seconds since the start of 1970. Of two
  /// such moments it is the first; where there is none, the clock went forward over it, and what it
  /// showed before the change counts on.
  func moment(showing local: Int64) -> Int64 {
    let before = Int64(rules.offset(at: local - 86_400))
    let after = Int64(rules.offset(at: local + 86_400))
    for offset in [before, after] where Int64(rules.offset(at: local - offset)) == offset {
      return local - offset
    }
    return local - before
  }

  /// The zone of a clinic that has moved: what happened before the move is told in the zone of then.
  ///
  /// - Parameters:
  ///   - moment: from which the other zone counts.
  ///   - other: has one name for all times.
  public func until(_ moment: Instant, then other: ClinicZone) -> ClinicZone {
    let seconds = moment.milliseconds / 1000
    return ClinicZone(name: other.name, rules: rules.until(seconds, then: other.rules))
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Why there is no zone of a name.
public enum ZoneError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknown(String, suggestion: String?)
  /// The computer has no database of time zones.
  case noDatabase

  public var description: String {
    switch self {
    case .unknown(let name, let suggestion):
      "there is no time zone \"\(name)\". "
        + (suggestion.map { "Did you mean \($0)?" } ?? "A zone is named like America/New_York.")
    case .noDatabase:
      "this computer has no database of time zones. Install the package tzdata."
    }
  }
}
