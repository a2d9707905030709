import ArgumentParser
import ChartStoreSQLite
import ClinicConfig
import ClinicCore
import ClinicREPL
import Foundation
import LineEditor

/// Finds the secret that opens a practice, founds a new one, and says what stands in the way.
struct PracticeDoor {
  let options: PracticeOptions
  let config: ClinicConfig
  let environment: [String: String]
  let home: HomeFolder
  /// Who sits at the terminal, where somebody can be asked.
  var input: (any LineInput)?
  /// Where the key file lies, when it is not the standard place.
  var keyFile: String?

  /// Who founds a practice, and signs where nobody signs in.
  var author: Author {
    config.therapist ?? Author(name: environment["USER"] ?? NSUserName())
  }

  /// The same door where nobody can be asked.
  var forScripts: PracticeDoor {
    var door = self
    door.input = nil
    return door
  }

  private var isInteractive: Bool { input != nil }
  private var prompt: SecretPrompt { SecretPrompt(input: input) }

  func keyPath(_ practiceID: String) -> String {
    let configured = config.security.keyFile.map(home.expanding)
    return keyFile ?? options.key ?? configured ?? Places.keyFile(practiceID, environment)
  }

  /// Opens the store as far as that goes without asking for a passphrase.
  ///
  /// - Returns: the recovery code, when the practice was founded just now.
  func enter(_ store: SQLiteChartStore) throws -> String? {
    let login = options.login ?? Person.Profile.login(for: author.name)
    if try store.isNew {
      let secret: Secret
      if config.security.signInRequired {
        let words = try passphrase() ?? newPassphrase()
        try Self.requireLength(words)
        secret = .passphrase(login: login, words)
      } else {
        secret = .keyFile(keyPath(try store.practiceID))
      }
      let owner = Person.Profile(
        name: author.name, credential: author.credential, login: login)
      // Of several programs that find no practice, one founds it, and the others open it.
      var code: String?
      do { code = try store.found(owner, opening: secret) } catch StoreError.stale {}
      try store.unlock(secret)
      return code
    }
    if let secret = try typedSecret() {
      try store.unlock(secret)
    } else if !config.security.signInRequired {
      let path = keyPath(try store.practiceID)
      let mayAsk = isInteractive ? try store.ownerHasPassphrase : false
      do { try store.unlock(.keyFile(path)) } catch StoreError.keyFileMissing where mayAsk {}
    } else if try !store.ownerHasPassphrase {
      throw Failure.missing(
        "sign-in is required, but no owner has a passphrase yet. Set security.sign_in to off, "
          + "type: passphrase, and require it then.")
    } else if !isInteractive {
      throw Failure.missing("a script signs in with --login NAME --passphrase-file FILE.")
    }
    return nil
  }

  /// The secret that opens a backup without a shell.
  func secret(practiceID: String) throws -> Secret {
    if let secret = try typedSecret() { return secret }
    guard config.security.signInRequired else { return .keyFile(keyPath(practiceID)) }
    guard isInteractive else {
      throw Failure.missing("a script signs in with --login NAME --passphrase-file FILE.")
    }
    let login = try prompt.line("Name: ", hidden: false)
    return .passphrase(login: login, try prompt.line("Passphrase: "))
  }

  private func typedSecret() throws -> Secret? {
    if options.recover {
      if let code = try passphrase() { return .recoveryCode(code) }
      guard isInteractive else {
        throw Failure.missing("a script recovers with --passphrase-file FILE.")
      }
      return .recoveryCode(try prompt.line("Recovery code: "))
    }
    guard let words = try passphrase() else { return nil }
    return .passphrase(login: options.login ?? Person.Profile.login(for: author.name), words)
  }

  private func passphrase() throws -> String? {
    try options.passphraseFile.map(PassphraseFile.read)
  }

  private static func requireLength(_ words: String) throws {
    guard words.count >= Shell.shortestPassphrase else {
      throw Failure.missing("a passphrase needs at least \(Shell.shortestPassphrase) characters.")
    }
  }

  private func newPassphrase() throws -> String {
    guard isInteractive else {
      throw Failure.missing("a new practice that requires sign-in needs --passphrase-file FILE.")
    }
    let first = try prompt.line(
      "New passphrase of \(author.name), \(Shell.shortestPassphrase) characters or more: ")
    try Self.requireLength(first)
    guard try prompt.line("The same again: ") == first else {
      throw Failure.missing("the two passphrases differ.")
    }
    return first
  }
}

/// Asks for one line before there is a shell.
struct SecretPrompt {
  let input: (any LineInput)?

  /// - Parameter standing: what Enter alone means.
  func line(_ prompt: String, hidden: Bool = true, standing: String? = nil) throws -> String {
    var request = LineRequest(prompt: prompt)
    request.isSecret = hidden
    guard case .line(let typed)? = input?.read(request), let line = typed.isEmpty ? standing : typed
    else { throw Failure.missing("nothing was typed.") }
    return line
  }
}
