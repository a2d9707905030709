/// One word of the command language, with its help and what it does.
struct Verb: Sendable {
  enum Group: String, CaseIterable {
    case choose = "Choose"
    case before = "Before"
    case during = "During"
    case note = "Note"
    case measure = "Measure"
    case after = "After"
    case handOver = "Hand over"
    case book = "Book"
    case understand = "Understand"
    case keep = "Keep"
    case move = "Move"
    case mend = "Mend"
    case other = "Other"
  }

  let name: String
  /// A one-letter form that is kept for ever.
  var short: String?
  let group: Group
  /// What is typed: `pain N [after]`.
  let usage: String
  /// What it does, in a few words.
  let does: String
  let example: String
  var moreExamples: [String] = []
  /// Verbs that stand near it.
  var seeAlso: [String] = []
  /// What may stand behind it; nothing else gets to `run`.
  let takes: Arguments
  /// Whether it touches what lies beyond the practice file, so that no dry run can try it.
  var reachesOut = false
  /// Whether it is never run on the strength of a guess.
  var isNeverGuessed = false
  let run: @Sendable (Shell, String) throws -> Void

  /// Every verb, in the order of the help. A new verb is one file and one line here.
  static let all: [Verb] = [
    .today, .client, .new, .find, .details,
    .intake, .check, .clearance, .acknowledge, .consent,
    .treatmentPlan, .goal, .referral,
    .start, .next, .area, .hold, .go, .extend, .time,
    .findings,
    .subjective, .objective, .assessment, .plan, .note, .affirm,
    .pain, .score, .diary, .progress,
    .end, .rebook, .sign, .addendum, .last, .chart, .withdraw,
    .receipt, .letter, .report,
    .book, .appointments, .move, .cancel, .noshow, .calendar,
    .why, .evidence, .outcomes, .techniques, .rescreen,
    .backup, .restore, .export, .importing, .verify, .audit, .staff, .passphrase, .key, .lock,
    .emergency, .erase,
    .back, .more, .quit,
    .undo, .redo, .edit,
    .help, .set, .tour,
  ]

  /// Does what was typed, if the verb takes it.
  ///
  /// - Parameter rest: what stands behind the verb.
  func perform(_ shell: Shell, _ rest: String) throws {
    var rest = rest
    if case .text = takes.rest {} else { rest = rest.trimmingEnd }
    try takes.check(rest, of: name, example: example)
    if shell.mode.isRehearsal, reachesOut {
      return shell.warn("\(name) reaches beyond the practice, so a dry run leaves it out.")
    }
    try run(shell, rest)
  }

  /// The verb that goes by a name or its one-letter form.
  static func named(_ word: String) -> Verb? {
    all.first { $0.name == word } ?? all.first { $0.short == word }
  }
}

extension String {
  /// Without the blanks at its end.
  var trimmingEnd: String {
    var text = Substring(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
