/// What a condition says about a finding of one kind.
///
/// Several findings of a kind stand beside each other, and the statement holds when it holds for any
/// of them: of two measurements the worse one counts. Where nothing was recorded it is false, for
/// nothing was seen.
///
/// Build it from typed fields, so that a comparison which does not fit the field does not compile:
///
/// ```swift
/// neckCheck.found(bloodPressure.systolic >= 180) || neckCheck.found(signs.is("present"))
/// ```
public enum FindingStatement: Hashable, Sendable {
  /// A finding of the kind was recorded, whatever it says.
  case any
  /// A number of the field, in its unit; of a row of numbers any of them.
  case number(field: String, Part, Comparison, Double)
  case word(field: String, String)
  /// The region, or one that lies in it, was named.
  case touches(field: String, ID<Region>)

  /// Which number of a field is meant.
  public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
    /// The number itself, a count, or any number of a row.
    case value
    /// The ends of a change.
    case before, after
    /// How much higher the second end of a change is than the first.
    case rise
    /// The numbers of a blood pressure.
    case systolic, diastolic
  }

  /// Which visit's findings are read.
  public enum Visit: String, Hashable, Sendable, Codable, CaseIterable {
    case running, last
  }

  /// The field that it speaks of; `nil` when it speaks of none.
  public var field: String? {
    switch self {
    case .any: nil
    case .number(let field, _, _, _), .word(let field, _), .touches(let field, _): field
    }
  }

  /// Whether it holds for one finding of its kind; false where the field was not recorded.
  public func holds(for finding: Finding, anatomy: Anatomy) -> Bool {
    switch self {
    case .any: true
    case .number(let field, let part, let comparison, let value):
      finding.values[field]?.numbers(part).contains { comparison.holds($0, value) } ?? false
    case .word(let field, let word): finding.values[field] == .word(word)
    case .touches(let field, let region):
      finding.values[field]?.namedSite.map { anatomy.contains($0.region, in: region) } ?? false
    }
  }
}

extension Finding.Value {
  var namedSite: Site? {
    if case .site(let site) = self { site } else { nil }
  }

  /// The numbers that a part of the value stands for; none where it has no such part.
  func numbers(_ part: FindingStatement.Part) -> [Double] {
    switch (self, part) {
    case (.number(let number), .value): [number]
    case (.count(let count), .value): [Double(count)]
    case (.series(let numbers), .value): numbers
    // Blood pressure was kept as numbers in a row before there was a pair.
    case (.series(let numbers), .systolic): Array(numbers.prefix(1))
    case (.series(let numbers), .diastolic): Array(numbers.dropFirst().prefix(1))
    case (.change(let before, _), .before): [before]
    case (.before(let before), .before): [before]
    case (.change(_, let after), .after): [after]
    case (.change(let before, let after), .rise): [after - before]
    case (.bloodPressure(let pressure), .systolic): [Double(pressure.systolic)]
    case (.bloodPressure(let pressure), .diastolic): [Double(pressure.diastolic)]
    default: []
    }
  }
}

extension FindingKind.Field.Kind {
  /// The parts that a number of the field can be read by; none for another kind.
  package var parts: [FindingStatement.Part] {
    switch self {
    case .number, .count, .series: [.value]
    case .change: [.before, .after, .rise]
    case .bloodPressure: [.systolic, .diastolic]
    case .site, .word, .text: []
    }
  }

  /// The numbers that a part can be; `nil` where the field has no such part.
  package func range(of part: FindingStatement.Part) -> ClosedRange<Double>? {
    guard parts.contains(part) else { return nil }
    switch self {
    case .number(_, let range), .series(_, let range): return range
    case .count(let range): return Double(range.lowerBound)...Double(range.upperBound)
    case .change(_, let range):
      let width = range.upperBound - range.lowerBound
      return part == .rise ? -width...width : range
    case .bloodPressure(let range):
      return part == .systolic ? range.systolic.possible : range.diastolic.possible
    case .site, .word, .text: return nil
    }
  }
}
