/// What a clinic asks of its records, and how it is called on paper: the settings the core goes by.
public struct ClinicProfile: Hashable, Sendable {
  /// How the clinic is called on what it hands out.
  public var name: String?
  /// What a note must not lack to be signed.
  public var noteRequires: Set<NoteGap.Kind>
  /// When reports to referring providers fall due.
  public var reports = ReportInterval()
  /// What stands on receipts; none are made without it.
  public var billing: BillingSettings?
  /// What clients are asked to agree to.
  public var consent = ConsentSettings()

  public init(
    name: String? = nil, noteRequires: Set<NoteGap.Kind> = [.affirmed],
    billing: BillingSettings? = nil, consent: ConsentSettings = ConsentSettings()
  ) {
    self.name = name
    self.noteRequires = noteRequires
    self.billing = billing
    self.consent = consent
  }
}
