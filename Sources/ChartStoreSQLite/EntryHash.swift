import ClinicCore
import Crypto
import Foundation

/// The hash that chains the entries of a chart.
///
/// SHA-256 over the hash before it and every column of the entry, each preceded by its length in
/// eight bytes, so that no two different entries have the same input.
enum EntryHash {
  static let start = Data(repeating: 0, count: 32)

  static func of(
    _ entry: Entry, author: Data, payload: Data, previous: Data
  ) -> Data {
    var hash = SHA256()
    func add(_ bytes: Data) {
      withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
      hash.update(data: bytes)
    }
    add(previous)
    for text in [
      entry.id.rawValue, entry.chart.rawValue, entry.content.kind.rawValue,
      String(entry.happenedAt.milliseconds), String(entry.recordedAt.milliseconds),
      entry.definition.hex, entry.supersedes?.rawValue ?? "",
    ] {
      add(Data(text.utf8))
    }
    add(author)
    add(payload)
    return Data(hash.finalize())
  }

  static func digest(of body: Data) -> DefinitionDigest {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = SHA256.hash(data: body).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return DefinitionDigest(hex: String(decoding: bytes, as: UTF8.self))
  }
}
