extension FindingKind.Field {
  /// What the field is made of: "a number from 30 to 90 seconds".
  public var form: String {
    switch kind {
    case .site: "an area of the body"
    case .number(let unit, let range): "a number from \(Self.text(range, unit))"
    case .change(let unit, let range): "before > after, from \(Self.text(range, unit))"
    case .count(let range): "x and a number from \(range.lowerBound) to \(range.upperBound)"
    case .bloodPressure: "upper/lower, with the upper number the higher one"
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
    case .bloodPressure(let range):
      let (upper, lower) = (range.systolic.usual, range.diastolic.usual)
      return range == .standard ? "128/82" : between(upper, 0.4) + "/" + between(lower, 0.4)
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

  /// "30 to 90 s"; empty where a value has no range.
  var rangeText: String {
    switch kind {
    case .number(let unit, let range), .change(let unit, let range), .series(let unit, let range):
      Self.text(range, unit)
    case .count(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .bloodPressure(let range): range.words
    case .site, .word, .text: ""
    }
  }

  /// Whether the value lies within the field's range.
  func holds(_ value: Finding.Value) -> Bool {
    switch (kind, value) {
    case (.number(_, let range), .number(let number)): range.contains(number)
    case (.change(_, let range), .change(let before, let after)):
      range.contains(before) && range.contains(after)
    case (.change(_, let range), .before(let before)): range.contains(before)
    case (.bloodPressure(let range), .bloodPressure(let pressure)): range.contains(pressure)
    case (.count(let range), .count(let count)): range.contains(count)
    case (.series(_, let range), .series(let numbers)): numbers.allSatisfy(range.contains)
    default: true
    }
  }
}
