/// "Did you mean": the known word nearest to a mistyped one.
public enum Suggestion {
  /// The name nearest to what was typed, or `nil` when none is near enough.
  ///
  /// Near enough is one typing mistake for words of up to four letters, otherwise two. Case does
  /// not count. Of two equally near names the earlier wins.
  public static func closest(
    to typed: some StringProtocol, among names: some Sequence<String>
  ) -> String? {
    let wanted = Array(typed.lowercased())
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    let limit = wanted.count <= 4 ? 1 : 2
    for name in names where abs(name.count - wanted.count) <= limit {
      let distance = distance(wanted, Array(name.lowercased()))
      if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// How many letters must be added, left out, replaced or swapped with their neighbour to turn
  /// one word into the other; case counts.
  public static func distance(_ left: some StringProtocol, _ right: some StringProtocol) -> Int {
    distance(Array(left), Array(right))
  }

  /// Optimal string alignment, three rows of the table at a time.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var older: [Int] = []
    var old = Array(0...right.count)
    for row in left.indices {
      var new = [row + 1]
      for column in right.indices {
        let replaced = old[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, old[column + 1] + 1, new[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, older[column - 1] + 1)
        }
        new.append(cost)
      }
      (older, old) = (old, new)
    }
    return old[right.count]
  }
}
