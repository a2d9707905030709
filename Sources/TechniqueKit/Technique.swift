/// A technique module: a manifest, options, and content that follows from them.
///
/// A module is values and pure functions. It has no file, clock, network or database, so it can be
/// checked, simulated, printed and stored.
///
/// ```swift
/// public enum HotStone: Technique {
///   public static let manifest = Manifest(
///     id: "hot_stone", name: "Hot stone massage", version: .init(0, 1, 0), stability: .draft,
///     summary: "Warm basalt stones laid on and drawn along muscle.")
///   public static func content(_ options: OptionValues) -> ModuleContent { ... }
/// }
/// ```
public protocol Technique: Sendable {
  static var manifest: Manifest { get }
  /// What a clinic may set in `config.yaml`; none by default.
  static var options: [ModuleOption] { get }
  /// Everything the module supplies, for the given settings.
  static func content(_ options: OptionValues) -> ModuleContent
}

extension Technique {
  public static var options: [ModuleOption] { [] }
}

/// Who a module is.
public struct Manifest: Hashable, Sendable, Codable {
  /// Prefix of every id in the module: `hot_stone`.
  public let id: ID<Manifest>
  public let name: String
  /// One sentence: what is done.
  public let summary: String
  public let version: ContentVersion
  public let stability: Stability
  /// Clinicians who signed the content off; empty for a draft.
  public let reviewers: [String]

  public enum Stability: String, Hashable, Sendable, Codable, CaseIterable {
    case draft, reviewed, stable, retired
  }

  public init(
    id: ID<Manifest>, name: String, version: ContentVersion, stability: Stability,
    reviewers: [String] = [], summary: String
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.version = version
    self.stability = stability
    self.reviewers = reviewers
  }
}

/// Major: a stored meaning changed. Minor: something was added. Patch: wording.
public struct ContentVersion: Hashable, Sendable, Comparable {
  public let major: Int
  public let minor: Int
  public let patch: Int

  public init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads `1.2.3`; `nil` when it is not three numbers.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let major = parts[0], let minor = parts[1], let patch = parts[2],
      major >= 0, minor >= 0, patch >= 0
    else { return nil }
    self.init(major, minor, patch)
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}

extension ContentVersion: CustomStringConvertible, Codable {
  public var description: String { "\(major).\(minor).\(patch)" }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let version = ContentVersion(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a version")
    }
    self = version
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// All that one module supplies.
public struct ModuleContent: Hashable, Sendable, Codable {
  public var intake: [Question]
  public var safetyRules: [SafetyRule]
  public var templates: [SessionTemplate]
  public var findings: [FindingKind]
  public var metrics: [OutcomeMetric]
  public var evidence: [Evidence]
  public var aftercare: Aftercare
  public var examples: [Example]

  public init(
    intake: [Question] = [], safetyRules: [SafetyRule] = [], templates: [SessionTemplate] = [],
    findings: [FindingKind] = [], metrics: [OutcomeMetric] = [], evidence: [Evidence] = [],
    aftercare: Aftercare = .none, examples: [Example] = []
  ) {
    self.intake = intake
    self.safetyRules = safetyRules
    self.templates = templates
    self.findings = findings
    self.metrics = metrics
    self.evidence = evidence
    self.aftercare = aftercare
    self.examples = examples
  }
}
