import ClinicCore
import Foundation
import TechniqueKit

extension Verb {
  static let help = Verb(
    name: "help", group: .move, usage: "help [WORD]", does: "the commands, or one of them",
    example: "help pain"
  ) { shell, rest in
    if rest.isEmpty { return shell.showHelp() }
    if rest == "answers" { return shell.showAnswerHelp() }
    if rest == "intake" || rest == "intake fields" { try shell.showFields() }
    let known = Verb.all.map(\.name)
    if let verb = Verb.all.first(where: { $0.name == rest.lowercased() || $0.short == rest }) {
      let oneLine = verb.usage.padded(to: 30) + "  \(verb.does)"
      if oneLine.count <= Shell.width {
        shell.say(oneLine)
      } else {
        for usage in verb.usage.components(separatedBy: "  |  ") { shell.say(usage) }
        shell.say("  \(verb.does)")
      }
      shell.say("Example: \(verb.example)")
      shell.item(
        .fields([
          "verb": .string(verb.name), "usage": .string(verb.usage), "does": .string(verb.does),
          "example": .string(verb.example),
        ]))
    } else if let kind = shell.practice.catalogue.finding(code: rest) {
      shell.say("\(kind.code): \(kind.title)")
      for field in kind.fields {
        let form = field.form
        let line = "\(field.meaning): \(form)"
        for (place, text) in line.wrapped(to: 60).enumerated() {
          shell.say("  \((place == 0 ? field.name : "").padded(to: 12)) \(text)")
        }
      }
      shell.say("Example: \(kind.example(in: shell.practice.catalogue.anatomy))")
    } else {
      throw Failure.usage(
        "there is no help on \"\(rest)\".",
        hint: Suggestion.closest(to: rest, among: known).map { "Did you mean help \($0)?" })
    }
  }
}

extension Shell {
  fileprivate func showHelp() {
    if let client {
      say("You are in the chart of \(client.identity.name).")
    } else {
      say("You are at the start. Choose a client by row number or name.")
    }
    for group in Verb.Group.allCases {
      let names = Verb.all.filter { $0.group == group }.map(\.name)
      say(group.rawValue.padded(to: 11) + names.joined(separator: "  "), indent: 11)
    }
    let codes = practice.catalogue.findings.map(\.code)
    say("Findings".padded(to: 11) + codes.joined(separator: "  "))
    say("More: help WORD, help answers. First letters are enough: prog")
    for verb in Verb.all {
      item(.fields(["verb": .string(verb.name), "usage": .string(verb.usage)]))
    }
    for code in codes { item(.fields(["finding": .string(code)])) }
  }

  fileprivate func showAnswerHelp() {
    say("At every question, alone on the line:")
    say("Enter  accept what stands in [ ]      -   skip, stored as not answered")
    say("<      back one question              ?   what to answer")
    say("??     why it is asked                .   stop here, keep all")
  }

  fileprivate func showFields() throws {
    let asked: [Question]
    if let client {
      asked = try practice.intake(try practice.chart(client.chart)).flow.toAsk
    } else {
      asked = practice.catalogue.questions
    }
    for question in asked {
      say("  \(question.id.rawValue.padded(to: 32)) \(shown(question).prompt)")
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
