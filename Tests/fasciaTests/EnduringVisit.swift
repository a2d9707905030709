import Foundation
import TerminalTesting
import Testing

/// A scripted visit whose every line can be told apart, and what must be left of it when the
/// program is killed or the disk fails in the middle.
struct EnduringVisit {
  let lines: [String]
  /// How many lines carry a token.
  let tokens: Int

  init(notes count: Int = 12, addenda: Int = 2) {
    tokens = count + addenda
    let notes = (1...count).map { place in
      "\(["s", "o", "a", "p"][place % 4]) token-\(place)-end slept badly"
    }
    lines =
      ["new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 60"] + notes
      + ["trp r upper trapezius 7>3 90s ref temple", "end", "pain 2 after", "sign"]
      + (count + 1...count + addenda).map { "addendum token-\($0)-end later" }
  }

  var script: String { lines.map { $0 + "\n" }.joined() }

  /// How many of the tokens the program said it had saved, in the order they were typed.
  static func acknowledged(_ output: String) -> Int {
    output.split(separator: "\n").count {
      $0.hasSuffix("saved 10:16.") || $0.contains("Addendum saved")
    }
  }

  /// Opens the practice again and checks that it is whole and that every acknowledged line stands
  /// in it exactly once.
  func check(_ clinic: Clinic, _ printed: String, _ when: String) throws {
    let acknowledged = Self.acknowledged(printed)
    let verified = try clinic.script(["verify"])
    #expect(
      verified.ending == .code(0) && verified.output.contains("Whole:"),
      "\(when): \(verified.output)\(verified.errors)")
    let shown = try clinic.script(["client ann", "chart", "note"], ["--keep-going", "--json"])
    // The opened chart tells of the unsigned note too.
    let recorded = shown.output.split(separator: "\n").dropFirst().joined(separator: "\n")
    // What else was confirmed: the finding and the signature.
    if printed.contains("O saved 10:16: Trigger point") {
      #expect(recorded.contains("held 90 s") || !printed.contains("SIGNED"), "\(when)")
    }
    if printed.contains("SIGNED") {
      #expect(recorded.contains("\"signed_by\":\"J. Lee, LMT\""), "\(when): not signed")
    }
    for place in 1...tokens {
      let count = recorded.components(separatedBy: "token-\(place)-end").count - 1
      if place <= acknowledged {
        #expect(count == 1, "\(when): line \(place) of \(acknowledged) stands \(count) times")
      } else {
        #expect(count <= 1, "\(when): line \(place) stands \(count) times")
      }
    }
  }

  /// How many runs a test makes: few in the daily run, all of them where a variable says so.
  static func count(_ variable: String, standard: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? standard
  }
}
