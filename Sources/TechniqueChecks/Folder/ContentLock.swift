import Foundation
import TechniqueKit

/// What each item of a module meant and said when its version was last stepped: the file
/// `CONTENT.lock` beside the module.
///
/// A fingerprint is 64 bits of FNV-1a over the item's JSON form; it guards against oversight, not
/// against malice. Examples are left out: they test the content and are none of it.
public struct ContentLock: Equatable, Sendable {
  public let version: ContentVersion
  /// `rule hot_stone_burn` to its fingerprints.
  let items: [String: Prints]

  struct Prints: Equatable, Sendable {
    let meaning: String
    let wording: String
  }

  public init(_ document: ModuleDocument) throws {
    version = document.manifest.version
    let said = try Self.bodies(document, leavingOut: ["id", "aliases"])
    // Where something comes from, and how it is worded, is not what it means.
    let meant = try Self.bodies(
      document.mapTexts { _, _ in "" },
      leavingOut: ["id", "aliases", "citations", "citation", "population", "licence"])
    items = said.reduce(into: [:]) { items, body in
      items[body.key] = Prints(
        meaning: Self.print(meant[body.key] ?? ""), wording: Self.print(body.value))
    }
  }

  /// Reads the file's text; `nil` when it is none.
  public init?(text: String) {
    var version: ContentVersion?
    var items: [String: Prints] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      if words.count == 2, words[0] == "version" {
        version = ContentVersion(words[1])
      } else if words.count == 4 {
        items["\(words[0]) \(words[1])"] = Prints(meaning: words[2], wording: words[3])
      } else {
        return nil
      }
    }
    guard let version else { return nil }
    self.version = version
    self.items = items
  }

  public var text: String {
    "# What each item means and says at this version. Do not edit; written by: fascia module write\n"
      + "version \(version)\n"
      + items.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value.meaning) \($0.value.wording)\n" }.joined()
  }

  /// The items as JSON, by kind and id, without some members of theirs.
  private static func bodies(
    _ document: ModuleDocument, leavingOut members: Set<String>
  ) throws -> [String: String] {
    let content = document.content
    var bodies: [String: String] = [:]
    func add(_ kind: String, _ id: String, _ value: some Encodable) throws {
      let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
      let own = object as? [String: Any]
      let data = try JSONSerialization.data(
        withJSONObject: own.map { Self.without(members, $0) } ?? object, options: .sortedKeys)
      bodies["\(kind) \(id)"] = String(decoding: data, as: UTF8.self)
    }
    try add("module", "summary", [document.manifest.name, document.manifest.summary])
    for option in document.options { try add("option", option.name, option) }
    for question in content.intake { try add("question", question.id.rawValue, question) }
    for rule in content.safetyRules { try add("rule", rule.id.rawValue, rule) }
    for template in content.templates { try add("template", template.id.rawValue, template) }
    for kind in content.findings { try add("finding", kind.id.rawValue, kind) }
    for metric in content.metrics { try add("metric", metric.id.rawValue, metric) }
    for (place, item) in content.evidence.enumerated() { try add("evidence", "\(place + 1)", item) }
    try add("aftercare", "text", content.aftercare)
    return bodies
  }

  /// The item's own id is left out, so that a rename alone changes nothing; ids within it stay.
  private static func without(_ members: Set<String>, _ object: [String: Any]) -> [String: Any] {
    object.filter { !members.contains($0.key) }.mapValues { value in
      let inner = members.subtracting(["id"])
      if let object = value as? [String: Any] { return without(inner, object) }
      if let list = value as? [[String: Any]] { return list.map { without(inner, $0) } }
      return value
    }
  }

  private static func print(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash &*= 0x0000_0100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension ContentLock {
  /// How far a version has to be stepped, and the item that asks for most.
  public enum Step: Equatable, Sendable {
    case none
    /// Only words changed.
    case wording(item: String)
    /// Something was added.
    case addition(item: String)
    /// Something that records may rest on means something else, or is gone.
    case meaning(item: String)

    /// The lowest version that a module may have after the change. Below 1.0.0 the second number
    /// stands for the first, and the third for the second.
    public func lowest(after old: ContentVersion) -> ContentVersion {
      switch self {
      case .none: old
      case .meaning:
        old.major == 0
          ? ContentVersion(0, old.minor + 1, 0) : ContentVersion(old.major + 1, 0, 0)
      case .addition:
        old.major == 0
          ? ContentVersion(0, old.minor, old.patch + 1)
          : ContentVersion(old.major, old.minor + 1, 0)
      case .wording: ContentVersion(old.major, old.minor, old.patch + 1)
      }
    }

    /// "the meaning of rule hot_stone_burn changed", for a sentence.
    public var words: String {
      switch self {
      case .none: "nothing changed"
      case .wording(let item): "the wording of \(item) changed"
      case .addition(let item): "\(item) was added"
      case .meaning(let item): "the meaning of \(item) changed"
      }
    }
  }

  /// - Parameters:
  ///   - old: the lock of the version before.
  ///   - document: the module that this lock is of, whose items know their former ids.
  public func step(since old: ContentLock, of document: ModuleDocument) -> Step {
    let aliases = document.renamedItems
    var added: String?
    var reworded: String?
    for (name, before) in old.items.sorted(by: { $0.key < $1.key }) {
      if let now = items[name] ?? aliases[name].flatMap({ items[$0] }) {
        if now.meaning != before.meaning, Self.isStored(name) { return .meaning(item: name) }
        if now.wording != before.wording { reworded = reworded ?? name }
      } else if Self.isStored(name) {
        return .meaning(item: name)
      } else {
        reworded = reworded ?? name
      }
    }
    for name in items.keys.sorted() where old.items[name] == nil {
      if Self.isStored(name) { added = added ?? name } else { reworded = reworded ?? name }
    }
    return added.map { .addition(item: $0) } ?? reworded.map { .wording(item: $0) } ?? .none
  }

  /// Whether records point at such an item.
  private static func isStored(_ name: String) -> Bool {
    !name.hasPrefix("evidence ") && !name.hasPrefix("aftercare ") && !name.hasPrefix("module ")
  }
}

extension ModuleDocument {
  /// For each item that was renamed, its old name in a lock to its new one.
  var renamedItems: [String: String] {
    func renamed<Item: Renamable>(_ kind: String, _ items: [Item]) -> [(String, String)] {
      items.flatMap { item in item.aliases.map { ("\(kind) \($0)", "\(kind) \(item.id)") } }
    }
    return Dictionary(
      renamed("question", content.intake) + renamed("rule", content.safetyRules)
        + renamed("template", content.templates) + renamed("finding", content.findings)
        + renamed("metric", content.metrics), uniquingKeysWith: { first, _ in first })
  }
}
