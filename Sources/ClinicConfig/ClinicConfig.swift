import ClinicCore
import TechniqueKit

/// What `config.yaml` says, checked.
public struct ClinicConfig: Equatable, Sendable {
  /// What the clinic asks of its records, and how it is called.
  public var profile = ClinicProfile()
  /// The time zone that a practice is founded in, where the configuration names one.
  public var zone: ProposedZone?
  /// Who signs; the operating system's user when it is not set.
  public var therapist: Author?
  /// Path of the practice file; the standard place when it is not set.
  public var practiceFile: String?
  public var security = Security()
  public var backup = Backup()
  public var session = Session()
  /// Whether techniques may be enabled that no clinician has signed off.
  public var allowsDrafts = false
  /// Path of the clinic's own content, relative to the configuration.
  public var contentFile: String?
  /// What is billed of the clinic's own content; the content itself is read later.
  public var ownServices: [OwnService] = []
  /// The language in which texts of the modules are shown; English when it is not set.
  public var language: String?
  /// In the order of the file.
  public var techniques: [EnabledTechnique]

  /// `clinic.time_zone`, and where it stands.
  public struct ProposedZone: Equatable, Sendable {
    public let zone: ClinicZone
    /// Counted from 1.
    public let line: Int
    /// Counted from 1.
    public let column: Int
  }

  public struct Security: Equatable, Sendable {
    /// Whether people open the practice with a passphrase of their own.
    public var signInRequired = false
    /// Minutes without a line after which the practice locks itself, where people sign in.
    public var lockAfterMinutes = 10
    /// Path of the key file; the standard place when it is not set.
    public var keyFile: String?
  }

  public struct Backup: Equatable, Sendable {
    /// Whether the first run of a day makes a backup.
    public var automatic = true
    /// Where it goes; a folder beside the practice file when it is not set.
    public var folder: String?
    public var keep = KeepRule.standard
  }

  /// How a running session is told of and stepped through.
  public struct Session: Equatable, Sendable {
    /// Whether the terminal's bell rings when a step is over.
    public var rings = false
    /// The name of the key that means `next` while a session runs.
    public var pedal: String?
  }

  /// A name under `billing.services` that no technique of the build has.
  public struct OwnService: Equatable, Sendable {
    public let id: ID<Manifest>
    /// What is wrong where the clinic's content has another id.
    let problem: ConfigProblem
  }

  /// Holds what is billed against the content that is there.
  ///
  /// - Parameter path: of the configuration, for messages.
  /// - Throws: `ConfigProblems` with each name that neither the build nor the content has.
  public func requireServices(
    of content: ID<Manifest>?, path: String
  ) throws(ConfigProblems) {
    let wrong = ownServices.filter { $0.id != content }.map { service -> ConfigProblem in
      guard let content, case .unknown(let what, let name, let known) = service.problem.kind else {
        return service.problem
      }
      return ConfigProblem(
        service.problem.line, service.problem.column,
        .unknown(what: what, name: name, known: known + [content.rawValue]))
    }
    if !wrong.isEmpty { throw ConfigProblems(path: path, problems: wrong) }
  }

  public struct EnabledTechnique: Equatable, Sendable {
    public let id: ID<Manifest>
    public let settings: OptionValues
  }

  /// Every technique of the build with its default settings, for a clinic without a file.
  public static func everything(_ compiledIn: [any Technique.Type]) -> ClinicConfig {
    ClinicConfig(
      allowsDrafts: true,
      techniques: compiledIn.filter { $0.manifest.stability != .retired }.map {
        EnabledTechnique(id: $0.manifest.id, settings: OptionValues($0.options))
      })
  }
}

/// Everything that is wrong with a configuration, in the order of the file.
public struct ConfigProblems: Error, Equatable, CustomStringConvertible {
  public let path: String
  public let problems: [ConfigProblem]

  public init(path: String, problems: [ConfigProblem]) {
    self.path = path
    self.problems = problems
  }

  public var description: String {
    problems.map { "\(path):\($0.line):\($0.column): \($0.kind)" }.joined(separator: "\n")
  }
}

public struct ConfigProblem: Error, Equatable, Sendable {
  /// Counted from 1.
  public let line: Int
  /// Counted from 1.
  public let column: Int
  public let kind: Kind

  public init(_ line: Int, _ column: Int, _ kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  public enum Kind: Equatable, Sendable, CustomStringConvertible {
    case notYAML(String)
    case unknown(what: String, name: String, known: [String])
    /// The file holds bytes that are not plain UTF-8; says what they are.
    case encoding(String)
    case tab
    case duplicateKey(String)
    case wrongType(key: String, wanted: String)
    /// A number that YAML programs read differently, and how it is written so that all agree.
    case otherNumber(key: String, typed: String, write: String)
    case quotedNumber(key: String, typed: String)
    case missing(key: String)
    case unsupportedSchema(String)
    case outOfRange(key: String, range: ClosedRange<Int>)
    case nothingEnabled(known: [String])
    case notOneOf(key: String, known: [String])
    case noSuchZone(ZoneError)
    /// Another zone is kept in the practice than the configuration names.
    case otherZone(named: String, kept: String)
    case draft(technique: String)
    case retired(technique: String)
    /// In the clinic's own content; says what and how to mend it.
    case content(String)

    public var description: String {
      switch self {
      case .notYAML(let reason): "this is not YAML: \(reason)."
      case .unknown(let what, let name, let known):
        "there is no \(what) \"\(name)\". "
          + (Suggestion.closest(to: name, among: known).map { "Did you mean \($0)? " } ?? "")
          + (known.isEmpty ? "There is none." : "Known: \(known.joined(separator: ", ")).")
      case .encoding(let what): "the file \(what). Save it as UTF-8 without a byte order mark."
      case .tab: "a tab indents this line. Use spaces."
      case .duplicateKey(let key): "\(key) is written twice. Keep one of them."
      case .wrongType(let key, let wanted): "\(key) needs \(wanted)."
      case .otherNumber(let key, let typed, let write):
        "\(key): \"\(typed)\" is not a plain decimal number. Write \(write)."
      case .quotedNumber(let key, let typed):
        "\(key): \"\(typed)\" is a text where a number is needed. Write \(typed) without quotes."
      case .missing(let key): "\(key) is missing."
      case .unsupportedSchema(let found):
        "schema \(found) is not known; this Fascia reads schema 1."
      case .outOfRange(let key, let range):
        "\(key) goes from \(range.lowerBound) to \(range.upperBound)."
      case .nothingEnabled(let known):
        "no technique is enabled. Known: \(known.joined(separator: ", "))."
      case .notOneOf(let key, let known):
        "\(key) is one of: \(known.joined(separator: ", "))."
      case .noSuchZone(let error): "\(error)"
      case .otherZone(let named, let kept):
        "clinic.time_zone is \(named), but the practice keeps \(kept). To keep it, write that here, "
          + "or nothing. To change it for the practice type: fascia zone \(named)"
      case .draft(let technique):
        "\(technique) is a draft, which no clinician has signed off. To use it all the same, set "
          + "allow_draft: true."
      case .retired(let technique):
        "\(technique) is retired and no longer offered. Set its enabled to false; its records stay."
      case .content(let sentence): sentence
      }
    }
  }
}
