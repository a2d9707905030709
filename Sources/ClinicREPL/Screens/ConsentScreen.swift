import ClinicCore
import TechniqueKit

extension Shell {
  /// The statement as it is read to the client.
  func read(_ statement: ConsentStatement) {
    say("\(statement.title), version \(statement.version)")
    rule()
    for line in statement.lines { say(line) }
    if !statement.sensitiveAreas.isEmpty {
      say("For: \(words(forAreas: statement.sensitiveAreas))")
    }
    rule()
  }

  /// `general  Consent to massage: given, until 24 Nov 2027`
  func consentLine(_ statement: ConsentStatement, _ standing: ConsentStanding) -> String {
    "\(statement.id.rawValue.padded(to: 12)) \(statement.title): \(standing.words)"
  }

  /// What was said of a statement, and word for word what was read.
  func show(_ record: ConsentRecord) {
    var parts = ["\(DateWords.full(record.on)) \(record.said.rawValue) \"\(record.title)\""]
    parts.append("version \(record.version)")
    if case .guardian(let name) = record.by { parts.append("by \(name), parent or guardian") }
    if let witness = record.witness { parts.append("witness \(witness)") }
    if let until = record.until { parts.append("until \(DateWords.full(until))") }
    if !record.areas.isEmpty { parts.append("for \(words(forAreas: record.areas))") }
    if let reason = record.reason { parts.append("because \(reason)") }
    say("Consent " + parts.joined(separator: ", ") + ".", indent: 2)
    item(json(record))
  }

  /// `CONSENT  "Consent to massage" is not asked yet. Type consent give general`
  func sayConsentDue(_ chart: Chart) {
    for (statement, standing) in practice.consentDue(of: chart) {
      say(
        "CONSENT  \(statement.title): \(standing.words). Type consent give \(statement.id)",
        indent: 9)
    }
  }

  /// The same for programs; `nil` when there is nothing to tell.
  func json(consentDue chart: Chart) -> JSON? {
    let due = practice.consentDue(of: chart)
    return due.isEmpty ? nil : .array(due.map { json($0.statement, $0.standing, nil) })
  }

  func json(
    _ statement: ConsentStatement, _ standing: ConsentStanding, _ chart: Chart?
  ) -> JSON {
    var until: CalendarDate?
    switch standing {
    case .given(let last), .expired(let last), .outgrown(let last): until = last
    case .missing, .declined, .withdrawn, .outdated: break
    }
    return .fields([
      "statement": .string(statement.id.rawValue), "version": .string(statement.version),
      "title": .string(statement.title), "standing": .string(standing.word),
      "until": until.map { .string($0.description) },
      "areas": .strings(
        statement.sensitiveAreas.map(practice.catalogue.anatomy.name(of:))),
    ])
  }

  func json(_ record: ConsentRecord) -> JSON {
    var guardian: String?
    if case .guardian(let name) = record.by { guardian = name }
    return .fields([
      "consent": .string(record.said.rawValue), "statement": .string(record.statement.rawValue),
      "version": .string(record.version), "title": .string(record.title),
      "text": .strings(record.lines),
      "areas": .strings(record.areas.map(practice.catalogue.anatomy.name(of:))),
      "guardian": guardian.map { .string($0) }, "witness": record.witness.map { .string($0) },
      "on": .string(record.on.description), "until": record.until.map { .string($0.description) },
      "reason": record.reason.map { .string($0) },
    ])
  }

  private func words(forAreas areas: [Site]) -> String {
    areas.map(practice.catalogue.anatomy.name(of:)).joined(separator: ", ")
  }
}
