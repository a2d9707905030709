import TechniqueKit

/// What came of a score that was recorded.
public struct TakenScore: Hashable, Sendable {
  public let measurement: Measurement
  /// Other scores that the same numbers make: the volume of a limb beside its excess.
  public let others: [Measurement]
  /// Numbers that stay the same for the client and were not typed again.
  public let carried: [Measurement.Item]
  public let written: [RecordNumber]
}
