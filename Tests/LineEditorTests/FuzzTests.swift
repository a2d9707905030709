import Foundation
import TechniqueKit
import Testing

@testable import LineEditor

/// Random bytes, with the sequences that terminals send among them. How many is set by
/// `FASCIA_FUZZ_BYTES`.
@Suite struct FuzzTests {
  static let count =
    ProcessInfo.processInfo.environment["FASCIA_FUZZ_BYTES"].flatMap(Int.init) ?? 200_000

  static let sequences: [String] =
    RandomEditTests.moves + RandomEditTests.uncertain + [
      "\u{1b}[200~", "\u{1b}[201~", "\u{1b}]", "\u{1b}P", "\u{1b}\\", "\u{1b}O", "\u{1b}[", "\t",
      "tighter since Tues ", "\u{18}\u{15}", Press.paste("one\rtwo\r"), Press.paste("one"),
    ]

  static func piece(_ random: inout SeededGenerator) -> [UInt8] {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: Array((sequences.randomElement(using: &random) ?? "").utf8)
    case 4..<7: [UInt8.random(in: 0x20..<0x7F, using: &random)]
    default: [UInt8.random(in: 0...255, using: &random)]
    }
  }

  /// Of this thread alone, so that other work on the machine does not count.
  private static var workedMicroseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000
  }

  @Test(arguments: [false, true])
  func `random bytes trap nothing and hang nothing`(isDumb: Bool) {
    var random = SeededGenerator(seed: 2026)
    var decoder = KeyDecoder()
    var ring = KillRing()
    var fed = 0
    var lines = 0
    var slowest: UInt64 = 0
    while fed < Self.count / 2 {
      var request = LineRequest(
        prompt: "S> ", text: lines.isMultiple(of: 5) ? "half 日" : "",
        history: RandomEditTests.history)
      request.paste = lines.isMultiple(of: 2) ? .lines : .oneLine
      request.isSecret = lines.isMultiple(of: 11)
      request.complete = { Completion(start: $0.count - 1, words: ["one", "on", "\u{200D}日"]) }
      var session = EditSession(
        request, columns: [4, 20, 80].randomElement(using: &random) ?? 80, isDumb: isDumb,
        decoder: decoder, ring: ring)
      session.begin()
      while session.event == nil {
        let bytes = Self.piece(&random)
        let start = Self.workedMicroseconds
        for byte in bytes where session.event == nil { session.feed(byte) }
        if Int.random(in: 0..<50, using: &random) == 0 { session.expire() }
        session.show()
        _ = session.takeOutput()
        slowest = max(slowest, Self.workedMicroseconds - start)
        switch Int.random(in: 0..<400, using: &random) {
        case 0: session.resize(to: Int.random(in: 1...120, using: &random))
        case 1: session.show(above: ["news"])
        case 2: session.comeBack(columns: 40)
        default: break
        }
        _ = session.takeOutput()
        fed += bytes.count
        if session.decoder.isInPaste, fed.isMultiple(of: 97) { session.expire() }
        if fed > Self.count * 2 { break }
      }
      (decoder, ring) = (session.decoder, session.ring)
      lines += 1
    }
    #expect(lines > 10)
    #expect(slowest < 100_000, "a step took \(slowest) microseconds")
  }
}
