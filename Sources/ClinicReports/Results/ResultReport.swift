import ClinicCore
import TechniqueKit

/// The clinic's own results in paragraphs, and as a page or a table for other programs.
///
/// ```swift
/// ResultReport(try practice.results()).csv
/// ```
public struct ResultReport: Report {
  let results: ClinicResults

  public init(_ results: ClinicResults) { self.results = results }

  public var lines: [String] {
    [title] + sections.flatMap { [$0.title] + $0.paragraphs } + notes
  }

  public var title: String { "The clinic's own results, \(results.period.words)" }

  /// What stands under one heading.
  public struct Section: Hashable, Sendable {
    public let title: String
    public let paragraphs: [String]
  }

  /// Trials beside the results where a condition was named, each group, and what followed.
  public var sections: [Section] {
    (results.trials.map { [section(of: $0)] } ?? []) + results.groups.map(section)
      + [
        followed("What followed the sessions, of all clients, as told at the next visit", true),
        followed("What followed sessions with techniques that are not offered any more", false),
      ].compactMap(\.self)
  }

  /// What is not shown, and what the figures cannot say.
  public var notes: [String] {
    let fewest = ClinicResults.fewest
    var notes: [String] = []
    if results.groups.isEmpty {
      notes.append("There is no group of \(fewest) clients or more in this period.")
    }
    if results.groupsNotShown > 0 {
      let count = results.groupsNotShown
      notes.append(
        "\(count.of("group")) with fewer than \(fewest) clients \(count == 1 ? "is" : "are") not "
          + "shown.")
    }
    if !results.groups.isEmpty { notes.append(ClinicResults.overlap) }
    return notes + [ClinicResults.caution]
  }

  private func section(of group: ClinicResults.Group) -> Section {
    var told = ["\(group.clients.of("client")), \(group.visits.of("visit"))."]
    told += group.measures.flatMap(\.sentences)
    if group.measures.isEmpty, group.measuresNotShown == 0 { told.append("Nothing was scored.") }
    if group.measuresNotShown > 0 {
      told.append(
        "\(group.measuresNotShown.of("measure")) with fewer than \(ClinicResults.fewest) first "
          + "scores not shown.")
    }
    return Section(title: "\(group.technique.name), \(group.conditionName)", paragraphs: told)
  }

  private func section(of trials: ClinicResults.Trials) -> Section {
    let rows = trials.rows.map { row in
      "\(row.technique.name): trials say \(Self.words(row.studies)); here "
        + (row.group?.inShort ?? "fewer than \(ClinicResults.fewest) clients") + "."
    }
    let massage =
      trials.ofMassage.isEmpty
      ? [] : ["Massage as such: trials say \(Self.words(trials.ofMassage))."]
    return Section(
      title: "What trials found for \(trials.condition.name), beside what is seen here",
      paragraphs: massage + rows)
  }

  /// `in favour (certainty low)`, the most certain first.
  private static func words(_ studies: [KnownEvidence.Row]) -> String {
    guard !studies.isEmpty else { return "nothing: it was not studied" }
    return studies.map { study in
      "\(study.evidence.direction.words) (certainty \(study.evidence.certainty.words))"
    }.joined(separator: ", ")
  }

  private func followed(_ title: String, _ isOffered: Bool) -> Section? {
    let told = results.afterEffects.filter { $0.isOffered == isOffered }
    return told.isEmpty ? nil : Section(title: title, paragraphs: told.map(\.sentence))
  }
}

extension ClinicResults.Group {
  /// What one line beside the trials says: clients, and the first measure that has a change.
  fileprivate var inShort: String {
    let measure = measures.first { $0.change != nil }
    return "\(clients.of("client"))"
      + (measure.flatMap { measure in
        measure.change.map {
          ", \(measure.metric.name) better in \($0.better), worse in \($0.worse) of \($0.compared)"
        }
      } ?? "")
  }
}
