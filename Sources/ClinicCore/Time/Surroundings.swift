import Foundation
import TechniqueKit

/// What a visit takes from the world outside: the time, and new identifiers. Both are handed in,
/// so that any visit can be replayed exactly.
public protocol Surroundings: AnyObject {
  func now() -> Instant
  /// Sixteen bytes, different at each call.
  func randomBytes() -> [UInt8]
}

extension Surroundings {
  /// A UUIDv7: its first 48 bits are the time, so that identifiers sort by age.
  public func newID<Subject>() -> ID<Subject> {
    var bytes = randomBytes()
    let time = UInt64(max(0, now().milliseconds))
    for place in 0..<6 { bytes[place] = UInt8(truncatingIfNeeded: time >> (40 - 8 * place)) }
    bytes[6] = bytes[6] & 0x0F | 0x70
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
    let groups = [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
    return ID(groups.map { $0.joined() }.joined(separator: "-"))
  }
}

/// The machine's clock and random numbers.
public final class SystemSurroundings: Surroundings {
  public init() {}

  public func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  public func randomBytes() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
