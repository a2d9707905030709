import ClinicCore
import Foundation
import LineEditor
import TechniqueKit

/// One person, or one script, at work: reads lines, runs verbs, says what came of it.
///
/// Everything it shows is said twice: as lines for a person and as items for a program. Which of
/// the two is printed is the only difference between text and `--json`.
public final class Shell {
  let practice: Practice
  /// Every technique in this build, enabled or not.
  let compiledIn: [CompiledTechnique]
  /// Read when another language than English is first asked for.
  private(set) lazy var languages = Languages(translated)
  private let translated: [any Technique.Type]
  var mode: Mode
  /// Where each setting has its value from, by its name.
  var settings: [Setting]
  /// The language in which texts of the modules are shown.
  var language = Languages.english
  /// The practice's catalogue in that language. Only for showing: what is recorded and stored comes
  /// from the practice's own.
  var shown: Catalogue
  let input: any LineInput
  let output: any Output
  let history: CommandHistory
  let phrases: Phrases
  /// Makes a practice that is nowhere on disk, with the enabled techniques and no clients.
  let makeUpPractice: (() throws -> Practice)?
  /// Where a backup goes that is not given a path.
  let backupFolder: String
  let home: HomeFolder

  /// The client whose chart is open.
  var client: ClientListing? {
    didSet {
      if client != oldValue { clientName = client.map(shortName) ?? "" }
      guard client?.chart != oldValue?.chart else { return }
      listedAppointments = nil
      knownOthers = []
      _ = practice.present(at: client?.chart)
    }
  }
  /// How the prompt names that client.
  private(set) var clientName = ""
  /// The other windows at that client's chart that were told of already.
  var knownOthers: Set<Presence> = []
  /// The rows of the last list, for picking one by its number.
  var rows: [ClientListing] = [] { didSet { listedAppointments = nil } }
  /// The rows of the last list, when it was one of appointments.
  var listedAppointments: [BookedAppointment]?
  /// Shows the next rows of a long list.
  var showMore: (() throws -> Void)?
  var isLeaving = false
  /// A backup that is to take the place of the practice once the shell has left.
  public internal(set) var restoring: String?
  /// Told before each prompt and while a line is typed: what happened beside the shell since then.
  public var news: () -> [String] = { [] }
  /// The line that may have been meant by the last one.
  var suggestion: String?
  /// What the last command said, or the running one has said so far.
  public internal(set) var reply = Reply()
  /// After Ctrl-C nothing more of a command's output is shown.
  var isSilenced = false
  /// The lines of controls that were shown; in plain mode once is enough.
  var saidControls: Set<String> = []

  /// Lines that Up brings back besides commands, by place.
  var earlier: [String: [String]] = [:]
  /// The line that is being typed, as it is on disk.
  var typing: TypedLine?
  /// A line that was half typed when the last run ended; it stands in the line at its place again.
  var halfTyped: TypedLine?
  /// Where `halfTyped` stands on disk until it is kept by this program.
  var takenOver: LeftLine?
  var recordsAtPrompt = 0
  /// Who was at work last; only they get a half-typed line back.
  var lastPerson: ID<Person>?
  var toldOfUnkeptLine = false

  /// The session that the notices tell of, and its step that was shown last.
  var runningVisit: VisitDraft?
  var shownStep = 0
  /// The newest record when the running session was looked for.
  var sessionSoughtAt: Int?
  var toldOfEnd = false
  /// What was told of the open client's safety, the chart it was judged by, and the newest record then.
  var safetyWatch = SafetyWatch()
  var judged: Chart?
  var judgedAt: Int?
  /// What is asked for at the prompt, one number each; see `askDue`.
  var dueQuestions: [OutcomeMetric] = []
  /// What the bell has rung for.
  var rungFor: RungStep?

  /// What one command says, for people and for programs.
  public struct Reply {
    /// Of a script, for people; at the prompt they are shown at once.
    var lines: [String] = []
    /// For programs: `data.items` of `--json`.
    public internal(set) var items: [JSON] = []
    /// The numbers of the records that were written.
    public internal(set) var changed: [String] = []
    public internal(set) var warnings: [String] = []
    /// Why the command did not do what was asked.
    public internal(set) var failure: Failure?
    /// Rules that came to hold with it.
    public internal(set) var safety: [JSON] = []
    /// The number of the line that is answered.
    var line = 1
  }

  public init(
    practice: Practice, techniques: [any Technique.Type], mode: Mode, settings: [Setting] = [],
    backupFolder: String, home: HomeFolder = HomeFolder(NSHomeDirectory()),
    history: CommandHistory = CommandHistory(path: nil),
    phrases: Phrases = Phrases(path: nil), input: any LineInput, output: any Output,
    makeUpPractice: (() throws -> Practice)? = nil
  ) {
    self.practice = practice
    compiledIn = techniques.map(CompiledTechnique.init)
    translated = techniques
    shown = practice.catalogue
    self.mode = mode
    self.settings = settings
    self.backupFolder = backupFolder
    self.home = home
    self.history = history
    self.phrases = phrases
    self.input = input
    self.output = output
    self.makeUpPractice = makeUpPractice
  }

  /// The clinic's time zone.
  var zone: ClinicZone { practice.zone }
  var glyphs: Glyphs { mode.glyphs }
  var usesColour: Bool { mode.usesColour && mode.isInteractive }
}

extension Shell {
  public struct Mode: Sendable {
    public var isInteractive: Bool
    public var isJSON: Bool
    public var glyphs: Glyphs
    public var usesColour: Bool
    /// Go on after a failed line of a script.
    public var keepsGoing: Bool
    /// The practice is a copy that is thrown away; nothing beyond it may be touched.
    public var isRehearsal: Bool
    /// Minutes after which the practice locks itself; `nil` where nobody signs in.
    public var locksAfterMinutes: Int?
    /// Whether the terminal's bell rings when a step of the session is over.
    public var rings = false
    /// The key that means `next` while a session runs.
    public var pedal: BoundKey?

    public init(
      isInteractive: Bool, isJSON: Bool = false, glyphs: Glyphs = .ascii,
      usesColour: Bool = false, keepsGoing: Bool = false, isRehearsal: Bool = false,
      locksAfterMinutes: Int? = nil
    ) {
      self.isInteractive = isInteractive
      self.isJSON = isJSON
      self.glyphs = glyphs
      self.usesColour = usesColour
      self.keepsGoing = keepsGoing
      self.isRehearsal = isRehearsal
      self.locksAfterMinutes = locksAfterMinutes
    }
  }
}
