/// A question that knows the type of its answer, so that only fitting conditions compile.
///
/// ```swift
/// let fever = YesNoQuestion(
///   "fever", "Fever or feeling ill today?", why: "Massage waits until it has passed.",
///   safety: true, validity: .thisVisit)
/// fever.isYes          // a condition
/// fever >= 7           // does not compile
/// ```
public struct TypedQuestion<Value>: Hashable, Sendable {
  public private(set) var question: Question
  public var id: ID<Question> { question.id }

  private init(
    _ id: ID<Question>, _ prompt: String, _ kind: Question.Kind, help: String, why: String,
    required: Bool, safety: Bool, askWhen: Condition, validity: Validity
  ) {
    question = Question(
      id: id, prompt: prompt, kind: kind, help: help, why: why, isRequired: required || safety,
      isSafety: safety, askWhen: askWhen, validity: validity)
  }
}

/// Answered yes or no.
public enum YesNo {}
/// Answered with a number: whole, decimal or on a scale.
public enum Amount {}
/// Answered with one or several of the listed options.
public enum Choice {}
/// Answered in the client's own words.
public enum Words {}
/// Answered with a date, possibly a partial one.
public enum Day {}
/// Answered with parts of the body.
public enum Areas {}
/// Answered with several rows of the same few fields.
public enum Rows {}

public typealias YesNoQuestion = TypedQuestion<YesNo>
public typealias NumberQuestion = TypedQuestion<Amount>
public typealias BloodPressureQuestion = TypedQuestion<UpperLower>
public typealias ChoiceQuestion = TypedQuestion<Choice>
public typealias TextQuestion = TypedQuestion<Words>
public typealias DateQuestion = TypedQuestion<Day>
public typealias RegionQuestion = TypedQuestion<Areas>
public typealias GroupQuestion = TypedQuestion<Rows>

extension TypedQuestion {
  /// The same question, to whose answer words may be added: `y; since Monday`.
  public func takingRemark() -> Self { changed { $0.takesRemark = true } }

  /// The same question, which may stay without an answer in these ways only.
  public func allowing(_ absences: Absence...) -> Self { changed { $0.absences = absences } }

  /// The same question, which earlier versions called by other ids.
  public func formerly(_ ids: ID<Question>...) -> Self { changed { $0.aliases += ids } }

  private func changed(_ change: (inout Question) -> Void) -> Self {
    var copy = self
    change(&copy.question)
    return copy
  }
}

extension TypedQuestion where Value == YesNo {
  public init(
    _ id: ID<Question>, _ prompt: String, help: String = "Type y or n.", why: String,
    required: Bool = false, safety: Bool = false, askWhen: Condition = .always,
    validity: Validity = .always
  ) {
    self.init(
      id, prompt, .yesNo, help: help, why: why, required: required, safety: safety,
      askWhen: askWhen, validity: validity)
  }

  public var isYes: Condition { .isYes(id) }
  public var isNo: Condition { .isNo(id) }
}

extension TypedQuestion where Value == Amount {
  /// A question answered with a whole number, or with a decimal when `decimal` is set.
  public init(
    _ id: ID<Question>, _ prompt: String, range: NumberRange, decimal: Bool = false, help: String,
    why: String, required: Bool = false, safety: Bool = false, askWhen: Condition = .always,
    validity: Validity = .always
  ) {
    self.init(
      id, prompt, decimal ? .decimal(range: range) : .wholeNumber(range: range), help: help,
      why: why, required: required, safety: safety, askWhen: askWhen, validity: validity)
  }

  /// A question answered on a scale whose ends are named in the prompt.
  public init(
    _ id: ID<Question>, _ prompt: String, scale: Scale, help: String, why: String,
    required: Bool = false, safety: Bool = false, askWhen: Condition = .always,
    validity: Validity = .always
  ) {
    self.init(
      id, prompt, .scale(scale), help: help, why: why, required: required, safety: safety,
      askWhen: askWhen, validity: validity)
  }

  /// Risen by at least so much since the answer before this one.
  public func hasRisen(by amount: Double) -> Condition { .risen(id, by: amount) }
}

extension TypedQuestion: ComparedNumber where Value == Amount {
  public func compared(_ comparison: Comparison, _ value: Double) -> Condition {
    .number(id, comparison, value)
  }
}

