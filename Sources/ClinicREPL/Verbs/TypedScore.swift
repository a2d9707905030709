import ClinicCore
import TechniqueKit

/// What was typed behind the name of a score, taken apart.
///
/// ```swift
/// try TypedScore("left 3.1 3 3.2 kgf/cm2", ppt).bare  // 3.1kgf/cm2, 3kgf/cm2, 3.2kgf/cm2
/// ```
struct TypedScore {
  /// Numbers, each with the unit that was typed for it.
  let bare: [String]
  /// Numbers by name.
  let fields: [(name: String, value: String)]
  let side: Side?
  let mode: Measurement.Mode?
  let isAfter: Bool
  /// Whether numbers taken otherwise than before begin a stretch of their own.
  let isAnew: Bool
  /// When it was taken, as typed.
  let at: String?

  /// - Throws: `Failure` for a side, a mode or units that cannot be meant and for a name that the
  ///   metric does not know or that is typed twice, `MeasureRefusal.noSides`.
  init(_ text: String, _ metric: OutcomeMetric) throws {
    var words = try Words(text)
    mode = try Self.mode(words.take("mode"))
    isAnew = try Self.isYes(words.take("anew"), "anew")
    let unit = try words.take("unit").map { try metric.unit(named: $0) }
    at = words.take("at")
    var bare = words.bare
    isAfter = bare.last?.lowercased() == "after"
    if isAfter { bare.removeLast() }
    var sides = bare.compactMap(Side.init(typed:))
    bare.removeAll { Side(typed: $0) != nil }
    if let typed = words.take("side") {
      guard let side = Side(typed: typed) else {
        throw Failure.usage("side is one of: left, right, both; you typed \"\(typed)\".")
      }
      sides.append(side)
    }
    side = sides.first
    if sides.count > 1 {
      throw Failure.usage("a score is of one side; you typed two. Nothing was changed.")
    }
    try metric.check(names: words.fields.map(\.name))
    if let side, !metric.hasSides { throw MeasureRefusal.noSides(metric: metric.name, side) }
    self.bare = try Self.withUnits(Self.joined(bare, metric), metric, unit)
    let values = try Self.withUnits(words.fields.map(\.value), metric, unit)
    fields = zip(words.fields, values).map { ($0.name, $1) }
  }

  static func mode(_ typed: String?) throws -> Measurement.Mode? {
    guard let typed else { return nil }
    guard let mode = Measurement.Mode.typed.first(where: { $0.rawValue == typed.lowercased() })
    else {
      let known = Measurement.Mode.typed.map(\.rawValue).joined(separator: ", ")
      throw Failure.usage("mode is one of: \(known); you typed \"\(typed)\".")
    }
    return mode
  }

  private static func isYes(_ typed: String?, _ name: String) throws -> Bool {
    switch typed?.lowercased() {
    case nil, "no", "n": return false
    case "yes", "y": return true
    default: throw Failure.usage("\(name) is yes or no.")
    }
  }

  /// A unit that was typed apart belongs to the number before it.
  static func joined(_ words: [String], _ metric: OutcomeMetric) -> [String] {
    words.reduce(into: []) { joined, word in
      if metric.units.contains(word.unitSpelling), let last = joined.popLast() {
        joined.append(last + word)
      } else {
        joined.append(word)
      }
    }
  }

  /// One unit behind the last number holds for all of them, as `unit=` does.
  private static func withUnits(
    _ words: [String], _ metric: OutcomeMetric, _ named: String?
  ) throws -> [String] {
    guard !metric.otherUnits.isEmpty else { return words }
    let numbers = words.filter { $0 != "-" }
    let units = numbers.map(metric.unit(endingOf:))
    if let named {
      guard units.allSatisfy({ $0 == nil || $0 == named }) else { throw mixed(metric) }
      return words.map { $0 == "-" || metric.unit(endingOf: $0) != nil ? $0 : $0 + named }
    }
    guard let last = units.last, let unit = last, units.contains(nil) else {
      if units.contains(nil), units.contains(where: { $0 != nil }) { throw mixed(metric) }
      return words
    }
    guard units.dropLast().allSatisfy({ $0 == nil }) else { throw mixed(metric) }
    return words.map { $0 == "-" || metric.unit(endingOf: $0) != nil ? $0 : $0 + unit }
  }

