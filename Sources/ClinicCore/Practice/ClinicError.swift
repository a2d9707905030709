import TechniqueKit

/// Why the clinic's own rules refuse a step. One switch words each; none carries client data
/// beyond what was typed for this very step.
public enum ClinicError: Error, Hashable, Sendable {
  case emptyName
  case bornImpossibly(line: Int)
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
  /// In a session that runs.
  case stopped([Verdict.Concern])
  /// A visit that is entered late, by what was true at its time.
  case wasBlocked([Verdict.Concern], at: LocalTime)
  case notSigned
  case noSignedVisit
  case emptyText
  /// `anyway` without words.
  case emptyReason
  /// What is asked before it is kept.
  case doubtful([Doubt])
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
  case beforeLastStep(LocalTime)
  case toCome
  /// A time that is none of the session; without an end it is running.
  case outsideSession(from: LocalTime, until: LocalTime?)
  case afterEnd
  /// A site lies in a part that a rule leaves out.
  case leftOut(String, part: String, rule: String)
  /// A site contains a part that a rule leaves out.
  case reachesOver(String, part: String, rule: String)
  case noteIncomplete([NoteGap])
  case notPermitted(Role, Permission)
  case nothingToUndo
  case nothingToRedo
  case signatureStands
  /// With the moment of the signature.
  case signatureNotNamed(LocalTime)
  case signatureOfAnotherDay(LocalTime)
  /// With the verb of what was done last.
  case noSignatureToUndo(last: String)
  case clientInUse
  case bookedInPast
  case oddLength(Int)
  case treatsNobody
  /// With the names by which those sign in who treat.
  case therapistNotNamed([String])
  case taken([Clash], nextFree: LocalTime?)
  case appointmentClosed(BookedAppointment.State)
  case appointmentBegan
  case appointmentToCome
  /// When it began.
  case visitTookPlace(LocalTime)
  case notAnExport(line: Int)
  /// With their numbers here, and in the file.
  case chartsAreHere([ImportPlan.Client])
  case noSuchVisit(Int, count: Int)
  case noSuchLine(Int, section: String, count: Int)
  case noSuchFinding(Int, count: Int)

  public enum Category: Hashable, Sendable {
    case rejected, blocked, missing, denied
  }

  public var category: Category {
    switch self {
    case .blocked, .stopped, .wasBlocked, .emergencyStands, .longerThanAllowed, .leftOut,
      .reachesOver, .signatureStands,
      .noteIncomplete:
      .blocked
    case .clearanceIncomplete, .therapistNotNamed, .signatureNotNamed: .missing
    case .notPermitted: .denied
    default: .rejected
    }
  }
}

