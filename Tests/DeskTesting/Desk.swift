import ChartStoreSQLite
import ClinicCore
import ClinicREPL
import Foundation
import LineEditor
import TechniqueKit
import TerminalTesting

/// The shell in process, on a practice of its own without clients: a test types lines and answers one
/// after the other, reads what is shown, and sets the clock.
///
/// ```swift
/// let desk = try Desk(at: "2026-11-24T10:16")
/// try desk.type("new Ann Ruiz born=1984", "y", Desk.intake(), "start trigger points 60")
/// try desk.at("11:20")
/// #expect(desk.screen.contains("The planned time is over."))
/// ```
///
/// The practice is in memory, with the six techniques and the configuration of the sample clinic; no
/// two desks have anything in common. What belongs to the host, as signing in at the start, options
/// and several programs at once, is shown on the whole program.
public final class Desk {
  /// Who sits there.
  public enum Kind: Equatable, Sendable {
    /// Somebody who can be asked.
    case prompt
    /// A script that ends with its first failure, unless it goes on.
    case script(goesOn: Bool = false)
  }

  /// A key that is no line.
  public enum Key: Equatable, Sendable {
    case ctrlD
    /// With what stood in the line.
    case ctrlC(after: String = "")
    case ctrlZ
    /// The key that means `next` while a session runs, on an empty line.
    case pedal
  }

  /// Of this desk alone, for papers and backups; removed with it.
  public let folder: String
  private let clock: DeskClock
  private let shown = DeskScreen()
  private let keyboard: DeskKeyboard
  private let shell: Shell

  /// - Parameters:
  ///   - time: by the clock on the wall: `2026-11-24T10:16`.
  ///   - json: whether it is shown as `--json` does.
  ///   - configuration: another one than the sample clinic's, as the text of a `config.yaml`; it
  ///     says nothing of files.
  /// - Throws: `HarnessError`, and whatever is wrong with the configuration.
  public init(
    _ kind: Kind = .prompt, at time: String = "2026-11-24T10:16", json: Bool = false,
    configuration: String? = nil
  ) throws {
    let prepared = try PreparedPractice.shared.get()
    let clinic = try configuration.map(DeskClinic.init) ?? prepared.clinic
    guard let now = Instant(iso: time, in: .utc) else {
      throw HarnessError(description: "\(time) is no time like 2026-11-24T10:16")
    }
    clock = DeskClock(now)
    folder = NSTemporaryDirectory() + "desk-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    keyboard = DeskKeyboard(shown, isTerminal: kind == .prompt)
    let surroundings = clock
    let practice = { (store: SQLiteChartStore) in
      Practice(
        store: store, catalogue: clinic.catalogue, surroundings: surroundings,
        author: clinic.author, profile: clinic.profile, techniques: PreparedPractice.techniques)
    }
    var mode = Shell.Mode(isInteractive: kind == .prompt, isJSON: json)
    mode.keepsGoing = kind == .script(goesOn: true)
    mode.locksAfterMinutes =
      clinic.settings.security.signInRequired ? clinic.settings.security.lockAfterMinutes : nil
    mode.rings = clinic.settings.session.rings
    mode.pedal = clinic.settings.session.pedal.flatMap(BoundKey.init)
    shell = Shell(
      practice: practice(try prepared.copy(clock)), techniques: PreparedPractice.techniques,
      mode: mode, backupFolder: folder + "/backups", home: HomeFolder(folder), input: keyboard,
      output: shown,
      makeUpPractice: { practice(try prepared.copy(surroundings)) })
    begin()
  }

