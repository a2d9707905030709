import ClinicCore
import TechniqueKit

extension Shell {
  /// `fascia>`, `fascia Ann R>`, `fascia Ann R 0:34>`; the client's name always stands in it.
  var prompt: String {
    watchSession()
    guard let client else { return "fascia> " }
    var text = "fascia \(clientName)"
    if let visit = runningVisit, visit.draft.chart == client.chart {
      let minutes = visit.clock.elapsedMinutes(at: practice.now)
      text += " \(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
      if visit.clock.isOnHold { text += " on hold" }
    }
    return text + "> "
  }

  /// The short name, with the year of birth when another client has the same one.
  func shortName(_ client: ClientListing) -> String {
    let name = client.identity.shortName
    let same = (try? practice.names())?.count(shortName: name) ?? 1
    guard same > 1, let born = client.identity.born else { return name }
    return "\(name) \(born.year % 100 < 10 ? "0" : "")\(born.year % 100)"
  }

  /// The chart that is open; asks for a client when none is.
  func openChart() throws -> Chart { try practice.chart(try openClient().chart) }

  /// The client who is open, whose chart is not read; asks for one when none is.
  func openClient() throws -> ClientListing {
    if client == nil {
      let text = "No client is open."
      let event = try ask("\(text) Name or number: ", missing: text + " Type client NAME first.")
      guard case .line(let typed) = event, !typed.isEmpty, typed != "." else {
        throw Failure.missing(text)
      }
      client = try theClient(typed)
    }
    guard let client else { throw Failure.missing("No client is open.") }
    return client
  }

  /// The visit in hand; the rest of the chart is not read for it.
  func openVisit() throws -> VisitDraft {
    guard let visit = try practice.currentVisit(of: try openClient().chart) else {
      throw ClinicError.noVisitOpen
    }
    return visit
  }

  /// The one client that the words name: by row, number, or a name that fits only one.
  func theClient(_ typed: String) throws -> ClientListing {
    if mode.isInteractive, let row = Int(typed), row > 0, rows.indices.contains(row - 1) {
      return rows[row - 1]
    }
    let (found, count) = try practice.find(typed, atMost: Self.longestList)
    if count == 1, let only = found.first { return only }
    guard !found.isEmpty else {
      // A name of somebody else is for the person at the terminal, not for a log.
      let near =
        mode.isInteractive
        ? Suggestion.closest(to: typed, among: try practice.names().all) : nil
      throw Failure.notFound(
        "there is no client \"\(typed)\". Nothing was changed.",
        hint: near.map { "Did you mean \($0)?" } ?? "To add one type: new NAME")
    }
    if mode.isInteractive {
      try list(found)
      throw Failure.notFound("\(count) clients fit. Type the number of one.")
    }
    throw Failure.notFound(
      "\(count) clients fit \"\(typed)\": \(found.prefix(5).map(\.code).joined(separator: ", ")).",
      hint: "Use client id=CODE.")
  }

  /// Clients that a list knows at most; whoever is looked for beyond them has a longer name.
  static let longestList = 200

  /// Lists clients as numbered rows.
  func list(_ clients: [ClientListing]) throws {
    rows = clients
    try page(clients) { [self] number, client in
      let born = client.identity.born.map { "born \(DateWords.full($0))" } ?? "birth not known"
      let seen = client.lastSeen.map {
        "seen \(DateWords.recent($0.local(in: zone).date, today: practice.today))"
      }
      say(row(number, [client.identity.name, client.code, born, seen ?? "not seen yet"]))
      item(json(client))
    }
  }

  /// Shows ten rows of a list, and keeps the others for `more`; a script gets all of them.
  ///
  /// - Parameter show: is given the number of the row, from 1.
  func page<Row>(
    _ rows: [Row], from first: Int = 0, show: @escaping (Int, Row) throws -> Void
  ) throws {
    let end = mode.isInteractive ? min(rows.count, first + Self.pageLength) : rows.count
    for place in first..<max(first, end) { try show(place + 1, rows[place]) }
    showMore = nil
    guard end < rows.count else { return }
    let left = rows.count - end
    let next = min(left, Self.pageLength)
    say("\(left) more. Type more for the next\(next == 1 ? " one" : " \(next)").")
    showMore = { [self] in try page(rows, from: end, show: show) }
  }

  /// Rows of a list that are shown at once.
  static let pageLength = 10

  func json(_ client: ClientListing) -> JSON {
    .fields([
      "client": .string(client.code), "name": .string(client.identity.name),
      "born": client.identity.born.map { .string($0.description) },
      "visits": .int(client.visits), "last_seen": client.lastSeen.map { .string($0.iso(in: zone)) },
    ])
  }

  /// `  2  Trigger point, right calf.`
  func numbered(_ number: Int, _ text: String) -> String {
    glyphs.isPlain ? "\(number). \(text)" : "\(String(number).padded(to: 3, atEnd: false))  \(text)"
  }

  /// A numbered row; columns line up except in plain mode.
  func row(_ number: Int, _ columns: [String], widths: [Int] = [18, 8, 20, 0]) -> String {
    numbered(
      number, glyphs.isPlain ? columns.joined(separator: ", ") : columns.aligned(to: widths))
  }
}
