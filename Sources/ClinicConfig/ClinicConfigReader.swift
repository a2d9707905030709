import ClinicCore
import TechniqueKit
import Yams

/// Reads `config.yaml` and collects every mistake in it; never puts a default in the place of one.
public struct ClinicConfigReader {
  let compiledIn: [any Technique.Type]
  /// The names of keys that a pedal may send.
  let keyNames: [String]
  private var problems: [ConfigProblem] = []
  /// Whether the clinic has content of its own, which may be billed too.
  private(set) var hasContent = false
  var ownServices: [ClinicConfig.OwnService] = []

  /// - Parameters:
  ///   - bytes: of the file.
  ///   - path: only for messages.
  ///   - compiledIn: the techniques of this build.
  ///   - keyNames: what a pedal may send, besides one character.
  /// - Throws: `ConfigProblems`; also where the bytes are not UTF-8.
  public static func read(
    bytes: [UInt8], path: String, compiledIn: [any Technique.Type], keyNames: [String]
  ) throws(ConfigProblems) -> ClinicConfig {
    let text: String
    do throws(ConfigProblem) { text = try YAMLText.text(bytes) } catch {
      throw ConfigProblems(path: path, problems: [error])
    }
    return try read(text, path: path, compiledIn: compiledIn, keyNames: keyNames)
  }

