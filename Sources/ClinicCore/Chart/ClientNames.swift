import Foundation

/// The names of all clients in one piece of memory, for finding a client by part of a name.
///
/// Names are compared without regard to case and accents.
public struct ClientNames: Sendable {
  /// Folded names one after the other: a line feed, then each word after a space.
  private var folded: [UInt8] = []
  private var starts: [Int] = []
  private var numbers: [Int] = []
  private var names: [String] = []
  /// Where the newest name of a client stands.
  private var places: [Int: Int] = [:]

  public init() {}

  /// How many clients are known.
  public var count: Int { places.count }

  /// Adds a client, or gives a known one another name.
  public mutating func set(_ name: String, number: Int) {
    places[number] = starts.count
    starts.append(folded.count)
    numbers.append(number)
    names.append(name)
    folded.append(Self.lineFeed)
    for word in Self.words(name) {
      folded.append(Self.space)
      folded += word
    }
  }

  /// Names of all clients, in no particular order.
  public var all: [String] { places.values.map { names[$0] } }

  /// Numbers of the clients whose name has every typed word at the start of one of its words, in
  /// the order of their names.
  public func matching(_ typed: String) -> [Int] {
    let words = Self.words(typed).map { [Self.space] + $0 }
    guard let longest = words.max(by: { $0.count < $1.count }) else { return [] }
    var found: [Int] = []
    var from = 0
    while let hit = find(longest, from: from, to: folded.count) {
      let place = record(at: hit)
      let end = place + 1 < starts.count ? starts[place + 1] : folded.count
      if places[numbers[place]] == place,
        words.allSatisfy({ find($0, from: starts[place], to: end) != nil })
      {
        found.append(place)
      }
      from = end
    }
    return found.sorted { (names[$0], numbers[$0]) < (names[$1], numbers[$1]) }
      .map { numbers[$0] }
  }

  /// How many clients have this short name, as `Identity.shortName` gives it.
  public func count(shortName: String) -> Int {
    guard let first = shortName.split(separator: " ").first else { return 0 }
    return matching(String(first)).count { number in
      places[number].map { Identity(name: names[$0]).shortName == shortName } ?? false
    }
  }

  /// Where the needle, a space and at least one more byte, stands first in the given part.
  private func find(_ needle: [UInt8], from: Int, to: Int) -> Int? {
    folded.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var at = from
      while at + needle.count <= to {
        // The letter after the space is rarer than the space.
        guard let hit = memchr(base + at + 1, Int32(needle[1]), to - at - 1) else { return nil }
        at = UnsafeRawPointer(hit) - base - 1
        if at + needle.count <= to, memcmp(base + at, needle, needle.count) == 0 { return at }
        at += 1
      }
      return nil
    }
  }

  /// The name that the byte at `offset` belongs to.
  private func record(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  private static let space = UInt8(ascii: " ")
  private static let lineFeed = UInt8(ascii: "\n")

  private static func words(_ text: String) -> [[UInt8]] {
    let plain =
      text.utf8.allSatisfy { $0 < 0x80 }
      ? text.lowercased()
      : text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return plain.split { !$0.isLetter && !$0.isNumber }.map { Array($0.utf8) }
  }
}
