extension ResultReport {
  /// The results as a paper, of the last day of their period.
  public var document: Document {
    Document(
      title: title, letterhead: [],
      parts: sections.flatMap { section in
        [.heading(section.title)] + section.paragraphs.map { .paragraph($0) }
      }, footer: notes, writtenOn: results.period.last)
  }
}
