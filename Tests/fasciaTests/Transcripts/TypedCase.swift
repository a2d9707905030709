import Foundation
import Testing

/// A client's first visit and the return visit, in a clinic that offers one technique.
struct TypedCase: Sendable, CustomTestStringConvertible {
  /// The technique's id, which is the name of the file as well.
  let technique: String
  let first: TypedVisit
  let second: TypedVisit

  static let all = [
    myofascialRelease, triggerPoint, deepTissue, neuromuscular, lymphaticDrainage, craniosacral,
  ]

  var testDescription: String { technique }

  /// All that was typed.
  var typed: [String] {
    (first.lines + second.lines).flatMap { [$0.typed] + $0.answers.map(\.value) }
  }

  /// Types both visits.
  ///
  /// - Returns: the lines that were shown, with a heading before each visit.
  func play() throws -> [String] {
    let clinic = try Clinic()
    try clinic.configure(configuration)
    // What the first start of all says is another each time: the key file and the recovery code.
    _ = try clinic.script(["today"])
    return try ["# First visit, \(first.day)", ""] + first.play(in: clinic)
      + ["# Return visit, \(second.day)", ""] + second.play(in: clinic)
  }

  private var configuration: String {
    """
    schema: 1
    clinic: {name: River Street Clinic}
    therapist: {name: J. Lee, credential: LMT}
    allow_draft: true
    backup: {automatic: false}
    techniques: {\(technique): {enabled: true}}

    """
  }
}
