import ClinicCore
import Foundation
import TechniqueKit
import Yams

/// Questions, rules, templates and wording that a clinic has written down in a YAML file of its own.
///
/// It is a module without code: the same values under the same checks, always a draft. Its rules
/// bear on every technique, and none of its texts can change what a rule does.
public struct ClinicContent {
  public let document: ModuleDocument
  /// Texts of other modules in the clinic's own words, by their place:
  /// `question/pain_now/prompt`.
  public let wording: [String: String]
  public let path: String
  private let root: Node

  /// - Parameters:
  ///   - bytes: of the file.
  ///   - path: for messages.
  /// - Throws: `ConfigProblems` with the line and column of the first mistake; also where the bytes
  ///   are not UTF-8.
  public init(bytes: [UInt8], path: String) throws(ConfigProblems) {
    let text: String
    do throws(ConfigProblem) { text = try YAMLText.text(bytes) } catch {
      throw Self.problems(path, [error])
    }
    try self.init(yaml: text, path: path)
  }

  /// - Parameter path: for messages.
  /// - Throws: `ConfigProblems` with the line and column of the first mistake.
  public init(yaml text: String, path: String) throws(ConfigProblems) {
    self.path = path
    let node: Node?
    do throws(ConfigProblem) { node = try YAMLText.compose(text, .default) } catch {
      throw Self.problems(path, [error])
    }
    guard let node else {
      throw Self.problems(path, [ConfigProblem(1, 1, .missing(key: "schema"))])
    }
    root = node
    if let key = node.keyOfAnotherForm {
      throw Self.problems(
        path,
        [
          ConfigProblem(
            key.mark?.line ?? 1, key.mark?.column ?? 1,
            .number(key, "the key", wanted: "a whole number"))
        ])
    }
    let body: Body
    do {
      var strict: [CodingUserInfoKey: Any] = [:]
      if let key = CodingUserInfoKey.refusesUnknownKeys { strict[key] = true }
      body = try YAMLDecoder().decode(
        Body.self, from: root.withPlainNumbersOnly, userInfo: strict)
    } catch {
      throw Self.problems(path, [Self.problem(error, in: root)])
    }
    for rule in root["rules"]?.sequence ?? [] {
      guard let techniques = rule["techniques"] else { continue }
      let sentence = "a rule of a clinic bears on every technique; leave techniques out."
      throw Self.problems(
        path,
        [
          ConfigProblem(
            techniques.mark?.line ?? 1, techniques.mark?.column ?? 1, .content(sentence))
        ])
    }
    document = body.document(origin: path.split(separator: "/").last.map(String.init) ?? path)
    wording = body.wording
  }

  /// What is wrong with an item of the content, at its place in the file.
  ///
  /// - Parameters:
  ///   - kind: `question`, `rule`, `template`, or `wording`.
  ///   - id: of the item, or the place of a wording.
  public func problem(_ kind: String, _ id: String, _ sentence: String) -> ConfigProblem {
    let node = node(of: kind, id)
    return ConfigProblem(
      node?.mark?.line ?? 1, node?.mark?.column ?? 1, .content("\(kind) \(id): \(sentence)"))
  }

  private func node(of kind: String, _ id: String) -> Node? {
    if kind == "wording" {
      return root["wording"]?.mapping?.first { $0.key.string == id }?.key
    }
    return root["\(kind)s"]?.sequence?.first { item in
      item["id"]?.string == id
        || item["fields"]?.sequence?.contains { $0["id"]?.string == id } == true
    }
  }

