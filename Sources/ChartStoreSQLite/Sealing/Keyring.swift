import Crypto
import Foundation

/// The keys of an open practice.
///
/// `trail` seals people and reasons and is the key of every chain; `practice` wraps the charts' own
/// keys. An auditor's slot holds only the first, so that no program can show an auditor a chart.
struct Keyring: Sendable {
  let trail: SymmetricKey
  let practice: SymmetricKey?

  init(trail: SymmetricKey, practice: SymmetricKey?) {
    self.trail = trail
    self.practice = practice
  }

  static func fresh() -> Keyring {
    Keyring(trail: SymmetricKey(size: .bits256), practice: SymmetricKey(size: .bits256))
  }

  /// 32 bytes of the trail's key, then 32 of the practice's when it is there.
  init?(bytes: Data) {
    guard bytes.count == 32 || bytes.count == 64 else { return nil }
    trail = SymmetricKey(data: bytes.prefix(32))
    practice = bytes.count == 64 ? SymmetricKey(data: bytes.suffix(32)) : nil
  }

  var bytes: Data { trail.bytes + (practice?.bytes ?? Data()) }

  var withoutCharts: Keyring { Keyring(trail: trail, practice: nil) }
}

extension SymmetricKey {
  var bytes: Data { withUnsafeBytes { Data($0) } }
}
