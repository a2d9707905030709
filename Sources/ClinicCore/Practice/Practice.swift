import Foundation
import TechniqueKit

/// One clinic at work: what every face calls, be it the REPL, a script or a test.
///
/// Each function that changes something is one transaction and returns the numbers of the records
/// it wrote. Each asks first whether the person at work may do it; see `Role`.
public final class Practice {
  /// Reached through the functions of this type only, which ask what the person may do.
  let store: any PracticeStore
  public let catalogue: Catalogue
  public let surroundings: any Surroundings
  public let profile: ClinicProfile
  /// The score of a metric that its module computes; see `Technique.score`.
  let compute: (ID<OutcomeMetric>, [String: Double]) -> Double?
  /// Under whose name entries are written while nobody has signed in as themselves.
  private let clinicAuthor: Author
  let renames: Renames
  /// The clinic's time zone, in which all days and hours are told; UTC while the practice is locked, or
  /// has none yet.
  public internal(set) var zone = ClinicZone.utc
  /// What `zone` is made of.
  var zoneChoices: [KeptZone] = []
  private var keptDefinition: DefinitionDigest?
  private var pastCatalogues: [DefinitionDigest: Catalogue] = [:]
  /// The command that is written for; see `begin`.
  var work: WorkInHand?
  /// Charts that were opened with a reason against the role's rights, and by whom.
  var emergencies: Set<Emergency> = []

  /// The chart that the command in hand was not let read.
  var refusedChart: ID<Chart>?
  /// The chart that is open.
  var chartInHand: ID<Chart>?

  struct Emergency: Hashable {
    let person: ID<Person>
    let chart: ID<Chart>
  }

  /// - Parameters:
  ///   - author: under whose name entries are written; a person who signed in with a passphrase
  ///     writes under their own.
  ///   - techniques: compute the scores that are no values.
  public init(
    store: any PracticeStore, catalogue: Catalogue, surroundings: any Surroundings,
    author: Author, profile: ClinicProfile = ClinicProfile(),
    techniques: [any Technique.Type] = []
  ) {
    self.store = store
    self.profile = profile
    self.catalogue = catalogue
    renames = catalogue.renames
    self.surroundings = surroundings
    clinicAuthor = author
    compute = { metric, items in
      let owner = catalogue.techniques.first { $0.content.metrics.contains { $0.id == metric } }
      let technique = techniques.first { $0.manifest.id == owner?.manifest.id }
      guard let score = technique?.score(metric, items: items) else { return nil }
      let range = owner?.content.metrics.first { $0.id == metric }?.range
      return range?.contains(score) == true ? score : nil
    }
    _ = try? readZone()
  }

  public var author: Author {
    store.isPersonal ? store.person?.author ?? clinicAuthor : clinicAuthor
  }
  public var now: Instant { surroundings.now() }
  public var today: CalendarDate { now.date(in: zone) }

  /// When something happened that is written down now.
  ///
  /// - Parameter time: now, where it is left out.
  /// - Throws: `ClinicError.toCome`.
  public func past(_ time: Instant?) throws -> Instant {
    guard let time else { return now }
    guard time <= now else { throw ClinicError.toCome }
    return time
  }

  /// Opens a chart for a new client.
  ///
  /// - Throws: `ClinicError.emptyName`, `BirthRefusal`, `StoreError`.
  public func register(_ identity: Identity) throws -> (chart: ID<Chart>, written: [RecordNumber]) {
    try require(.identities)
    try requireSound(identity)
    let chart: ID<Chart> = surroundings.newID()
    return (chart, try commit([.appended(try entry(.registered(identity), chart))]))
  }

  /// Reads a chart, which leaves a row in the trail.
  ///
  /// - Throws: `ClinicError.notPermitted`, `StoreError.erased`.
  public func chart(_ id: ID<Chart>) throws -> Chart {
    try require(.charts, of: id)
    return Chart(id: id, entries: try store.entries(of: id), in: zone, renames: renames)
  }

  /// The catalogue that an entry was made with, which may know techniques that are no longer
  /// enabled.
  public func catalogue(of digest: DefinitionDigest) throws -> Catalogue {
    if let known = pastCatalogues[digest] { return known }
    let past: Catalogue = try Payload.decode(try store.definition(digest))
    pastCatalogues[digest] = past
    return past
  }

  /// Appends contents to a chart, and makes further changes, in one transaction.
  @discardableResult
  func append(
    _ contents: [Entry.Content], to chart: ID<Chart>, at happened: Instant? = nil,
    and changes: [Change] = []
  ) throws -> [RecordNumber] {
    try require(.charts)
    return try commit(
      try contents.map { .appended(try entry($0, chart, happened)) } + changes)
  }

  /// Makes the changes in one transaction, for the command in hand.
  func commit(_ changes: [Change]) throws -> [RecordNumber] {
    let done = try store.commit(changes, as: work)
    work?.unit = done.unit
    return done.numbers
  }

  /// The steps that count, each with who took it.
  func events(of draft: Draft) throws -> [DraftEvent] {
    let events = try store.events(of: draft).standing
    guard events.contains(where: { $0.by == nil }) else { return events }
    let owner = try author(of: draft)
    return events.map { event in
      var event = event
      event.by = event.by ?? owner
      return event
    }
  }

  /// Under whose name a draft was begun.
  public func author(of draft: Draft) throws -> Author? {
    if draft.person == store.person?.id { return author }
    return try store.people().first { $0.id == draft.person }?.author
  }

  func entry(
    _ content: Entry.Content, _ chart: ID<Chart>, _ happened: Instant? = nil
  ) throws -> Entry {
    Entry(
      id: surroundings.newID(), chart: chart, happenedAt: happened ?? now, recordedAt: now,
      author: author, definition: try definition(), content: content)
  }

  func openDraft(_ kind: Draft.Kind, _ chart: ID<Chart>, at time: Instant) throws -> Draft {
    try require(.charts)
    return Draft(
      id: surroundings.newID(), chart: chart, kind: kind, openedAt: time,
      person: try atWork().id, definition: try definition())
  }

  /// The catalogue is stored when the first record needs it, not at start-up.
  private func definition() throws -> DefinitionDigest {
    if let keptDefinition { return keptDefinition }
    let digest = try store.keep(definition: try Payload.encode(catalogue))
    keptDefinition = digest
    return digest
  }
}
