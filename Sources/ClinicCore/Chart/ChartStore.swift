import Foundation
import TechniqueKit

/// The one door to the charts.
///
/// A store appends and reads back; it never changes what it holds. All changes of one commit are
/// on disk when the call returns, or none is. Every call that hands out a chart's entries or
/// changes a chart leaves a row in the trail, in the same transaction. While the store is locked
/// each call throws `StoreError.locked`.
public protocol ChartStore: AnyObject {
  /// Makes the changes in one transaction.
  ///
  /// - Parameter work: the command they are made for; the trail tells of it then.
  /// - Returns: the store's numbers of what was written, in the order of the changes, and the number
  ///   of the command.
  /// - Throws: `StoreError`, `.taken` when appointments of the commit clash with others; nothing was
  ///   written then.
  func commit(
    _ changes: [Change], as work: WorkInHand?
  ) throws -> (numbers: [RecordNumber], unit: Int?)
  /// Makes the changes that take a unit back (`tookBack`) or put it back (`putBack`).
  @discardableResult
  func commit(_ changes: [Change], _ action: TrailAction, unit: Int) throws -> [RecordNumber]
  /// What the trail tells of a person's units, newest row first; of one chart when it is named.
  func works(of person: ID<Person>, in chart: ID<Chart>?, limit: Int) throws -> [WorkRow]

  /// Adds charts of another practice, with the definitions that their entries were made with.
  ///
  /// - Parameters:
  ///   - rows: what the trail of each chart says of it.
  ///   - all: what the trail says of them altogether.
  func take(
    _ changes: [Change], definitions: [Data], tracing rows: [(chart: ID<Chart>, detail: String)],
    _ all: String
  ) throws

  /// The digest that a definition would be kept under. Nothing is read or written.
  func digest(of definition: Data) -> DefinitionDigest
  /// Keeps a definition under its digest; the same bytes are kept once.
  func keep(definition: Data) throws -> DefinitionDigest
  /// - Throws: `StoreError.missingDefinition` when no such definition is kept.
  func definition(_ digest: DefinitionDigest) throws -> Data
  /// All that are kept, in no order of time.
  func definitions() throws -> [DefinitionDigest]

  /// The names of all clients as they are now; read once, then kept up to date.
  func names() throws -> ClientNames
  /// The clients with these numbers, in the order of the numbers given; unknown ones are left out.
  func clients(numbered numbers: [Int]) throws -> [ClientListing]
  /// The number of every chart there ever was.
  func chartNumbers() throws -> [ID<Chart>: Int]
  /// `nil` when there is no such client, or it was erased.
  func client(_ chart: ID<Chart>) throws -> ClientListing?
  /// Every client, by number.
  func everyClient() throws -> [ClientListing]
  /// The clients seen last, most recent first.
  func lastSeen(limit: Int) throws -> [ClientListing]

  /// The entries of a chart in the order they were appended. It is a read that the trail records.
  ///
  /// - Throws: `StoreError.erased` when the chart's key was destroyed.
  func entries(of chart: ID<Chart>) throws -> [Entry]
  /// The entries of a chart that say who the client is, or take back others, in the order they were
  /// appended. It is no read of the chart.
  ///
  /// - Throws: `StoreError.erased` when the chart's key was destroyed.
  func identityEntries(of chart: ID<Chart>) throws -> [Entry]
  /// For each chart with an intake the definition that its last one was made with. No entry is read.
  func lastIntakes() throws -> [ID<Chart>: DefinitionDigest]
  /// Appointments that begin in the given time, whatever became of them, earliest first.
  func appointments(from start: Instant, to end: Instant) throws -> [BookedAppointment]
  /// Those of one chart, whatever became of them, earliest first. It is no read of the chart.
  func appointments(of chart: ID<Chart>) throws -> [BookedAppointment]
  /// The entries of one chart that its appointments are the fold of, in the order they were appended. It
  /// is no read of the chart.
  func appointmentEntries(of chart: ID<Chart>) throws -> [Entry]
  /// The charts with an appointment whose booking was taken back.
  func chartsWithAppointmentsTakenBack() throws -> [ID<Chart>]
  /// What is left of the appointments of erased clients that were booked for a time since the given one.
  func erasedAppointments(since start: Instant) throws -> [ErasedAppointment]
  /// Those that cannot be kept beside another one; see `BookedAppointment.clashes`.
  func appointments(clashingWith one: BookedAppointment) throws -> [BookedAppointment]
  /// The number that the next receipt gets: above that of every receipt that was ever handed out, also
  /// of those that were voided or taken back, or stand in a chart that was erased. A commit throws
  /// `StoreError.numberTaken` when it hands one out with another number.
  func nextReceiptNumber() throws -> Int
  /// Signed visits that started in the given time, earliest first.
  func visits(from start: Instant, to end: Instant) throws -> [VisitListing]
  /// Signed sessions of all clients that may overlap a time: those that began within three days before its
  /// end. It is no read of a chart: nothing is told but when they were, and who signed.
  func sessions(
    endingAfter start: Instant, startingBefore end: Instant
  ) throws -> [SessionSpan]
  /// How many visits were signed with a template of the technique.
  func countVisits(with technique: ID<Manifest>) throws -> Int