  private static func mixed(_ metric: OutcomeMetric) -> Failure {
    .usage(
      "type a unit behind each number of \(metric.name), or one behind the last for all of them. "
        + "Nothing was changed.")
  }
}

extension OutcomeMetric {
  /// What may be typed behind a number, in lower case.
  fileprivate var units: Set<String> {
    Set(otherUnits.keys).union(unit.isEmpty ? [] : [unit.lowercased()])
  }

  /// The unit that somebody names, in lower case.
  ///
  /// - Throws: `Failure` naming the units that the metric takes.
  fileprivate func unit(named typed: String) throws -> String {
    let spelling = typed.unitSpelling
    if units.contains(spelling) { return spelling }
    guard !unit.isEmpty else {
      throw Failure.usage("\(name) has no unit; you typed unit=\(typed). Nothing was saved.")
    }
    let others = otherUnits.keys.sorted()
    throw Failure.usage(
      "\(name) is measured in \(unit)"
        + (others.isEmpty ? "" : ", and also takes \(others.joined(separator: ", "))")
        + "; you typed unit=\(typed). Nothing was saved.",
      hint: "Example: score \(name) ... unit=\(others.first ?? unit)")
  }

  /// - Throws: `Failure` for a name that is none of this metric's numbers, and for one typed twice.
  fileprivate func check(names typed: [String]) throws {
    let known = items.map(\.name)
    for typed in typed {
      guard known.contains(typed) || item(holding: typed) != nil else {
        let fields = Verb.score.takes.fields.map(\.name)
        let near = Suggestion.closest(to: typed, among: known + fields)
        if near == nil, !known.isEmpty { throw ClinicError.noSuchItem(typed, known: known) }
        throw Failure.usage(
          "there is no field \"\(typed)\" here. Nothing was saved.",
          hint: near.map { "Did you mean \($0)=?" } ?? "Fields: " + fields.joined(separator: " "))
      }
    }
    if let doubled = typed.firstTypedTwice {
      throw Failure.usage("\(doubled)= is typed twice. Nothing was saved.", hint: "Type it once.")
    }
  }

  /// The unit that a typed number ends with; the longest that fits.
  fileprivate func unit(endingOf word: String) -> String? {
    let word = word.unitSpelling
    return units.filter { word.hasSuffix($0) }.max { $0.count < $1.count }
  }

  /// A number as it was typed, in the unit of the metric.
  ///
  /// - Parameter highest: the end of the range, for `4/10`.
  func amount(_ typed: String, outOf highest: Double) -> Double? {
    guard let unit = unit(endingOf: typed) else { return Double(measured: typed, outOf: highest) }
    let bare = String(typed.unitSpelling.dropLast(unit.count))
    return Double(measured: bare, outOf: highest).map { $0 * (otherUnits[unit] ?? 1) }
  }
}

extension Side {
  /// `left`, `l`, `right`, `r`, `both`
  init?(typed: String) {
    switch typed.lowercased() {
    case "left", "l": self = .left
    case "right", "r": self = .right
    case "both": self = .both
    default: return nil
    }
  }
}

extension Sequence<String> {
  /// The first that stands here a second time, in any case.
  var firstTypedTwice: String? {
    var seen: Set<String> = []
    return first { !seen.insert($0.lowercased()).inserted }
  }
}

extension String {
  /// As units are spelled here: `kgf/cm2` for `kgf/cm²`.
  fileprivate var unitSpelling: String { lowercased().replacing("\u{b2}", with: "2") }
}
