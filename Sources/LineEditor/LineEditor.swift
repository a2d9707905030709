import Foundation

/// Reads lines that somebody types at a terminal, and lets them be edited while they are typed.
///
///     let editor = LineEditor(terminal)
///     editor.write("Type a name.\n")
///     switch editor.read(LineRequest(prompt: "fascia> ")) {
///     case .line(let line): run(line)
///     case .end: leave()
///     default: break
///     }
///
/// At the end of the line a letter costs its own bytes and no others, so that a screen reader says
/// what was typed and nothing else. Belongs to one thread.
public final class LineEditor {
  let terminal: Terminal
  /// What was read beyond the last line.
  var typedAhead: [UInt8] = []
  private var decoder = KeyDecoder()
  private var ring = KillRing()

  /// Takes the terminal over at the first `read` unless `Terminal.begin()` has been called.
  public init(_ terminal: Terminal) {
    self.terminal = terminal
  }

  /// Shows the prompt and waits for a line.
  ///
  /// Whatever ends the read has been shown: the cursor stands at the start of the row below the line.
  /// What was typed beyond the line is kept for the next read.
  public func read(_ request: LineRequest) -> LineEvent {
    terminal.begin()
    terminal.isEditing = true
    defer { terminal.isEditing = false }
    // What happened before the prompt is drawn has no line to change.
    terminal.takeNews()
    var session = EditSession(
      request, columns: terminal.columns, isDumb: terminal.isDumb, decoder: decoder, ring: ring)
    let event = run(&session)
    decoder = session.decoder
    ring = session.ring
    if event == .leftAlone { forget() }
    return event
  }

  /// Writes text of the host's own, between lines. "\n" ends a line.
  public func write(_ text: String) { terminal.put(Array(text.utf8)) }

  /// Forgets what was typed ahead and what was erased, as when another person takes over.
  public func forget() {
    typedAhead = []
    decoder = KeyDecoder()
    ring = KillRing()
  }
}
