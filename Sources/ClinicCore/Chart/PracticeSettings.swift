import TechniqueKit

/// What a practice keeps in its ledger about itself, in a chart of its own that is no client's: it has
/// no name, stands in no list, no export and no count, and opens with every key of the practice.
public protocol PracticeSettings: AnyObject {
  /// The time zones that were chosen, in the order of recording; none where the practice has none yet.
  ///
  /// - Throws: `StoreError.locked`.
  func zones() throws -> [KeptZone]
  /// Appends a choice of `Chart.ofPractice`, which opens with the first one, and a row of the trail.
  ///
  /// - Parameter isFirst: whether it is for a practice without a zone; nothing is done where it has
  ///   one meanwhile.
  func keep(_ choice: Entry, isFirst: Bool) throws
}

/// The clinic's time zone, as it was chosen.
public struct ZoneChoice: Hashable, Sendable, Codable {
  /// `America/New_York`.
  public let zone: String

  public init(zone: String) { self.zone = zone }
}

/// A chosen zone, and from when it counts. The first one counts for all that was before too.
public struct KeptZone: Hashable, Sendable {
  public let name: String
  public let since: Instant

  public init(name: String, since: Instant) {
    self.name = name
    self.since = since
  }
}

extension [KeptZone] {
  /// Those that count, earliest first: a later choice takes the place of what was chosen for the same
  /// time, and for later.
  public var counting: [KeptZone] {
    reduce(into: []) { counting, choice in
      counting.removeAll { $0.since >= choice.since }
      counting.append(choice)
    }
  }

  /// The zone that they make together; `nil` when there are none.
  ///
  /// - Throws: `ZoneError`.
  public func zone() throws(ZoneError) -> ClinicZone? {
    var zone: ClinicZone?
    for choice in counting {
      let next = try ClinicZone(named: choice.name)
      zone = zone?.until(choice.since, then: next) ?? next
    }
    return zone
  }
}

extension Chart {
  /// The practice's own chart.
  public static let ofPractice: ID<Chart> = "practice"
}
