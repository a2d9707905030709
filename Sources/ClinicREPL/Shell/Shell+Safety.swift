import ClinicCore
import TechniqueKit

extension Shell {
  /// Says what came to hold for the open client since it was last looked at, puts it on disk in a running
  /// session, and remembers that it was told. Asked after every command and before every prompt.
  func tellSafety() {
    do {
      guard let (chart, state) = try safetyIfChanged() else { return }
      if try !practice.recordWarnings(state, for: chart.id).isEmpty {
        judgedAt = try practice.newestRecord()
      }
      let isRunning = runningVisit?.draft.chart == client?.chart
      let news = safetyWatch.news(in: state)
      for concern in news.raised where concern.blocks || isRunning && concern.severity >= .adapt {
        sayNew(concern)
      }
      guard isRunning else { return }
      for missing in news.consents { sayNew(missing) }
    } catch {
      warn("the safety rules could not be checked: \(Failure(error).message) Type check.")
    }
  }

  /// Takes what was shown of the open client as told.
  func toldSafety(_ state: SafetyState, of chart: Chart) {
    judged = chart
    safetyWatch = SafetyWatch()
    safetyWatch.tell(state)
    judgedAt = try? practice.newestRecord()
  }

  /// What the gate says of the open client; `nil` when nobody is open, or nothing can have changed: in a
  /// running session time alone may change it.
  private func safetyIfChanged() throws -> (chart: Chart, state: SafetyState)? {
    guard let client, practice.permits(.charts, of: client.chart) else {
      judged = nil
      return nil
    }
    let newest = try practice.newestRecord()
    let isKnown = judged?.id == client.chart
    if !isKnown { safetyWatch = SafetyWatch() }
    watchSession()
    guard !isKnown || newest != judgedAt || runningVisit?.draft.chart == client.chart else {
      return nil
    }
    if !isKnown || newest != judgedAt { judged = try practice.chart(client.chart) }
    judgedAt = newest
    return try judged.map { ($0, try practice.safety(of: $0)) }
  }

  /// A rule that has just come to hold: what it says, what to do, and what to tell the client.
  private func sayNew(_ concern: Verdict.Concern) {
    sayLine(of: concern)
    sayReasons(of: concern, atMost: 2)
    if concern.severity.blocks {
      say("         \(shown(concern.rule).advice)", indent: 9)
      say("         Say: \(shown(concern.rule).clientWording)", indent: 9)
      if concern.severity == .emergency { say("         Then type: acknowledge WHAT WAS DONE") }
    }
    reply.safety.append(json(concern).with(["say": .string(concern.rule.clientWording)]))
  }

  private func sayNew(_ missing: MissingConsent) {
    let id = missing.statement.id
    say("CONSENT  \(missing.statement.title): \(missing.standing.words). Type end, or:", indent: 9)
    say("         consent give \(id)")
    reply.safety.append(json(missing.statement, missing.standing, nil))
  }
}
