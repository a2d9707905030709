import TechniqueKit

/// Random findings, and random lines that are nearly or not at all findings; the same for a seed.
struct RandomLines {
  var generator: SeededGenerator
  let anatomy: Anatomy

  /// A finding whose values lie within the ranges of its fields.
  mutating func finding(of kind: FindingKind) -> Finding {
    var values: [String: Finding.Value] = [:]
    for field in kind.fields where field.isRequired || Bool.random(using: &generator) {
      values[field.name] = value(of: field, in: kind)
    }
    return Finding(kind: kind.id, code: kind.code, values: values)
  }

  /// Words of the kind, of the body and of nothing, in any order.
  mutating func soup(of kind: FindingKind) -> String {
    (0..<Int.random(in: 0...9, using: &generator)).map { _ in token(of: kind) }
      .joined(separator: Int.random(in: 0..<9, using: &generator) == 0 ? "  " : " ")
  }

  /// A valid line in which words and letters were taken out, doubled, swapped or put in.
  mutating func mutated(_ line: String, of kind: FindingKind) -> String {
    var words = line.split(separator: " ").map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !words.isEmpty {
      let place = Int.random(in: 0..<words.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: words.remove(at: place)
      case 1: words.insert(words[place], at: place)
      case 2: words.swapAt(place, Int.random(in: 0..<words.count, using: &generator))
      case 3: words.insert(token(of: kind), at: place)
      case 4: words[place] = String(words[place].dropLast())
      default: words[place].append(pick("=>\"\\,x-0s é") ?? "=")
      }
    }
    return words.joined(separator: " ")
  }

  private mutating func value(of field: FindingKind.Field, in kind: FindingKind) -> Finding.Value {
    switch field.kind {
    case .site: .site(site())
    case .number(_, let range): .number(number(range))
    case .change(_, let range): .change(before: number(range), after: number(range))
    case .bloodPressure(let range): .bloodPressure(pressure(range))
    case .count(let range): .count(Int.random(in: range, using: &generator))
    case .word(let words): .word(pick(words) ?? "")
    case .series(_, let range):
      .series((0..<Int.random(in: 1...9, using: &generator)).map { _ in number(range) })
    case .text: .text(text(of: kind))
    }
  }

  /// The upper number is the higher one.
  private mutating func pressure(_ range: BloodPressureRange) -> BloodPressure {
    let lower = Int.random(in: 40...100, using: &generator)
    return BloodPressure(lower + Int.random(in: 10...160, using: &generator), lower)
  }

  private mutating func site() -> Site {
    guard let region = pick(anatomy.regions) else { return Site("neck") }
    return Site(region.id, region.isPaired ? pick([nil] + Side.allCases.map { $0 }) ?? nil : nil)
  }

  /// Whole, with one decimal, with all of them, or at an end of the range.
  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    let any = Double.random(in: range, using: &generator)
    let number =
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: any
      case 1: range.lowerBound
      case 2: range.upperBound
      case 3: range.lowerBound + (range.upperBound - range.lowerBound) * 1e-7
      case 4: any.rounded()
      default: (any * 10).rounded() / 10
      }
    return range.contains(number) ? number : any
  }

  /// Words as they come, also such as name a field or look like another value.
  private mutating func text(of kind: FindingKind) -> String {
    var words = [pick(Self.plainWords) ?? "hip"]
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      words.append(pick(Self.plainWords) ?? "")
      if Int.random(in: 0..<3, using: &generator) == 0 { words.append(token(of: kind)) }
    }
    return words.shuffled(using: &generator).joined(separator: " ")
  }

  private mutating func token(of kind: FindingKind) -> String {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return pick(kind.fields)?.name ?? ""
    case 1: return (pick(kind.fields)?.name ?? "") + "="
    case 2:
      guard case .word(let words)? = pick(kind.fields)?.kind else { return kind.code }
      return String((pick(words) ?? "").prefix(Int.random(in: 1...6, using: &generator)))
    case 3, 4:
      let words = pick(anatomy.regions)?.name.split(separator: " ").map(String.init) ?? []
      let word = pick(words) ?? ""
      return Bool.random(using: &generator) ? word : String(word.prefix(4))
    case 5: return pick(["r", "l", "both", "left", "and", "of"]) ?? ""
    default: return pick(Self.oddWords) ?? ""
    }
  }

  private mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element? {
    choices.randomElement(using: &generator)
  }

  private static let plainWords = [
    "hip", "temple", "behind", "the", "eye", "down", "arm", "jojoba", "2", "can't", "Zürich",
  ]
  private static let oddWords = [
    "128/82", "128", "over", "mmHg", "5/10", "min", "7>3", "7", "3", "90s", "5m", "5min", "x3",
    "3x", "40>55deg", "180>230kPa", "4cm", "17.1",
    "70kg", "4mm", "12h", "2b", ">", "->", "=", "\"", "\"\"", "\"a b\"", "\\", "\\\"", "a=b", ",",
    "1,2,3", "x", "-", "-0", "1e5", "nan", "inf", "x99999999999999999999", "99999999999999999999",
    "0.0000001s", "é", "日本", "👩‍👩‍👧", "\u{301}", "\u{0}", "\u{A0}", "Ⅷ", "٣", "½", "→",
  ]
}
