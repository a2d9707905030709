extension PseudoTerminal {
  /// Starts an interactive bash with job control and the prompt `$ `, and waits for its prompt.
  ///
  /// Only under such a shell does Ctrl-Z stop a program: `jobs` and `fg` bring it back. The
  /// shell reads no start-up file and keeps no history.
  ///
  /// - Parameters:
  ///   - environment: added to `PATH` and `TERM`.
  ///   - editsLines: bash edits its command line itself, which writes escape sequences and changes
  ///     the terminal's mode at each prompt; otherwise the terminal's own line editing is used.
  /// - Throws: `HarnessError` when bash cannot be started or shows no prompt.
  public static func shell(
    environment: [String: String] = [:], columns: Int = 80, rows: Int = 24, rate: Int? = nil,
    widths: TerminalScreen.Widths = .clusters,
    resizing: TerminalScreen.Resizing = .rewrapping, editsLines: Bool = false
  ) throws -> PseudoTerminal {
    let own = ["PATH": "/usr/local/bin:/usr/bin:/bin", "TERM": "xterm"]
      .merging(environment) { $1 }
      .merging(["PS1": "$ ", "HISTFILE": ""]) { $1 }
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile"] + (editsLines ? [] : ["--noediting"]) + ["-i"],
      environment: own, columns: columns, rows: rows, rate: rate, widths: widths,
      resizing: resizing)
    try terminal.expect("$ ")
    return terminal
  }

  /// Types a command of a program with its arguments, each quoted for the shell, and Enter.
  ///
  /// Text after the echo of the command is what `expect` looks at next.
  public func start(_ program: String, _ arguments: [String] = []) throws {
    let words = ([program] + arguments).map {
      "'" + $0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        + "'"
    }
    type(words.joined(separator: " "))
    try expect("\n")
  }
}
