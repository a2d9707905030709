/// A module as one JSON document, the form in which modules are printed, compared and stored.
///
/// The form is frozen: within a schema new members may appear, but none is renamed, removed or given
/// another meaning. Files of every type under `Tests/TechniqueKitTests/Golden` hold it in place. A
/// document is written in the lowest schema that can say what it says.
public struct ModuleDocument: Hashable, Sendable, Codable {
  /// The newest schema.
  public static let schema = 2
  /// Every schema that is read.
  public static let schemas = 1...schema

  public var manifest: Manifest
  public var options: [ModuleOption]
  public var content: ModuleContent

  public init(manifest: Manifest, options: [ModuleOption] = [], content: ModuleContent) {
    self.manifest = manifest
    self.options = options
    self.content = content
  }

  /// The module with its options at their defaults.
  public init(_ technique: any Technique.Type) {
    self.init(
      manifest: technique.manifest, options: technique.options,
      content: technique.standardContent)
  }

  private enum Key: String, CodingKey, CaseIterable { case schema, manifest, options, content }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    let schema: Int = try fields.decode(.schema)
    guard Self.schemas.contains(schema) else {
      throw fields.mistake(
        .schema,
        "schema \(schema) is not known; this reads \(Self.schemas.map(String.init).joined(separator: " and "))"
      )
    }
    self.init(
      manifest: try fields.decode(.manifest), options: try fields.decode(.options, or: []),
      content: try fields.decode(.content))
    if schema < 2, let word = content.firstOfSchema2 {
      throw fields.mistake(.schema, "\(word) needs schema 2")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(content.firstOfSchema2 == nil ? 1 : 2, forKey: .schema)
    try fields.encode(manifest, forKey: .manifest)
    try fields.encode(options, .options, unless: [])
    try fields.encode(content, forKey: .content)
  }
}

extension Manifest: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case id, name, summary, version, stability, reviewers, origin, aliases
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      id: try fields.decode(.id), name: try fields.decode(.name),
      version: try fields.decode(.version), stability: try fields.decode(.stability),
      reviewers: try fields.decode(.reviewers, or: []), summary: try fields.decode(.summary),
      origin: try fields.decode(.origin, or: ""))
    aliases = try fields.decode(.aliases, or: [])
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(name, forKey: .name)
    try fields.encode(summary, forKey: .summary)
    try fields.encode(version, forKey: .version)
    try fields.encode(stability, forKey: .stability)
    try fields.encode(reviewers, .reviewers, unless: [])
    try fields.encode(origin, .origin, unless: "")
    try fields.encode(aliases, .aliases, unless: [])
  }
}

extension ModuleContent: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case questions, rules, templates, findings, metrics, evidence, aftercare, examples
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      intake: try fields.decode(.questions, or: []), safetyRules: try fields.decode(.rules, or: []),
      templates: try fields.decode(.templates, or: []),
      findings: try fields.decode(.findings, or: []), metrics: try fields.decode(.metrics, or: []),
      evidence: try fields.decode(.evidence, or: []),
      aftercare: try fields.decode(.aftercare, or: .none),
      examples: try fields.decode(.examples, or: []))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(intake, .questions, unless: [])
    try fields.encode(safetyRules, .rules, unless: [])
    try fields.encode(templates, .templates, unless: [])
    try fields.encode(findings, .findings, unless: [])
    try fields.encode(metrics, .metrics, unless: [])
    try fields.encode(evidence, .evidence, unless: [])
    try fields.encode(aftercare, .aftercare, unless: .none)
    try fields.encode(examples, .examples, unless: [])
  }
}

extension Aftercare: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case expect, advice, reported
    case seekHelp = "seek_help"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      expect: try fields.decode(.expect, or: []), advice: try fields.decode(.advice, or: []),
      seekHelp: try fields.decode(.seekHelp, or: []),
      reported: try fields.decode(.reported, or: []))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(expect, forKey: .expect)
    try fields.encode(advice, forKey: .advice)
    try fields.encode(seekHelp, forKey: .seekHelp)
    try fields.encode(reported, .reported, unless: [])
  }
}

extension Example: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case title, answers, age, sex, earlier, raises, findings, scores
    case lastTechniques = "last_techniques"
    case lastFindings = "last_findings"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      try fields.decode(.title), answers: try fields.decode(.answers, or: [:]),
      age: try fields.decodeIfPresent(Int.self, forKey: .age),
      sex: try fields.decodeIfPresent(Sex.self, forKey: .sex),
      earlier: try fields.decode(.earlier, or: [:]),
      lastTechniques: try fields.decode(.lastTechniques, or: []),
      raises: try fields.decode(.raises, or: []), findings: try fields.decode(.findings, or: [:]),
      lastFindings: try fields.decode(.lastFindings, or: []),
      scores: try fields.decode(.scores, or: [:]))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(title, forKey: .title)
    try fields.encode(answers, .answers, unless: [:])
    try fields.encodeIfPresent(age, forKey: .age)
    try fields.encodeIfPresent(sex, forKey: .sex)
    try fields.encode(lastTechniques.sorted(), .lastTechniques, unless: [])
    try fields.encode(earlier, .earlier, unless: [:])
    try fields.encode(raises, .raises, unless: [])
    try fields.encode(findings, .findings, unless: [:])
    try fields.encode(lastFindings, .lastFindings, unless: [])
    try fields.encode(scores, .scores, unless: [:])
  }
}

/// `"kind": "yes_no"` or `"whole_number"`, with the default and the range beside it.
extension ModuleOption: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case name, meaning, kind, range
    case defaultValue = "default"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    let kind: Kind
    switch try fields.decode(String.self, forKey: .kind) {
    case "yes_no": kind = .yesNo(defaultValue: try fields.decode(.defaultValue))
    case "whole_number":
      kind = .wholeNumber(
        range: try fields.decode(.range), defaultValue: try fields.decode(.defaultValue))
    default: throw fields.mistake(.kind, "kind is yes_no or whole_number")
    }
    self.init(try fields.decode(.name), try fields.decode(.meaning), kind)
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(name, forKey: .name)
    try fields.encode(meaning, forKey: .meaning)
    switch kind {
    case .yesNo(let value):
      try fields.encode("yes_no", forKey: .kind)
      try fields.encode(value, forKey: .defaultValue)
    case .wholeNumber(let range, let value):
      try fields.encode("whole_number", forKey: .kind)
      try fields.encode(range, forKey: .range)
      try fields.encode(value, forKey: .defaultValue)
    }
  }
}
