import ClinicCore
import Foundation
import TechniqueKit

/// A clock that stands where a test sets it. It is looked at from the thread of the shell.
final class DeskClock: Surroundings, @unchecked Sendable {
  private let lock = NSLock()
  private var time: Instant

  init(_ time: Instant) { self.time = time }

  func now() -> Instant { lock.withLock { time } }

  func set(_ time: Instant) { lock.withLock { self.time = time } }

  func randomBytes() -> [UInt8] { (0..<16).map { _ in UInt8.random(in: .min ... .max) } }
}
