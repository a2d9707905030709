import Foundation
import TerminalTesting
import Testing

@Suite(.serialized) struct KillTests {
  /// `FASCIA_KILLS=300` for the full run.
  @Test func `a visit that is killed after any number of bytes keeps every acknowledged line`()
    throws
  {
    let visit = EnduringVisit()
    let bytes = Array(visit.script.utf8)
    var acknowledged: [Int] = []
    for run in 0..<EnduringVisit.count("FASCIA_KILLS", standard: 40) {
      let clinic = try Clinic()
      let program = try FedProgram(
        Clinic.program, clinic.arguments, environment: clinic.environment)
      // The script is sent line by line, so that lines are answered before the kill.
      let end = Int.random(in: 0...bytes.count)
      let sent = bytes[..<end].split(separator: 10, omittingEmptySubsequences: false)
      for line in sent.dropLast() { program.send(line + [10]) }
      program.send(sent.last ?? [])
      usleep(UInt32.random(in: 0...6000))
      let outcome = try program.killNow()
      let count = EnduringVisit.acknowledged(outcome.output)
      acknowledged.append(count)
      try EnduringVisit.check(clinic, count, "run \(run), killed after \(end) bytes")
    }
    #expect(Set(acknowledged).count > 5, "the kills hit too few places: \(acknowledged)")
  }

  /// `FASCIA_APPENDS=1000` for the full run.
  @Test func `eight programs write at once, and every entry stands in whole chains`() throws {
    let clinic = try Clinic()
    let writers = 8
    let appends = EnduringVisit.count("FASCIA_APPENDS", standard: 60)
    _ = try clinic.script((1...writers).map { "new Synthetic Client\($0) born=1984" })
    let group = DispatchGroup()
    nonisolated(unsafe) var outcomes: [Outcome?] = Array(repeating: nil, count: writers)
    let (arguments, environment) = (clinic.arguments, clinic.environment)
    for writer in 0..<writers {
      let lines =
        ["client id=C000\(writer + 1)"] + (0..<appends).map { "pain \($0 % 11)" }
      group.enter()
      Thread.detachNewThread {
        let outcome = try? run(
          Clinic.program, arguments, environment: environment,
          input: lines.joined(separator: "\n") + "\n")
        outcomes[writer] = outcome
        group.leave()
      }
    }
    group.wait()
    for outcome in outcomes {
      let outcome = try #require(outcome)
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
}
