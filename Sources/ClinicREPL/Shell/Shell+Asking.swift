import ClinicCore
import LineEditor

extension Shell {
  /// Shows the prompt and waits for a line.
  ///
  /// A line that was cleared with Ctrl-C is asked again and kept for Up; so is a paste of several
  /// lines where one is wanted.
  ///
  /// - Throws: `Failure` with exit code 4 in a script, where nobody can be asked;
  ///   `StoreError.locked` when the practice was left alone. What was answered before is kept.
  func ask(_ prompt: String, _ asking: Asking? = nil, missing: String) throws -> LineEvent {
    guard mode.isInteractive else { throw Failure.missing(missing) }
    var asking = asking ?? .answer(to: prompt)
    while true {
      let event = nextLine(prompt, asking)
      switch event {
      case .leftAlone: throw StoreError.locked
      case .interrupted(let text) where !text.isEmpty: remember(text, at: asking.place)
      case .pasted(let lines, let rest) where !asking.takesPastedLines:
        say("      One line is wanted here; you pasted \(lines.count). Up brings them back.")
        remember(lines.joined(separator: " "), at: asking.place)
        asking.text = rest
      case .line(let text):
        if !asking.isSecret, !text.isEmpty { remember(text, at: asking.place) }
        return event
      default: return event
      }
    }
  }

  /// Keeps a line for Up at a place, for as long as the program runs.
  func remember(_ text: String, at place: String) {
    if earlier[place]?.last != text { earlier[place, default: []].append(text) }
  }

  /// Asks for a secret, which is not shown while it is typed.
  ///
  /// - Returns: `nil` when nothing was typed.
  func askSecret(_ prompt: String, missing: String) throws -> String? {
    var asking = Asking(place: "secret")
    asking.isSecret = true
    guard case .line(let typed) = try ask(prompt, asking, missing: missing), !typed.isEmpty else {
      return nil
    }
    return typed
  }

  /// Asks for a new passphrase twice, or takes it from the file that a script names.
  func newPassphrase(of name: String, file: String?) throws -> String {
    if let file {
      let words = try PassphraseFile.read(file)
      guard words.count >= Self.shortestPassphrase else {
        throw Failure.rejected(
          "a passphrase needs at least \(Self.shortestPassphrase) characters.")
      }
      return words
    }
    while true {
      guard
        let first = try askSecret(
          "New passphrase of \(name): ", missing: "a script names passphrase_file=PATH.")
      else { throw Failure.missing("no passphrase was set.") }
      guard first.count >= Self.shortestPassphrase else {
        say(
          "       That needs at least \(Self.shortestPassphrase) characters; a few words are best.")
        continue
      }
      if try askSecret("The same again: ", missing: "a passphrase") == first { return first }
      say("       The two differ. Once more from the start.")
    }
  }

  public static let shortestPassphrase = 10

  /// Asks a question with an answer that Enter accepts.
  func confirm(_ question: String, standard: Bool = true) throws -> Bool {
    try decide(question, standard: standard) ?? false
  }

  /// Asks for a yes or a no.
  ///
  /// - Parameters:
  ///   - standard: what Enter says; without it Enter says nothing, and it is asked again.
  ///   - help: what `?` tells.
  ///   - again: what is told when it was neither.
  /// - Returns: `nil` when somebody wants to stop here.
  func decide(
    _ question: String, standard: Bool?, help: String? = nil, again: String = "That needs y or n."
  ) throws -> Bool? {
    let usual = standard.map { $0 ? "y" : "n" }
    while true {
      let prompt = "\(question) y/n\(usual.map { " [\($0)]" } ?? ""): "
      guard case .line(let typed) = try ask(prompt, missing: question) else { return nil }
      switch typed.lowercased() {
      case "" where standard != nil: return standard
      case "y", "yes", "1": return true
      case "n", "no", "0": return false
      case ".", "stop", "<", "..", "back", "-", "skip": return nil
      case "?", "??", "help":
        say(
          "       "
            + (help ?? "y for yes, n for no" + (usual.map { "; Enter takes \($0)." } ?? ".")))
      default: say("       \(again)")
      }
    }
  }
}
