import ClinicCore
import Crypto
import Foundation
import TechniqueKit

/// AES-256-GCM with a random nonce. What is sealed is bound to its place, so that it opens nowhere
/// else: neither in another row, nor in another chart, nor as another kind.
enum Seal {
  static func close(
    _ plain: some DataProtocol, _ key: SymmetricKey, _ place: Place
  ) throws -> Data {
    let box = try AES.GCM.seal(plain, using: key, authenticating: place.bytes)
    guard let sealed = box.combined else { throw CryptoKitError.incorrectParameterSize }
    return sealed
  }

  /// - Throws: `CryptoKitError` when a byte, the key or the place is not the one it was sealed with.
  static func open(_ sealed: Data, _ key: SymmetricKey, _ place: Place) throws -> Data {
    try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: place.bytes)
  }

  /// Where a sealed value stands.
  struct Place {
    let bytes: [UInt8]

    private init(_ parts: String...) {
      var bytes: [UInt8] = []
      for part in parts {
        bytes += part.utf8
        bytes.append(0)
      }
      self.bytes = bytes
    }

    static func entry(_ id: String, of chart: String, kind: String) -> Place {
      Place("entry", chart, id, kind)
    }
    static func step(_ number: Int64, of draft: String, of chart: String) -> Place {
      Place("step", chart, draft, String(number))
    }
    static func typedLine(_ practice: String) -> Place { Place("typed line", practice) }
    static func chartKey(_ chart: String) -> Place { Place("chart key", chart) }
    static func profile(_ person: String) -> Place { Place("person", person) }
    static func detail(_ row: Int64) -> Place { Place("detail", String(row)) }
    static func slot(_ slot: String, _ practice: String) -> Place { Place("slot", practice, slot) }
  }
}

/// The key of one chart and how it is kept: wrapped by the practice key, that of the practice's own
/// chart by the trail's.
enum ChartKey {
  static func wrap(_ key: SymmetricKey, _ chart: String, by keyring: Keyring) throws -> Data {
    try Seal.close(key.bytes, wrappingKey(chart, keyring), .chartKey(chart))
  }

  static func unwrap(_ wrapped: Data?, _ chart: String, by keyring: Keyring) throws -> SymmetricKey
  {
    guard let wrapped else { throw StoreError.erased }
    return SymmetricKey(data: try Seal.open(wrapped, wrappingKey(chart, keyring), .chartKey(chart)))
  }

  /// What the practice's own chart says is for everyone who works there, an auditor too.
  private static func wrappingKey(
    _ chart: String, _ keyring: Keyring
  ) throws -> SymmetricKey {
    if chart == Chart.ofPractice.rawValue { return keyring.trail }
    guard let key = keyring.practice else { throw StoreError.noRight("charts") }
    return key
  }
}
