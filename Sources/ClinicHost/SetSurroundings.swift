import ClinicCore
import Foundation
import TechniqueKit

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
