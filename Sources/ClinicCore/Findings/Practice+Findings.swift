import TechniqueKit

/// The findings of one visit, which is signed or not yet.
public struct VisitFindings: Hashable, Sendable {
  public let startedAt: Instant
  public let isSigned: Bool
  public let findings: [RecordedFinding]
}

extension Practice {
  /// The findings of the visit in hand, else of the last signed one; `nil` before the first visit.
  public func findings(of chart: Chart) throws -> VisitFindings? {
    try visitsWithFindings(of: chart).last
  }

  /// How the findings of that visit differ from those of the visit before.
  ///
  /// - Returns: `nil` where there are no two visits.
  public func comparedFindings(
    of chart: Chart
  ) throws -> (before: VisitFindings, now: VisitFindings, comparison: FindingComparison)? {
    let visits = try visitsWithFindings(of: chart)
    guard visits.count > 1, let now = visits.last else { return nil }
    let before = visits[visits.count - 2]
    return (
      before, now,
      FindingComparison(before: before.findings, now: now.findings, renames: renames)
    )
  }

  /// A finding of a visit that is not signed yet.
  ///
  /// - Parameter number: counted from 1.
  /// - Throws: `ClinicError.noSuchFinding`.
  public func finding(_ number: Int, in visit: VisitDraft) throws -> RecordedFinding {
    _ = try visit.place(ofFinding: number)
    return visit.findings[number - 1]
  }

  /// Puts a finding that was read again in the place of one that is not signed yet; the hour stays.
  ///
  /// - Parameter number: counted from 1.
  /// - Throws: `ClinicError.noSuchFinding`.
  public func replaceFinding(
    _ number: Int, with finding: RecordedFinding, in visit: VisitDraft
  ) throws -> [RecordNumber] {
    let place = try visit.place(ofFinding: number)
    return try step(.foundInstead(place: place, finding: finding), in: visit).written
  }

  /// Takes a finding that is not signed yet out of the visit.
  ///
  /// - Parameter number: counted from 1.
  /// - Throws: `ClinicError.noSuchFinding`.
  public func dropFinding(_ number: Int, in visit: VisitDraft) throws -> [RecordNumber] {
    try step(.dropped(place: try visit.place(ofFinding: number)), in: visit).written
  }

  /// Signed visits by their start, then the one in hand; without those that began after it.
  private func visitsWithFindings(of chart: Chart) throws -> [VisitFindings] {
    let signed = chart.visits.map {
      VisitFindings(
        startedAt: $0.record.startedAt, isSigned: true, findings: $0.record.findings)
    }
    guard let open = try currentVisit(of: chart.id) else { return signed }
    return signed.filter { $0.startedAt < open.clock.startedAt } + [
      VisitFindings(
        startedAt: open.clock.startedAt, isSigned: false, findings: open.findings)
    ]
  }
}
