import TechniqueKit

/// Reads what was typed at a question.
public struct AnswerReading {
  public let question: Question
  public let anatomy: Anatomy

  public init(_ question: Question, anatomy: Anatomy) {
    self.question = question
    self.anatomy = anatomy
  }

  /// - Throws: `Refusal`, worded for the person who typed.
  public func read(_ typed: String) throws(Refusal) -> Answer {
    let text = typed.trimmed
    switch question.kind {
    case .text: return .text(text)
    case .yesNo: return try yesNo(text)
    case .wholeNumber(let range): return try number(text, range, whole: true)
    case .decimal(let range): return try number(text, range, whole: false)
    case .scale(let scale):
      let range = NumberRange(Double(scale.lowest)...Double(scale.highest))
      return try number(text, range, whole: true, outOf: scale.highest)
    case .choice(let options, let several):
      return try choices(text, options, several: several)
    case .date:
      guard let date = CalendarDate(typed: text) else {
        throw Refusal("That is not a date I can read. Example: 12 nov 2025, 2025-11 or 2025")
      }
      return .date(date)
    case .regions: return try regions(text)
    }
  }

  private func yesNo(_ text: String) throws(Refusal) -> Answer {
    switch text.lowercased() {
    case "y", "yes", "1": return .yesNo(true)
    case "n", "no", "0": return .yesNo(false)
    default: throw Refusal("That needs y or n. Example: n")
    }
  }

  private func number(
    _ text: String, _ range: NumberRange, whole: Bool, outOf highest: Int? = nil
  ) throws(Refusal) -> Answer {
    let low = range.possible.lowerBound
    let high = range.possible.upperBound
    let refusal = Refusal(
      "That needs a \(whole ? "whole number" : "number") from \(low.plain) to \(high.plain)"
        + (range.unit.isEmpty ? "" : " \(range.unit)")
        + ". Example: \((low + ((high - low) * 0.4).rounded()).plain)")
    guard let value = Double(typedNumber: text, outOf: highest), range.possible.contains(value),
      !whole || value == value.rounded()
    else { throw refusal }
    return .number(value)
  }

  private func choices(
    _ text: String, _ options: [Option], several: Bool
  ) throws(Refusal) -> Answer {
    let words = several ? text.split(separator: ",").map { String($0).trimmed } : [text]
    var picked: [Option] = []
    for word in words where !word.isEmpty {
      let option = try option(word, options)
      if !picked.contains(option) { picked.append(option) }
    }
    guard !picked.isEmpty else {
      throw Refusal("Type a number from the list. Example: 1")
    }
    if picked.count > 1, let exclusive = picked.first(where: \.isExclusive) {
      throw Refusal("\"\(exclusive.label)\" cannot stand beside another answer.")
    }
    return .choices(picked.map(\.id))
  }

  private func option(_ word: String, _ options: [Option]) throws(Refusal) -> Option {
    if let number = Int(word), options.indices.contains(number - 1) { return options[number - 1] }
    let wanted = word.lowercased()
    if let exact = options.first(where: {
      $0.id.rawValue == wanted || $0.label.lowercased() == wanted
    }) {
      return exact
    }
    let starting = options.filter {
      $0.label.lowercased().hasPrefix(wanted) || $0.id.rawValue.hasPrefix(wanted)
    }
    if starting.count == 1 { return starting[0] }
    if starting.count > 1 {
      throw Refusal(
        "\"\(word)\" fits \(starting.map(\.label).joined(separator: " and ")). Type the number.")
    }
    throw Refusal(
      "\"\(word)\" is not in the list. Type a number from 1 to \(options.count). Example: 1")
  }

  private func regions(_ text: String) throws(Refusal) -> Answer {
    var sites: [Site] = []
    for part in text.split(separator: ",").map({ String($0).trimmed }) where !part.isEmpty {
      switch anatomy.site(named: part) {
      case .site(let site): sites.append(site)
      case .ambiguous(let candidates):
        let names = candidates.prefix(4).map(anatomy.name(of:)).joined(separator: ", ")
        throw Refusal("\"\(part)\" fits several areas: \(names). Type one of them.")
      case .withoutSides(let region):
        throw Refusal("The \(region.name) has no left and right. Example: \(region.name)")
      case .unknown(let suggestion):
        let mend = suggestion.map { "Did you mean \(anatomy.name(of: $0))?" } ?? ""
        throw Refusal(
          "\"\(part)\" is not an area I know. "
            + (mend.isEmpty ? "Example: neck, r shoulder, both calves" : mend))
      }
    }
    guard !sites.isEmpty else { throw Refusal("Name at least one area. Example: neck") }
    return .regions(sites)
  }
}

/// Why an answer was not taken, with an example of one that would be.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
