/// What was erased by whole words or lines, for putting it in again.
struct KillRing {
  private var texts: [String] = []
  /// Counted back from the latest.
  private var place = 0
  static let limit = 30

  /// The text that goes in next.
  var current: String? {
    texts.isEmpty ? nil : texts[texts.count - 1 - place]
  }

  enum Side { case before, after }

  /// - Parameter side: where the text stood beside what was erased just before; `nil` when something
  ///   else was done since.
  mutating func add(_ text: String, beside side: Side?) {
    guard !text.isEmpty else { return }
    place = 0
    if let side, let last = texts.popLast() {
      texts.append(side == .before ? text + last : last + text)
      return
    }
    if texts.count == Self.limit { texts.removeFirst() }
    texts.append(text)
  }

  /// Goes one further back, and from the oldest to the latest.
  mutating func rotate() {
    if !texts.isEmpty { place = (place + 1) % texts.count }
  }

  mutating func rest() { place = 0 }
}
