import TechniqueKit

/// Why the clinic's own rules refuse a step. One switch words each; none carries client data
/// beyond what was typed for this very step.
public enum ClinicError: Error, Hashable, Sendable {
  case emptyName
  case bornInFuture
  case noSuchTemplate(String, known: [String], suggestion: String?)
  case noSuchLength(Int, template: String, lengths: [Int])
  case longerThanAllowed(minutes: Int, rule: String)
  case sessionRunning
  case noVisitOpen
  case notRunning
  case onHold
  case notOnHold
  case lastPhase
  case stillRunning
  case blocked([Verdict.Concern])
  case notSigned
  case noSignedVisit
  case emptyText
  case outOfRange(metric: String, range: ClosedRange<Double>, typed: String)
  case wrongActivityCount(atLeast: Int, atMost: Int)
  case otherActivities(count: Int)
  case noSuchItem(String, known: [String])
  case noSuchValue(String, known: [Double], typed: String)
  case partAboveWhole(part: String, whole: String)
  case noSuchRule(String)
  case noSuchCondition(String, suggestion: String?)
  case severalConditions(String, known: [String])
  case codeEnded(String, since: CalendarDate, instead: String)
  case emergencyStands(String)
  case clearanceIncomplete(String)
  case clearanceExpired(CalendarDate)
  case fractionTyped(metric: String, typed: String)
  case itemsMissing(metric: String, [String])
  case namedTwice(String)
  case endBeforeStart
  case beforeLastStep(Instant)
  case toCome
  case afterEnd
  case leftOut(String, rule: String)
  case noteIncomplete([NoteGap])
  case notPermitted(Role, Permission)
  case nothingToUndo
  case nothingToRedo
  case signatureStands
  case clientInUse
  case bookedInPast
  case oddLength(Int)
  case treatsNobody
  /// With the names by which those sign in who treat.
  case therapistNotNamed([String])
  case taken([Clash], nextFree: Instant?)
  case appointmentClosed(BookedAppointment.State)
  case appointmentBegan
  case appointmentToCome
  case notAnExport(line: Int)
  case chartIsHere(Int)
  case noSuchVisit(Int, count: Int)
  case noSuchLine(Int, section: String, count: Int)
  case noSuchFinding(Int, count: Int)

  public enum Category: Hashable, Sendable {
    case rejected, blocked, missing, denied
  }

  public var category: Category {
    switch self {
    case .blocked, .emergencyStands, .longerThanAllowed, .leftOut, .signatureStands,
      .noteIncomplete:
      .blocked
    case .clearanceIncomplete, .therapistNotNamed: .missing
    case .notPermitted: .denied
    default: .rejected
    }
  }
}

