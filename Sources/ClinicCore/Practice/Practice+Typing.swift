extension Practice {
  /// Puts the line being typed on disk; see `TypedLines`.
  public func keep(_ line: TypedLine) { store.keep(line) }

  /// - Returns: `false` when the line kept last is not on the disk.
  public func syncTypedLine() -> Bool { store.syncTypedLine() }

  /// What the person at work had typed in programs that were killed, newest first.
  public func linesLeftBehind() -> [LeftLine] { store.linesLeftBehind() }

  public func drop(_ line: LeftLine) { store.drop(line) }

  /// Greater after anything was written.
  public func newestRecord() throws -> Int { try store.newestRecord() }
}
