/// The volume of a limb from its girths, as a row of truncated cones.
///
/// Girths are in cm and their distance in cm, so a volume is in mL. Girths at different distances
/// are not comparable.
///
/// ```swift
/// LimbVolume.volume(girths: [20, 20], every: 4)  // 127.32
/// ```
public enum LimbVolume {
  /// h (a x a + a x b + b x b) / 12 pi for each pair of neighbours (Gohil 2018).
  ///
  /// - Returns: mL; `nil` for fewer than two girths.
  public static func volume(girths: [Double], every step: Double) -> Double? {
    guard girths.count > 1 else { return nil }
    return zip(girths, girths.dropFirst()).map { a, b in
      step * (a * a + a * b + b * b) / (12 * .pi)
    }.reduce(0, +)
  }

  /// How much larger the affected limb is, in percent of the other one.
  public static func excess(affected: Double, other: Double) -> Double? {
    other > 0 ? (affected - other) / other * 100 : nil
  }
}
