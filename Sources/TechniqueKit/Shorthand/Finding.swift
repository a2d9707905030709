/// What a therapist recorded at one site, field by field.
public struct Finding: Hashable, Sendable, Codable {
  public let kind: ID<FindingKind>
  public let code: String
  public let values: [String: Value]

  public init(kind: ID<FindingKind>, code: String, values: [String: Value]) {
    self.kind = kind
    self.code = code
    self.values = values
  }

  public enum Value: Hashable, Sendable, Codable {
    case site(Site)
    case number(Double)
    case change(before: Double, after: Double)
    case count(Int)
    case word(String)
    case series([Double])
    case text(String)
  }
}
