import ClinicCore
import TechniqueKit

/// What `config.yaml` says, checked.
public struct ClinicConfig: Equatable, Sendable {
  /// What the clinic asks of its records, and how it is called.
  public var profile = ClinicProfile()
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
  /// The language in which texts of the modules are shown; English when it is not set.
  public var language: String?
  /// In the order of the file.
  public var techniques: [EnabledTechnique]

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

  public var description: String {
    problems.map { "\(path):\($0.line):\($0.column): \($0.kind)" }.joined(separator: "\n")
  }
}

public struct ConfigProblem: Equatable, Sendable {
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
    case wrongType(key: String, wanted: String)
    case missing(key: String)
    case unsupportedSchema(String)
    case outOfRange(key: String, range: ClosedRange<Int>)
    case nothingEnabled(known: [String])
    case notOneOf(key: String, known: [String])
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
      case .wrongType(let key, let wanted): "\(key) needs \(wanted)."
      case .missing(let key): "\(key) is missing."
      case .unsupportedSchema(let found):
        "schema \(found) is not known; this Fascia reads schema 1."
      case .outOfRange(let key, let range):
        "\(key) goes from \(range.lowerBound) to \(range.upperBound)."
      case .nothingEnabled(let known):
        "no technique is enabled. Known: \(known.joined(separator: ", "))."
      case .notOneOf(let key, let known):
        "\(key) is one of: \(known.joined(separator: ", "))."
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
