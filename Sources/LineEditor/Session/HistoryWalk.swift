/// Up and down through earlier lines. The line being typed is the last of them, and what was changed
/// on the way is still there on the way back.
struct HistoryWalk {
  let lines: [String]
  private(set) var place: Int
  private var changed: [Int: String] = [:]

  /// - Parameter lines: oldest first.
  init(_ lines: [String]) {
    self.lines = lines
    place = lines.count
  }

  /// - Parameter text: the line as it is left.
  /// - Returns: the line to show; `nil` at either end.
  mutating func step(_ direction: Int, leaving text: String) -> String? {
    let next = place + direction
    guard (0...lines.count).contains(next) else { return nil }
    changed[place] = text
    place = next
    return changed[next] ?? (next < lines.count ? lines[next] : "")
  }
}
