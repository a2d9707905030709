import Foundation

extension PseudoTerminal {
  /// Waits for text after all that was waited for before, comparing byte by byte.
  ///
  /// Each byte is looked at once, however long the transcript is. A line end is LF.
  ///
  /// - Returns: what came before it.
  /// - Throws: `HarnessError` with the transcript, when it does not come in time.
  @discardableResult
  public func expect(_ text: String, seconds: Double = 20) throws -> String {
    let wanted = Array(text.utf8)
    let deadline = ContinuousClock.now + .seconds(seconds)
    var searched = read
    while true {
      if let place = firstIndex(of: wanted, in: plain, from: searched) {
        let before = String(decoding: plain[read..<place], as: UTF8.self)
        read = place + wanted.count
        return before
      }
      // The next piece may complete what has begun to arrive.
      searched = max(read, plain.count - wanted.count)
      guard ContinuousClock.now < deadline else {
        throw HarnessError(description: "\"\(text)\" did not come after:\n\(transcript)")
      }
      pump(milliseconds: 50)
    }
  }

  /// Waits for whichever text comes first, and says which; it still counts as not waited for.
  ///
  /// - Throws: `HarnessError` with the transcript, when neither comes within 20 seconds.
  public func expectEither(_ first: String, _ second: String) throws -> String {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      pump(milliseconds: 30)
      let places = [first, second].compactMap { text in
        firstIndex(of: Array(text.utf8), in: plain, from: read).map { (text, $0) }
      }
      if let found = places.min(by: { $0.1 < $1.1 }) { return found.0 }
    }
    throw HarnessError(description: "neither \(first) nor \(second) came:\n\(transcript)")
  }

  /// Waits until the program waits for input: nothing more has come for 80 ms, and the last
  /// character is a space, as after a prompt.
  ///
  /// - Throws: `HarnessError` with the transcript, when that takes more than 20 seconds.
  public func settle() throws {
    let deadline = ContinuousClock.now + .seconds(20)
    var seen = -1
    while plain.count != seen || plain.last != 0x20 || hasPending {
      guard ContinuousClock.now < deadline else {
        throw HarnessError(description: "the program does not wait for input:\n\(transcript)")
      }
      seen = plain.count
      pump(milliseconds: 80)
    }
    read = plain.count
  }

  /// Waits until nothing has come for so long, and counts all as waited for.
  ///
  /// - Parameter seconds: how long the program may go on writing.
  /// - Throws: `HarnessError` with the transcript, when it does so for longer.
  public func settle(milliseconds: Int, seconds: Double = 20) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var quiet = ContinuousClock.now + .milliseconds(milliseconds)
    while ContinuousClock.now < quiet {
      guard ContinuousClock.now < deadline else {
        throw HarnessError(description: "the program does not fall silent:\n\(transcript)")
      }
      if pump(milliseconds: Int32(clamping: min(milliseconds, 20))) || hasPending {
        quiet = ContinuousClock.now + .milliseconds(milliseconds)
      }
    }
    read = plain.count
  }

  /// Waits until something is so, reading output meanwhile.
  ///
  /// - Throws: `HarnessError` with the transcript, when it is not so in time; what the condition
  ///   throws.
  public func wait(
    for what: String, seconds: Double = 20, until isSo: (PseudoTerminal) throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while try !isSo(self) {
      guard ContinuousClock.now < deadline else {
        throw HarnessError(description: "no \(what) after:\n\(transcript)")
      }
      pump(milliseconds: 5)
    }
  }

  /// Waits for the program's end, however long that takes.
  @discardableResult
  public func waitForEnd() -> Ending {
    while true {
      if let ending = endingByNow(milliseconds: 10) { return ending }
    }
  }

  /// Waits for the program's end.
  ///
  /// - Throws: `HarnessError` with the transcript, when it still runs after so many seconds.
  @discardableResult
  public func waitForEnd(seconds: Double) throws -> Ending {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      if let ending = endingByNow(milliseconds: 2) { return ending }
      guard ContinuousClock.now < deadline else {
        throw HarnessError(
          description: "still runs after \(seconds) s:\n\(transcript)")
      }
    }
  }

  /// Sends a signal and waits for the end.
  public func end(with signal: Int32) -> Ending {
    if ending == nil { kill(processID, signal) }
    return waitForEnd()
  }

  /// Sends a signal and waits for the end.
  ///
  /// - Throws: `HarnessError` with the transcript, when it still runs after so many seconds.
  public func end(with signal: Int32, seconds: Double) throws -> Ending {
    if ending == nil { kill(processID, signal) }
    return try waitForEnd(seconds: seconds)
  }

  private func endingByNow(milliseconds: Int32) -> Ending? {
    if let ending { return ending }
    var status: Int32 = 0
    let process = waitpid(processID, &status, WNOHANG)
    if process == processID {
      finish(status)
      return ending
    }
    pump(milliseconds: milliseconds)
    return nil
  }
}

/// Where `wanted` begins in `bytes` at or after `start`.
func firstIndex(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
  guard let first = wanted.first else { return start }
  return bytes.withUnsafeBufferPointer { bytes in
    var place = start
    while place + wanted.count <= bytes.count {
      guard let next = bytes[place...].firstIndex(of: first), next + wanted.count <= bytes.count
      else { return nil }
      if bytes[next..<next + wanted.count].elementsEqual(wanted) { return next }
      place = next + 1
    }
    return nil
  }
}
