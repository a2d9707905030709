/// One question of an intake, with everything a therapist needs in order to ask it.
///
/// Modules declare questions through `TypedQuestion`, so that a condition which does not fit the
/// answer does not compile.
public struct Question: Hashable, Sendable, Renamable {
  public let id: ID<Question>
  /// What is asked, without a closing colon; at most 60 characters.
  public var prompt: String
  public var kind: Kind
  /// What to answer, with two examples.
  public var help: String
  /// The rule or score that the answer feeds.
  public var why: String
  /// An answer is needed before the intake is complete. It may still be skipped on purpose.
  public var isRequired: Bool
  /// A safety question never has a default.
  public var isSafety: Bool
  /// Where this is `no`, the question is not asked and its answer counts for nothing.
  public var askWhen: Condition
  public var validity: Validity
  /// The ways in which it may stay without an answer; `notAsked` is none of them.
  public var absences: [Absence]
  /// Whether words may be added to the answer: `y; since Monday`.
  public var takesRemark: Bool
  public var aliases: [ID<Question>] = []

  public enum Kind: Hashable, Sendable {
    case yesNo
    case wholeNumber(range: NumberRange)
    case decimal(range: NumberRange)
    case scale(Scale)
    /// The upper and the lower number in mmHg: `128/82`.
    case bloodPressure(BloodPressureRange)
    case choice(options: [Option], several: Bool)
    case text
    case date
    case regions
    /// The same few questions for each of several things: every operation with its year and place.
    case group(fields: [Question], atMost: Int)
  }

  public init(
    id: ID<Question>, prompt: String, kind: Kind, help: String, why: String,
    isRequired: Bool = false, isSafety: Bool = false, askWhen: Condition = .always,
    validity: Validity = .always, absences: [Absence] = Absence.given, takesRemark: Bool = false
  ) {
    self.id = id
    self.prompt = prompt
    self.kind = kind
    self.help = help
    self.why = why
    self.isRequired = isRequired
    self.isSafety = isSafety
    self.askWhen = askWhen
    self.validity = validity
    self.absences = absences
    self.takesRemark = takesRemark
  }

  /// Whether an answer is one to this question as it is now: of its kind, within its range, among its
  /// options. An absence always is.
  public func accepts(_ answer: Answer) -> Bool {
    switch (answer, kind) {
    case (.absent, _), (.yesNo, .yesNo), (.text, .text), (.date, .date), (.regions, .regions): true
    case (.number(let value), .wholeNumber(let range)), (.number(let value), .decimal(let range)):
      range.possible.contains(value)
    case (.number(let value), .scale(let scale)): scale.range.contains(value)
    case (.bloodPressure(let pressure), .bloodPressure(let range)): range.contains(pressure)
    case (.choices(let picked), .choice(let options, let several)):
      !picked.isEmpty && (several || picked.count == 1)
        && picked.allSatisfy { id in options.contains { $0.id == id } }
    case (.rows(let rows), .group(let fields, let atMost)):
      rows.count <= atMost
        && rows.allSatisfy { row in
          row.allSatisfy { id, answer in
            fields.first { $0.id == id }?.accepts(answer) ?? false
          }
        }
    default: false
    }
  }

  /// Whether the rows of a group leave a field open.
  public func leavesOpen(_ answer: Answer) -> Bool {
    guard case .rows(let rows) = answer else { return false }
    return rows.contains { row in
      fields.contains { row[$0.id].map { $0.absence != nil } ?? true }
    }
  }

  /// The questions asked for each row; empty unless it is a group.
  public var fields: [Question] {
    if case .group(let fields, _) = kind { fields } else { [] }
  }
}

/// One of the answers of a choice.
public struct Option: Hashable, Sendable {
  public let id: ID<Option>
  public var label: String
  /// Cannot stand beside another answer: "none of these".
  public let isExclusive: Bool

  public init(_ id: ID<Option>, _ label: String, exclusive: Bool = false) {
    self.id = id
    self.label = label
    self.isExclusive = exclusive
  }

  /// The answer "none of these".
  public static let none = Option("none", "none of these", exclusive: true)
}

/// Whole numbers whose two ends are named: 0 none to 10 worst.
public struct Scale: Hashable, Sendable {
  public let lowest: Int
  public let highest: Int
  public var lowestMeans: String
  public var highestMeans: String

  public init(_ range: ClosedRange<Int>, _ lowestMeans: String, _ highestMeans: String) {
    self.lowest = range.lowerBound
    self.highest = range.upperBound
    self.lowestMeans = lowestMeans
    self.highestMeans = highestMeans
  }

  public var range: ClosedRange<Double> { Double(lowest)...Double(max(lowest, highest)) }
}

/// Two nested ranges: outside `usual` an answer is confirmed, outside `possible` refused.
public struct NumberRange: Hashable, Sendable {
  public let possible: ClosedRange<Double>
  public let usual: ClosedRange<Double>
  /// A UCUM unit: `cm`, `kPa`, `wk`; empty for a bare count.
  public let unit: String

  public init(_ possible: ClosedRange<Double>, usual: ClosedRange<Double>? = nil, unit: String = "")
  {
    self.possible = possible
    self.usual = usual ?? possible
    self.unit = unit
  }
}

/// How long an answer stays true; afterwards the question is asked again.
public enum Validity: Hashable, Sendable {
  /// Asked once; stands until the client says that it changed.
  case always
  /// Good for the day it was given.
  case thisVisit
  /// Good for so many days, 1 or more.
  case days(Int)
}
