import TechniqueKit

/// One row of the audit trail: who did what, when, to which chart.
public struct TrailRow: Hashable, Sendable {
  /// Counted up from 1 within the practice.
  public let number: Int
  public let at: Instant
  public let person: ID<Person>
  public let action: TrailAction
  public let chart: ID<Chart>?
  /// What was written: `R12`, `D7`, or the identifier of a draft, person or key slot.
  public let subject: String?
  /// A typed reason, or what was found; sealed in the store.
  public let detail: String?

  public init(
    number: Int, at: Instant, person: ID<Person>, action: TrailAction, chart: ID<Chart>?,
    subject: String?, detail: String?
  ) {
    self.number = number
    self.at = at
    self.person = person
    self.action = action
    self.chart = chart
    self.subject = subject
    self.detail = detail
  }
}

/// Everything the trail knows. The raw values are stored and never change.
public enum TrailAction: String, Hashable, Sendable, CaseIterable {
  case founded
  case chartOpened = "chart_opened"
  case wrote
  case defined
  case draftOpened = "draft_opened"
  case draftStep = "draft_step"
  case draftClosed = "draft_closed"
  case draftReopened = "draft_reopened"
  case did
  case tookBack = "took_back"
  case putBack = "put_back"
  case read
  case identityRead = "identity_read"
  case emergencyAccess = "emergency_access"
  case erased
  case signedIn = "signed_in"
  case refused
  case locked
  case personAdded = "person_added"
  case personRemoved = "person_removed"
  case keyAdded = "key_added"
  case keyRemoved = "key_removed"
  case keysRotated = "keys_rotated"
  case copy
  case copyRemoved = "copy_removed"
  case backedUp = "backed_up"
  case exported
  /// Something of a client left the practice.
  case disclosed
  /// A command was refused to the person's role.
  case denied
  case imported
  case restored
  case rebuilt
  case zoneSet = "zone_set"

  public var words: String {
    switch self {
    case .founded: "practice founded"
    case .chartOpened: "chart opened for a new client"
    case .wrote: "wrote to the chart"
    case .defined: "kept a definition"
    case .draftOpened: "began a draft"
    case .draftStep: "added to a draft"
    case .draftClosed: "closed a draft"
    case .draftReopened: "opened a draft again"
    case .did: "did a command"
    case .tookBack: "took a command back"
    case .putBack: "put a command back"
    case .read: "read the chart"
    case .identityRead: "read who the client is"
    case .emergencyAccess: "EMERGENCY ACCESS"
    case .erased: "ERASED the client"
    case .signedIn: "signed in"
    case .refused: "wrong passphrases before this"
    case .locked: "locked"
    case .personAdded: "added or changed a person"
    case .personRemoved: "ended a person's access"
    case .keyAdded: "added a key"
    case .keyRemoved: "removed a key"
    case .keysRotated: "rotated the practice key"
    case .copy: "a copy is put at"
    case .copyRemoved: "took away the copy at"
    case .backedUp: "backed up, proved"
    case .exported: "exported in the open"
    case .disclosed: "gave out"
    case .denied: "was refused"
    case .imported: "imported"
    case .restored: "restored from a backup"
    case .rebuilt: "rebuilt the indexes"
    case .zoneSet: "set the clinic's time zone"
    }
  }
}

/// Which rows of the trail are wanted; `nil` leaves a side open.
public struct TrailFilter: Hashable, Sendable {
  public var chart: ID<Chart>?
  public var person: ID<Person>?
  public var from: Instant?
  /// Not included.
  public var to: Instant?

  public init(
    chart: ID<Chart>? = nil, person: ID<Person>? = nil, from: Instant? = nil, to: Instant? = nil
  ) {
    self.chart = chart
    self.person = person
    self.from = from
    self.to = to
  }
}