extension TypedQuestion where Value == UpperLower {
  /// A question answered with a blood pressure: `128/82`.
  public init(
    _ id: ID<Question>, _ prompt: String, range: BloodPressureRange = .standard,
    help: String = "Upper and lower number: 128/82.", why: String, required: Bool = false,
    safety: Bool = false, askWhen: Condition = .always, validity: Validity = .thisVisit
  ) {
    self.init(
      id, prompt, .bloodPressure(range), help: help, why: why, required: required, safety: safety,
      askWhen: askWhen, validity: validity)
  }

  public var systolic: AnsweredPressure { AnsweredPressure(question: id, part: .systolic) }
  public var diastolic: AnsweredPressure { AnsweredPressure(question: id, part: .diastolic) }
}

/// One of the two numbers that a question about blood pressure asks for, to be compared.
public struct AnsweredPressure: ComparedNumber, Hashable, Sendable {
  let question: ID<Question>
  let part: BloodPressure.Part

  public func compared(_ comparison: Comparison, _ value: Double) -> Condition {
    .bloodPressure(question, part, comparison, value)
  }
}

extension TypedQuestion where Value == Choice {
  /// A question answered by picking one option, or several when `several` is set.
  public init(
    _ id: ID<Question>, _ prompt: String, options: [Option], several: Bool = false,
    help: String = "Type the number or the first letters; several with commas.", why: String,
    required: Bool = false, safety: Bool = false, askWhen: Condition = .always,
    validity: Validity = .always
  ) {
    self.init(
      id, prompt, .choice(options: options, several: several), help: help, why: why,
      required: required, safety: safety, askWhen: askWhen, validity: validity)
  }

  public func includes(_ option: ID<Option>) -> Condition { .includes(id, option) }

  /// At least one of the options was picked.
  public func includes(anyOf options: ID<Option>...) -> Condition {
    .any(options.map { .includes(id, $0) })
  }
}

extension TypedQuestion where Value == Words {
  public init(
    _ id: ID<Question>, _ prompt: String, help: String, why: String, required: Bool = false,
    askWhen: Condition = .always, validity: Validity = .always
  ) {
    self.init(
      id, prompt, .text, help: help, why: why, required: required, safety: false,
      askWhen: askWhen, validity: validity)
  }
}

extension TypedQuestion where Value == Day {
  public init(
    _ id: ID<Question>, _ prompt: String,
    help: String = "A date, or just the month or year: 12 nov 2025, 2025-11, 2025.", why: String,
    required: Bool = false, safety: Bool = false, askWhen: Condition = .always,
    validity: Validity = .always
  ) {
    self.init(
      id, prompt, .date, help: help, why: why, required: required, safety: safety,
      askWhen: askWhen, validity: validity)
  }
}

extension TypedQuestion where Value == Areas {
  public init(
    _ id: ID<Question>, _ prompt: String,
    help: String = "Name areas with commas: neck, r shoulder, both calves.", why: String,
    required: Bool = false, safety: Bool = false, askWhen: Condition = .always,
    validity: Validity = .always
  ) {
    self.init(
      id, prompt, .regions, help: help, why: why, required: required, safety: safety,
      askWhen: askWhen, validity: validity)
  }

  /// The region, or one that lies in it, was named.
  public func includes(_ region: ID<Region>) -> Condition { .touches(id, region) }
}

extension TypedQuestion where Value == Rows {
  /// A question whose fields are asked again for each of several things.
  ///
  /// The fields are asked in order, every one of them always; there is room for `atMost` rows, 1 or
  /// more.
  public init(
    _ id: ID<Question>, _ prompt: String, fields: [Question], atMost: Int = 10,
    help: String = "Type n when there is none, y to name one after another.", why: String,
    required: Bool = false, safety: Bool = false, askWhen: Condition = .always,
    validity: Validity = .always
  ) {
    self.init(
      id, prompt, .group(fields: fields, atMost: atMost), help: help, why: why,
      required: required, safety: safety, askWhen: askWhen, validity: validity)
  }

  /// At least one row was named.
  public var isNamed: Condition { .someRow(of: id, .always) }

  /// Some row holds the condition, which may read the fields.
  public func some(_ condition: Condition) -> Condition { .someRow(of: id, condition) }
}
