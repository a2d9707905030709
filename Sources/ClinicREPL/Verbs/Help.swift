import ClinicCore
import Foundation
import TechniqueKit

extension Verb {
  static let help = Verb(
    name: "help", group: .other, usage: "help [WORD]", does: "the commands, or one of them",
    example: "help pain", moreExamples: ["help keys", "help answers", "help intake fields"],
    seeAlso: ["set", "tour"],
    takes: .line
  ) { shell, rest in
    switch rest.lowercased() {
    case "": shell.showHelp()
    case "answers": shell.showAnswerHelp()
    case "keys": shell.showKeyHelp()
    case "intake fields": try shell.showFields()
    case let word: try shell.showHelp(on: word)
    }
  }
}

extension Shell {
  fileprivate func showHelp() {
    if let client {
      let running = runningVisit?.draft.chart == client.chart
      say(
        "You are in the chart of \(client.identity.name). "
          + (running ? "A session is running." : "No session is running."))
    } else {
      say("You are at the start. Choose a client by row number or name.")
    }
    for group in Verb.Group.allCases {
      let verbs = Verb.all.filter { $0.group == group }
      let names = group == .note ? ["s o a p, then your words", "note"] : verbs.map(\.name)
      say(group.rawValue.padded(to: 11) + names.joined(separator: "  "), indent: 11)
    }
    let codes = practice.catalogue.findings.map(\.code)
    say("Findings".padded(to: 11) + codes.joined(separator: "  "), indent: 11)
    say("Examples")
    say("  s tighter since Tues        add a line under S")
    say("  pain 4                      pain score now")
    say("  start trigger points 60     start a session on a template")
    say("More: help WORD, help keys, help answers. First letters are enough: prog")
    for verb in Verb.all { tell(verb) }
    for code in codes { item(.fields(["finding": .string(code)])) }
  }

  private func tell(_ verb: Verb) {
    item(
      .fields([
        "verb": .string(verb.name), "usage": .string(verb.usage), "does": .string(verb.does),
        "examples": .strings([verb.example] + verb.moreExamples),
        "see_also": .strings(verb.seeAlso), "group": .string(verb.group.rawValue.lowercased()),
        "short": verb.short.map { .string($0) },
        "takes": .string(verb.takes.rest.rawValue), "fields": json(verb.takes.fields),
        "steps": .array(
          verb.takes.steps.map {
            .fields([
              "step": .string($0.name), "takes": .string($0.takes.rest.rawValue),
              "fields": json($0.takes.fields),
            ])
          }),
      ]))
  }

  private func json(_ fields: [Arguments.Field]) -> JSON {
    .array(fields.map { .fields(["name": .string($0.name), "form": .string($0.form)]) })
  }

  fileprivate func showHelp(on word: String) throws {
    let catalogue = practice.catalogue
    if let verb = Verb.named(word) {
      show(verb)
    } else if let kind = catalogue.finding(code: word) {
      show(kind)
    } else {
      let known = Verb.all.map(\.name) + catalogue.findings.map(\.code)
      let near = word.count > 2 ? Suggestion.closest(to: word, among: known) : nil
      throw Failure.usage(
        "there is no help on \"\(word)\".",
        hint: near.map { "Did you mean help \($0)?" } ?? "Type help for the list.")
    }
    if word == "intake" || word == "i" { say("Names of the questions: help intake fields") }
  }

  private func show(_ verb: Verb) {
    let oneLine = verb.usage.padded(to: 26) + "  \(verb.does)"
    if oneLine.count <= width, !verb.usage.contains("  |  ") {
      say(oneLine)
    } else {
      for usage in verb.usage.components(separatedBy: "  |  ") { say(usage) }
      say("  \(verb.does)")
    }
    showFields(of: verb.takes, "Fields")
    for step in verb.takes.steps where !step.takes.fields.isEmpty {
      showFields(of: step.takes, "\(verb.name) \(step.name)")
    }
    if let short = verb.short, short != verb.name { say("Short: \(short)") }
    for example in [verb.example] + verb.moreExamples { say("Example: \(example)") }
    if !verb.seeAlso.isEmpty { say("See also: \(verb.seeAlso.joined(separator: ", "))") }
    tell(verb)
  }

