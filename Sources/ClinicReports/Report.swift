/// A document made from a chart: the same chart gives the same lines.
public protocol Report {
  /// Plain text, one element a line.
  var lines: [String] { get }
}
