import ClinicCore
import Foundation

/// A clock that stands where it is set, for replaying a visit exactly.
final class SetSurroundings: Surroundings {
  private let path: String?
  private var time: Instant
  private var generator: SeededGenerator

  /// - Parameter setting: `2026-11-24T10:16`, or the path of a file that holds such a time and is
  ///   read at every look. `nil` when it is neither.
  init?(_ setting: String) {
    if let time = Instant(iso: setting) {
      path = nil
      self.time = time
    } else if let time = Self.time(in: setting) {
      path = setting
      self.time = time
    } else {
      return nil
    }
    generator = SeededGenerator(seed: UInt64.random(in: .min ... .max))
  }

  /// - Parameter seed: the same seed gives the same identifiers.
  init(at time: Instant, seed: UInt64) {
    path = nil
    self.time = time
    generator = SeededGenerator(seed: seed)
  }

  func now() -> Instant {
    if let path, let time = Self.time(in: path) { self.time = time }
    return time
  }

  func set(_ time: Instant) { self.time = time }

  func randomBytes() -> [UInt8] {
    (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  private static func time(in path: String) -> Instant? {
    (try? String(contentsOfFile: path, encoding: .utf8))
      .flatMap { Instant(iso: $0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }
}

/// SplitMix64: small, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