extension ClinicError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .emptyName: "a client needs a name. Example: new Ann Ruiz"
    case .bornInFuture: "the date of birth lies in the future."
    case .noSuchTemplate(let typed, let known, let suggestion):
      "there is no template \"\(typed)\". "
        + (suggestion.map { "Did you mean \($0)? " } ?? "")
        + "Known: \(known.joined(separator: ", "))"
    case .noSuchLength(let length, let template, let lengths):
      "\"\(template)\" does not come in \(length) minutes. "
        + "Known: \(lengths.map(String.init).joined(separator: ", "))"
    case .longerThanAllowed(let minutes, let rule):
      "rule \(rule) allows at most \(minutes) minutes. Start a shorter one."
    case .sessionRunning: "a session is running already. Type end to close it first."
    case .noVisitOpen: "no visit is open. Type start to begin one."
    case .notRunning: "no session is running. Type start to begin one."
    case .onHold: "the session is on hold already. Type go to carry on."
    case .notOnHold: "the session is not on hold."
    case .lastPhase: "this is the last step. Type end when you are done."
    case .stillRunning: "the session is still running. Type end first."
    case .blocked(let concerns): "start is blocked: \(Self.reasons(concerns))."
    case .notSigned: "this visit is not signed yet. Add lines with s, o, a or p instead."
    case .noSignedVisit: "there is no signed visit to add to."
    case .emptyText: "there are no words to keep. Example: s tighter since Tuesday"
    case .outOfRange(let metric, let range, let typed):
      "\(metric) goes from \(range.lowerBound.plain) to \(range.upperBound.plain); "
        + "you typed \"\(typed)\"."
    case .wrongActivityCount(let atLeast, let atMost):
      "name \(atLeast) to \(atMost) activities, each with its score."
    case .otherActivities(let count):
      "the same \(count) activities are scored again each time, in the client's words. "
        + "Type score psfs to be asked for them."
    case .noSuchItem(let name, let known):
      "there is no item \"\(name)\". Known: \(known.joined(separator: ", "))."
    case .noSuchValue(let name, let known, let typed):
      "\(name) is one of \(known.map(\.plain).joined(separator: ", ")); you typed \"\(typed)\"."
    case .partAboveWhole(let part, let whole): "\(part) cannot be more than \(whole)."
    case .noSuchRule(let code): "no rule \"\(code)\" stands in the verdict. Type check."
    case .noSuchCondition(let typed, let suggestion):
      "there is no condition \"\(typed)\" here. "
        + (suggestion.map { "Did you mean \($0)?" } ?? "Type evidence for the list.")
    case .severalConditions(let typed, let known):
      "\"\(typed)\" fits several conditions: \(known.joined(separator: ", "))."
    case .codeEnded(let code, let since, let instead):
      "the code \(code) ended on \(DateWords.full(since)). Since then: \(instead)."
    case .emergencyStands(let code): "\(code) is an emergency; no clearance settles it."
    case .clearanceIncomplete(let field): "a clearance needs \(field)."
    case .clearanceExpired(let date):
      "a clearance until \(DateWords.full(date)) has run out already."
    case .fractionTyped(let metric, let typed):
      "\(metric) takes whole numbers; you typed \"\(typed)\"."
    case .itemsMissing(let metric, let names):
      names.isEmpty
        ? "no \(metric) can be worked out of these numbers; look for one that was mistyped."
        : "\(metric) needs \(names.joined(separator: ", ")) too."
    case .namedTwice(let name): "\(name) is named twice; score each activity once."
    case .endBeforeStart: "that time lies before the start."
    case .beforeLastStep(let last):
      "the clock was last set at \(last.local.clock); that time lies before it."
    case .toCome: "that time has not come yet."
    case .afterEnd:
      "the session is over. Say when the part was treated: area WORDS at=TIME"
    case .leftOut(let site, let rule):
      "rule \(rule) leaves \(site) out today. To treat it all the same, say why: "
        + "area \(site) reason=\"...\""
    case .noteIncomplete(let gaps):
      gaps.map(\.description).joined(separator: " ")
    case .nothingToUndo: "there is nothing to take back."
    case .nothingToRedo: "nothing was taken back that could be brought back."
    case .signatureStands:
      "another client was opened since, so the signature stands. To add to the note type: "
        + "addendum YOUR WORDS"
    case .clientInUse:
      "more was written of this client since, so the client stays."
    case .notAnExport(let line):
      "line \(line) is not of an export of Fascia. Nothing was imported."
    case .chartIsHere(let number):
      "the chart of \(ClientListing.code(number)) is in this practice already. Nothing was imported."
    case .bookedInPast: "that time is over already. Example: rebook 2w"
    case .oddLength(let minutes):
      "an appointment takes \(Appointment.lengths.lowerBound) to "
        + "\(Appointment.lengths.upperBound) minutes; you typed \(minutes)."
    case .treatsNobody:
      "appointments are made with somebody who treats: an owner or a therapist. Type staff."
    case .therapistNotNamed(let logins):
      "say with whom. Add \(logins.map { "with=\($0)" }.joined(separator: " or "))"
    case .taken(let clashes, let free):
      "\(clashes.words) Nothing was changed. "
        + (free.map { "The next free time is \($0.local.clock)." }
          ?? "No later time of that day is free.")
    case .appointmentClosed(let state):
      "this appointment is \(state == .cancelled ? "cancelled" : "a no-show") already."
    case .appointmentBegan:
      "the time of this appointment has come already, so it is not moved. Book another one."
    case .appointmentToCome: "this appointment is still to come. To call it off type cancel."
    case .noSuchVisit(let number, let count):
      count == 0
        ? "no visit is signed yet."
        : "this chart has \(count.of("signed visit")), there is no \(number). Type chart."
    case .noSuchLine(let number, let section, let count):
      count == 0
        ? "\(section) has no line yet."
        : "\(section) has \(count.of("line")), there is no line \(number)."
    case .noSuchFinding(let number, let count):
      count == 0
        ? "this visit has no finding yet. Type help for their code words."
        : "this visit has \(count.of("finding")), there is no \(number). Type findings."
    case .notPermitted(let role, let permission):
      "your role, \(role.words), has no access to \(permission.words). Nothing was changed."
    }
  }

  /// The rules that hold, then the questions without an answer, each once.
  private static func reasons(_ concerns: [Verdict.Concern]) -> String {
    let raised = concerns.filter { !$0.isUnknown }.map { "\($0.rule.title) (\($0.rule.code))" }
    var missing: [String] = []
    for question in concerns.flatMap(\.missing) where !missing.contains(question.id.rawValue) {
      missing.append(question.id.rawValue)
    }
    let shown = missing.prefix(4).joined(separator: ", ")
    let more = missing.count > 4 ? " and \(missing.count - 4) more" : ""
    return (raised + (missing.isEmpty ? [] : ["not answered: \(shown)\(more)"]))
      .joined(separator: "; ")
  }
}
