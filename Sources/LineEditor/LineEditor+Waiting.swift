import Foundation

extension LineEditor {
  /// When something is to be done although no key comes.
  private struct Times {
    var lastByte: UInt64
    var nextSecond: UInt64
    /// The text has changed since the idle hook was called.
    var isIdleDue = false

    static let second: UInt64 = 1000
    static let idle: UInt64 = 2000
    /// A terminal sends the bytes of one key together.
    static let sequence: UInt64 = 50
    static let paste: UInt64 = 1000

    /// Milliseconds on a clock that goes on while nobody sets it.
    static var now: UInt64 {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
    }

    init() {
      lastByte = Self.now
      nextSecond = lastByte + Self.second
    }
  }

  /// Feeds a session until its line has ended.
  func run(_ session: inout EditSession) -> LineEvent {
    var times = Times()
    let paste = terminal.isDumb ? [] : TerminalSignals.pasteOn
    terminal.isPasteOn = !terminal.isDumb
    session.begin()
    guard terminal.put(paste + session.takeOutput()) else { return .end }
    while true {
      if !typedAhead.isEmpty {
        feed(&session)
        times.lastByte = Times.now
      }
      guard show(&session, &times) else {
        terminal.isPasteOn = false
        return .end
      }
      if let event = session.event { return event }
      if !wait(&session, &times) { session.end(.end) }
    }
  }

  private func feed(_ session: inout EditSession) {
    var count = 0
    while count < typedAhead.count, session.event == nil {
      session.feed(typedAhead[count])
      count += 1
    }
    typedAhead.removeFirst(count)
  }

  /// Tells the host what has changed, then shows it.
  ///
  /// - Returns: `false` when the terminal is gone.
  private func show(_ session: inout EditSession, _ times: inout Times) -> Bool {
    session.show()
    if let text = session.takeChange() {
      times.isIdleDue = true
      session.request.changed?(text)
    }
    var output = session.takeOutput()
    if session.event != nil, terminal.isPasteOn {
      output += TerminalSignals.pasteOff
    }
    if !output.isEmpty, !terminal.put(output) { return false }
    if session.event != nil { terminal.isPasteOn = false }
    return true
  }

  /// Waits for bytes, a signal, or the time to do something.
  ///
  /// - Returns: `false` when the terminal is gone.
  private func wait(_ session: inout EditSession, _ times: inout Times) -> Bool {
    let start = Times.now
    var pollers = [
      pollfd(fd: terminal.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: terminal.bell, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(
      &pollers, nfds_t(pollers.count), milliseconds(from: start, session, times))
    if count < 0, errno != EINTR { return false }
    if count < 0 || pollers[1].revents != 0 { hear(&session) }
    if count > 0, pollers[0].revents != 0 { return readBytes() }
    due(&session, &times)
    return true
  }

  /// - Returns: -1 to wait for ever.
  private func milliseconds(
    from start: UInt64, _ session: EditSession, _ times: Times
  ) -> Int32 {
    var ends: [UInt64] = []
    if session.decoder.isInSequence { ends.append(times.lastByte + Times.sequence) }
    if session.decoder.isInPaste { ends.append(times.lastByte + Times.paste) }
    if times.isIdleDue, session.request.idle != nil { ends.append(times.lastByte + Times.idle) }
    if ticks(session.request) || session.request.isLeftAlone != nil
      || session.request.everySecond != nil
    {
      ends.append(times.nextSecond)
    }
    return ends.min().map { Int32($0 > start ? $0 - start : 0) } ?? -1
  }

  private func ticks(_ request: LineRequest) -> Bool {
    request.tick != nil && !request.holdsNotices && !terminal.isDumb
  }

  private func due(_ session: inout EditSession, _ times: inout Times) {
    let now = Times.now
    let silence = now - min(now, times.lastByte)
    if session.decoder.isInSequence && silence >= Times.sequence
      || session.decoder.isInPaste && silence >= Times.paste
    {
      session.expire()
    }
    if times.isIdleDue, silence >= Times.idle {
      times.isIdleDue = false
      session.request.idle?()
    }
    guard now >= times.nextSecond else { return }
    times.nextSecond = now + Times.second
    session.request.everySecond?()
    if ticks(session.request), let lines = session.request.tick?() { session.show(above: lines) }
    if silence >= Times.second, session.request.isLeftAlone?() == true { session.end(.leftAlone) }
  }

  /// Looks at what the signal handlers have left.
  private func hear(_ session: inout EditSession) {
    let news = terminal.takeNews()
    if news.wasContinued {
      if !terminal.isDumb { turnPasteOn() }
      session.comeBack(columns: terminal.columns)
    } else if news.wasResized {
      session.resize(to: terminal.columns)
    }
  }

  private func turnPasteOn() {
    terminal.isPasteOn = true
    terminal.put(TerminalSignals.pasteOn)
  }

  /// - Returns: `false` at the end of the input.
  private func readBytes() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(terminal.input, &chunk, chunk.count)
    if count > 0 {
      typedAhead += chunk[..<count]
      return true
    }
    return count < 0 && (errno == EINTR || errno == EAGAIN)
  }
}
