import TechniqueKit

/// A paper of a page or two, apart from how it looks. It is made once and written as text,
/// Markdown, HTML or PDF, which all say the same.
public struct Document: Hashable, Sendable {
  public let title: String
  /// Who hands it out; stands above the title.
  public let letterhead: [String]
  public let parts: [Part]
  /// Stands small at the foot, a sentence each.
  public let footer: [String]
  /// Who wrote it; `nil` stands for the first line of the letterhead.
  public let author: String?
  /// The day that it tells of itself, never one that a clock says.
  public let writtenOn: CalendarDate?

  public init(
    title: String, letterhead: [String], parts: [Part], footer: [String], author: String? = nil,
    writtenOn: CalendarDate? = nil
  ) {
    self.title = title
    self.letterhead = letterhead
    self.parts = parts
    self.footer = footer
    self.author = author
    self.writtenOn = writtenOn
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
    /// One for each column.
    public let alignments: [Alignment]
    /// Stand under the last column, a name before each.
    public let sums: [Term]

    /// What it shows; `nil` where the heading says so.
    public let caption: String?

    /// - Parameter alignments: of the columns from the first one on; the others are `leading`.
    public init(
      _ columns: [String], _ rows: [[String]], aligned alignments: [Alignment] = [],
      sums: [Term] = [], caption: String? = nil
    ) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
      self.alignments = columns.indices.map {
        alignments.indices.contains($0) ? alignments[$0] : .leading
      }
      self.sums = sums
    }

    public enum Alignment: Hashable, Sendable {
      case leading
      /// For numbers, whose digits then stand below each other.
      case trailing
    }
  }

  /// A plot, which a page and a PDF show over its words; elsewhere its description stands for it. A
  /// table with the same numbers follows it.
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
