import LineEditor

/// What a line is asked for: it decides what Up, Tab and a paste do, and where a line belongs that was
/// half typed when the program ended.
struct Asking {
  /// `command`, `note.subjective`, `question.fever`; anything else stands for itself.
  var place: String
  /// What Up goes through besides the earlier answers at this place, oldest first.
  var history: [String] = []
  var complete: ((_ head: String) -> Completion)?
  /// Stands in the line to begin with.
  var text = ""
  /// Whether a paste of several lines is as many lines here.
  var takesPastedLines = false
  /// Whether it is shown, kept and remembered nowhere.
  var isSecret = false

  static func answer(to prompt: String) -> Asking { Asking(place: "answer.\(prompt)") }
}
