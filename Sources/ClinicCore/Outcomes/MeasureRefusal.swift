import TechniqueKit

/// Why a score is not recorded. One switch words each.
public enum MeasureRefusal: Error, Hashable, Sendable {
  case noSides(metric: String, Side)
  /// The numbers were taken in another way than the client's before.
  case takenOtherwise(before: Measurement.Manner, typed: Measurement.Manner)
  case unequalRows([Measurement.Manner.Row])
}

extension MeasureRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSides(let metric, let side):
      "\(metric) has no sides; leave \"\(side.rawValue)\" out. Nothing was changed."
    case .takenOtherwise(let before, let typed) where before.rows.isEmpty:
      "with this client it is \(before.words); you typed \(typed.words). To begin a new stretch add "
        + "anew=yes."
    case .takenOtherwise(let before, let typed):
      "the girths of this client are \(before.girths); you typed \(typed.girths). To begin a new "
        + "stretch add anew=yes."
    case .unequalRows(let rows):
      "you typed \(rows.map { "\($0.count.of("girth")) for \($0.name)" }.joined(separator: ", ")); "
        + "both limbs need as many girths."
    }
  }
}
