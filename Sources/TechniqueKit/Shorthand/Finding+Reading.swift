extension Finding {
  /// One of several ways in which a line may be read.
  public struct Reading: Hashable, Sendable {
    public let finding: Finding
    /// The line that is read in this way and in no other.
    public let line: String

    public init(finding: Finding, line: String) {
      self.finding = finding
      self.line = line
    }
  }
}