  /// Nobody but the shell and its keyboard keeps the thread, which ends when they are told to.
  deinit {
    keyboard.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func begin() {
    // The shell belongs to the thread; the desk looks at it only while that waits.
    nonisolated(unsafe) let shell = shell
    let keyboard = keyboard
    let thread = Thread { keyboard.end(shell.run(source: "desk")) }
    thread.stackSize = 8 << 20
    thread.start()
  }

  // MARK: What is done

  /// Types lines, each with Enter, once the one before has been dealt with: commands, and answers to
  /// whatever they ask.
  ///
  /// - Returns: what is on the screen since the first of them; see `screen`.
  /// - Throws: `HarnessError` when nobody reads them any more, as after a script's first failure.
  @discardableResult
  public func type(_ lines: String...) throws -> String { try type(lines) }

  /// The same for lines that are in a list.
  @discardableResult
  public func type(_ lines: [String]) throws -> String {
    var told = ""
    for line in lines {
      try keyboard.perform(.event(.line(line)))
      told += screen
    }
    return told
  }

  /// Pastes text of several lines.
  @discardableResult
  public func paste(_ text: String) throws -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let rest = lines.removeLast()
    try keyboard.perform(.event(.pasted(lines, rest: rest)))
    return screen
  }

  /// Presses a key that is no line.
  @discardableResult
  public func press(_ key: Key) throws -> String {
    let event: LineEvent
    switch key {
    case .ctrlD: event = .end
    case .ctrlC(let text): event = .interrupted(text)
    case .ctrlZ: event = .suspend
    case .pedal:
      guard let bound = try keyboard.request()?.bound else {
        throw HarnessError(description: "no key stands for a line here")
      }
      event = .line(bound.line)
    }
    try keyboard.perform(.event(event))
    return screen
  }

  /// What Tab offers behind these words.
  public func complete(_ head: String) throws -> [String] {
    try keyboard.perform(.complete(head))
    return keyboard.completion
  }

  /// Sets the clock. At the prompt a second passes then: what became due is told, and where people
  /// sign in the practice may lock itself.
  ///
  /// - Parameter time: `2026-11-30T10:00`, or `11:20` of the same day.
  @discardableResult
  public func at(_ time: String) throws -> String {
    let day = clock.now().date(in: .utc)
    guard let now = Instant(iso: time.contains("T") ? time : "\(day)T\(time)", in: .utc) else {
      throw HarnessError(description: "\(time) is no time like 2026-11-30T10:00 or 11:20")
    }
    // Whatever came before happens at the time before.
    let request = try keyboard.request()
    clock.set(now)
    if request != nil { try keyboard.perform(.look) }
    return screen
  }

  /// Types Ctrl-D until the shell ends.
  ///
  /// - Returns: its exit code.
  @discardableResult
  public func leave() throws -> ExitCode { try keyboard.end() }

  // MARK: What came of it

  /// What was shown since the last line, key or setting of the clock, the next prompt included.
  public var screen: String { shown.newest }

  /// Everything that was shown since the desk was opened, with what was typed.
  public var transcript: String { shown.all }

  /// What is asked for now, without what stands above it; empty once the shell has ended.
  public var prompt: String {
    get throws {
      let prompt = try keyboard.request()?.prompt ?? ""
      return prompt.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init)
        ?? ""
    }
  }

  /// What Up goes through here, oldest first.
  public var history: [String] { get throws { try keyboard.request()?.history ?? [] } }

  /// What the last command tells a program, also where it is shown as text.
  public var items: [JSON] { shell.reply.items }

  /// The warnings of the last command.
  public var warnings: [String] { shell.reply.warnings }

  /// The numbers of the records that the last command wrote.
  public var changed: [String] { shell.reply.changed }

  /// Why the last command did not do what was asked; `nil` when it did.
  public var failure: Failure? { shell.reply.failure }

  /// What the last command was refused for, with what to do; empty when it was not. Of a script, all
  /// that it tells apart from its results, as warnings are.
  public var errors: String {
    guard shown.errors.isEmpty else { return shown.errors }
    return [failure?.message, failure?.hint].compactMap { $0 }.joined(separator: "\n")
  }

  /// How the shell ended; `nil` while it reads.
  public var code: ExitCode? { keyboard.code }
}
