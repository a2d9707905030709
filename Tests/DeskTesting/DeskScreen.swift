import ClinicREPL

/// What a shell shows at a desk.
///
/// It is written by the shell's thread while the desk waits, and read by the desk while the shell
/// waits; `DeskKeyboard` sees to it that the two take turns.
final class DeskScreen: Output, @unchecked Sendable {
  /// Everything since the desk was opened.
  private(set) var all = ""
  /// What was shown since the last act at the desk.
  private(set) var newest = ""
  /// What a script tells apart from its results since the last act.
  private(set) var errors = ""

  var failure: String? { nil }
  let columns = 80

  func write(_ text: String) {
    all += text
    newest += text
  }

  func writeError(_ text: String) {
    all += text
    errors += text
  }

  /// A new act begins.
  func turn() { (newest, errors) = ("", "") }
}
