import ClinicCore
import Foundation
import TechniqueKit

/// A clock that stands where it is set, for replaying a visit exactly.
final class SetSurroundings: Surroundings {
  private let path: String?
  private let setting: String
  private var time: Instant
  private var generator: SeededGenerator
  /// In which the setting is read, where it names none: that of the clinic, once it is known.
  var zone: ClinicZone {
    didSet { if let time = Instant(iso: setting, in: zone) { self.time = time } }
  }

  /// - Parameter setting: `2026-11-24T10:16`, or the path of a file that holds such a time and is
  ///   read at every look. `nil` when it is neither.
  init?(_ setting: String, in zone: ClinicZone) {
    if let time = Instant(iso: setting, in: zone) {
      path = nil
      self.time = time
    } else if let time = Self.time(in: setting, zone) {
      path = setting
      self.time = time
    } else {
      return nil
    }
    self.zone = zone
    self.setting = setting
    generator = SeededGenerator(seed: UInt64.random(in: .min ... .max))
  }

  /// - Parameter seed: the same seed gives the same identifiers.
  init(at time: Instant, seed: UInt64) {
    path = nil
    setting = ""
    zone = .utc
    self.time = time
    generator = SeededGenerator(seed: seed)
  }

  func now() -> Instant {
    if let path, let time = Self.time(in: path, zone) { self.time = time }
    return time
  }

  func set(_ time: Instant) { self.time = time }

  func randomBytes() -> [UInt8] {
    (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  private static func time(in path: String, _ zone: ClinicZone) -> Instant? {
    (try? String(contentsOfFile: path, encoding: .utf8))
      .flatMap { Instant(iso: $0.trimmingCharacters(in: .whitespacesAndNewlines), in: zone) }
  }
}
