import ClinicCore
import LineEditor
import TechniqueKit

extension Shell {
  /// Asks who is there until the practice is open.
  ///
  /// - Returns: `false` when the person leaves instead.
  public func signIn() -> Bool {
    while true {
      guard case .line(let typed) = nextLine("Sign in. Name: ", Asking(place: "login")) else {
        return false
      }
      let login = typed.split(separator: " ").joined(separator: " ").lowercased()
      if ["quit", "q", "."].contains(login) { return false }
      if login.isEmpty { continue }
      do {
        guard let words = try askSecret("Passphrase: ", missing: "a passphrase") else { continue }
        let person = try practice.signIn(login, words)
        say("Signed in as \(person.author), \(person.role.words).")
        if person.id != lastPerson { halfTyped = nil }
        lastPerson = person.id
        return true
      } catch { say("Error: \(Failure(error).message)", indent: 0) }
    }
  }

  /// Forgets the keys, the open client and everything that was shown or typed, and wipes the screen
  /// where one can.
  func lock(because reason: String) {
    practice.lock()
    client = nil
    rows = []
    showMore = nil
    suggestion = nil
    runningVisit = nil
    sessionSoughtAt = nil
    earlier = [:]
    input.forget()
    if !glyphs.isPlain { output.write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
    say("\(reason) Locked; everything is saved.")
  }
}
