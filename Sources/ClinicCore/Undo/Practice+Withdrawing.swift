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

  /// The visits that were withdrawn with a reason, by when they began.
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
    let all = Chart(
      id: id, entries: entries.filter { $0.content.kind != .retraction }, in: zone)
    return all.visits.compactMap { visit in
      reasons[visit.entry].map { (visit, $0.reason, $0.at, $0.by) }
    }
  }

  /// What was so at a moment: the fold over what had happened by then, with every correction of it. Who
  /// the client is holds for all time.
  func happened(by moment: Instant) -> Chart {
    Chart(
      id: id,
      entries: entries.filter { entry in
        switch entry.content {
        case .registered, .identityChanged, .retraction, .signature, .addendum: true
        default: entry.happenedAt <= moment
        }
      }, in: zone, renames: renames)
  }

  /// What had happened by the end of a day: the fold over the facts of until then, also those that were
  /// written down later, and over what was done about them until then.
  public func asOf(_ date: CalendarDate) -> Chart {
    Chart(
      id: id,
      entries: entries.filter { $0.countsFrom.date(in: zone).dayNumber <= date.dayNumber },
      in: zone, renames: renames)
  }
}
