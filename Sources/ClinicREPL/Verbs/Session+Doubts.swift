import ClinicCore
import TechniqueKit

/// What is asked about a session before it is kept. A script says why with `anyway`.
extension Shell {
  /// Ends the session in hand.
  ///
  /// - Returns: `nil` when it is not as it was asked, and goes on.
  func end(at time: Instant?, anyway reason: String?) throws -> VisitDraft? {
    // What is asked and what is answered is of one moment.
    let end = time ?? practice.now
    return try settling(reason) { reason in
      let (visit, written) = try practice.end(try openVisit(), at: end, anyway: reason)
      wrote(written)
      return visit
    }
  }

  /// Does something that may be questioned; a person at a terminal is asked, and says why.
  ///
  /// - Returns: `nil` when it is not right.
  func settling<Value>(
    _ reason: String?, _ body: (_ reason: String?) throws -> Value
  ) throws -> Value? {
    do { return try body(reason) } catch ClinicError.doubtful(let doubts) where mode.isInteractive {
      for doubt in doubts { say("       \(doubt.words.capitalizedFirst).", indent: 7) }
      guard try confirm("Is that right?", standard: false) else { return nil }
      while true {
        let event = try ask("Why? ", missing: "a reason")
        guard case .line(let typed) = event, ![".", "stop", "<", "-"].contains(typed) else {
          return nil
        }
        if typed.allSatisfy(\.isWhitespace) {
          say("       Type a short reason; it is saved with the visit. Type . to stop.", indent: 7)
          continue
        }
        return try body(typed)
      }
    }
  }

  /// What was kept all the same, for programs.
  func json(_ answer: Override) -> JSON {
    .fields([
      "questions": .strings(answer.doubts.map(\.words)), "reason": .string(answer.reason),
      "by": .string(answer.by.description), "at": .string(answer.at.iso(in: zone)),
    ])
  }
}
