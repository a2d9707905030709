import TechniqueKit

/// The line that is being typed, as it is kept on disk at every key.
public struct TypedLine: Hashable, Sendable {
  /// The chart that is open, if one is.
  public let chart: ID<Chart>?
  /// What asks for it: `command`, `note.subjective`, `question.fever`.
  public let place: String
  public let text: String
  /// Whether Enter was typed. What it did is then told by the chart.
  public let isEntered: Bool
  /// The number of the newest record of the practice when its prompt was written.
  public let newestRecord: Int
  public let at: Instant

  public init(
    chart: ID<Chart>?, place: String, text: String, isEntered: Bool, newestRecord: Int,
    at: Instant
  ) {
    self.chart = chart
    self.place = place
    self.text = text
    self.isEntered = isEntered
    self.newestRecord = newestRecord
    self.at = at
  }
}

/// A line that a program left behind which was killed.
public struct LeftLine: Hashable, Sendable {
  public let line: TypedLine
  /// Names it for the store.
  public let key: String

  public init(line: TypedLine, key: String) {
    self.line = line
    self.key = key
  }
}

/// Keeps half-typed lines, sealed, one for each running program.
public protocol TypedLines: AnyObject {
  /// Puts the line where a kill cannot reach it. Costs some microseconds, so it is called for each
  /// key; what goes wrong is told by `syncTypedLine`.
  func keep(_ line: TypedLine)
  /// Waits until the line kept last is on the disk itself.
  ///
  /// - Returns: `false` when it could not be written.
  func syncTypedLine() -> Bool
  /// The lines of the person at work in programs that have ended without leaving, newest first. They
  /// stay until they are dropped.
  func linesLeftBehind() -> [LeftLine]
  /// Forgets a line that was left behind, once it is kept elsewhere or not wanted.
  func drop(_ line: LeftLine)
  /// Counts the records of the practice: greater after anything was written.
  func newestRecord() throws -> Int
}
