import ClinicCore
import TechniqueKit

extension Shell {
  /// Ends a person's access, once it was said what that leaves.
  func removePerson(_ words: Words) throws {
    let person = try person(words.bare.dropFirst().joined(separator: " "))
    let departure = try practice.departure(of: person.id)
    item(json(departure))
    let successor = try words["to"].map { try self.person($0) }
    guard let decision = try decision(on: departure, words, successor) else {
      return say("Nothing was changed. \(person.profile.name) can still sign in.")
    }
    let keys = try practice.remove(
      person.id, movingAppointmentsTo: decision.successor?.id, because: decision.reason)
    item(
      .fields([
        "change": .string("removed"), "name": .string(person.profile.name),
        "login": .string(person.profile.login), "keys": .strings(keys.map(\.rawValue)),
        "appointments_to": decision.successor.map { .string($0.profile.login) },
        "reason": decision.reason.map { .string($0) },
      ]))
    sayRemoved(departure, decision.successor)
    if departure.isOneself, mode.isInteractive { lock(because: "Your access has ended.") }
  }

  private typealias Decision = (successor: Person?, reason: String?)

  /// Asks; a script says what is to become of what stays behind.
  ///
  /// - Returns: `nil` when somebody wants to leave all as it is.
  private func decision(
    on departure: Departure, _ words: Words, _ successor: Person?
  ) throws -> Decision? {
    let reason = words["anyway"]
    guard mode.isInteractive else {
      guard reason != nil || !departure.needsWord else {
        let login = departure.person.profile.login
        let moving =
          departure.appointments.isEmpty
          ? "" : " (to=LOGIN moves the appointments; without it they are kept under this name)"
        throw Failure.missing(
          lines(on: departure).joined(separator: " "),
          hint: "To go on type: staff remove \(login) anyway=\"REASON\"\(moving)")
      }
      return (successor, reason)
    }
    for line in lines(on: departure) { say(line, indent: 2) }
    var taker = successor
    if !departure.appointments.isEmpty, taker == nil {
      switch try askTaker() {
      case .somebody(let person): taker = person
      case .nobody: break
      case nil: return nil
      }
    }
    let name = departure.isOneself ? "your own access" : "the access of \(departure.person.author)"
    return try confirm("End \(name)?", standard: false) ? (taker, reason) : nil
  }

  /// Who takes appointments over: somebody, or nobody, so that they are kept as they are.
  private enum Taker {
    case somebody(Person)
    case nobody
  }

  /// - Returns: `nil` when somebody wants to stop.
  private func askTaker() throws -> Taker? {
    while true {
      let event = try ask(
        "Who takes the appointments over? LOGIN, or keep: ", missing: "to=LOGIN or anyway=")
      guard case .line(let typed) = event, ![".", "stop", "<", "..", "-"].contains(typed) else {
        return nil
      }
      switch typed.lowercased() {
      case "": continue
      case "keep": return .nobody
      case "?", "help":
        say("       The sign-in name of somebody who treats, or keep to leave them as they are.")
      default:
        do { return .somebody(try person(typed)) } catch {
          say("       \(Failure(error).message)")
        }
      }
    }
  }

  /// What ending an access leaves, a sentence each.
  private func lines(on departure: Departure) -> [String] {
    let name = departure.person.profile.name
    var lines: [String] = []
    if departure.isOneself {
      lines.append("This is your own access: you could not sign in again.")
    }
    if !departure.drafts.isEmpty {
      let drafts = departure.drafts.map { "\($0.client) (\($0.kind.words) since \(day($0.since)))" }
      lines.append("\(name) leaves unsigned: \(drafts.joined(separator: ", ")).")
    }
    if let span = span(of: departure.appointments) {
      lines.append(
        "\(name) has \(departure.appointments.count.of("appointment")) in the future: \(span).")
    }
    let keys = departure.keys.map(\.kind.words).joined(separator: ", ")
    lines.append("Keys that go along: \(keys.isEmpty ? "none" : keys).")
    if departure.recoveryCodesLeft == 0 { lines.append("No recovery code would be left.") }
    return lines
  }

  private func sayRemoved(_ departure: Departure, _ successor: Person?) {
    let name = departure.person.profile.name
    let keys = departure.keys.map(\.kind.words).joined(separator: ", ")
    say("\(name) can no longer sign in. What they wrote stays.")
    if !keys.isEmpty { say("Their keys are gone too: \(keys).") }
    let count = departure.appointments.count.of("appointment")
    if let span = span(of: departure.appointments) {
      say(
        successor.map { "Moved to \($0.profile.name): \(count), \(span)." }
          ?? "Kept under the name of \(name): \(count), \(span). To give one to somebody else: "
          + "move N WHEN with=LOGIN", indent: 2)
    }
    if !departure.drafts.isEmpty {
      say("What they left unfinished is under UNFINISHED for the owners.")
    }
    if departure.recoveryCodesLeft == 0 { warn(Self.noRecoveryCode) }
  }

  /// `Tue 8 Dec 10:15`, or the first and the last.
  private func span(of appointments: [BookedAppointment]) -> String? {
    guard let first = appointments.first, let last = appointments.last else { return nil }
    let begins = words(for: first.appointment)
    return first == last ? begins : "\(begins) to \(words(for: last.appointment))"
  }

  private func day(_ instant: Instant) -> String { DateWords.full(instant.local(in: zone).date) }

  private func json(_ departure: Departure) -> JSON {
    .fields([
      "leaving": .string(departure.person.profile.login),
      "name": .string(departure.person.profile.name), "oneself": .bool(departure.isOneself),
      "drafts": .array(
        departure.drafts.map {
          .fields([
            "client": .string($0.client), "kind": .string($0.kind.rawValue),
            "since": .string($0.since.iso(in: zone)),
          ])
        }),
      "appointments": .int(departure.appointments.count),
      "first": departure.appointments.first.map { .string($0.appointment.startsAt.iso(in: zone)) },
      "last": departure.appointments.last.map { .string($0.appointment.startsAt.iso(in: zone)) },
      "keys": .strings(departure.keys.map(\.kind.rawValue)),
      "recovery_codes_left": .int(departure.recoveryCodesLeft),
    ])
  }
}

extension Shell {
  private static let noRecoveryCode =
    "There is no recovery code. If the keys are lost, nobody can open the practice again. Make one: "
    + "key add recovery"

  /// Says so wherever keys and people are shown and no recovery code is left.
  func warnOfNoRecoveryCode() throws {
    if try practice.countRecoveryCodes() == 0 { warn(Self.noRecoveryCode) }
  }
}

extension Draft.Kind {
  /// As it stands in a sentence.
  fileprivate var words: String { self == .visit ? "a visit" : "an intake" }
}