  /// Drafts that are not closed, oldest first; of every chart when none is named.
  func openDrafts(of chart: ID<Chart>?) throws -> [Draft]
  /// Open or closed; `nil` when there is no such draft.
  func draft(_ id: ID<Draft>) throws -> Draft?
  /// In the order they were made. They are the work in hand, and reading them leaves no trace.
  func events(of draft: Draft) throws -> [NumberedEvent]
}

/// One change of a commit.
public enum Change: Hashable, Sendable {
  /// The first entry of a chart must be `registered`; it opens the chart.
  case appended(Entry)
  /// Opens a chart before its first entry, with this number if it is free.
  case chartOpened(ID<Chart>, number: Int)
  case draftOpened(Draft)
  case drafted(DraftEvent, in: Draft)
  case draftClosed(Draft)
  /// A draft that was closed is work in hand again.
  case draftReopened(Draft)
}

extension ChartStore {
  /// Makes the changes for no command that could be taken back.
  @discardableResult
  public func commit(_ changes: [Change]) throws -> [RecordNumber] {
    try commit(changes, as: nil).numbers
  }
}

/// The number the store gave to what it wrote: `R12` an entry, `D7` a step of a draft.
public struct RecordNumber: Hashable, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

/// What the list of clients shows of one.
public struct ClientListing: Hashable, Sendable {
  public let chart: ID<Chart>
  /// Counted up from 1 within the practice.
  public let number: Int
  public let identity: Identity
  /// Signed visits.
  public let visits: Int
  public let lastSeen: Instant?

  public init(
    chart: ID<Chart>, number: Int, identity: Identity, visits: Int, lastSeen: Instant?
  ) {
    self.chart = chart
    self.number = number
    self.identity = identity
    self.visits = visits
    self.lastSeen = lastSeen
  }

  /// The number as it is typed and exported: `C0042`.
  public var code: String { Self.code(number) }

  public static func code(_ number: Int) -> String {
    let digits = String(number)
    return "C" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// All that is left of an appointment whose client was erased.
public struct ErasedAppointment: Hashable, Sendable {
  /// The entry that booked it.
  public let entry: ID<Entry>
  /// For when it was booked first.
  public let startsAt: Instant
  /// Higher than any that was told before.
  public let revision: Int

  public init(entry: ID<Entry>, startsAt: Instant, revision: Int) {
    self.entry = entry
    self.startsAt = startsAt
    self.revision = revision
  }
}

/// What the day's list shows of one signed visit.
public struct VisitListing: Hashable, Sendable {
  public let chart: ID<Chart>
  public let entry: ID<Entry>
  public let startedAt: Instant
  public let minutes: Int
  /// Counted from 1 among the signed visits of the chart, by their start.
  public let number: Int

  public init(
    chart: ID<Chart>, entry: ID<Entry>, startedAt: Instant, minutes: Int, number: Int
  ) {
    self.number = number
    self.chart = chart
    self.entry = entry
    self.startedAt = startedAt
    self.minutes = minutes
  }
}
