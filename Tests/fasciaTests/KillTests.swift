import Foundation
import TerminalTesting
import Testing

@Suite(.serialized) struct KillTests {
  /// `FASCIA_KILLS=300` for the full run.
  @Test func `a visit that is killed after any number of bytes keeps every acknowledged line`()
    throws
  {
    let visit = EnduringVisit()
    var acknowledged: [Int] = []
    for run in 0..<EnduringVisit.count("FASCIA_KILLS", standard: 40) {
      let clinic = try Clinic()
      let program = try FedProgram(
        Clinic.program, clinic.arguments, environment: clinic.environment)
      // The script is sent line by line, so that lines are answered before the kill.
      let whole = Int.random(in: 0..<visit.lines.count)
      for line in visit.lines[..<whole] { program.send(Array(line.utf8) + [10]) }
      let last = Array(visit.lines[whole].utf8)
      program.send(last.prefix(Int.random(in: 0...last.count)))
      let end = whole
      usleep(UInt32.random(in: 0...6000))
      let outcome = try program.killNow()
      let count = EnduringVisit.acknowledged(outcome.output)
      acknowledged.append(count)
      try visit.check(clinic, outcome.output, "run \(run), killed in line \(end + 1)")
    }
    #expect(Set(acknowledged).count > 5, "the kills hit too few places: \(acknowledged)")
  }

  /// `FASCIA_APPENDS=1000` for the full run.
  @Test func `eight programs write at once, and every entry stands in whole chains`() throws {
    let clinic = try Clinic()
    let writers = 8
    let appends = EnduringVisit.count("FASCIA_APPENDS", standard: 60)
    _ = try clinic.script((1...writers).map { "new Synthetic Client\($0) born=1984" })
    let outcomes = try together(
      clinic,
      (1...writers).map { writer in
        ["client id=C000\(writer)"] + (0..<appends).map { "pain \($0 % 11)" }
      })
    for outcome in outcomes {
      #expect(outcome.ending == .code(0), "\(outcome.errors)")
    }
    let verified = try clinic.script(["verify"])
    #expect(
      verified.output.contains("Whole: 8 charts, \(writers * (appends + 1)) entries"),
      "\(verified.output)\(verified.errors)")
    for writer in 1...writers {
      let trail = try clinic.script(["audit client=C000\(writer)"], ["--json"]).output
      #expect(trail.components(separatedBy: "\"action\":\"wrote\"").count - 1 == appends + 1)
    }
  }

  @Test func `programs that start together on a new practice found it once`() throws {
    let clinic = try Clinic()
    let outcomes = try together(clinic, (1...6).map { ["new Synthetic Client\($0) born=1984"] })
    for outcome in outcomes { #expect(outcome.ending == .code(0), "\(outcome.errors)") }
    #expect(outcomes.count { $0.errors.contains("A new practice was made.") } == 1)
    let verified = try clinic.script(["verify"])
    #expect(verified.output.contains("Whole: 6 charts, 6 entries"), "\(verified.output)")
  }

  /// Runs one program for each list of lines, all at once.
  private func together(_ clinic: Clinic, _ scripts: [[String]]) throws -> [Outcome] {
    let group = DispatchGroup()
    nonisolated(unsafe) var outcomes: [Outcome?] = Array(repeating: nil, count: scripts.count)
    let (arguments, environment) = (clinic.arguments, clinic.environment)
    let lock = NSLock()
    for (place, lines) in scripts.enumerated() {
      group.enter()
      Thread.detachNewThread {
        let outcome = try? run(
          Clinic.program, arguments, environment: environment,
          input: lines.joined(separator: "\n") + "\n")
        lock.withLock { outcomes[place] = outcome }
        group.leave()
      }
    }
    group.wait()
    return try outcomes.map { try #require($0) }
  }
}
