/// Where a fact comes from.
public struct Citation: Hashable, Sendable {
  public let text: String
  /// A DOI without the resolver's address: `10.1093/pm/pnx207`.
  public let doi: String?
  /// `false` for common knowledge of the field that no source was seen for; shown as "unconfirmed".
  public let isConfirmed: Bool

  /// A source that was seen.
  public static func source(_ text: String, doi: String? = nil) -> Citation {
    Citation(text: text, doi: doi, isConfirmed: true)
  }

  /// Taught in the field, not confirmed in a source.
  public static func unconfirmed(_ text: String) -> Citation {
    Citation(text: text, doi: nil, isConfirmed: false)
  }

  /// A choice of this project, for example the minutes of a template.
  public static let designChoice = Citation(
    text: "choice of this project, not a clinical fact", doi: nil, isConfirmed: false)
}

extension Citation: CustomStringConvertible {
  public var description: String {
    text + (doi.map { ", doi \($0)" } ?? "") + (isConfirmed ? "" : " (unconfirmed)")
  }
}
