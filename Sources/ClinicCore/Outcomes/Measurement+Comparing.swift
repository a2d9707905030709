import TechniqueKit

extension Measurement {
  /// Whether the two may be held against each other: by the present version of the instrument, and
  /// of the same side. Values of different versions are never compared.
  public func isComparable(with other: Measurement, of metric: OutcomeMetric) -> Bool {
    version == metric.version && hasForm(of: other)
  }

  /// Whether both were taken in the same way, whatever version is in use now.
  func hasForm(of other: Measurement) -> Bool { version == other.version && side == other.side }
}
