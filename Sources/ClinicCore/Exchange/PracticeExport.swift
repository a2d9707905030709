import Foundation
import TechniqueKit

/// The text form in which charts leave a practice and enter another: JSON, one object a line.
///
/// The first line names the form. Then come the definitions that entries were made with, each as the
/// text that its digest is of, and the charts with all their entries, oldest first, as they stand in
/// the ledger. The same charts give the same bytes.
public enum PracticeExport {
  static let format = "fascia-export/1"

  struct Head: Codable {
    let format: String
    let charts: Int
  }

  /// Whichever of the two a line is.
  enum Line: Decodable {
    case definition(Definition)
    case chart(ExportedChart)

    private enum Key: CodingKey { case chart }

    init(from decoder: any Decoder) throws {
      let isChart = try decoder.container(keyedBy: Key.self).contains(.chart)
      self = isChart ? .chart(try .init(from: decoder)) : .definition(try .init(from: decoder))
    }
  }

  struct Definition: Codable {
    let definition: String
    let body: String
  }

  struct ExportedChart: Codable {
    let chart: ID<Chart>
    /// The client's number in the practice it comes from.
    let client: Int
    let entries: [ExportedEntry]
  }

  /// An entry; times in milliseconds since 1970.
  struct ExportedEntry: Codable {
    let id: ID<Entry>
    let happened: Int64
    let recorded: Int64
    let author: Author
    let definition: DefinitionDigest
    let supersedes: ID<Entry>?
    let kind: String
    /// The content as JSON text.
    let content: String
  }
}

extension PracticeExport.ExportedEntry {
  init(_ entry: Entry) throws {
    self.init(
      id: entry.id, happened: entry.happenedAt.milliseconds,
      recorded: entry.recordedAt.milliseconds, author: entry.author,
      definition: entry.definition, supersedes: entry.supersedes,
      kind: entry.content.kind.rawValue,
      content: String(decoding: try entry.content.payload(), as: UTF8.self))
  }

  /// Whether it gives no date of birth, or one that somebody who lives may have.
  func isBornPossibly(on today: CalendarDate) -> Bool {
    guard let entry = try? entry(in: ""),
      let born = entry.content.identity?.born
    else { return true }
    return (try? born.requireBirth(on: today)) != nil
  }

  /// - Throws: when the content is none of its kind.
  func entry(in chart: ID<Chart>) throws -> Entry {
    guard let kind = Entry.Kind(rawValue: kind) else { throw ClinicError.notAnExport(line: 0) }
    return Entry(
      id: id, chart: chart, happenedAt: Instant(milliseconds: happened),
      recordedAt: Instant(milliseconds: recorded), author: author, definition: definition,
      supersedes: supersedes,
      content: try Entry.Content(kind: kind, payload: Data(content.utf8)))
  }
}

extension Entry.Content {
  /// Who the client is, where it says so.
  fileprivate var identity: Identity? {
    switch self {
    case .registered(let identity), .identityChanged(let identity): identity
    default: nil
    }
  }
}
