/// A search backwards through earlier lines, one letter after the other.
struct HistorySearch {
  private(set) var word = ""
  /// Index of the line that was found.
  private(set) var hit: Int?

  private static let label = "(search) \""

  /// What is shown in the place of the line.
  func text(_ walk: HistoryWalk) -> String {
    Self.label + word + "\": " + (hit.map { walk.lines[$0].asOneLine } ?? "")
  }

  /// Behind the word.
  var cursor: Int { (Self.label + word).count }

  mutating func add(_ scalar: Unicode.Scalar, _ walk: HistoryWalk) {
    guard word.unicodeScalars.count < 200 else { return }
    word.unicodeScalars.append(scalar)
    find(from: hit ?? walk.lines.count - 1, walk)
  }

  mutating func removeLast(_ walk: HistoryWalk) {
    if word.isEmpty { return }
    word.removeLast()
    find(from: walk.lines.count - 1, walk)
  }

  /// Goes on to the next older line that has the word; stays when there is none.
  mutating func goOn(_ walk: HistoryWalk) {
    guard let hit else { return }
    find(from: hit - 1, walk)
    if self.hit == nil { self.hit = hit }
  }

  private mutating func find(from start: Int, _ walk: HistoryWalk) {
    hit = nil
    guard !word.isEmpty, start >= 0 else { return }
    let word = word.lowercased()
    hit = walk.lines[...start].lastIndex { $0.lowercased().contains(word) }
  }
}

extension EditSession {
  /// - Returns: `true` when the search is over and the key means what it means elsewhere.
  mutating func pressInSearch(_ key: Key) -> Bool {
    if key == .other || key == .chord { return false }
    guard let hit = search?.hit else { return pressWithoutHit(key) }
    defer { touch() }
    switch key {
    case .text(let scalar): search?.add(scalar, walk)
    case .backspace: search?.removeLast(walk)
    case .search: search?.goOn(walk)
    case .leave, .escape: search = nil
    case .interrupt:
      search = nil
      return true
    default:
      search = nil
      buffer.replaceAll(with: walk.lines[hit])
      return key != .enter
    }
    return false
  }

  private mutating func pressWithoutHit(_ key: Key) -> Bool {
    defer { touch() }
    switch key {
    case .text(let scalar): search?.add(scalar, walk)
    case .backspace: search?.removeLast(walk)
    case .search: break
    case .leave, .escape, .enter: search = nil
    default:
      search = nil
      return true
    }
    return false
  }
}
