/// Why a line of shorthand could not be read.
///
/// The associated values quote what was typed, which may be clinical: show `sentence` to the
/// therapist who typed it, and log only `description`.
public enum ShorthandError: Error, Hashable, Sendable {
  case unknownSite(typed: String, suggestion: String?, example: String)
  case siteWithoutSides(typed: String, site: String)
  case unknownField(typed: String, suggestion: String?, names: [String])
  /// The words after a field's name do not have the field's form; `typed` may be empty.
  case unfit(field: String, typed: String, form: String, example: String)
  case outOfRange(field: String, typed: String, range: String, example: String)
  case unknownWord(field: String, typed: String, suggestion: String?, allowed: [String])
  case missing(field: String, meaning: String, example: String)
  case twice(field: String, first: String, second: String)
  case leftOver(typed: String, example: String)
  /// The line holds in more than one way; at `typed` the ways part.
  case ambiguous(typed: String, readings: [Finding.Reading])

  /// What is wrong and what to type instead, in one sentence.
  public var sentence: String {
    switch self {
    case .unknownSite(let typed, let suggestion?, _):
      "There is no area \"\(typed)\"; did you mean \(suggestion)?"
    case .unknownSite(let typed, nil, let example):
      "There is no area \"\(typed)\"; name one like this: \(example)"
    case .siteWithoutSides(let typed, let site):
      "\"\(typed)\" names a side, but there is only one \(site); type: \(site)"
    case .unknownField(let typed, let suggestion?, _):
      "Nothing here is called \"\(typed)\"; did you mean \(suggestion)?"
    case .unknownField(let typed, nil, let names):
      "Nothing here is called \"\(typed)\"; there is \(Self.listed(names))."
    case .unfit(let field, "", let form, let example):
      "After \(field) comes \(form), for example: \(example)"
    case .unfit(let field, let typed, let form, let example):
      "\(field) is \(form), not \"\(typed)\", for example: \(example)"
    case .outOfRange(let field, let typed, let range, let example):
      "\(field) goes from \(range), and \"\(typed)\" is outside, for example: \(example)"
    case .unknownWord(let field, let typed, let suggestion?, _):
      "\(field) cannot be \"\(typed)\"; did you mean \(suggestion)?"
    case .unknownWord(let field, let typed, nil, let allowed):
      "\(field) cannot be \"\(typed)\"; it is \(Self.listed(allowed))."
    case .missing(let field, let meaning, let example):
      "The \(field) is missing (\(meaning)), for example: \(example)"
    case .twice(let field, let first, let second):
      "\(field) stands twice, \"\(first)\" and \"\(second)\"; type it once."
    case .leftOver(let typed, let example):
      "\"\(typed)\" could not be understood; a line looks like this: \(example)"
    case .ambiguous(let typed, let readings):
      "\"\(typed)\" fits more than one thing; type one of these: "
        + readings.map(\.line).joined(separator: "; ")
    }
  }

  private static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension ShorthandError: CustomStringConvertible {
  /// Names the problem without quoting what was typed.
  public var description: String {
    switch self {
    case .unknownSite: "shorthand: unknown site"
    case .siteWithoutSides: "shorthand: site without sides"
    case .unknownField: "shorthand: unknown field"
    case .unfit(let field, _, _, _): "shorthand: \(field) does not fit"
    case .outOfRange(let field, _, _, _): "shorthand: \(field) out of range"
    case .unknownWord(let field, _, _, _): "shorthand: unknown word for \(field)"
    case .missing(let field, _, _): "shorthand: \(field) missing"
    case .twice(let field, _, _): "shorthand: \(field) twice"
    case .leftOver: "shorthand: words left over"
    case .ambiguous: "shorthand: ambiguous"
    }
  }
}
