/// How large a change has to be so that it is more than the noise of two measurements.
///
/// Both measurements err, which is what the square root of 2 is for; figures printed without it are
/// too small.
public struct MeasurementError: Hashable, Sendable {
  /// Standard error of one measurement, in the unit of the measure; above 0.
  public let standardError: Double

  public init(standardError: Double) { self.standardError = standardError }

  /// From the spread of a group and the agreement of repeated measurements, which lies from 0 to 1.
  public init(standardDeviation: Double, reliability: Double) {
    standardError = standardDeviation * (1 - reliability).squareRoot()
  }

  /// Standard error of the difference of two measurements.
  public var ofDifference: Double { 2.0.squareRoot() * standardError }

  /// Smallest change that is noise in fewer than 5 of 100.
  public var detectable95: Double { 1.96 * ofDifference }
  /// Smallest change that is noise in fewer than 10 of 100.
  public var detectable90: Double { 1.645 * ofDifference }

  /// A change in units of its error: above 1.96, or below -1.96, it is reliable (Jacobson & Truax
  /// 1991).
  public func reliableChange(from first: Double, to last: Double) -> Double {
    (last - first) / ofDifference
  }
}
