import TechniqueKit

// What a module says where no review of its technique can be named.
extension Evidence {
  /// Conditions for which no review of the technique was found.
  ///
  /// - Parameter technique: its name within a sentence.
  public static func notReviewed(_ conditions: [String], of technique: String) -> [Evidence] {
    conditions.map {
      Evidence($0, .none, .notStudied, "No review of \(technique) was found.", citations: [])
    }
  }

  /// The certainty is this project's reading; no review was seen for it.
  public static func unnamed(
    _ condition: String, _ certainty: Certainty, _ direction: Direction = .unclear,
    _ summary: String = "Too little is known to say whether it helps."
  ) -> Evidence {
    Evidence(
      condition, certainty, direction, summary + " Certainty as this project reads the field.",
      citations: [.unconfirmed("no review named")])
  }
}
