import TechniqueKit
import Testing

/// A row of the catalogue: what a client reports, and what follows for each technique.
///
/// The columns are those of `Column.all`, one letter each: E emergency, A absolute, C clearance,
/// L local, M modify, n note, - nothing. A `+` after a letter means "at least". `closed` names
/// areas that are left out: `all@calf`, `DT@leg`.
struct Row: Sendable, CustomTestStringConvertible {
  let code: String
  let expected: String
  let changes: [String]
  let age: Int
  let sex: Sex
  let closed: [String]

  init(
    _ code: String, _ expected: String, _ changes: String..., age: Int = 40, sex: Sex = .female,
    closed: [String] = []
  ) {
    self.code = code
    self.expected = expected
    self.changes = changes
    self.age = age
    self.sex = sex
    self.closed = closed
  }

  var testDescription: String { "\(code) \(changes.joined(separator: " ")), age \(age)" }

  /// For each column the letter, and whether it is the least.
  var wanted: [(letter: Character, isLeast: Bool)] {
    var wanted: [(letter: Character, isLeast: Bool)] = []
    for letter in expected {
      if letter == "+", let last = wanted.popLast() {
        wanted.append((last.letter, true))
      } else {
        wanted.append((letter, false))
      }
    }
    return wanted
  }

  /// Mildest first.
  static let letters: [Character] = ["-", "n", "M", "L", "C", "A", "E"]

  static func letter(_ severity: Severity?) -> Character {
    switch severity {
    case nil: "-"
    case .note: "n"
    case .adapt: "M"
    case .avoid: "L"
    case .clearance: "C"
    case .stop: "A"
    case .emergency: "E"
    }
  }

  static let all: [Row] = [
    vessels, organs, infection, bones, nerves, head, cancer, pregnancy, other,
  ].flatMap { $0 }
}
