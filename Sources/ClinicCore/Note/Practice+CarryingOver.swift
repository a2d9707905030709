import TechniqueKit

/// What became of taking a section of the last visit over.
public enum CarriedSection: Hashable, Sendable {
  /// The lines, and the start of the visit they are from.
  case lines([NoteLine], from: Instant)
  /// They were taken over before: twice would double them.
  case isHere(from: Instant)
  case nothing
}

extension Practice {
  /// Takes the lines of the last visit's section over, marked as such, once.
  ///
  /// - Throws: `ClinicError.notPermitted`, `StoreError`.
  public func carryOver(
    _ section: NoteLine.Section, into visit: VisitDraft
  ) throws -> (carried: CarriedSection, written: [RecordNumber]) {
    let last = try chart(visit.draft.chart).lastVisit(before: visit.clock.startedAt)?.record
    let lines = last?.note.filter { $0.section == section } ?? []
    guard let last, !lines.isEmpty else { return (.nothing, []) }
    if visit.carried.contains(section) { return (.isHere(from: last.startedAt), []) }
    let copies = lines.map {
      NoteLine(
        section: section, text: $0.text, at: moment(in: visit),
        carriedFrom: $0.carriedFrom ?? last.startedAt)
    }
    return (.lines(copies, from: last.startedAt), try note(copies, in: visit).written)
  }
}
