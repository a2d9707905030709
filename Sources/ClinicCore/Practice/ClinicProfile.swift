/// What a clinic asks of its records, and how it is called on paper: the settings the core goes by.
public struct ClinicProfile: Hashable, Sendable {
  /// How the clinic is called on what it hands out.
  public var name: String?
  /// When reports to referring providers fall due.
  public var reports = ReportInterval()

  public init(name: String? = nil) { self.name = name }
}
