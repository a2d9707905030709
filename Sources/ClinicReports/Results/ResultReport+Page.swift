extension ResultReport {
  /// The results as a page of HTML that needs nothing else; see `Document`.
  public var html: String {
    Document(
      title: title, letterhead: [],
      parts: sections.flatMap { section in
        [.heading(section.title)] + section.paragraphs.map { .paragraph($0) }
      }, footer: notes
    ).html
  }
}
