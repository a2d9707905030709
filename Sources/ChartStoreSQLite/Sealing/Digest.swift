import ClinicCore
import Crypto
import Foundation

/// The keyed hashes that prove what stands in the file: HMAC-SHA256 under the trail's key over
/// fields that are each preceded by their length, so that no two different rows have one input.
struct Digest {
  private var bytes: Data

  /// - Parameter what: keeps digests of different things apart.
  init(_ what: String) {
    bytes = Data(capacity: 512)
    add(what)
  }

  mutating func add(_ text: String?) { add(text.map { Data($0.utf8) }) }

  mutating func add(_ number: Int64?) { add(number.map(String.init)) }

  /// An absent field is not the same as an empty one.
  mutating func add(_ field: Data?) {
    var length = UInt64(field.map { $0.count + 1 } ?? 0).bigEndian
    withUnsafeBytes(of: &length) { bytes.append(contentsOf: $0) }
    if let field { bytes.append(field) }
  }

  func value(_ keyring: Keyring) -> Data {
    Data(HMAC<SHA256>.authenticationCode(for: bytes, using: keyring.trail))
  }

  /// The first eight bytes as a number: what stands for one of few names in an index table, so that
  /// it can be counted while the file does not say which it is.
  func mark(_ keyring: Keyring) -> Int64 {
    Int64(bitPattern: value(keyring).prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// Before the first row of a chain.
  static let start = Data(repeating: 0, count: 32)

  static func definition(_ body: Data) -> DefinitionDigest {
    DefinitionDigest(hex: SHA256.hash(data: body).hexadecimal)
  }
}
