/// A setting of this run as `set` shows it.
public struct Setting: Equatable, Sendable {
  public let name: String
  public var value: String
  /// `--plain`, `FASCIA_CONFIG`, `config.yaml`, `the default`.
  public var source: String

  public init(_ name: String, _ value: String, from source: String) {
    self.name = name
    self.value = value
    self.source = source
  }
}
