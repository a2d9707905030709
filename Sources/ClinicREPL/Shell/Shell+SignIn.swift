import ClinicCore
import TechniqueKit

extension Shell {
  /// Asks who is there until the practice is open.
  ///
  /// - Returns: `false` when the person leaves instead.
  public func signIn() -> Bool {
    while true {
      output.write("Sign in. Name: ")
      guard case .line(let typed) = input.next() else {
        output.write("\n")
        return false
      }
      let login = typed.split(separator: " ").joined(separator: " ").lowercased()
      if ["quit", "q", "."].contains(login) { return false }
      if login.isEmpty { continue }
      do {
        guard let words = try askSecret("Passphrase: ", missing: "a passphrase") else { continue }
        let person = try practice.signIn(login, words)
        say("Signed in as \(person.author), \(person.role.words).")
        return true
      } catch {
        for line in "Error: \(Failure(error).message)".wrapped(to: Self.width) { say(line) }
      }
    }
  }

  /// Forgets the keys, the open client and the last list, and wipes the screen where one can.
  func lock(because reason: String) {
    practice.lock()
    client = nil
    rows = []
    suggestion = nil
    if !glyphs.isPlain { output.write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
    say("\(reason) Locked; everything is saved.")
  }
}
