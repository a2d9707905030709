import ClinicCore
import TechniqueKit

extension Verb {
  static let tour = Verb(
    name: "tour", group: .other, usage: "tour",
    does: "a practice visit with a made-up client, step by step; nothing of it is kept",
    example: "tour", seeAlso: ["help"],
    takes: .nothing
  ) { shell, _ in try shell.beginTour() }
}

extension Shell {
  fileprivate func beginTour() throws {
    guard mode.isInteractive, !mode.isJSON else {
      for (place, lesson) in Lesson.all.enumerated() {
        say("\(place + 1)  \(lesson.says) Type: \(lesson.example)")
        item(.fields(["says": .string(lesson.says), "example": .string(lesson.example)]))
      }
      return
    }
    guard let makeUpPractice else { throw Failure.rejected("there is no tour in this build.") }
    let guest = Shell(
      practice: try makeUpPractice(), techniques: [], mode: mode, settings: settings,
      backupFolder: backupFolder, input: input, output: output)
    say("TOUR   A visit with a made-up client. Your own practice is not touched.")
    say("       quit leaves the tour at any time; skip goes to the next step.")
    rule()
    for (place, lesson) in Lesson.all.enumerated() {
      guard guest.teach(lesson, place + 1, of: Lesson.all.count) else {
        // What was left alone is locked, also what lies behind the tour.
        if guest.practice.person == nil { lock(because: "The tour was left alone.") }
        return say("You left the tour. Nothing of it was kept.")
      }
    }
    rule()
    say("That was a whole visit. In your own practice begin with: new NAME")
  }

  /// Shows a step until it is done.
  ///
  /// - Returns: `false` when somebody leaves.
  private func teach(_ lesson: Lesson, _ number: Int, of count: Int) -> Bool {
    let before = runningVisit?.clock.phase ?? 0
    say("\(number) of \(count)  \(lesson.says)", indent: 8)
    say("        Type: \(lesson.example)")
    while true {
      let prompt = "tour \(prompt)"
      guard case .line(let line) = nextLine(painted(prompt, .prompt), Asking(place: "tour")) else {
        return false
      }
      switch line.lowercased() {
      case "quit", "q": return false
      case "skip": return true
      default: break
      }
      isLeaving = false
      let code = execute(line)
      if code == .done, (try? lesson.isDone(self, before)) == true { return true }
    }
  }
}

/// One step of the tour.
private struct Lesson: Sendable {
  let says: String
  let example: String
  /// - Parameter phase: of the session when the step began.
  let isDone: @Sendable (Shell, _ phase: Int) throws -> Bool

  static let all: [Lesson] = [
    Lesson(
      says: "Every client has a chart. Add one; Enter or - passes over what you do not know.",
      example: "new Ann Sample"
    ) { shell, _ in shell.client != nil },
    Lesson(
      says: "Before the first session the intake asks what matters for safety. For lists a number "
        + "or n is enough. Try < to go back, ? for help, ?? for the reason. Safety questions need "
        + "a typed answer.",
      example: "intake"
    ) { shell, _ in try shell.openChart().lastIntake != nil },
    Lesson(says: "The safety verdict of today, with its reasons.", example: "check") { _, _ in true
    },
    Lesson(
      says: "Start a session on a template. Its steps are told as time goes by.",
      example: "start"
    ) { shell, _ in try shell.practice.ownVisits(of: nil).contains(where: \.isRunning) },
    Lesson(
      says: "Chart while you work: s, o, a or p and your words. They are saved at Enter, and what "
        + "you type is kept at each key.",
      example: "s slept badly, tighter since Tuesday"
    ) { shell, _ in try !shell.openVisit().note.isEmpty },
    Lesson(says: "One command can be taken back, and brought back with redo.", example: "undo") {
      _, _ in true
    },
    Lesson(says: "Go to the next step of the session when you are early.", example: "next") {
      shell, phase in try shell.openVisit().clock.phase > phase
    },
    Lesson(
      says: "Close the session. It leads through the note, the score after, the next appointment "
        + "and the signature; Enter goes on.",
      example: "end"
    ) { shell, _ in try !shell.practice.ownVisits(of: nil).contains(where: \.isRunning) },
    Lesson(says: "See how the client is doing.", example: "progress") { _, _ in true },
  ]
}
