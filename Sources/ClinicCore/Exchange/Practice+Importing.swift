import Foundation
import TechniqueKit

/// What an import will add, read and checked before anything is written.
public struct ImportPlan: Sendable {
  /// In the order of the file.
  public let clients: [Client]
  let definitions: [Data]
  let changes: [Change]

  /// One client of the file, and the number the client has or gets here.
  public struct Client: Hashable, Sendable {
    public let chart: ID<Chart>
    public let name: String
    /// The number in the practice that the file comes from.
    public let exported: Int
    public internal(set) var number: Int

    /// `C0042`, as in the file.
    public var oldCode: String { ClientListing.code(exported) }
    /// The same here.
    public var code: String { ClientListing.code(number) }
    public var isRenumbered: Bool { exported != number }
  }

  /// The numbers a client may have.
  static let numbers = 1...9_999_999
}

extension Practice {
  /// Reads an export and says what importing it would add. Nothing is written.
  ///
  /// - Throws: `ClinicError.notAnExport` with the line, `ClinicError.chartsAreHere` with every chart that
  ///   is in this practice already, under its number here; `ClinicError.notPermitted`, `StoreError`.
  public func planImport(_ lines: some Sequence<some StringProtocol>) throws -> ImportPlan {
    try require(.exchange)
    var charts: [PracticeExport.ExportedChart] = []
    var entries: [[Entry]] = []
    var definitions: [Data] = []
    var odd: Int?
    for (place, text) in lines.enumerated() where !text.isEmpty {
      do {
        let data = Data(text.utf8)
        if place == 0 {
          let head: PracticeExport.Head = try Payload.decode(data)
          guard head.format == PracticeExport.format else { throw ClinicError.notAnExport(line: 1) }
          continue
        }
        switch try Payload.decode(data) as PracticeExport.Line {
        case .definition(let definition):
          let body = Data(definition.body.utf8)
          guard store.digest(of: body).hex == definition.definition else {
            throw ClinicError.notAnExport(line: 0)
          }
          definitions.append(body)
        case .chart(let chart):
          guard !charts.contains(where: { $0.chart == chart.chart }) else {
            throw ClinicError.notAnExport(line: 0)
          }
          entries.append(try chart.entries.map { try $0.entry(in: chart.chart) })
          if !chart.entries.allSatisfy({ $0.isBornPossibly(on: today) }) { odd = odd ?? place }
          charts.append(chart)
        }
      } catch { throw ClinicError.notAnExport(line: place + 1) }
    }
    if let odd { throw ClinicError.bornImpossibly(line: odd + 1) }
    guard !charts.isEmpty else { throw ClinicError.notAnExport(line: 1) }
    let clients = try numbered(charts, entries)
    return ImportPlan(
      clients: clients, definitions: definitions,
      changes: zip(clients, entries).flatMap { client, entries -> [Change] in
        [.chartOpened(client.chart, number: client.number)] + entries.map { .appended($0) }
      })
  }

  /// Whoever's number is free keeps it; the others are counted on behind all of them.
  private func numbered(
    _ charts: [PracticeExport.ExportedChart], _ entries: [[Entry]]
  ) throws -> [ImportPlan.Client] {
    let here = try store.chartNumbers()
    var clients = zip(charts, entries).map { chart, entries in
      ImportPlan.Client(
        chart: chart.chart, name: entries.compactMap(\.name).last ?? "",
        exported: chart.client, number: here[chart.chart] ?? 0)
    }
    let present = clients.filter { $0.number != 0 }
    guard present.isEmpty else { throw ClinicError.chartsAreHere(present) }
    var taken = Set(here.values)
    for place in clients.indices {
      let wanted = clients[place].exported
      guard ImportPlan.numbers.contains(wanted), taken.insert(wanted).inserted else { continue }
      clients[place].number = wanted
    }
    var last = taken.max() ?? 0
    for place in clients.indices where clients[place].number == 0 {
      last += 1
      clients[place].number = last
    }
    return clients
  }

  /// Adds the charts of a plan in one transaction: all of them, or none.
  ///
  /// - Returns: the clients with the numbers they have now: one that another program gave away since the
  ///   plan was made is another one.
  /// - Throws: `ClinicError.notPermitted`, `StoreError`.
  public func importCharts(_ plan: ImportPlan) throws -> [ImportPlan.Client] {
    try require(.exchange)
    try store.take(
      plan.changes, definitions: plan.definitions,
      tracing: plan.clients.map { ($0.chart, "\($0.oldCode) in the file") },
      plan.clients.count.of("chart"))
    let numbers = try store.chartNumbers()
    return plan.clients.map { client in
      var client = client
      client.number = numbers[client.chart] ?? client.number
      return client
    }
  }
}

extension Entry {
  /// How the client is called from then on; `nil` for an entry that is about something else.
  fileprivate var name: String? {
    switch content {
    case .registered(let identity), .identityChanged(let identity): identity.name
    default: nil
    }
  }
}
