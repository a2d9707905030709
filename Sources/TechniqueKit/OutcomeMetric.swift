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
  public var range: ClosedRange<Double>
  /// Whether only whole numbers occur.
  public let isWhole: Bool
  public let direction: Direction
  public var entry: Entry
  /// Of the instrument as it is used here, for example "PSFS, 0 unable to 10 as before".
  public var version: String
  public var thresholds: [Threshold]
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
    case everyVisits(Int)
  }

  /// A change that is more than noise (MDC), or one that matters to people (MCID).
  public struct Threshold: Hashable, Sendable, Codable {
    public let kind: Kind
    /// In the unit of the metric; always positive.
    public let change: Double
    /// Share of the first value from 0 to 1 that does as well, where the source gives one.
    public let orShareOfBaseline: Double?
    public var population: String
    public let citation: Citation

    private enum CodingKeys: String, CodingKey {
      case kind, change, population, citation
      case orShareOfBaseline = "or_share_of_baseline"
    }

    public enum Kind: String, Hashable, Sendable, Codable {
      case minimalDetectable = "minimal_detectable"
      case minimalImportant = "minimal_important"
    }

    public init(
      _ kind: Kind, _ change: Double, orShareOfBaseline: Double? = nil, population: String,
      citation: Citation
    ) {
      self.kind = kind
      self.change = change
      self.orShareOfBaseline = orShareOfBaseline
      self.population = population
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
    range: ClosedRange<Double>, whole: Bool = true, _ direction: Direction,
    entry: Entry = .score, version: String, thresholds: [Threshold] = [],
    occasions: [Occasion] = [], licence: Licence, citations: [Citation]
  ) {
    self.id = id
    self.name = name
    self.construct = construct
    self.prompt = prompt
    self.unit = unit
    self.range = range
    self.isWhole = whole
    self.direction = direction
    self.entry = entry
    self.version = version
    self.thresholds = thresholds
    self.occasions = occasions
    self.licence = licence
    self.citations = citations
  }
}
