/// A field of a finding that knows the type of its value, so that only fitting statements compile.
///
/// ```swift
/// let signs = WordField("signs", "warning signs", ["present", "absent"])
/// let bloodPressure = BloodPressureField("bp", "blood pressure", required: true)
/// let check = FindingKind(
///   "neck_check", code: "ncheck", "Neck check", fields: [bloodPressure.field, signs.field],
///   sentence: "Neck check: {bp}[, warning signs {signs}].")
///
/// check.found(signs.is("present"))            // a condition
/// check.found(bloodPressure.systolic >= 180)
/// check.found(signs >= 180)                   // does not compile
/// ```
public struct TypedField<Value>: Hashable, Sendable {
  public let field: FindingKind.Field
  public var name: String { field.name }

  private init(
    _ name: String, _ meaning: String, _ kind: FindingKind.Field.Kind, required: Bool, named: Bool
  ) {
    field = .init(name, meaning, kind, required: required, named: named)
  }
}

/// A number before and after the work.
public enum BeforeAfter {}
/// One of a few words.
public enum Word {}
/// The two numbers of a blood pressure.
public enum UpperLower {}

public typealias NumberField = TypedField<Amount>
public typealias ChangeField = TypedField<BeforeAfter>
public typealias WordField = TypedField<Word>
public typealias SiteField = TypedField<Areas>
public typealias BloodPressureField = TypedField<UpperLower>

extension TypedField where Value == Amount {
  /// A number with its unit: `90s`.
  ///
  /// - Parameters:
  ///   - name: what is typed before the equals sign.
  ///   - meaning: for help and questions, in a few words.
  ///   - unit: as typed and shown.
  ///   - range: in the unit.
  ///   - required: whether a finding without it is refused.
  ///   - named: whether it is recognised by its name only, `pressure=2`, never by its form.
  public init(
    _ name: String, _ meaning: String, unit: String, range: ClosedRange<Double>,
    required: Bool = false, named: Bool = false
  ) {
    self.init(
      name, meaning, .number(unit: unit, range: range), required: required, named: named)
  }

  /// `x3`.
  public init(
    _ name: String, _ meaning: String, count range: ClosedRange<Int>, required: Bool = false
  ) {
    self.init(name, meaning, .count(range: range), required: required, named: false)
  }

  /// Several numbers in a row; a statement holds when it holds for any of them.
  public init(
    _ name: String, _ meaning: String, seriesIn unit: String, range: ClosedRange<Double>,
    required: Bool = false
  ) {
    self.init(
      name, meaning, .series(unit: unit, range: range), required: required, named: false)
  }
}

extension TypedField: ComparedNumber where Value == Amount {
  public func compared(_ comparison: Comparison, _ value: Double) -> FindingStatement {
    .number(field: name, .value, comparison, value)
  }
}

extension TypedField where Value == BeforeAfter {
  /// Before and after: `7>3`. The range is of both.
  public init(
    _ name: String, _ meaning: String, unit: String, range: ClosedRange<Double>,
    required: Bool = false
  ) {
    self.init(
      name, meaning, .change(unit: unit, range: range), required: required, named: false)
  }

  public var before: FieldNumber { FieldNumber(field: name, part: .before) }
  public var after: FieldNumber { FieldNumber(field: name, part: .after) }
  /// How much higher it was afterwards.
  public var rise: FieldNumber { FieldNumber(field: name, part: .rise) }
}

extension TypedField where Value == Word {
  public init(_ name: String, _ meaning: String, _ words: [String], required: Bool = false) {
    self.init(name, meaning, .word(words), required: required, named: false)
  }

  public func `is`(_ word: String) -> FindingStatement { .word(field: name, word) }
}

extension TypedField where Value == Areas {
  public init(_ name: String, _ meaning: String, required: Bool = false) {
    self.init(name, meaning, .site, required: required, named: false)
  }

  /// The region, or one that lies in it, was named.
  public func includes(_ region: ID<Region>) -> FindingStatement {
    .touches(field: name, region)
  }
}

extension TypedField where Value == UpperLower {
  public init(
    _ name: String, _ meaning: String, range: BloodPressureRange = .standard,
    required: Bool = false
  ) {
    self.init(name, meaning, .bloodPressure(range), required: required, named: false)
  }

  public var systolic: FieldNumber { FieldNumber(field: name, part: .systolic) }
  public var diastolic: FieldNumber { FieldNumber(field: name, part: .diastolic) }
}

/// A number of a field, to be compared.
public struct FieldNumber: ComparedNumber, Hashable, Sendable {
  public let field: String
  public let part: FindingStatement.Part

  public func compared(_ comparison: Comparison, _ value: Double) -> FindingStatement {
    .number(field: field, part, comparison, value)
  }
}

extension FindingKind {
  /// A finding of this kind was recorded, whatever it says.
  public func isFound(at visit: FindingStatement.Visit = .running) -> Condition {
    .found(id, .any, visit)
  }

  /// A finding of this kind was recorded for which the statement holds.
  public func found(
    _ statement: FindingStatement, at visit: FindingStatement.Visit = .running
  ) -> Condition {
    .found(id, statement, visit)
  }
}
