import TechniqueKit

/// What was typed at a question, understood.
public struct TypedAnswer: Hashable, Sendable {
  public let answer: Answer
  /// Words that were added after a `;`.
  public var remark: String?
  /// Why the answer should be confirmed: "38 cm is unusual; most are 10 to 30 cm.". `nil` when there
  /// is no reason to.
  public var doubt: String?
}

/// Reads what was typed at a question.
public struct AnswerReading {
  public let question: Question
  public let anatomy: Anatomy

  /// Lets a day be typed as `tue`, `2w` ago or `12 nov`.
  public let today: CalendarDate?

  public init(_ question: Question, anatomy: Anatomy, today: CalendarDate? = nil) {
    self.question = question
    self.anatomy = anatomy
    self.today = today
  }

  /// Reads an answer, a way of not answering (`-`, `declined`, `unknown`), and a remark after `;`
  /// where the question takes one.
  ///
  /// - Throws: `Refusal`, worded for the person who typed.
  public func read(_ typed: String) throws(Refusal) -> TypedAnswer {
    var text = typed.trimmed
    var remark: String?
    if question.takesRemark, question.kind != .text, let place = text.firstIndex(of: ";") {
      let words = String(text[text.index(after: place)...]).trimmed
      remark = words.isEmpty ? nil : words
      text = String(text[..<place]).trimmed
    }
    if let absence = Self.absence(text) {
      guard question.absences.contains(absence) else {
        throw Refusal("This one cannot be \(Self.words(absence)). \(question.help)")
      }
      return TypedAnswer(answer: .absent(absence), remark: remark)
    }
    if text.hasPrefix("\\") { text.removeFirst() }
    let answer = try value(text)
    return TypedAnswer(answer: answer, remark: remark, doubt: doubt(answer))
  }

  /// Reads the rows of a group, each typed as its fields with `|` between them; `none` for no row.
  public func read(rows: [String]) throws(Refusal) -> TypedAnswer {
    guard case .group(_, let atMost) = question.kind else {
      guard rows.count == 1 else { throw Refusal("It is given twice.") }
      return try read(rows[0])
    }
    if rows.count == 1, Self.absence(rows[0]) != nil { return try read(rows[0]) }
    let named = rows.filter { !Self.nothing.contains($0.trimmed.lowercased()) }
    guard named.isEmpty || named.count == rows.count else {
      throw Refusal("\"none\" cannot stand beside a row.")
    }
    guard named.count <= atMost else { throw Refusal("It takes \(atMost.of("row")) at most.") }
    var answer: [[ID<Question>: Answer]] = []
    var doubts: [String] = []
    for typed in named {
      let row = try row(typed)
      answer.append(row.mapValues(\.answer))
      doubts += row.sorted { $0.key < $1.key }.compactMap(\.value.doubt)
    }
    return TypedAnswer(
      answer: .rows(answer), doubt: doubts.isEmpty ? nil : doubts.joined(separator: " "))
  }

  private static let nothing: Set = ["none", "no", "n"]

  /// The way of not answering that a word stands for, be it allowed or not.
  public static func absence(_ typed: String) -> Absence? { absences[typed.trimmed.lowercased()] }

  private static let absences: [String: Absence] = [
    "-": .skipped, "skip": .skipped, "declined": .declined, "unknown": .unknown,
  ]

  private static func words(_ absence: Absence) -> String {
    absence == .unknown ? "left unknown" : absence.rawValue
  }

  private func value(_ text: String) throws(Refusal) -> Answer {
    switch question.kind {
    case .text: return .text(text)
    case .yesNo: return try yesNo(text)
    case .wholeNumber(let range): return try number(text, range, whole: true)
    case .decimal(let range): return try number(text, range, whole: false)
    case .scale(let scale):
      return try number(text, NumberRange(scale.range), whole: true, outOf: scale.highest)
    case .bloodPressure(let range): return try bloodPressure(text, range)
    case .choice(let options, let several): return try choices(text, options, several: several)
    case .date:
      let date = today.map { CalendarDate(past: text, $0) } ?? CalendarDate(typed: text)
      guard let date else {
        throw Refusal("That is not a date I can read. Example: 12 nov 2025, 2025-11 or 2025")
      }
      return .date(date)
    case .regions: return .regions(try anatomy.sites(typed: text))
    case .group: return try read(rows: [text]).answer
    }
  }

  private func row(_ typed: String) throws(Refusal) -> [ID<Question>: TypedAnswer] {
    let parts = typed.split(separator: "|", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard parts.count <= question.fields.count else {
      let names = question.fields.map(\.prompt).joined(separator: " | ")
      throw Refusal("A row has \(question.fields.count.of("part")): \(names)")
    }
    var row: [ID<Question>: TypedAnswer] = [:]
    for (place, field) in question.fields.enumerated() {
      let part = parts.indices.contains(place) ? parts[place] : ""
      row[field.id] = try AnswerReading(field, anatomy: anatomy, today: today).read(
        part.isEmpty ? "-" : part)
    }
    return row
  }

  private func doubt(_ answer: Answer) -> String? {
    switch (answer, question.kind) {
    case (.number(let value), .wholeNumber(let range)), (.number(let value), .decimal(let range)):
      guard !range.usual.contains(value) else { return nil }
      let unit = range.unit.isEmpty ? "" : " \(range.unit)"
      return "\(value.plain)\(unit) is unusual; most are \(range.usual.lowerBound.plain) to "
        + "\(range.usual.upperBound.plain)\(unit)."
    case (.bloodPressure(let pressure), .bloodPressure(let range)):
      guard !range.isUsual(pressure) else { return nil }
      func usual(_ part: BloodPressure.Part) -> String {
        range[part].usual.lowerBound.plain + " to " + range[part].usual.upperBound.plain
      }
      return "\(pressure) \(BloodPressure.unit) is unusual; most are \(usual(.systolic)) over "
        + "\(usual(.diastolic)) \(BloodPressure.unit)."
    default: return nil
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

  private func bloodPressure(
    _ text: String, _ range: BloodPressureRange
  ) throws(Refusal) -> Answer {
    guard let pressure = BloodPressure(typed: text), pressure.systolic > pressure.diastolic else {
      throw Refusal(
        "That needs the upper and the lower number, the upper one higher. Example: 128/82")
    }
    guard range.contains(pressure) else {
      throw Refusal("A blood pressure goes from: \(range.words). Example: 128/82")
    }
    return .bloodPressure(pressure)
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
    if let number = Int(word), number > 0, number <= options.count { return options[number - 1] }
    let wanted = word.lowercased()
    if let exact = options.first(where: {
      $0.id.rawValue == wanted || $0.label.lowercased() == wanted
    }) {
      return exact
    }
    if ["n", "no"].contains(wanted), let none = options.first(where: \.isExclusive) { return none }
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
}

/// Why an answer was not taken, with an example of one that would be.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

extension String {
  /// Without white space at either end.
  public var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
