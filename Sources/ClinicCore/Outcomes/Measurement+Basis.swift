import TechniqueKit

extension Measurement {
  /// What two scores of one metric and one version must have in common so that they are of one
  /// course, as far as the score alone tells it: the side of the body. Empty where it has none.
  ///
  /// A store keeps it beside the score, so a change of it is a change of the file's layout.
  public var basis: String { side?.rawValue ?? "" }
}