  public static func problems(_ path: String, _ problems: [ConfigProblem]) -> ConfigProblems {
    ConfigProblems(
      path: path, problems: problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }

  /// The mistake that stopped the decoding, at the node it speaks of.
  private static func problem(_ error: any Error, in root: Node) -> ConfigProblem {
    guard let error = error as? DecodingError else {
      return ConfigProblem(1, 1, .notYAML("it cannot be read"))
    }
    let context: DecodingError.Context
    var sentence: String
    switch error {
    case .keyNotFound(let key, let found):
      context = found
      sentence = "\(key.stringValue) is missing."
    case .typeMismatch(let type, let found), .valueNotFound(let type, let found):
      context = found
      sentence = "\(name(found)) needs \(words(type))."
    case .dataCorrupted(let found):
      context = found
      let word = found.debugDescription.components(separatedBy: "from invalid").last ?? ""
      sentence =
        found.debugDescription.contains("ClosedRange")
        ? "\(name(found)) goes from the lower number to the higher one."
        : found.debugDescription.hasPrefix("Cannot initialize")
          ? "\(name(found)) cannot be \(word.split(separator: " ").last ?? "that")."
          : found.debugDescription + "."
    @unknown default: return ConfigProblem(1, 1, .notYAML("it cannot be read"))
    }
    var node = root
    for key in context.codingPath {
      let next: Node? =
        key.intValue.flatMap { place in
          node.sequence.flatMap { $0.indices.contains(place) ? $0[place] : nil }
        } ?? node.mapping?.first { $0.key.string == key.stringValue }?.value
      guard let next else { break }
      node = next
    }
    if case .typeMismatch(let type, _) = error, type is Int.Type || type is Double.Type {
      let wanted = words(type)
      let kind = ConfigProblem.Kind.number(node, name(context), wanted: wanted)
      return ConfigProblem(node.mark?.line ?? 1, node.mark?.column ?? 1, kind)
    }
    if sentence.hasSuffix("..") { sentence.removeLast() }
    return ConfigProblem(node.mark?.line ?? 1, node.mark?.column ?? 1, .content(sentence))
  }

  private static func name(_ context: DecodingError.Context) -> String {
    context.codingPath.last { $0.intValue == nil }?.stringValue ?? "this"
  }

  private static func words(_ type: Any.Type) -> String {
    switch type {
    case is String.Type: "some text"
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    case is Bool.Type: "true or false"
    default: "\(type)".hasPrefix("Array") ? "a list" : "keys with values under it"
    }
  }

  /// The file as it is written.
  private struct Body: Decodable {
    let id: ID<Manifest>
    let name: String
    let questions: [Question]
    let rules: [SafetyRule]
    let templates: [SessionTemplate]
    let aftercare: Aftercare
    let wording: [String: String]

    private enum Key: String, CodingKey, CaseIterable {
      case schema, id, name, questions, rules, templates, aftercare, wording
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.fields(Key.self)
      let schema = try fields.decode(Int.self, forKey: .schema)
      guard ModuleDocument.schemas.contains(schema) else {
        let known = ModuleDocument.schemas.map(String.init).joined(separator: " and ")
        throw DecodingError.dataCorruptedError(
          forKey: .schema, in: fields,
          debugDescription: "schema \(schema) is not known; this Fascia reads schema \(known)")
      }
      id = try fields.decode(ID<Manifest>.self, forKey: .id)
      name = try fields.decode(String.self, forKey: .name)
      questions = try fields.decodeIfPresent([Question].self, forKey: .questions) ?? []
      rules = try fields.decodeIfPresent([SafetyRule].self, forKey: .rules) ?? []
      templates = try fields.decodeIfPresent([SessionTemplate].self, forKey: .templates) ?? []
      aftercare = try fields.decodeIfPresent(Aftercare.self, forKey: .aftercare) ?? .none
      wording = try fields.decodeIfPresent([String: String].self, forKey: .wording) ?? [:]
      let content = ModuleContent(intake: questions, safetyRules: rules)
      if schema < 2, let word = content.firstOfSchema2 {
        throw DecodingError.dataCorruptedError(
          forKey: .schema, in: fields,
          debugDescription: "\(word) needs schema 2; write schema: 2 at the top")
      }
    }

    func document(origin: String) -> ModuleDocument {
      var rules = rules
      for place in rules.indices { rules[place].techniques = .every }
      return ModuleDocument(
        manifest: Manifest(
          id: id, name: name, version: .init(0, 1, 0), stability: .draft,
          summary: "What \(name) has added.", origin: origin),
        content: ModuleContent(
          intake: questions, safetyRules: rules, templates: templates, aftercare: aftercare))
    }
  }
}
