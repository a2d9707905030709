/// When the clock of a zone was or will be changed, and how far it is from Greenwich between.
struct ZoneRules: Hashable, Sendable {
  /// Seconds since 1970, ascending.
  private let changes: [Int64]
  /// Seconds east of Greenwich from the change at the same place on.
  private let offsets: [Int]
  /// Before the first change.
  private let first: Int

  static let utc = ZoneRules(changes: [], offsets: [], first: 0)

  init(changes: [Int64], offsets: [Int], first: Int) {
    self.changes = changes
    self.offsets = offsets
    self.first = first
  }

  func offset(at seconds: Int64) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : offsets[low - 1]
  }
}

extension ZoneRules {
  /// These rules until a moment, others from then on.
  func until(_ moment: Int64, then other: ZoneRules) -> ZoneRules {
    let kept = changes.prefix { $0 < moment }
    let coming = other.changes.enumerated().filter { $0.element > moment }
    return ZoneRules(
      changes: kept + [moment] + coming.map(\.element),
      offsets: offsets.prefix(kept.count) + [other.offset(at: moment)]
        + coming.map { other.offsets[$0.offset] }, first: first)
  }

  /// Reads the bytes of a TZif file (RFC 9636), of version 2 or later, whose last line says how it
  /// goes on; that is worked out to the year 2200. `nil` when it is none.
  init?(tzif bytes: [UInt8]) {
    guard let skipped = Header(bytes, at: 0), skipped.version >= UInt8(ascii: "2"),
      let header = Header(bytes, at: skipped.end(timeSize: 4))
    else { return nil }
    let times = header.start
    let types = times + header.times * 8
    let details = types + header.times
    guard header.types > 0, header.end(timeSize: 8) <= bytes.count else { return nil }
    let known = (0..<header.types).map {
      Int(Int32(truncatingIfNeeded: bytes.number(details + $0 * 6, 4)))
    }
    var changes = (0..<header.times).map { bytes.number(times + $0 * 8, 8) }
    var offsets: [Int] = []
    for place in 0..<header.times {
      let type = Int(bytes[types + place])
      guard type < known.count else { return nil }
      offsets.append(known[type])
    }
    let line = bytes[header.end(timeSize: 8)...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    if let rest = YearlyZoneRule(String(decoding: line, as: UTF8.self)) {
      let last = changes.last ?? .min
      for (change, offset) in rest.changes(years: 1970...2200) where change > last {
        changes.append(change)
        offsets.append(offset)
      }
      if changes.isEmpty {
        self.init(changes: [], offsets: [], first: rest.standard)
        return
      }
    }
    self.init(changes: changes, offsets: offsets, first: known[0])
  }

  /// The counts at the head of each of the two parts of a file.
  private struct Header {
    let version: UInt8
    /// Where what it counts begins.
    let start: Int
    let (times, types): (Int, Int)
    private let others: (isUT: Int, isStandard: Int, leaps: Int, letters: Int)

    init?(_ bytes: [UInt8], at place: Int) {
      guard place + 44 <= bytes.count, bytes[place..<place + 4].elementsEqual("TZif".utf8) else {
        return nil
      }
      func count(_ number: Int) -> Int { Int(bytes.number(place + 20 + number * 4, 4)) }
      version = bytes[place + 4]
      start = place + 44
      others = (count(0), count(1), count(2), count(5))
      (times, types) = (count(3), count(4))
    }

    func end(timeSize: Int) -> Int {
      start + times * (timeSize + 1) + types * 6 + others.letters + others.leaps * (timeSize + 4)
        + others.isStandard + others.isUT
    }
  }
}

extension [UInt8] {
  /// A number of so many bytes, the highest first.
  fileprivate func number(_ place: Int, _ count: Int) -> Int64 {
    guard place >= 0, place + count <= self.count else { return 0 }
    return Int64(
      truncatingIfNeeded: self[place..<place + count].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}
