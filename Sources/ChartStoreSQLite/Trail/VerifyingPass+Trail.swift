import ClinicCore
import Crypto
import Foundation
import GRDB
import TechniqueKit

extension VerifyingPass {
  mutating func checkTrail() throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT \(StoredTrailRow.columns) FROM trail ORDER BY number")
    let entries = try Row.fetchCursor(
      database,
      sql: """
        SELECT wrapped_key, \(StoredEntry.columns.qualified("entry")) FROM entry
          LEFT JOIN chart ON chart.id = entry.chart ORDER BY entry.number
        """)
    let steps = try Row.fetchCursor(
      database,
      sql: """
        SELECT wrapped_key, draft.chart, \(StoredStep.columns.qualified("draft_event"))
          FROM draft_event LEFT JOIN draft ON draft.id = draft_event.draft
          LEFT JOIN chart ON chart.id = draft.chart ORDER BY draft_event.number
        """)
    var previous = Digest.start
    var number: Int64 = 0
    while let row = try rows.next() {
      number += 1
      let stored = try StoredTrailRow(row)
      if stored.number != number {
        result.add("row \(number) of the trail", .missing)
        number = stored.number
      }
      let hash: Data = try row.value(8)
      if stored.hash(after: previous, keyring) != hash {
        result.add("row \(number) of the trail", .unlinked)
      }
      previous = hash
      try follow(stored, entries, steps)
    }
    result.trailRows = Int(number)
    let end = try TrailEnd.read(database)
    if !end.isSealed(by: keyring) || end.hash != previous || end.rows != number {
      result.add("the trail", number < end.rows ? .cutOff : .changed)
    } else {
      result.head = end.printed
    }
  }

  /// Looks up what a row of the trail speaks of.
  private mutating func follow(
    _ row: StoredTrailRow, _ entries: RowCursor, _ steps: RowCursor
  ) throws {
    let place = "row \(row.number) of the trail"
    if (try? row.opened(keyring)) == nil { result.add(place, .sealBroken) }
    switch TrailAction(rawValue: row.action) {
    case .wrote:
      expected["entry", default: 0] += 1
      try check(try entries.next(), row)
    case .draftStep:
      expected["draft_event", default: 0] += 1
      try checkStep(try steps.next(), row)
    case .draftOpened:
      expected["draft", default: 0] += 1
      let draft = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT \(StoredDraft.columns) FROM draft WHERE id = ?"),
        arguments: [row.subject])
      if try draft.map({ try StoredDraft($0).digest(keyring) }) != row.digest {
        result.add("draft \(row.subject ?? "")", draft == nil ? .missing : .changed)
      }
    case .defined:
      expected["definition", default: 0] += 1
      let isKept = try Bool.fetchOne(
        database.cachedStatement(
          sql: "SELECT EXISTS (SELECT 1 FROM definition WHERE digest = ?)"),
        arguments: [row.subject])
      if isKept != true { result.add("definition \(row.subject?.prefix(12) ?? "")", .missing) }
    case .chartOpened:
      expected["chart", default: 0] += 1
      let number = try Int64.fetchOne(
        database.cachedStatement(sql: "SELECT number FROM chart WHERE id = ?"),
        arguments: [row.chart])
      if number.map({ "C\($0)" }) != row.subject {
        result.add("chart \(row.subject ?? "")", number == nil ? .missing : .changed)
      }
    case .erased: if let chart = row.chart { erased.insert(chart) }
    case .personAdded, .personRemoved: people[row.subject ?? ""] = row.digest
    case .keyAdded, .keysRotated: slots[row.subject ?? ""] = row.digest
    case .keyRemoved: slots[row.subject ?? ""] = nil
    case .disclosed, .denied:
      // What left and what was tried names a chart that there is; only a try may name none.
      guard row.chart != nil || row.action == TrailAction.denied.rawValue, row.detail != nil,
        try row.chart.map(isChart) ?? true
      else { return result.add("what \(place) names", .missing) }
    case nil: result.add(place, .unreadable)
    case .founded, .draftClosed, .draftReopened, .did, .tookBack, .putBack, .read, .identityRead,
      .emergencyAccess, .signedIn, .refused, .locked, .copy, .copyRemoved, .backedUp, .exported,
      .imported, .restored,
      .rebuilt, .zoneSet:
      break
    }
  }

  private func isChart(_ id: String) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM chart WHERE id = ?)"),
      arguments: [id]) ?? false
  }

  private mutating func check(_ row: Row?, _ trail: StoredTrailRow) throws {
    let place = "entry \(trail.subject ?? "")"
    guard let row else { return result.add(place, .missing) }
    guard let stored = try? StoredEntry(row, from: 1), "R\(stored.number)" == trail.subject else {
      return result.add(place, .missing)
    }
    if stored.chart != PracticeChart.id { result.entries += 1 }
    let previous = chains[stored.chart] ?? Digest.start
    chains[stored.chart] = stored.hash
    let hash = stored.hash(after: previous, keyring)
    if hash != stored.hash {
      result.add(place, .unlinked)
    } else if hash != trail.digest || stored.chart != trail.chart {
      result.add(place, .changed)
    }
    if let key = try key(row, stored.chart, place), (try? stored.opened(with: key)) == nil {
      result.add(place, .sealBroken)
    }
  }

  private mutating func checkStep(_ row: Row?, _ trail: StoredTrailRow) throws {
    let place = "step \(trail.subject ?? "") of a draft"
    guard let row else { return result.add(place, .missing) }
    guard let chart: String = try? row.optional(1), let stored = try? StoredStep(row, from: 2),
      "D\(stored.number)" == trail.subject
    else { return result.add(place, .missing) }
    if stored.digest(keyring) != trail.digest || chart != trail.chart {
      result.add(place, .changed)
    }
    if let key = try key(row, chart, place),
      (try? stored.opened(chart: chart, with: key)) == nil
    {
      result.add(place, .sealBroken)
    }
  }

  /// The chart's key; `nil` when the chart was erased, or this pass has no key to charts.
  private mutating func key(_ row: Row, _ chart: String, _ place: String) throws -> SymmetricKey? {
    guard result.sealsChecked, let wrapped: Data = try? row.optional(0) else { return nil }
    return try? ChartKey.unwrap(wrapped, chart, by: keyring)
  }

  /// Every chart's own key opens, and only an erased chart has none.
  mutating func checkCharts() throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT id, number, wrapped_key FROM chart")
    while let row = try rows.next() {
      let chart: String = try row.value(0)
      if chart != PracticeChart.id { result.charts += 1 }
      let number: Int64 = try row.value(1)
      let wrapped: Data? = try row.optional(2)
      if (wrapped == nil) != erased.contains(chart) {
        result.add("the key of chart C\(number)", wrapped == nil ? .missing : .unproven)
      } else if result.sealsChecked, let wrapped,
        (try? ChartKey.unwrap(wrapped, chart, by: keyring)) == nil
      {
        result.add("the key of chart C\(number)", .sealBroken)
      }
    }
  }
}
