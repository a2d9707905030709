import ChartStoreSQLite
import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit

/// A practice in memory with every technique, one client, and a clock that is set.
final class TreatmentRoom {
  let practice: Practice
  let client: ID<Chart>
  private let clock: SetClock

  final class SetClock: Surroundings {
    var time: Instant
    private var generator = SeededGenerator(seed: 7)
    init(_ time: Instant) { self.time = time }
    func now() -> Instant { time }
    func randomBytes() -> [UInt8] {
      (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
  }

  static let general = ConsentStatement(
    id: "general", version: "1", title: "Consent to massage", lines: ["I agree."])
  static let breast = ConsentStatement(
    id: "breast", version: "1", title: "Consent to breast massage", lines: ["I agree."],
    sensitiveAreas: [Site("breast")])

  /// - Parameter born: `1980-05-01`; `nil` where it is not known.
  init(
    born: String? = "1980-05-01", sex: Sex = .female, consent: ConsentSettings = ConsentSettings(),
    at time: String = "2026-11-24T10:00:00Z"
  ) throws {
    clock = SetClock(Instant(iso: time, in: .utc) ?? Instant(milliseconds: 0))
    let store = try SQLiteChartStore.madeUp(
      Person.Profile(name: "J. Lee", credential: "LMT", login: "lee"), surroundings: clock)
    practice = Practice(
      store: store, catalogue: try Self.catalogue.get(), surroundings: clock,
      author: Author(name: "J. Lee", credential: "LMT"),
      profile: ClinicProfile(noteRequires: [], consent: consent),
      techniques: Column.all.map(\.technique))
    client = try practice.register(
      Identity(name: "Ann Ruiz", born: born.flatMap { CalendarDate($0) }, sex: sex)
    ).chart
  }

  static let catalogue = Result {
    try Catalogue(
      general: .init(manifest: GeneralContent.manifest, content: GeneralContent.content),
      techniques: Column.all.map {
        .init(manifest: $0.technique.manifest, content: $0.technique.standardContent)
      }, anatomy: GeneralContent.anatomy)
  }

  var chart: Chart { get throws { try practice.chart(client) } }
  var visit: VisitDraft? { get throws { try practice.currentVisit(of: client) } }
  var verdict: Verdict { get throws { try practice.verdict(try chart) } }
  var now: Instant { clock.time }

  func wait(minutes: Int = 1) { clock.time = clock.time.adding(minutes: minutes) }

  func wait(until time: String) { clock.time = Instant(iso: time, in: .utc) ?? clock.time }

  /// Says no to everything but the changes, in a completed intake; see `Catalogue.answers`.
  func answer(_ changes: String...) throws { try answer(changes) }

  func answer(_ changes: [String]) throws {
    let answers = practice.catalogue.answers(changes)
    var intake = try practice.intake(try chart)
    while let question = intake.flow.next {
      intake.flow.give(
        RecordedAnswer(answers[question.id] ?? .absent(.skipped), at: now), to: question.id)
    }
    _ = try practice.complete(intake)
  }

  /// Tells only these facts, as `intake limb_swelling=yes` does.
  func tell(_ changes: String...) throws {
    var intake = try practice.intake(try chart)
    let answers = practice.catalogue.answers(changes)
    for change in changes {
      let name = change.drop { $0 == "!" }.prefix { !":=@".contains($0) }
      let id = ID<Question>(String(name))
      intake.flow.give(RecordedAnswer(answers[id] ?? .absent(.skipped), at: now), to: id)
    }
    _ = try practice.complete(intake)
  }

  @discardableResult
  func start(
    _ template: String = "trigger points 60", on areas: String = "", except: String = "",
    at time: Instant? = nil
  ) throws -> VisitDraft {
    let chart = try chart
    return try practice.start(
      try practice.templates(template, for: chart), on: try sites(areas),
      except: try sites(except), in: chart, at: time
    ).visit
  }

  func area(_ areas: String, except: String? = nil, reason: String? = nil) throws {
    try step(
      .treating(
        sites: try sites(areas), reason: reason, except: try except.map { try sites($0) },
        against: nil))
  }

  func step(_ step: DraftEvent.Step) throws {
    guard let visit = try visit else { throw ClinicError.noVisitOpen }
    try practice.step(step, in: visit)
  }

  /// Records a line of shorthand: `trp r upper trapezius 7>3`.
  func find(_ line: String) throws {
    let (code, rest) = (line.prefix { $0 != " " }, line.drop { $0 != " " }.dropFirst())
    guard let kind = practice.catalogue.finding(code: String(code)) else {
      throw ClinicError.noSuchRule(String(code))
    }
    let finding = try kind.read(String(rest), anatomy: practice.catalogue.anatomy)
    let sentence = kind.sentence(for: finding, anatomy: practice.catalogue.anatomy)
    try step(.found(finding: RecordedFinding(at: now, finding: finding, sentence: sentence)))
  }

  /// Judges, and keeps in the session what came to hold, as a face does after each command.
  @discardableResult
  func judge() throws -> SafetyState {
    let state = try practice.safety(of: try chart)
    try practice.recordWarnings(state, for: client)
    return state
  }

  /// Records what clears a rule, for what it reads now.
  func clear(_ code: String, until date: String) throws {
    for concern in try verdict.concerns where concern.rule.code == code && concern.severity.blocks {
      _ = try practice.clear(
        concern,
        Clearance(
          rule: concern.rule.id, clearedBy: "Dr Okoye", credential: "MD",
          clearedOn: practice.today, scope: "light work",
          expires: CalendarDate(date) ?? practice.today, recordedOn: practice.today,
          settles: concern.matches), in: client)
    }
  }

  private func sites(_ typed: String) throws -> [Site] {
    typed.isEmpty ? [] : try practice.catalogue.anatomy.sites(typed: typed)
  }
}
