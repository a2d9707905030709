import ClinicCore
import TechniqueKit

/// A typed line, understood: a verb or a finding's code word, with the rest of the line.
struct Command {
  let name: String
  let run: (Shell) throws -> Void

  /// - Returns: `nil` for a blank line or a comment.
  /// - Throws: `Failure` with exit code 2 when no verb is meant.
  init?(_ line: String, shell: Shell, suggestion: String?) throws {
    let text = line.drop(while: \.isWhitespace)
    if text.isEmpty || text.first == "#" { return nil }
    let word = text.prefix { !$0.isWhitespace }
    let rest = String(text.dropFirst(word.count).drop(while: \.isWhitespace))
    let typed = word.lowercased()

    if let suggestion, ["y", "yes"].contains(typed), rest.isEmpty {
      guard let again = try Command(suggestion, shell: shell, suggestion: nil) else { return nil }
      self = again
      return
    }
    if shell.mode.isInteractive, rest.isEmpty, let number = Int(typed) {
      guard number > 0, shell.rows.indices.contains(number - 1) else {
        throw Failure.usage("there is no row \(number) in the last list. Nothing was changed.")
      }
      name = "client"
      let client = shell.rows[number - 1]
      run = { try $0.open(client) }
      return
    }
    if let verb = try Self.verb(typed, shell) {
      name = verb.name
      run = { try verb.perform($0, rest) }
      return
    }
    if let kind = shell.practice.catalogue.finding(code: typed) {
      name = typed
      run = { try $0.record(kind, rest.trimmingEnd) }
      return
    }
    if shell.client != nil || !shell.mode.isInteractive,
      shell.practice.catalogue.metrics.contains(where: { $0.name == typed })
    {
      name = Verb.score.name
      run = { try Verb.score.perform($0, "\(typed) \(rest)") }
      return
    }
    if let client = Self.client(String(text), shell) {
      name = "client"
      let born = client.identity.born.map { ", born \($0.year)" } ?? ""
      run = { if try $0.confirm("Open \(client.identity.name)\(born)?") { try $0.open(client) } }
      return
    }
    throw Self.unknown(String(word), String(text), rest, shell)
  }

  /// At the top level a name that is no verb is tried as a client's.
  private static func client(_ typed: String, _ shell: Shell) -> ClientListing? {
    guard shell.mode.isInteractive, shell.client == nil,
      let found = try? shell.practice.find(typed, atMost: 1), found.count == 1
    else { return nil }
    return found.clients.first
  }

  private static func verb(_ typed: String, _ shell: Shell) throws -> Verb? {
    if let exact = Verb.all.first(where: { $0.name == typed }) { return exact }
    if typed == "?" || typed == ".." { return typed == "?" ? .help : .back }
    guard shell.mode.isInteractive else { return nil }
    if let short = Verb.all.first(where: { $0.short == typed }) { return short }
    if shell.practice.catalogue.finding(code: typed) != nil { return nil }
    let starting = Verb.all.filter { $0.name.hasPrefix(typed) }
    if starting.count > 1 {
      let names = starting.map(\.name).joined(separator: ", ")
      let count = starting.count == 2 ? "two" : "\(starting.count)"
      throw Failure(
        exit: .usage, code: "ambiguous_command",
        message: "\"\(typed)\" fits \(count) commands: \(names). Nothing was changed.",
        hint: "Type one more letter.")
    }
    // What signs or settles something is typed to its end.
    return starting.first { !$0.isNeverGuessed || typed.count > 2 }
  }

  /// Offers the nearest verb, but never one that signs or settles something, and then the nearest
  /// client.
  private static func unknown(
    _ word: String, _ text: String, _ rest: String, _ shell: Shell
  ) -> Failure {
    var suggestion: String?
    var near: String?
    if word.count > 2 {
      let known =
        Verb.all.filter { !$0.isNeverGuessed }.map(\.name)
        + shell.practice.catalogue.findings.map(\.code)
      near = Suggestion.closest(to: word, among: known)
      suggestion = near.map { rest.isEmpty ? $0 : "\($0) \(rest)" }
      // A name is for the person at the terminal, not for a log.
      if near == nil, shell.mode.isInteractive, shell.client == nil,
        let names = try? shell.practice.names().all
      {
        near = Suggestion.closest(to: text, among: names)
        suggestion = near.map { "client \($0)" }
      }
    }
    let hint =
      near.map {
        shell.mode.isInteractive
          ? "Did you mean \($0)? Type y to \(suggestion == "client \($0)" ? "open" : "run") it, or ? "
            + "for the list."
          : "Did you mean \($0)?"
      } ?? "Type help for the list."
    return Failure(
      exit: .usage, code: "unknown_command",
      message: "there is no command \"\(word)\". Nothing was changed.", hint: hint,
      suggestion: suggestion)
  }
}
