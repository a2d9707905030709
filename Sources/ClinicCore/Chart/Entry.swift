import TechniqueKit

/// One thing that happened to a chart. Entries are only ever appended; a correction is a new one.
public struct Entry: Hashable, Sendable {
  public let id: ID<Entry>
  public let chart: ID<Chart>
  public let happenedAt: Instant
  public let recordedAt: Instant
  public let author: Author
  /// The catalogue the entry was made with.
  public let definition: DefinitionDigest
  /// The entry that this one takes the place of.
  public let supersedes: ID<Entry>?
  public let content: Content

  public init(
    id: ID<Entry>, chart: ID<Chart>, happenedAt: Instant, recordedAt: Instant, author: Author,
    definition: DefinitionDigest, supersedes: ID<Entry>? = nil, content: Content
  ) {
    self.id = id
    self.chart = chart
    self.happenedAt = happenedAt
    self.recordedAt = recordedAt
    self.author = author
    self.definition = definition
    self.supersedes = supersedes
    self.content = content
  }

  public enum Content: Hashable, Sendable {
    case registered(Identity)
    case identityChanged(Identity)
    case intake(IntakeRecord)
    case acknowledgement(Acknowledgement)
    case clearance(Clearance)
    case notTreated(NotTreated)
    case visit(VisitRecord)
    case signature(Signature)
    case addendum(Addendum)
    case measurement(Measurement)
    case diary(DiaryPage)
    case appointment(Appointment)
    case appointmentChanged(AppointmentChange)
    case consent(ConsentRecord)
    case goal(Goal)
    case plan(TreatmentPlan)
    case referral(Referral)
    case reportSent(ReportSent)
    case closing(Closing)
    case receipt(IssuedReceipt)
    case receiptVoided(VoidedReceipt)
    case retraction(Retraction)
    /// Of the practice's own chart.
    case zone(ZoneChoice)
  }

  /// The name of each content in the store; never changes.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case registered, intake, acknowledgement, clearance, visit, signature, addendum, measurement
    case diary, appointment, consent, retraction
    case goal, plan, referral, closing, receipt
    case zone = "time_zone"
    case identityChanged = "identity_changed"
    case notTreated = "not_treated"
    case appointmentChanged = "appointment_changed"
    case reportSent = "report_sent"
    case receiptVoided = "receipt_voided"
  }
}

/// SHA-256 of a stored definition, as 64 hexadecimal digits.
public struct DefinitionDigest: Hashable, Sendable, Codable {
  public let hex: String
  public init(hex: String) { self.hex = hex }

  public init(from decoder: any Decoder) throws {
    hex = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
