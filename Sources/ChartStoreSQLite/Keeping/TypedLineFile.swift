import ClinicCore
import Crypto
import Foundation
import TechniqueKit

/// The file in which one running program keeps the line that is being typed.
///
/// It has two slots that are written in turn, each with a number that counts up and a seal: a write
/// that was cut short does not open, and the slot before it still does.
final class TypedLineFile {
  /// `nil` keeps nothing.
  let path: String?
  private var descriptor: Int32 = -1
  private var count: UInt64 = 0
  private var hasFailed = false
  /// Bytes of a slot; a line has at most 65,536 characters.
  private static let slotSize = 1 << 20

  init(path: String?) { self.path = path }

  deinit { remove() }

  func write(_ line: TypedLine, by person: ID<Person>, key: SymmetricKey, _ practice: String) {
    guard let path else { return }
    if descriptor < 0 {
      descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
      if descriptor < 0 { hasFailed = true }
    }
    guard descriptor >= 0,
      let sealed = try? Seal.close(
        Self.bytes(of: line, person), key, .typedLine(practice))
    else { return }
    count += 1
    var slot = Data()
    withUnsafeBytes(of: count.littleEndian) { slot.append(contentsOf: $0) }
    withUnsafeBytes(of: UInt64(sealed.count).littleEndian) { slot.append(contentsOf: $0) }
    slot += sealed
    guard slot.count <= Self.slotSize else { return }
    let offset = off_t(count % 2) * off_t(Self.slotSize)
    let written = slot.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, offset) }
    hasFailed = written != slot.count
  }

  /// - Returns: `false` when the last line is not on the disk.
  func sync() -> Bool {
    guard descriptor >= 0 else { return !hasFailed }
    #if os(Linux)
      return fdatasync(descriptor) == 0 && !hasFailed
    #else
      return fsync(descriptor) == 0 && !hasFailed
    #endif
  }

  func remove() {
    guard let path, descriptor >= 0 else { return }
    unlink(path)
    close(descriptor)
    descriptor = -1
  }

  /// The newest line in a file that opens.
  static func read(
    _ path: String, key: SymmetricKey, _ practice: String
  ) -> (line: TypedLine, person: ID<Person>)? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let slots = (0...1).compactMap { place -> (UInt64, Data)? in
      var head = [UInt8](repeating: 0, count: 16)
      let offset = off_t(place) * off_t(slotSize)
      guard pread(file, &head, 16, offset) == 16 else { return nil }
      let number = number(head[0..<8])
      let length = number == 0 ? 0 : Self.number(head[8..<16])
      guard length > 0, length <= UInt64(slotSize) else { return nil }
      var sealed = [UInt8](repeating: 0, count: Int(length))
      guard pread(file, &sealed, sealed.count, offset + 16) == sealed.count else { return nil }
      return (number, Data(sealed))
    }
    for (_, sealed) in slots.sorted(by: { $0.0 > $1.0 }) {
      if let plain = try? Seal.open(sealed, key, .typedLine(practice)) {
        return line(plain)
      }
    }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Fields ended by a zero; the text, which has none, comes last.
  private static func bytes(of line: TypedLine, _ person: ID<Person>) -> Data {
    var bytes = Data()
    let fields = [
      person.rawValue, line.chart?.rawValue ?? "", line.place, line.isEntered ? "1" : "0",
      String(line.newestRecord), String(line.at.milliseconds),
    ]
    for field in fields {
      bytes.append(contentsOf: field.utf8)
      bytes.append(0)
    }
    bytes.append(contentsOf: line.text.utf8)
    return bytes
  }

  private static func line(_ bytes: Data) -> (line: TypedLine, person: ID<Person>)? {
    let fields = bytes.split(separator: 0, maxSplits: 6, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 7, let newest = Int(fields[4]), let at = Int64(fields[5]) else {
      return nil
    }
    return (
      TypedLine(
        chart: fields[1].isEmpty ? nil : ID(fields[1]), place: fields[2], text: fields[6],
        isEntered: fields[3] == "1", newestRecord: newest, at: Instant(milliseconds: at)),
      ID(fields[0])
    )
  }
}

extension SQLiteChartStore {
  public func keep(_ line: TypedLine) {
    guard let access, let key = access.keyring.practice else { return }
    typedLine.write(line, by: access.person.id, key: key, access.practice)
  }

  public func syncTypedLine() -> Bool { typedLine.sync() }

  public func linesLeftBehind() -> [LeftLine] {
    guard let access, let key = access.keyring.practice else { return [] }
    var found: [LeftLine] = []
    for path in board?.linesLeftBehind() ?? [] {
      guard let (line, person) = TypedLineFile.read(path, key: key, access.practice) else {
        // Sealed with a key that was renewed since, or cut short at its first byte.
        unlink(path)
        continue
      }
      if person == access.person.id { found.append(LeftLine(line: line, key: path)) }
    }
    return found.sorted { ($1.line.at, $1.key) < ($0.line.at, $0.key) }
  }

  public func drop(_ line: LeftLine) { unlink(line.key) }

  public func newestRecord() throws -> Int {
    try read { database, _ in
      try ["entry", "draft_event"].reduce(0) { sum, table in
        let last = try Int.fetchOne(
          database.cachedStatement(sql: "SELECT coalesce(max(number), 0) FROM \(table)"))
        return sum + (last ?? 0)
      }
    }
  }
}
