import ClinicCore
import TechniqueKit

/// One person, or one script, at work: reads lines, runs verbs, says what came of it.
///
/// Everything it shows is said twice: as lines for a person and as items for a program. Which of
/// the two is printed is the only difference between text and `--json`.
public final class Shell {
  public struct Mode: Sendable {
    public var isInteractive: Bool
    public var isJSON: Bool
    public var glyphs: Glyphs
    /// Go on after a failed line of a script.
    public var keepsGoing: Bool
    /// Minutes after which the practice locks itself; `nil` where nobody signs in.
    public var locksAfterMinutes: Int?

    public init(
      isInteractive: Bool, isJSON: Bool = false, glyphs: Glyphs = .ascii, keepsGoing: Bool = false,
      locksAfterMinutes: Int? = nil
    ) {
      self.isInteractive = isInteractive
      self.isJSON = isJSON
      self.glyphs = glyphs
      self.keepsGoing = keepsGoing
      self.locksAfterMinutes = locksAfterMinutes
    }
  }

  let practice: Practice
  /// Every technique in this build, enabled or not.
  let compiledIn: [CompiledTechnique]
  /// Read when another language than English is first asked for.
  private(set) lazy var languages = Languages(translated)
  private let translated: [any Technique.Type]
  let mode: Mode
  /// The language in which texts of the modules are shown.
  var language = Languages.english
  var languageSource = "the default"
  /// The practice's catalogue in that language. Only for showing: what is recorded and stored comes
  /// from the practice's own.
  var shown: Catalogue
  let input: any LineInput
  let output: any Output

  /// The client whose chart is open.
  var client: ClientListing? {
    didSet {
      guard client?.chart != oldValue?.chart else { return }
      clientName = client.map(shortName) ?? ""
      knownOthers = []
      _ = practice.present(at: client?.chart)
    }
  }
  /// How the prompt names that client.
  private(set) var clientName = ""
  /// The other windows at that client's chart that were told of already.
  var knownOthers: Set<Presence> = []
  /// The rows of the last list, for picking one by its number.
  var rows: [ClientListing] = []
  var isLeaving = false
  /// A backup that is to take the place of the practice once the shell has left.
  public internal(set) var restoring: String?
  /// Told before each prompt: what happened beside the shell since the last one.
  public var news: () -> [String] = { [] }
  var suggestion: String?
  private var reply = Reply()
  /// Where a backup goes that is not given a path.
  let backupFolder: String

  /// What the running command has said so far.
  private struct Reply {
    var lines: [String] = []
    var items: [JSON] = []
    var changed: [String] = []
    var warnings: [String] = []
  }

  public init(
    practice: Practice, techniques: [any Technique.Type], mode: Mode, backupFolder: String,
    input: any LineInput, output: any Output
  ) {
    self.practice = practice
    compiledIn = techniques.map(CompiledTechnique.init)
    translated = techniques
    shown = practice.catalogue
    self.mode = mode
    self.backupFolder = backupFolder
    self.input = input
    self.output = output
  }

  var glyphs: Glyphs { mode.glyphs }

  // MARK: Saying

  func say(_ line: String = "") {
    if mode.isJSON { return }
    if mode.isInteractive { output.write(line + "\n") } else { reply.lines.append(line) }
  }

  /// Columns that a line for a person has at most.
  static let width = 78

  /// A line that may be too long; what does not fit goes on below, indented. A script gets it whole.
  func say(_ line: String, indent: Int) {
    guard mode.isInteractive, line.count > Self.width else { return say(line) }
    let rest = line.dropFirst(indent)
    let head = line.prefix(indent) + rest.prefix { $0 == " " }
    for (place, text) in String(rest).wrapped(to: Self.width - indent).enumerated() {
      say((place == 0 ? String(head) : String(repeating: " ", count: indent)) + text)
    }
  }

  func rule() { if !glyphs.isPlain { say(glyphs.rule) } }

