/// How the reading of a line ended.
public enum LineEvent: Equatable, Sendable {
  /// Enter.
  case line(String)
  /// More than one line was pasted.
  ///
  /// With `PastePolicy.lines` these are the complete lines, the first with what had been typed
  /// before it; `rest` is what followed the last line end. With `PastePolicy.oneLine` they are all
  /// lines as pasted, and `rest` is the line as it had been typed. Either way the next request for
  /// that line begins with `rest`.
  case pasted([String], rest: String)
  /// The key of `LineRequest.bound`, with what stood in the line; the next request begins with it.
  case boundKey(rest: String)
  /// Ctrl-D on an empty line, or the terminal is gone.
  case end
  /// Ctrl-C, with what stood in the line; nothing of a secret one.
  case interrupted(String)
  /// Ctrl-Z on an empty line with nothing to undo. See `Terminal.suspend()`.
  case suspend
  /// Nobody has typed for as long as `LineRequest.isLeftAlone` allows. What stood in the line, what
  /// had been erased and what had been typed ahead are forgotten.
  case leftAlone
}
