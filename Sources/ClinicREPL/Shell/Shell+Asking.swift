import ClinicCore

extension Shell {
  /// Shows the prompt and waits for a line.
  ///
  /// - Throws: `Failure` with exit code 4 in a script, where nobody can be asked;
  ///   `StoreError.locked` when the practice was left alone. What was answered before is kept.
  func ask(_ prompt: String, missing: String) throws -> InputEvent {
    guard mode.isInteractive else { throw Failure.missing(missing) }
    output.write(prompt)
    let event = nextLine()
    if event == .leftAlone { throw StoreError.locked }
    return event
  }

  /// Asks for a secret, which is not shown while it is typed.
  ///
  /// - Returns: `nil` when nothing was typed.
  func askSecret(_ prompt: String, missing: String) throws -> String? {
    guard mode.isInteractive else { throw Failure.missing(missing) }
    let event = nextLine(secret: prompt)
    output.write("\n")
    if event == .leftAlone { throw StoreError.locked }
    guard case .line(let typed) = event, !typed.isEmpty else { return nil }
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

  /// - Returns: `nil` when somebody wants to stop here.
  func decide(_ question: String, standard: Bool) throws -> Bool? {
    while true {
      let prompt = "\(question) y/n [\(standard ? "y" : "n")]: "
      guard case .line(let typed) = try ask(prompt, missing: question) else { return nil }
      switch typed.lowercased() {
      case "": return standard
      case "y", "yes", "1": return true
      case "n", "no", "0": return false
      case ".", "stop": return nil
      default: say("       That needs y or n.")
      }
    }
  }

  /// The next line; the practice locks itself when it is left alone for too long.
  ///
  /// - Parameter secret: the prompt of a line that is not shown.
  func nextLine(secret: String? = nil) -> InputEvent {
    let start = practice.now
    let limit = practice.person == nil ? nil : mode.locksAfterMinutes
    let isLeftAlone = limit.map { limit in
      { self.practice.now.wholeMinutes(since: start) >= limit }
    }
    let event =
      secret.map { prompt in input.nextSecret(until: isLeftAlone) { output.write(prompt) } }
      ?? input.next(until: isLeftAlone)
    if mode.isInteractive, event == .end || event == .interrupted { output.write("\n") }
    if event == .leftAlone {
      lock(because: "Left alone for \(mode.locksAfterMinutes ?? 0) minutes.")
    }
    return event
  }
}
