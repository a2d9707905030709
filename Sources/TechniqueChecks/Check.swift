import TechniqueKit

/// One thing that is looked at in every module. Each has a broken module among the tests.
public enum Check: String, CaseIterable, Hashable, Sendable {
  case ids, options, stability, wording, claims, choices, ranges, references, comparisons, cycles
  case reachability, severity, regions, sources, phases, shorthand, treatment, sentences, scores
  case thresholds
  case examples, coverage, translations, lock, review
  case randomAnswers = "random answers"
  case jsonForm = "json form"

  /// What the check sees to.
  public var meaning: String {
    switch self {
    case .ids: "ids are snake_case, begin with the module's own id, and occur once"
    case .options: "an option has a meaning, and a default within its range"
    case .stability: "a reviewed module names its reviewers and sources that were seen"
    case .wording: "texts are there, fit 80 columns and read as sentences"
    case .claims: "no text promises safety or says what nothing supports"
    case .choices: "options can be told apart; warning signs have a \"none of these\""
    case .ranges: "a usual range lies in the possible one, the ends of a scale have a name"
    case .references: "what is referred to is defined, and asked before it is needed"
    case .comparisons: "a comparison fits the kind and the range of its question"
    case .cycles: "no question hangs on itself"
    case .reachability: "every question and every rule can come up for some client"
    case .severity: "a missing answer never makes a refusing rule milder"
    case .regions: "a rule that avoids a region names one that exists"
    case .sources: "rules, metrics and evidence name their source"
    case .phases: "the minutes of each length add up to it"
    case .shorthand: "a line of shorthand means one finding and one value"
    case .treatment:
      "a finding that records treatment names its area and, where it can, its pressure"
    case .sentences: "the sentence of a finding says every field, and reads without optional ones"
    case .scores: "no score can leave its range"
    case .thresholds: "a threshold lies in the metric's range and says for whom"
    case .examples: "each example raises what it lists, and becomes the sentence it gives"
    case .coverage: "every rule, finding and score has an example"
    case .translations: "each text is translated, from its present wording"
    case .lock: "a change of content comes with the right step of the version"
    case .review: "CONTENT.md says what the module says"
    case .randomAnswers: "1,000 random sets of answers trap nothing and stay in range"
    case .jsonForm: "the JSON form reads back as the same module"
    }
  }
}

/// Something wrong with a module, and where.
public struct CheckFinding: Hashable, Sendable, CustomStringConvertible {
  public let check: Check
  public let module: ID<Manifest>
  /// What the item is: `rule`.
  public let kind: String
  /// Its id, as it stands in the module, be that an id or not.
  public let item: String
  /// What is wrong with it and, where that is not plain, how it should be.
  public let sentence: String

  /// The item: `trigger_point/rule/trigger_point_bruises`.
  public var path: String { "\(module)/\(kind)/\(item)" }
  public var description: String { "\(path): \(sentence)" }

  public init(
    _ check: Check, module: ID<Manifest>, kind: String, item: String, sentence: String
  ) {
    self.check = check
    self.module = module
    self.kind = kind
    self.item = item
    self.sentence = sentence
  }
}

/// What is wrong with an item whose path is still to be said.
struct Problem {
  let check: Check
  let sentence: String

  init(_ check: Check, _ sentence: String) {
    self.check = check
    self.sentence = sentence
  }
}
