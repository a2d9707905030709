/// The units of the services of one visit, with the sentences that say how they came about.
///
/// ```swift
/// let count = UnitCount([("M1", 24), ("M2", 23)], by: .cms)
/// count.units         // [2, 1]
/// count.sentences[0]  // "47 timed minutes are 3 units by the total-time rule (38 to 52)."
/// ```
public struct UnitCount: Hashable, Sendable, Codable {
  public let rule: UnitRule
  /// Of each service, in the order they were given.
  public let units: [Int]
  /// What a person reads under the table; one sentence an element.
  public let sentences: [String]

  public var total: Int { units.reduce(0, +) }

  /// - Parameter services: the code of each with its timed minutes, each code once; less than no
  ///   minutes count as none.
  public init(_ services: [(code: String, minutes: Int)], by rule: UnitRule) {
    let services = services.map { ($0.code, max(0, $0.minutes)) }
    self.rule = rule
    switch rule {
    case .cms: (units, sentences) = Self.together(services)
    case .ama: (units, sentences) = Self.apart(services)
    }
  }

  /// Units go first to the services with full quarters of an hour; what is left of the total goes,
  /// one each, to those with the most minutes left over. Of equals the first one takes it.
  private static func together(_ services: [(code: String, minutes: Int)]) -> ([Int], [String]) {
    let minutes = services.map(\.minutes).reduce(0, +)
    let total = UnitRule.units(of: minutes)
    var sentences = [sentence(minutes, "timed", total, .cms)]
    var units = services.map { $0.minutes / UnitRule.minutesPerUnit }
    guard services.count > 1, total > 0 else {
      return (services.count == 1 ? [total] : units, sentences)
    }
    for (service, full) in zip(services, units) where full > 0 {
      sentences.append(
        "\(service.code) has \(full.of("full quarter hour")) in its \(service.minutes) min: "
          + "\(full.of("unit")).")
    }
    let byRest = services.indices.sorted {
      let rests = [$0, $1].map { services[$0].minutes % UnitRule.minutesPerUnit }
      return (rests[1], $0) < (rests[0], $1)
    }
    for place in byRest.prefix(total - units.reduce(0, +)) {
      let rest = services[place].minutes % UnitRule.minutesPerUnit
      sentences.append(
        "\(services[place].code) has the most minutes left over, \(rest): 1 more unit.")
      units[place] += 1
    }
    return (units, sentences)
  }

  private static func apart(_ services: [(code: String, minutes: Int)]) -> ([Int], [String]) {
    let units = services.map { UnitRule.units(of: $0.minutes) }
    var sentences = zip(services, units).map { service, units in
      sentence(service.minutes, "of \(service.code)", units, .ama)
    }
    if services.count > 1 {
      sentences.append("Each is counted alone; together \(units.reduce(0, +).of("unit")).")
    }
    return (units, sentences)
  }

  /// `47 timed minutes are 3 units by the total-time rule (38 to 52).`
  private static func sentence(
    _ minutes: Int, _ which: String, _ units: Int, _ rule: UnitRule
  ) -> String {
    let range = UnitRule.minutes(of: units)
    let noun = minutes == 1 ? "minute" : "minutes"
    let counted = which == "timed" ? "\(minutes) timed \(noun)" : "\(minutes) \(noun) \(which)"
    return "\(counted) \(minutes == 1 ? "is" : "are") \(units == 0 ? "no unit" : units.of("unit")) "
      + "by \(rule.words) (\(range.lowerBound) to \(range.upperBound))."
  }
}
