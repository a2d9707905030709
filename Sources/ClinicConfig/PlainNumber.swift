import Yams

/// A number as it may stand in YAML here: digits, a minus in front, a point within, and nothing else.
///
/// YAML knows more: `0144` is 100 to one program and 144 to another, `4:00` is 240, `1_0` is 10. Who
/// writes those rarely means them, so they are told with what to write, and never read.
enum PlainNumber {
  /// What stands in the place of a number.
  enum Reading: Equatable {
    case number(Double)
    /// A number in another form, and how it is written plainly.
    case otherForm(String, write: String)
    /// A number in quotes, which make it a text.
    case quoted(String)
    case none
  }

  static func reading(_ node: Node) -> Reading {
    guard let scalar = node.scalar else { return .none }
    let text = scalar.string
    if scalar.style != .plain, scalar.style != .any {
      return isPlain(text) ? .quoted(text) : .none
    }
    if isPlain(text), let value = Double(text) { return .number(value) }
    guard let write = plainForm(of: text) else { return .none }
    return .otherForm(text, write: write)
  }

  /// `-12.5`; no sign but a minus, no zero in front, digits on both sides of a point.
  static func isPlain(_ text: String) -> Bool {
    text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?/) != nil
  }

  /// How a number of another form is written plainly; `nil` for what is no number.
  private static func plainForm(of text: String) -> String? {
    let bare = text.lowercased().filter { $0 != "_" }
    let sign = bare.hasPrefix("-") ? "-" : ""
    let digits = bare.drop { $0 == "-" || $0 == "+" }
    guard digits.count == bare.count || digits.count == bare.count - 1,
      digits.first?.isASCII == true, digits.contains(where: { ("0"..."9").contains($0) })
    else { return nil }
    if digits.hasPrefix("0x"), let value = Int(digits.dropFirst(2), radix: 16) {
      return sign + String(value)
    }
    if digits.hasPrefix("0b"), let value = Int(digits.dropFirst(2), radix: 2) {
      return sign + String(value)
    }
    if digits.hasPrefix("0o"), let value = Int(digits.dropFirst(2), radix: 8) {
      return sign + String(value)
    }
    if digits.wholeMatch(of: /[0-9]+(:[0-9]+)+(\.[0-9]*)?/) != nil {
      return sexagesimal(digits.prefix { $0 != "." }, sign)
    }
    if digits.wholeMatch(of: /[0-9]*(\.[0-9]*)?(e[-+]?[0-9]+)?/) != nil {
      if digits.contains("e") {
        guard let value = Double(digits), value.isFinite, value.magnitude < 1e15 else { return nil }
        let whole = value.rounded()
        return sign + (whole == value ? String(Int(value)) : String(value))
      }
      let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
      let behind = parts.count == 2 ? parts[1] : ""
      return sign + withoutZeros(parts[0]) + (behind.isEmpty ? "" : ".\(behind)")
    }
    if let comma = digits.wholeMatch(of: /([0-9]+),([0-9]+)/) {
      return sign + withoutZeros(comma.1) + ".\(comma.2)"
    }
    return nil
  }

  /// `4:00` is 240 to a program that counts in sixties, and 4 to most people.
  private static func sexagesimal(_ digits: Substring, _ sign: String) -> String {
    let parts = digits.split(separator: ":")
    let first = sign + withoutZeros(parts[0])
    guard parts.count < 4, parts.allSatisfy({ $0.count < 7 }) else { return first }
    let whole = parts.reduce(0) { $0 * 60 + (Int($1) ?? 0) }
    return "\(first) or \(sign)\(whole)"
  }

  private static func withoutZeros(_ digits: Substring) -> String {
    let rest = digits.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }
}

extension ConfigProblem.Kind {
  /// What is wrong with a node where a number is wanted.
  ///
  /// - Parameter wanted: what is needed, for what is no number at all: `a whole number`.
  static func number(_ node: Node, _ key: String, wanted: String) -> Self {
    switch PlainNumber.reading(node) {
    case .otherForm(let typed, let write): .otherNumber(key: key, typed: typed, write: write)
    case .quoted(let typed): .quotedNumber(key: key, typed: typed)
    case .number, .none: .wrongType(key: key, wanted: wanted)
    }
  }
}

extension Node {
  /// The whole number that stands here plainly; `nil` for all else, also for one too large to hold.
  var plainWholeNumber: Int? {
    guard let scalar, scalar.style == .plain || scalar.style == .any,
      PlainNumber.isPlain(scalar.string)
    else { return nil }
    return Int(scalar.string)
  }

  /// The first key that is a number of another form.
  var keyOfAnotherForm: Node? {
    switch self {
    case .scalar, .alias: return nil
    case .sequence(let items): return items.lazy.compactMap(\.keyOfAnotherForm).first
    case .mapping(let pairs):
      for (key, value) in pairs {
        if case .otherForm = PlainNumber.reading(key) { return key }
        if let found = value.keyOfAnotherForm { return found }
      }
      return nil
    }
  }

  /// The tree in which each number of another form stands in quotes, so that who decodes it finds a
  /// text there and never a number that nobody wrote.
  var withPlainNumbersOnly: Node {
    switch self {
    case .scalar(var scalar):
      let isNumber = Int.construct(from: scalar) != nil || Double.construct(from: scalar) != nil
      if isNumber, !PlainNumber.isPlain(scalar.string) { scalar.style = .singleQuoted }
      return .scalar(scalar)
    case .sequence(var items):
      for place in items.indices { items[place] = items[place].withPlainNumbersOnly }
      return .sequence(items)
    case .mapping(let pairs):
      return .mapping(
        Node.Mapping(
          pairs.map { ($0.key, $0.value.withPlainNumbersOnly) }, pairs.tag, pairs.style, pairs.mark)
      )
    case .alias: return self
    }
  }
}
