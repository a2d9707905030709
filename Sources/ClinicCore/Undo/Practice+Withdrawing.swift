import TechniqueKit

extension Practice {
  /// Says that a signed visit does not count, and why: it was written into the wrong chart, say. It
  /// stays in the chart, and can be read with `chart`.
  ///
  /// - Parameter number: of the visit, counted from 1 among those that count.
  /// - Throws: `ClinicError.noSuchVisit`, `ClinicError.emptyText` without a reason.
  public func withdraw(
    visit number: Int, of chart: Chart, because reason: String
  ) throws -> [RecordNumber] {
    let reason = reason.trimmed
    guard !reason.isEmpty else { throw ClinicError.emptyText }
    let visit = try chart.visit(number)
    let signatures = chart.entries.filter {
      if case .signature(let signature) = $0.content {
        signature.visit == visit.entry
      } else {
        false
      }
    }
    return try append(
      [.retraction(Retraction(of: [visit.entry] + signatures.map(\.id), reason: reason))],
      to: chart.id)
  }
}

extension Chart {
  /// A signed visit by its number.
  ///
  /// - Parameter number: counted from 1 among the visits that count.
  /// - Throws: `ClinicError.noSuchVisit`.
  public func visit(_ number: Int) throws -> Visit {
    guard number > 0, number <= visits.count else {
      throw ClinicError.noSuchVisit(number, count: visits.count)
    }
    return visits[number - 1]
  }

  /// The visits that were withdrawn with a reason, in the order of their signatures.
  public var withdrawn: [(visit: Visit, reason: String, at: Instant, by: Author)] {
    var reasons: [ID<Entry>: (reason: String, at: Instant, by: Author)] = [:]
    for entry in entries {
      guard case .retraction(let retraction) = entry.content else { continue }
      for id in retraction.entries {
        reasons[id] =
          retraction.restores
          ? nil : retraction.reason.map { ($0, entry.recordedAt, entry.author) }
      }
    }
    let all = Chart(id: id, entries: entries.filter { $0.content.kind != .retraction })
    return all.visits.compactMap { visit in
      reasons[visit.entry].map { (visit, $0.reason, $0.at, $0.by) }
    }
  }

  /// What the chart said at the end of a day: the fold over what was recorded until then.
  public func asOf(_ date: CalendarDate) -> Chart {
    Chart(
      id: id,
      entries: entries.filter { $0.recordedAt.local.date.dayNumber <= date.dayNumber },
      renames: renames)
  }
}