  func item(_ item: JSON) { reply.items.append(item) }

  func wrote(_ records: [RecordNumber]) { reply.changed += records.map(\.description) }

  func warn(_ text: String) {
    reply.warnings.append(text)
    if !mode.isJSON {
      mode.isInteractive ? say("Note: " + text, indent: 6) : output.writeError(text + "\n")
    }
  }

  // MARK: Running

  /// Reads and runs lines until the input ends or `quit`.
  ///
  /// - Parameter source: name of the script for messages: `day.fascia`.
  /// - Returns: the exit code of the first failure.
  public func run(source: String = "stdin") -> ExitCode {
    if mode.isInteractive { greet() }
    var result = ExitCode.done
    var number = 0
    while !isLeaving {
      if mode.isInteractive {
        if practice.person == nil {
          if client != nil || !rows.isEmpty { lock(because: "Your access was changed elsewhere.") }
          if !signIn() { return result }
        }
        sayOthers()
        for line in news() { say("Note: " + line, indent: 6) }
        output.write(prompt)
      }
      switch nextLine() {
      case .end: return result
      case .leftAlone: continue
      case .interrupted: say("To leave type quit.")
      case .line(let line):
        number += 1
        let code = execute(line, number: number, source: source)
        if code != .done, !mode.isInteractive {
          if result == .done { result = code }
          if !mode.keepsGoing { return result }
        }
      }
    }
    // What follows a restore would never run; so nothing is restored either.
    if restoring != nil, !mode.isInteractive, case .line = input.next() {
      restoring = nil
      fail(
        .usage("restore ends the run. Put it last; nothing was restored."), "restore", number,
        source)
      return .usage
    }
    return result
  }

  /// Runs one line.
  public func execute(_ line: String, number: Int = 1, source: String = "stdin") -> ExitCode {
    reply = Reply()
    var verb = ""
    do {
      guard let command = try Command(line, shell: self, suggestion: suggestion) else {
        return .done
      }
      suggestion = nil
      verb = command.name
      try command.run(self)
      for line in reply.lines { output.write(line + "\n") }
      if mode.isJSON { output.write(envelope(verb, number, nil).text + "\n") }
      return .done
    } catch {
      let failure = Failure(error)
      suggestion = failure.suggestion
      fail(failure, verb, number, source)
      return failure.exit
    }
  }

  private func fail(_ failure: Failure, _ verb: String, _ number: Int, _ source: String) {
    if mode.isJSON { output.write(envelope(verb, number, failure).text + "\n") }
    if mode.isInteractive {
      if mode.isJSON { return }
      for line in "Error: \(failure.message)".wrapped(to: Self.width) { say(line) }
      if let hint = failure.hint { say(hint) }
    } else {
      let hint = failure.hint.map { "\n" + $0 } ?? ""
      output.writeError("\(source):\(number): Error: \(failure.message)\(hint)\n")
    }
  }

  private func envelope(_ verb: String, _ number: Int, _ failure: Failure?) -> JSON {
    let visit = client.flatMap { try? practice.currentVisit(of: $0.chart) }
    let items = failure == nil ? reply.items : []
    return .fields([
      "schema": .string("fascia/1"), "ok": .bool(failure == nil), "line": .int(number),
      "command": .string(verb),
      "context": .fields([
        "client": client.map { .string($0.code) } ?? .null,
        "session": visit.map { .string($0.draft.id.rawValue) } ?? .null,
      ]),
      "data": .fields(["items": .array(items), "count": .int(items.count)]),
      "changed": .strings(reply.changed), "warnings": .strings(reply.warnings),
      "undo": failure == nil ? .null : nil,
      "error": failure.map {
        .fields([
          "code": .string($0.code), "exit": .int(Int($0.exit.rawValue)),
          "message": .string($0.message), "rules": .strings($0.rules),
          "hint": $0.hint.map { .string($0) } ?? .null,
        ])
      },
    ])
  }
}
