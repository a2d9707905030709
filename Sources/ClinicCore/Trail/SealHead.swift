/// The end of the trail at one moment, short enough to be printed or written down.
///
/// Compared later it shows that nothing before it was changed or cut off: `1042-9f8e7d6c5b4a3928...`
public struct SealHead: Hashable, Sendable, CustomStringConvertible {
  /// How many rows the trail had.
  public let rows: Int
  /// The first 32 hexadecimal digits of the last row's hash.
  public let digits: String

  public init(rows: Int, hash: some Sequence<UInt8>) {
    self.rows = rows
    digits = String(hash.hexadecimal.prefix(32))
  }

  /// Reads what `description` gives. `nil` when it is not a head.
  public init?(_ text: String) {
    let parts = text.lowercased().split(separator: "-")
    guard parts.count == 2, let rows = Int(parts[0]), rows > 0, parts[1].count == 32,
      parts[1].allSatisfy(\.isHexDigit)
    else { return nil }
    self.rows = rows
    digits = String(parts[1])
  }

  public var description: String { "\(rows)-\(digits)" }
}

extension Sequence<UInt8> {
  /// Two lower-case digits a byte.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
