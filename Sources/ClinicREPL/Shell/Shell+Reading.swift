import ClinicCore
import LineEditor

extension Shell {
  /// The next line, with everything that goes on while it is typed: each key is put on disk, news are
  /// shown above it, and the practice locks itself when it is left alone for too long.
  func nextLine(_ prompt: String, _ asking: Asking) -> LineEvent {
    guard mode.isInteractive else { return input.read(LineRequest(prompt: "")) }
    var request = LineRequest(
      prompt: prompt, text: takeHalfTyped(at: asking.place) ?? asking.text,
      history: asking.history + (earlier[asking.place] ?? []))
    request.isSecret = asking.isSecret
    request.paste = asking.takesPastedLines ? .lines : .oneLine
    request.complete = asking.complete
    watchOverTyping(&request, asking)
    if asking.place == "command", runningVisit != nil {
      request.bound = mode.pedal.map { ($0, "next") }
    }
    if mode.rings, runningVisit != nil { request.everySecond = { [self] in ringIfStepIsOver() } }
    let event = input.read(request)
    settleTyping(event, asking)
    if event == .leftAlone {
      lock(because: "Left alone for \((mode.locksAfterMinutes ?? 0).of("minute")).")
    }
    return event
  }

  private func watchOverTyping(_ request: inout LineRequest, _ asking: Asking) {
    var lastKey = practice.now
    if practice.person != nil, !asking.isSecret {
      beginTyping(request.text, at: asking.place)
      request.changed = { [self] text in
        lastKey = practice.now
        keepTyping(text, at: asking.place)
      }
      request.idle = { [self] in syncTyping() }
      request.holdsNotices = glyphs.isPlain || mode.isJSON
      request.tick = { [self] in notices().flatMap { fitted($0, indent: 6) } }
    }
    if let limit = mode.locksAfterMinutes, practice.person != nil {
      request.isLeftAlone = { [self] in practice.now.wholeMinutes(since: lastKey) >= limit }
    }
  }

  // MARK: The half-typed line

  private func beginTyping(_ text: String, at place: String) {
    recordsAtPrompt = (try? practice.newestRecord()) ?? 0
    keepTyping(text, at: place)
    if let left = takenOver {
      practice.drop(left)
      takenOver = nil
    }
  }

  private func keepTyping(_ text: String, at place: String, isEntered: Bool = false) {
    let line = TypedLine(
      chart: client?.chart, place: place, text: text, isEntered: isEntered,
      newestRecord: recordsAtPrompt, at: practice.now)
    practice.keep(line)
    typing = line
  }

  private func syncTyping() {
    guard !practice.syncTypedLine(), !toldOfUnkeptLine else { return }
    toldOfUnkeptLine = true
    say("Warning: what you type cannot be kept on disk before Enter. Is the disk full?")
  }

  private func settleTyping(_ event: LineEvent, _ asking: Asking) {
    guard practice.person != nil, !asking.isSecret else { return }
    switch event {
    case .line(let text) where !text.isEmpty:
      keepTyping(text, at: asking.place, isEntered: true)
      syncTyping()
    case .pasted(let lines, let rest):
      keepTyping((lines + [rest]).joined(separator: " "), at: asking.place, isEntered: true)
      syncTyping()
    case .leftAlone:
      // It comes back when the same person signs in again.
      if let typing, !typing.text.isEmpty { halfTyped = typing }
    case .boundKey(let rest): keepTyping(rest, at: asking.place)
    case .line, .end, .interrupted, .suspend: keepTyping("", at: asking.place)
    }
  }

  /// The line that stood at this place when the program ended.
  private func takeHalfTyped(at place: String) -> String? {
    guard let line = halfTyped, line.place == place, line.chart == client?.chart else { return nil }
    halfTyped = nil
    return line.text
  }
}
