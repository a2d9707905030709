import ClinicCore
import Crypto
import Foundation
import GRDB
import TechniqueKit

/// A draft as it stands in the file.
struct StoredDraft {
  let id: String
  let chart: String
  let kind: String
  let openedAt: Int64
  let person: String
  let definition: String

  static let columns = "id, chart, kind, opened_at, person, definition"

  init(_ draft: Draft) {
    id = draft.id.rawValue
    chart = draft.chart.rawValue
    kind = draft.kind.rawValue
    openedAt = draft.openedAt.milliseconds
    person = draft.person.rawValue
    definition = draft.definition.hex
  }

  init(_ row: Row) throws {
    id = try row.value(0)
    chart = try row.value(1)
    kind = try row.value(2)
    openedAt = try row.value(3)
    person = try row.value(4)
    definition = try row.value(5)
  }

  func opened() throws -> Draft {
    guard let kind = Draft.Kind(rawValue: kind) else { throw UnreadableValue() }
    return Draft(
      id: ID(id), chart: ID(chart), kind: kind, openedAt: Instant(milliseconds: openedAt),
      person: ID(person), definition: DefinitionDigest(hex: definition))
  }

  func digest(_ keyring: Keyring) -> Data {
    var digest = Digest("draft")
    for text in [id, chart, kind, person, definition] { digest.add(text) }
    digest.add(openedAt)
    return digest.value(keyring)
  }
}

/// One step of a draft as it stands in the file.
struct StoredStep {
  let number: Int64
  let draft: String
  let at: Int64
  let payload: Data

  static let columns = "number, draft, at, payload"

  init(
    _ event: DraftEvent, number: Int64, draft: String, chart: String, key: SymmetricKey
  ) throws {
    self.number = number
    self.draft = draft
    at = event.at.milliseconds
    payload = try Seal.close(
      try Payload.encode(event), key, .step(number, of: draft, of: chart))
  }

  /// - Parameter first: where its columns begin in the row.
  init(_ row: Row, from first: Int = 0) throws {
    number = try row.value(first)
    draft = try row.value(first + 1)
    at = try row.value(first + 2)
    payload = try row.value(first + 3)
  }

  func opened(chart: String, with key: SymmetricKey) throws -> DraftEvent {
    try Payload.decode(try Seal.open(payload, key, .step(number, of: draft, of: chart)))
  }

  func digest(_ keyring: Keyring) -> Data {
    var digest = Digest("step")
    digest.add(number)
    digest.add(draft)
    digest.add(at)
    digest.add(payload)
    return digest.value(keyring)
  }
}
