import ClinicCore
import ClinicReports
import TechniqueKit

extension Shell {
  /// What is new, changed and not recorded again since the visit before, a line for each kind of
  /// finding.
  func compareFindings() throws {
    guard let (before, now, comparison) = try practice.comparedFindings(of: try openChart()) else {
      return say("There are no two visits to compare yet.")
    }
    let days = [before, now].map {
      DateWords.short($0.startedAt.local(in: zone).date, today: practice.today)
    }
    say("Findings of \(days[1]) against those of \(days[0])")
    if comparison.rows.isEmpty { say("Neither visit has a finding.") }
    var codes: [String] = []
    for row in comparison.rows where !codes.contains(row.latest.finding.code) {
      codes.append(row.latest.finding.code)
    }
    for code in codes {
      let rows = comparison.rows.filter { $0.latest.finding.code == code }
      let title = rows.first.flatMap { kind(of: $0.latest.finding)?.title } ?? code
      let isToday = now.startedAt.date(in: zone) == practice.today
      say(
        "\(title): \(sentence(of: rows, on: isToday ? "today" : "on \(days[1])"))", indent: 2)
      for row in rows { item(json(row, since: before.startedAt)) }
    }
  }

  /// `not recorded today: right infraspinatus; new: left levator scapulae`
  private func sentence(of rows: [FindingComparison.Row], on day: String) -> String {
    func names(_ course: String, _ name: (FindingComparison.Row) -> String?) -> String? {
      let names = rows.compactMap(name)
      return names.isEmpty ? nil : "\(course): \(names.joined(separator: ", "))"
    }
    return [
      names("not recorded \(day)") {
        if case .notRecorded(let found) = $0 { place(found.finding) } else { nil }
      },
      names("new") { if case .new(let found) = $0 { place(found.finding) } else { nil } },
      names("changed") {
        if case .changed(let old, let new) = $0 { changed(old, new) } else { nil }
      },
      names("the same") { if case .same(let found) = $0 { place(found.finding) } else { nil } },
    ].compactMap(\.self).joined(separator: "; ") + "."
  }

  /// The site, or what was recorded where there is none.
  private func place(_ finding: Finding) -> String {
    if let site = finding.site { return practice.catalogue.anatomy.name(of: site) }
    let values = finding.values.sorted { $0.key < $1.key }
    return values.map { "\($0) \(words(for: $1, $0, finding))" }.joined(separator: " ")
  }

  /// `right calf (pain 7>3 -> 5>2)`
  private func changed(_ old: RecordedFinding, _ new: RecordedFinding) -> String {
    let changes = FindingComparison.changes(from: old.finding, to: new.finding).map { change in
      let before = words(for: change.before, change.field, old.finding)
      let now = words(for: change.now, change.field, new.finding)
      return "\(change.field) \(before) \(glyphs.arrow) \(now)"
    }
    let all = changes.joined(separator: ", ")
    return new.finding.site == nil ? all : "\(place(new.finding)) (\(all))"
  }

  private func words(
    for value: Finding.Value?, _ name: String, _ finding: Finding
  ) -> String {
    guard let value else { return "not recorded" }
    let field = kind(of: finding)?.fields.first { $0.name == name }
    let typed = (field ?? .init(name, "", .text)).typed(value, anatomy: practice.catalogue.anatomy)
    // A field of one word, as "bruise", has its own name for a value.
    return typed == name ? "recorded" : typed
  }

  private func json(_ row: FindingComparison.Row, since: Instant) -> JSON {
    let finding = row.latest.finding
    var changes: [JSON]?
    let course: String
    switch row {
    case .notRecorded: course = "not_recorded"
    case .new: course = "new"
    case .same: course = "same"
    case .changed(let old, let new):
      course = "changed"
      changes = FindingComparison.changes(from: old.finding, to: new.finding).map {
        .fields([
          "field": .string($0.field), "before": $0.before.map { json($0) } ?? .null,
          "now": $0.now.map { json($0) } ?? .null,
        ])
      }
    }
    return json(row.latest).with([
      "change": .string(course),
      "site": finding.site.map { .string(practice.catalogue.anatomy.name(of: $0)) },
      "since": .string(since.iso(in: zone)), "changes": changes.map { .array($0) },
    ])
  }

  /// The body from both sides with the numbers of the findings, and what each number stands for.
  func drawFindings() throws {
    guard let visit = try saidFindings() else { return }
    let anatomy = practice.catalogue.anatomy
    let marks = visit.findings.enumerated().flatMap { place, found in
      found.finding.sites.map { BodyChart.Mark(number: place + 1, site: $0) }
    }
    if !glyphs.isPlain {
      for line in BodyChart(marks, anatomy: anatomy).lines(columns: width) { say(line) }
    }
    for (place, found) in visit.findings.enumerated() {
      let views = BodyChart.View.allCases.filter { view in
        found.finding.sites.contains {
          BodyChart.place(of: $0.region, in: anatomy)?.view == view
        }
      }
      let seen = views.isEmpty ? "no place" : views.map(\.rawValue).joined(separator: " and ")
      say(
        numbered(place + 1, "\(seen.capitalizedFirst): \(found.sentence)"),
        indent: 5)
      item(
        json(found, number: place + 1, in: visit).with([
          "views": .strings(views.map(\.rawValue))
        ]))
    }
  }
}