  /// - Parameters:
  ///   - path: only for messages.
  ///   - compiledIn: the techniques of this build.
  ///   - keyNames: what a pedal may send, besides one character.
  /// - Throws: `ConfigProblems`.
  public static func read(
    _ text: String, path: String, compiledIn: [any Technique.Type], keyNames: [String]
  ) throws(ConfigProblems) -> ClinicConfig {
    var reader = ClinicConfigReader(compiledIn: compiledIn, keyNames: keyNames)
    let config = reader.config(text)
    guard reader.problems.isEmpty else {
      throw ConfigProblems(
        path: path,
        problems: reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    return config
  }

  private init(compiledIn: [any Technique.Type], keyNames: [String]) {
    self.compiledIn = compiledIn
    self.keyNames = keyNames
  }

  private mutating func config(_ text: String) -> ClinicConfig {
    var config = ClinicConfig(techniques: [])
    let root: Node
    do throws(ConfigProblem) {
      guard let node = try YAMLText.compose(text) else {
        add(nil, .missing(key: "schema"))
        return config
      }
      root = node
    } catch {
      problems.append(error)
      return config
    }
    let top = section(
      root, "config",
      [
        "schema", "clinic", "therapist", "practice", "security", "backup", "session", "note",
        "referral", "allow_draft", "content", "language", "techniques", "billing", "consent",
      ])
    if let schema = top["schema"] {
      if let number = schema.plainWholeNumber {
        if number != 1 { add(schema, .unsupportedSchema("\(number)")) }
      } else {
        add(schema, .number(schema, "schema", wanted: "a whole number"))
      }
    } else {
      add(root, .missing(key: "schema"))
    }
    var ageOfMajority: Int?
    if let clinic = top["clinic"] {
      let fields = section(clinic, "clinic", ["name", "time_zone", "age_of_majority"])
      config.profile.name = words(fields["name"], "clinic.name")
      config.zone = zone(fields["time_zone"])
      ageOfMajority = wholeNumber(fields["age_of_majority"], "clinic.age_of_majority", 18...21)
    }
    if let therapist = top["therapist"] {
      let fields = section(therapist, "therapist", ["name", "credential"])
      if let name = words(fields["name"], "therapist.name") {
        config.therapist = Author(
          name: name, credential: words(fields["credential"], "therapist.credential") ?? "")
      } else if fields["name"] == nil {
        add(therapist, .missing(key: "therapist.name"))
      }
    }
    if let practice = top["practice"] {
      config.practiceFile = words(section(practice, "practice", ["file"])["file"], "practice.file")
    }
    if let security = top["security"] { config.security = self.security(security) }
    if let backup = top["backup"] { config.backup = self.backup(backup) }
    if let session = top["session"] { config.session = self.session(session) }
    if let note = top["note"] { config.profile.noteRequires = noteRequires(note) }
    if let referral = top["referral"] { config.profile.reports = reports(referral) }
    if let flag = top["allow_draft"] {
      config.allowsDrafts = self.flag(flag, "allow_draft") ?? false
    }
    hasContent = top["content"] != nil
    if let billing = top["billing"] {
      config.profile.billing = self.billing(billing, clinic: config.profile.name)
    }
    if let consent = top["consent"] { config.profile.consent = self.consent(consent) }
    if let ageOfMajority { config.profile.consent.ageOfMajority = ageOfMajority }
    config.contentFile = words(top["content"], "content")
    config.ownServices = ownServices
    config.language = words(top["language"], "language")
    config.techniques = techniques(top["techniques"], root, allowsDrafts: config.allowsDrafts)
    return config
  }

  mutating func techniques(
    _ node: Node?, _ root: Node, allowsDrafts: Bool
  ) -> [ClinicConfig.EnabledTechnique] {
    let known = compiledIn.map { $0.manifest.id.rawValue }
    guard let node else {
      add(root, .missing(key: "techniques"))
      return []
    }
    var enabled: [ClinicConfig.EnabledTechnique] = []
    for (key, value) in pairs(node, "techniques") {
      guard let type = compiledIn.first(where: { $0.manifest.isCalled(key.string ?? "") }) else {
        add(key, .unknown(what: "technique", name: key.string ?? "", known: known))
        continue
      }
      let name = "techniques.\(type.manifest.id)"
      let fields = section(value, name, ["enabled", "options"])
      let settings = settings(fields["options"], type, name)
      guard let flag = fields["enabled"] else {
        add(key, .missing(key: "\(name).enabled"))
        continue
      }
      guard self.flag(flag, "\(name).enabled") == true else { continue }
      switch type.manifest.stability {
      case .draft where !allowsDrafts: add(key, .draft(technique: type.manifest.id.rawValue))
      case .retired: add(key, .retired(technique: type.manifest.id.rawValue))
      case .draft, .reviewed, .stable:
        enabled.append(.init(id: type.manifest.id, settings: settings))
      }
    }
    if enabled.isEmpty, problems.isEmpty { add(node, .nothingEnabled(known: known)) }
    return enabled
  }

  mutating func settings(
    _ node: Node?, _ type: any Technique.Type, _ name: String
  ) -> OptionValues {
    guard let node else { return OptionValues(type.options) }
    var settings: [String: OptionValues.Value] = [:]
    for (key, value) in pairs(node, "\(name).options") {
      guard let option = type.options.first(where: { $0.name == key.string }) else {
        add(
          key,
          .unknown(what: "option", name: key.string ?? "", known: type.options.map(\.name)))
        continue
      }
      let path = "\(name).options.\(option.name)"
      switch option.kind {
      case .yesNo:
        settings[option.name] = flag(value, path).map { .yesNo($0) }
      case .wholeNumber(let range, _):
        settings[option.name] = wholeNumber(value, path, range).map { .wholeNumber($0) }
      }
    }
    return OptionValues(type.options, settings: settings)
  }

  /// The members of a mapping; a key that is not known is a problem.
  mutating func section(
    _ node: Node, _ name: String, _ known: [String]
  ) -> [String: Node] {
    var fields: [String: Node] = [:]
    for (key, value) in pairs(node, name) {
      if let word = key.string, known.contains(word) {
        fields[word] = value
      } else {
        add(key, .unknown(what: "key", name: key.string ?? "", known: known))
      }
    }
    return fields
  }

  mutating func pairs(_ node: Node, _ name: String) -> [(key: Node, value: Node)] {
    guard let mapping = node.mapping else {
      add(node, .wrongType(key: name, wanted: "keys with values under it"))
      return []
    }
    return mapping.map { ($0.key, $0.value) }
  }

  private mutating func zone(_ node: Node?) -> ClinicConfig.ProposedZone? {
    guard let node, let name = words(node, "clinic.time_zone") else { return nil }
    do throws(ZoneError) {
      return ClinicConfig.ProposedZone(
        zone: try ClinicZone(named: name), line: node.mark?.line ?? 1,
        column: node.mark?.column ?? 1)
    } catch {
      add(node, .noSuchZone(error))
      return nil
    }
  }

  mutating func wholeNumber(
    _ node: Node?, _ key: String, _ range: ClosedRange<Int>
  ) -> Int? {
    guard let node else { return nil }
    guard let number = node.plainWholeNumber else {
      // More digits than a number can hold are a number all the same.
      let isLarge = PlainNumber.isPlain(node.string ?? "") && node.string?.contains(".") == false
      let isText = node.scalar.map { $0.style != .plain && $0.style != .any } ?? false
      add(
        node,
        isLarge && !isText
          ? .outOfRange(key: key, range: range) : .number(node, key, wanted: "a whole number"))
      return nil
    }
    guard range.contains(number) else {
      add(node, .outOfRange(key: key, range: range))
      return nil
    }
    return number
  }

  mutating func flag(_ node: Node, _ key: String) -> Bool? {
    if let scalar = node.scalar, scalar.style == .plain {
      switch scalar.string.lowercased() {
      case "true", "yes", "on": return true
      case "false", "no", "off": return false
      default: break
      }
    }
    add(node, .wrongType(key: key, wanted: "true or false"))
    return nil
  }

  mutating func words(_ node: Node?, _ key: String) -> String? {
    guard let node else { return nil }
    guard let text = node.string, !text.isEmpty else {
      add(node, .wrongType(key: key, wanted: "some text"))
      return nil
    }
    return text
  }

  mutating func add(_ node: Node?, _ kind: ConfigProblem.Kind) {
    problems.append(ConfigProblem(node?.mark?.line ?? 1, node?.mark?.column ?? 1, kind))
  }
}
