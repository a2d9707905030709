/// How timed minutes become units of a quarter of an hour. Which of the two holds is the payer's to
/// say; the clinic writes it down in its configuration.
///
/// Eight minutes are the least for a unit in both. Source: Medicare Claims Processing Manual, chapter
/// 5, section 20.2, for `cms`; the midpoint of a timed service as CPT states it for `ama`.
public enum UnitRule: String, Hashable, Sendable, Codable, CaseIterable {
  /// The total-time method: the minutes of all services are added up, and the units of the sum are
  /// allotted to the services.
  case cms
  /// The midpoint method: each service is counted alone, and nothing is added up.
  case ama

  /// Minutes of one unit.
  public static let minutesPerUnit = 15
  /// Fewer minutes than these are no unit.
  public static let fewestMinutes = 8

  /// `the total-time rule`.
  public var words: String {
    switch self {
    case .cms: "the total-time rule"
    case .ama: "the midpoint rule"
    }
  }

  /// Units of so many minutes that are counted together: 0 for 7, 1 for 8 to 22, 2 for 23 to 37.
  public static func units(of minutes: Int) -> Int {
    max(0, minutes + minutesPerUnit - fewestMinutes) / minutesPerUnit
  }

  /// The minutes that make so many units: 8 to 22 for one, 0 to 7 for none.
  public static func minutes(of units: Int) -> ClosedRange<Int> {
    let last = units * minutesPerUnit + fewestMinutes - 1
    return max(0, last - minutesPerUnit + 1)...last
  }
}
