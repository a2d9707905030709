import ClinicREPL

/// What a run in process prints.
final class Printed: Output {
  private(set) var results = ""
  private(set) var errors = ""
  var failure: String? { nil }
  let columns = 80

  func write(_ text: String) { results += text }
  func writeError(_ text: String) { errors += text }
}