extension ClinicError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .emptyName: "a client needs a name. Example: new Ann Ruiz"
    case .bornImpossibly(let line):
      "line \(line) has a date of birth that lies in the future, or more than "
        + "\(CalendarDate.mostYearsBack) years back. Nothing was imported."
    case .noSuchTemplate(let typed, let known, let suggestion):
      "there is no template \"\(typed)\". "
        + (suggestion.map { "Did you mean \($0)? " } ?? "")
        + "Known: \(known.joined(separator: ", "))"
    case .noSuchLength(let length, let template, let lengths):
      "\"\(template)\" does not come in \(length.of("minute")). "
        + "Known: \(lengths.map(String.init).joined(separator: ", "))"
    case .longerThanAllowed(let minutes, let rule):
      "rule \(rule) allows at most \(minutes.of("minute")). Start a shorter one."
    case .sessionRunning: "a session is running already. Type end to close it first."
    case .noVisitOpen: "no visit is open. Type start to begin one."
    case .notRunning: "no session is running. Type start to begin one."
    case .onHold: "the session is on hold already. Type go to carry on."
    case .notOnHold: "the session is not on hold."
    case .lastPhase: "this is the last step. Type end when you are done."
    case .stillRunning: "the session is still running. Type end first."
    case .blocked(let concerns): "start is blocked: \(Self.reasons(concerns))."
    case .stopped(let concerns):
      "treatment stops here: \(Self.reasons(concerns)). Nothing was changed; hold and end work."
    case .wasBlocked(let concerns, let time):
      "at \(time.clock) on \(DateWords.full(time.date)) this was blocked: "
        + "\(Self.reasons(concerns)). If it took place all the same, say why: anyway=\"REASON\""
    case .notSigned: "this visit is not signed yet. Add lines with s, o, a or p instead."
    case .noSignedVisit: "there is no signed visit to add to."
    case .emptyReason: "anyway needs the reason in a few words. Nothing was changed."
    case .emptyText: "there are no words to keep. Example: s tighter since Tuesday"
    case .outOfRange(let metric, let range, let typed):
      "\(metric) goes from \(range.lowerBound.plain) to \(range.upperBound.plain); "
        + "you typed \"\(typed)\"."
    case .wrongActivityCount(let atLeast, let atMost):
      "name \(atLeast) to \(atMost) activities, each with its score."
    case .otherActivities(let count):
      "the same \(count.of("activity")) \(count == 1 ? "is" : "are") scored again each time, in the "
        + "client's words. "
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
    case .doubtful(let doubts):
      doubts.map(\.words).joined(separator: "; ").capitalizedFirst + "."
    case .endBeforeStart: "that time lies before the start."
    case .beforeLastStep(let last):
      "the clock was last set at \(last.clock); that time lies before it."
    case .toCome: "that time has not come yet."
    case .outsideSession(let start, let end):
      "that time lies outside of the session in hand, from \(DateWords.full(start.date)) "
        + "\(start.clock)"
        + (end.map { " to \(DateWords.full($0.date)) \($0.clock)" } ?? " until now")
        + ". A score of another time is typed while no session is open."
    case .afterEnd:
      "the session is over. Say when the part was treated: area WORDS at=TIME"
    case .leftOut(let site, let part, let rule):
      "rule \(rule) leaves \(part) out today. To treat it all the same, say why: "
        + "area \(site) reason=\"...\""
    case .reachesOver(let site, let part, let rule):
      "\(site) reaches over \(part), which rule \(rule) leaves out today. To treat around it type: "
        + "area \(site) except=\"\(part)\""
    case .noteIncomplete(let gaps):
      gaps.map(\.description).joined(separator: " ")
    case .nothingToUndo: "there is nothing to take back."
    case .nothingToRedo: "nothing was taken back that could be brought back."
    case .signatureStands:
      "a signature can be taken back only on the day it was given. To add to the note type: "
        + "addendum YOUR WORDS"
    case .signatureNotNamed(let at):
      "the last thing done here is the signature of \(at.clock). To take it back type: undo sign"
    case .signatureOfAnotherDay(let at):
      "the signature of \(DateWords.full(at.date)) was taken back. To sign the note now type: sign"
    case .noSignatureToUndo(let verb):
      "the last thing you did here is no signature, but \(verb). Only who signed can take a signature "
        + "back."
    case .clientInUse:
      "more was written of this client since, so the client stays."
    case .notAnExport(let line):
      "line \(line) is not of an export of Fascia. Nothing was imported."
    case .chartsAreHere(let clients):
      "in this practice already: "
        + clients.map { $0.isRenumbered ? "\($0.code) (\($0.oldCode) in the file)" : $0.code }
        .joined(separator: ", ") + ". Nothing was imported."
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
        + (free.map { "The next free time is \($0.clock)." }
          ?? "No later time of that day is free.")
    case .appointmentClosed(let state):
      "this appointment is \(state == .cancelled ? "cancelled" : "a no-show") already."
    case .appointmentBegan:
      "the time of this appointment has come already, so it is not moved. Book another one."
    case .visitTookPlace(let start):
      "the client was treated then: a visit began on \(DateWords.full(start.date)) at "
        + "\(start.clock). Nothing was changed. If it is another client's type withdraw first."
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
    var missing = Set(concerns.flatMap(\.missingDetails)).map(\.label).sorted()
    for question in concerns.flatMap(\.missing) where !missing.contains(question.id.rawValue) {
      missing.append(question.id.rawValue)
    }
    let shown = missing.prefix(4).joined(separator: ", ")
    let more = missing.count > 4 ? " and \(missing.count - 4) more" : ""
    return (raised + (missing.isEmpty ? [] : ["not answered: \(shown)\(more)"]))
      .joined(separator: "; ")
  }
}
