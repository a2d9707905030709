/// A paper of a page or two, apart from how it looks. It is made once and written as text,
/// Markdown or HTML, which all say the same.
public struct Document: Hashable, Sendable {
  public let title: String
  /// Who hands it out; stands above the title.
  public let letterhead: [String]
  public let parts: [Part]
  /// Stands small at the foot, a sentence each.
  public let footer: [String]

  public init(title: String, letterhead: [String], parts: [Part], footer: [String]) {
    self.title = title
    self.letterhead = letterhead
    self.parts = parts
    self.footer = footer
  }

  public enum Part: Hashable, Sendable {
    case heading(String)
    case paragraph(String)
    case list([String])
    /// Who, when, what: short names with a value each.
    case terms([Term])
    case table(Table)
    case figure(Figure)
    /// A line to sign on, with the name that belongs under it.
    case signature(String)
  }

  public struct Term: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Each row has a cell for each column; the first one names the row.
  public struct Table: Hashable, Sendable {
    public let columns: [String]
    public let rows: [[String]]
    /// What it shows; `nil` where the heading says so.
    public let caption: String?

    public init(_ columns: [String], _ rows: [[String]], caption: String? = nil) {
      self.columns = columns
      self.rows = rows
      self.caption = caption
    }
  }

  /// A plot, which only a page shows; elsewhere its description stands for it. A table with the same
  /// numbers follows it.
  public struct Figure: Hashable, Sendable {
    public let title: String
    /// What is to be seen, in words.
    public let description: String
    public let plot: Plot

    public init(title: String, description: String, plot: Plot) {
      self.title = title
      self.description = description
      self.plot = plot
    }
  }
}
