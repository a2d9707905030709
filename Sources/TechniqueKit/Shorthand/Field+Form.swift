extension FindingKind.Field {
  /// What the field is made of: "a number from 30 to 90 seconds".
  public var form: String {
    switch kind {
    case .site: "an area of the body"
    case .number(let unit, let range): "a number from \(Self.text(range, unit))"
    case .change(let unit, let range): "before > after, from \(Self.text(range, unit))"
    case .count(let range): "x and a number from \(range.lowerBound) to \(range.upperBound)"
    case .word(let words): words.joined(separator: ", ")
    case .series(let unit, let range): "numbers in a row from \(Self.text(range, unit))"
    case .text: "a few words"
    }
  }

  /// Something that may be typed for the field.
  func example(in anatomy: Anatomy) -> String {
    func between(_ range: ClosedRange<Double>, _ share: Double) -> String {
      let width = range.upperBound - range.lowerBound
      return Measure.plain((range.lowerBound + width * share).rounded())
    }
    switch kind {
    case .site:
      let region =
        anatomy["shoulder"] ?? anatomy.regions.first(where: \.isPaired) ?? anatomy.regions.first
      return region.map { ($0.isPaired ? "r " : "") + $0.name } ?? name
    case .number(let unit, let range): return between(range, 0.5) + unit
    case .change(let unit, let range):
      return between(range, 0.7) + ">" + between(range, 0.3) + unit
    case .count(let range): return "x\(min(max(3, range.lowerBound), range.upperBound))"
    case .word(let words): return words.first ?? name
    case .series(_, let range):
      return [0.2, 0.21, 0.22].map { between(range, $0) }.joined(separator: " ")
    case .text: return "\(name) your words"
    }
  }

  private static func text(_ range: ClosedRange<Double>, _ unit: String) -> String {
    let ends = "\(Measure.plain(range.lowerBound)) to \(Measure.plain(range.upperBound))"
    return unit.isEmpty ? ends : ends + " " + Measure.spoken(unit)
  }

  /// The value, or the error that it lies outside the range.
  func checked(
    _ value: Double, typed: String, in anatomy: Anatomy
  ) throws(ShorthandError) -> Double {
    let range: ClosedRange<Double>
    let unit: String
    switch kind {
    case .number(let fieldUnit, let fieldRange), .change(let fieldUnit, let fieldRange),
      .series(let fieldUnit, let fieldRange):
      (range, unit) = (fieldRange, fieldUnit)
    case .count(let counts):
      (range, unit) = (Double(counts.lowerBound)...Double(counts.upperBound), "")
    case .site, .word, .text: return value
    }
    if range.contains(value) { return value }
    throw .outOfRange(
      field: name, typed: typed, range: Self.text(range, unit), example: example(in: anatomy))
  }
}
