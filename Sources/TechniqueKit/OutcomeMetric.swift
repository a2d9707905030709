/// A way of measuring whether a client gets better.
public struct OutcomeMetric: Hashable, Sendable, Renamable {
  public let id: ID<OutcomeMetric>
  /// Short name that is typed: `pain`.
  public let name: String
  /// What it measures: "pain intensity now".
  public var construct: String
  /// What is asked, with its ends: "0 none to 10 worst".
  public var prompt: String
  /// Empty for a bare score.
  public let unit: String
  /// What else may be typed behind a value, with what it is worth in `unit`: `kgf/cm2` is 98.0665
  /// in kPa.
  public let otherUnits: [String: Double]
  public var range: ClosedRange<Double>
  /// Whether only whole numbers occur.
  public let isWhole: Bool
  /// Whether it is taken on the left and on the right, each with a course of its own.
  public let hasSides: Bool
  public let direction: Direction
  public var entry: Entry
  /// The time that the answers speak of: "now", "the last 7 days".
  public var recall: String
  /// Of the instrument as it is used here, for example "PSFS, 0 unable to 10 as before".
  public var version: String
  /// What stretches of the range are called, lowest first; empty where no names are in use.
  public var bands: [Band]
  public var thresholds: [Threshold]
  /// Errors of one measurement, one for each study; empty where none is known.
  public var standardErrors: [StandardError]
  public let occasions: [Occasion]
  public let licence: Licence
  public var citations: [Citation]
  public var aliases: [ID<OutcomeMetric>] = []

  public enum Direction: String, Hashable, Sendable, Codable {
    case lowerIsBetter = "lower_is_better"
    case higherIsBetter = "higher_is_better"
  }

  public enum Entry: Hashable, Sendable {
    /// One number.
    case score
    /// Activities in the client's own words, each rated in the range; the score is their mean.
    case namedActivities(atLeast: Int, atMost: Int)
    /// Fixed items, each with a number of its own, from which the score follows.
    case items([Item], Scoring)
    /// Fixed items from which the module computes the score; see `Technique.score`.
    case computed([Item])
  }

  public enum Occasion: Hashable, Sendable {
    case beforeSession, afterSession
    /// When the plan ends.
    case atDischarge
    case everyVisits(Int)
  }

  /// A stretch of the range that has a name: "grade III" from 11 on.
  public struct Band: Hashable, Sendable, Codable {
    public let from: Double
    public var name: String

    public init(_ from: Double, _ name: String) {
      self.from = from
      self.name = name
    }
  }

  /// The name of the stretch that a value lies in.
  public func band(of value: Double) -> String? {
    bands.last { $0.from <= value }?.name
  }

  /// A change that is more than noise (MDC), or one that matters to people (MCID).
  public struct Threshold: Hashable, Sendable, Codable {
    public let kind: Kind
    /// In the unit of the metric; always positive. `nil` where the source gives a share only.
    public let change: Double?
    /// Share of the first value from 0 to 1 that does as well, where the source gives one.
    public let orShareOfBaseline: Double?
    /// The first values that it holds for; `nil` for all.
    public let baseline: ClosedRange<Double>?
    public var population: String
    /// What the population came with, as evidence names it: `low back pain`. A client who comes with
    /// it is judged by this threshold before others; `nil` where it is none of the known conditions.
    public let condition: String?
    public let citation: Citation

    private enum CodingKeys: String, CodingKey {
      case kind, change, baseline, population, condition, citation
      case orShareOfBaseline = "or_share_of_baseline"
    }

    public enum Kind: String, Hashable, Sendable, Codable {
      case minimalDetectable = "minimal_detectable"
      case minimalImportant = "minimal_important"
    }

    public init(
      _ kind: Kind, _ change: Double?, orShareOfBaseline: Double? = nil,
      baseline: ClosedRange<Double>? = nil, population: String, condition: String? = nil,
      citation: Citation
    ) {
      self.kind = kind
      self.change = change
      self.orShareOfBaseline = orShareOfBaseline
      self.baseline = baseline
      self.population = population
      self.condition = condition
      self.citation = citation
    }
  }

  /// How far one measurement lies from the true value, as a study found it; from it follows whether
  /// a change is reliable.
  public struct StandardError: Hashable, Sendable, Codable {
    /// In the unit of the metric; above 0.
    public let value: Double
    public var population: String
    /// What the population came with, as evidence names it; `nil` where that is not known.
    public let condition: String?
    public let citation: Citation

    public init(
      _ value: Double, population: String, condition: String? = nil, citation: Citation
    ) {
      self.value = value
      self.population = population
      self.condition = condition
      self.citation = citation
    }
  }

  public struct Licence: Hashable, Sendable, Codable {
    public let status: Status
    public let note: String

    public enum Status: String, Hashable, Sendable, Codable {
      /// May be asked in the project's own words.
      case ships
      /// The form stays on paper; only its score is entered.
      case scoreEntryOnly = "score_entry_only"
    }

    public init(_ status: Status, _ note: String) {
      self.status = status
      self.note = note
    }
  }

  public init(
    _ id: ID<OutcomeMetric>, name: String, construct: String, prompt: String, unit: String = "",
    otherUnits: [String: Double] = [:], range: ClosedRange<Double>, whole: Bool = true,
    sides: Bool = false, _ direction: Direction, entry: Entry = .score, recall: String = "",
    version: String, bands: [Band] = [], thresholds: [Threshold] = [],
    standardErrors: [StandardError] = [],
    occasions: [Occasion] = [], licence: Licence, citations: [Citation]
  ) {
    self.id = id
    self.name = name
    self.construct = construct
    self.prompt = prompt
    self.unit = unit
    self.otherUnits = otherUnits
    self.range = range
    self.isWhole = whole
    self.hasSides = sides
    self.direction = direction
    self.entry = entry
    self.recall = recall
    self.version = version
    self.bands = bands
    self.thresholds = thresholds
    self.standardErrors = standardErrors
    self.occasions = occasions
    self.licence = licence
    self.citations = citations
  }
}
