/// A sentence that the note says by itself, made of answers, times, findings and measures.
public struct ComposedLine: Hashable, Sendable {
  public let section: NoteLine.Section
  public let text: String

  public init(_ section: NoteLine.Section, _ text: String) {
    self.section = section
    self.text = text
  }
}
