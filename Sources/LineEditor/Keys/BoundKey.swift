/// A single key that stands for a whole line, such as that of a foot pedal.
///
///     request.bound = (BoundKey(named: "page_down")!, "next")
public struct BoundKey: Hashable, Sendable {
  /// `f1` to `f12`, `page_up`, `page_down`, `insert`, or one character.
  public let name: String

  /// The keys that have a name.
  public static let names = ["page_up", "page_down", "insert"] + (1...12).map { "f\($0)" }

  /// - Parameter name: a name of the list, or one character that is no control character.
  /// - Returns: `nil` when it is neither.
  public init?(named name: String) {
    let scalars = name.unicodeScalars
    guard
      Self.names.contains(name)
        || scalars.count == 1 && scalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return nil }
    self.name = name
  }

  /// Whether the key is a part of what can be typed.
  var isText: Bool { !Self.names.contains(name) }

  func matches(_ key: Key) -> Bool {
    switch key {
    case .named(let name): name == self.name
    case .text(let scalar): isText && String(scalar) == name
    default: false
    }
  }
}