  private func showFields(of takes: Arguments, _ title: String) {
    guard !takes.fields.isEmpty else { return }
    let fields = takes.fields.map { "\($0.name)=\($0.form)" }.joined(separator: "  ")
    for line in "\(title): \(fields)".wrapped(to: width) { say(line) }
  }

  private func show(_ kind: FindingKind) {
    say("\(kind.code): \(kind.title)")
    for field in kind.fields {
      let line = "\(field.meaning): \(field.form)"
      for (place, text) in line.wrapped(to: max(20, min(60, width - 15))).enumerated() {
        say("  \((place == 0 ? field.name : "").padded(to: 12)) \(text)")
      }
    }
    let example = kind.example(in: practice.catalogue.anatomy)
    say("Example: \(example)")
    item(
      .fields([
        "finding": .string(kind.code), "title": .string(kind.title),
        "examples": .strings([example]),
        "fields": .array(
          kind.fields.map {
            .fields([
              "name": .string($0.name), "meaning": .string($0.meaning), "form": .string($0.form),
            ])
          }),
      ]))
  }

  fileprivate func showAnswerHelp() {
    say("At every question, and in the note, alone on the line:")
    for (keys, does) in Self.answerControls {
      say("\(keys.padded(to: 10))  \(does)", indent: 12)
      item(.fields(["typed": .string(keys), "does": .string(does)]))
    }
    say("Numbers: 4, 4/10, four. Days: tue, 12 nov, 2w, 2026-12-08. A list: 1, 3")
    say("A line that is one of these signs is typed with \\ before it.")
  }

  private static let answerControls = [
    ("Enter", "accept what stands in [ ]; a safety question has nothing there"),
    ("-", "skip; stored as not answered, which is not a no"),
    ("< or ..", "back one question; the old answer stands in [ ]"),
    ("?", "what to answer, with examples"),
    ("??", "why it is asked, and the source"),
    (".", "stop here, keep all; the same command goes on later"),
    ("=", "in the note: the same as last time, marked"),
  ]

  fileprivate func showKeyHelp() {
    for (keys, does) in Self.keys {
      say("\(keys.padded(to: 17))  \(does)", indent: 19)
      item(.fields(["typed": .string(keys), "does": .string(does)]))
    }
    say("None of them is needed: letters, digits, Enter and - . = are enough.")
  }

  private static let keys = [
    ("Ctrl-C", "clear the line; Up brings it back. Stops long output"),
    ("Ctrl-D", "on an empty line: leave, stop, or the next section"),
    ("Ctrl-Z, Ctrl-_", "take back the last change of the line; on an empty line pause"),
    ("Tab", "complete a command, client, template, area or word"),
    ("Up, Down", "earlier lines of this place"),
    ("Ctrl-R", "search in earlier lines"),
    ("Ctrl-A, Ctrl-E", "start and end of the line; also Home and End"),
    ("Alt-B, Alt-F", "a word back, a word on; also Ctrl-Left and Ctrl-Right"),
    ("Ctrl-W, Ctrl-U", "erase the word, or all, before the cursor"),
    ("Ctrl-K, Ctrl-Y", "erase what follows; put back what was erased"),
    ("Ctrl-L", "clear the screen"),
  ]

  fileprivate func showFields() throws {
    let asked: [Question]
    if let client {
      asked = try practice.intake(try practice.chart(client.chart)).flow.toAsk
    } else {
      asked = practice.catalogue.questions
    }
    for question in asked {
      say("  \(question.id.rawValue.padded(to: 32)) \(shown(question).prompt)", indent: 4)
      item(
        .fields([
          "field": .string(question.id.rawValue), "prompt": .string(question.prompt),
          "required": .bool(question.isRequired), "options": options(question),
        ]))
    }
  }

  private func options(_ question: Question) -> JSON? {
    guard case .choice(let options, _) = question.kind else { return nil }
    return .strings(options.map(\.id.rawValue))
  }
}
