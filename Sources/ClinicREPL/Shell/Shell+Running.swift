import ClinicCore
import LineEditor
import TechniqueKit

extension Shell {
  /// Reads and runs lines until the input ends or `quit`.
  ///
  /// - Parameter source: name of the script for messages: `day.fascia`.
  /// - Returns: the exit code of the first failure.
  public func run(source: String = "stdin") -> ExitCode {
    // What it shows holds on to the shell.
    defer { showMore = nil }
    return mode.isInteractive ? converse() : perform(source)
  }

  /// Somebody types.
  private func converse() -> ExitCode {
    greet()
    recoverLines()
    while !isLeaving {
      if practice.person == nil {
        if client != nil || !rows.isEmpty { lock(because: "Your access was changed elsewhere.") }
        if !signIn() { return .done }
      }
      let prompt = prompt
      for line in notices() { say(line, indent: 6) }
      tellSafety()
      switch nextLine(painted(prompt, .prompt), commands) {
      case .end: return .done
      case .leftAlone, .suspend: continue
      case .interrupted(let text):
        text.isEmpty ? say("To leave type quit.") : history.add(text, verb: nil)
      case .pasted(let lines, let rest): perform(pasted: lines, rest: rest)
      case .line(let typed):
        let asked = dueQuestions
        let line = answering(typed)
        goOnAsking(after: execute(line), line, asked: asked)
      case .boundKey(let rest):
        _ = execute("next")
        putBack(rest)
      }
      if output.failure != nil { return .failed }
    }
    return .done
  }

  /// The command prompt's Up and Tab.
  private var commands: Asking {
    Asking(
      place: "command", history: history.lines, complete: { [self] in completion(ofCommand: $0) })
  }

  /// Pasted commands run only when somebody says so, and until one fails.
  private func perform(pasted lines: [String], rest: String) {
    let commands = lines.filter { $0.contains { !$0.isWhitespace } }
    let asked = "Pasted \(commands.count.of("line")). Run them one by one?"
    let runs = (try? confirm(asked, standard: false)) ?? false
    for line in commands {
      guard runs else {
        history.add(line, verb: nil)
        continue
      }
      say(prompt + line)
      if execute(line) != .done {
        say("The pasted lines after this one were not run.")
        break
      }
    }
    putBack(rest)
  }

  /// Has the next command prompt begin with what stood in the line.
  private func putBack(_ rest: String) {
    guard !rest.isEmpty else { return }
    halfTyped = TypedLine(
      chart: client?.chart, place: "command", text: rest, isEntered: false, newestRecord: 0,
      at: practice.now)
  }

  /// A script runs: nothing is ever asked.
  private func perform(_ source: String) -> ExitCode {
    var result = ExitCode.done
    var (number, run, failed) = (0, 0, 0)
    defer {
      if mode.isRehearsal, !mode.isJSON {
        let mistakes = failed == 0 ? "" : ", \(failed) with mistakes"
        output.write("\(run.of("line")) checked\(mistakes). Nothing was written.\n")
      }
    }
    while !isLeaving, case .line(let line) = input.read(LineRequest(prompt: "")) {
      number += 1
      let code = execute(line, number: number, source: source)
      if let failure = output.failure {
        output.writeError(
          "\(source):\(number): Error: the results could not be written: \(failure). "
            + "What the line did is saved.\n")
        return .failed
      }
      if line.contains(where: { !$0.isWhitespace }) { run += 1 }
      guard code != .done else { continue }
      failed += 1
      if result == .done { result = code }
      if !mode.keepsGoing { return result }
    }
    // What follows a restore would never run; so nothing is restored either.
    if restoring != nil, case .line = input.read(LineRequest(prompt: "")) {
      restoring = nil
      fail(
        .usage("restore ends the run. Put it last; nothing was restored."), "restore", number,
        source)
      return .usage
    }
    return result
  }

  /// Runs one line.
  public func execute(_ line: String, number: Int = 1, source: String = "stdin") -> ExitCode {
    reply = Reply()
    reply.line = number
    isSilenced = false
    _ = input.wasInterrupted
    var verb = ""
    do {
      let command = try Command(line, shell: self, suggestion: suggestion)
      if mode.isInteractive, !line.allSatisfy(\.isWhitespace) {
        history.add(line, verb: command?.name)
      }
      guard let command else { return .done }
      suggestion = nil
      verb = command.name
      practice.begin(verb)
      try command.run(self)
      tellSafety()
      for line in reply.lines { output.write(line + "\n") }
      if isSilenced { stopSilence() }
      // What a restore came to is known only once the practice is let go of.
      if mode.isJSON, restoring == nil { output.write(envelope(verb, number, nil).text + "\n") }
      return .done
    } catch {
      practice.recordRefusal(error, of: verb, on: chart(namedIn: line, verb))
      if isSilenced { stopSilence() }
      if mode.isInteractive, verb.isEmpty { history.add(line, verb: nil) }
      let failure = Failure(error)
      suggestion = failure.suggestion
      fail(failure, verb, number, source)
      return failure.exit
    }
  }

  /// The chart whose code stands in a line, for the trail of what was refused.
  private func chart(namedIn line: String, _ verb: String) -> ID<Chart>? {
    // What somebody writes freely names nobody.
    guard let takes = Verb.named(verb)?.takes.rest, takes != .text, takes != .line,
      let code = line.firstMatch(of: /\b[Cc][0-9]{4,}\b/)
    else { return nil }
    return try? practice.chartID(code: String(code.output))
  }

  private func stopSilence() {
    isSilenced = false
    say("Stopped. What the command did is saved.")
  }

  private func fail(_ failure: Failure, _ verb: String, _ number: Int, _ source: String) {
    reply.failure = failure
    if mode.isJSON { output.write(envelope(verb, number, failure).text + "\n") }
    if mode.isInteractive {
      if mode.isJSON { return }
      say("Error: \(failure.message)", indent: 0)
      if let hint = failure.hint { say(hint, indent: 0) }
    } else {
      let hint = failure.hint.map { "\n" + $0 } ?? ""
      output.writeError("\(source):\(number): Error: \(failure.message)\(hint)\n")
    }
  }

  private func envelope(_ verb: String, _ number: Int, _ failure: Failure?) -> JSON {
    let visit = client.flatMap { try? practice.currentVisit(of: $0.chart) }
    let items = reply.items
    return .fields([
      "schema": .string("fascia/1"), "ok": .bool(failure == nil), "line": .int(number),
      "command": .string(verb),
      "context": .fields([
        "client": client.map { .string($0.code) } ?? .null,
        "session": visit.map { .string($0.draft.id.rawValue) } ?? .null,
      ]),
      "data": .fields(["items": .array(items), "count": .int(items.count)]),
      "changed": .strings(mode.isRehearsal ? [] : reply.changed),
      "warnings": .strings(reply.warnings),
      "safety": reply.safety.isEmpty ? nil : .array(reply.safety),
      "undo": mode.isRehearsal ? .null : practice.unit.map { .string("U\($0)") } ?? .null,
      "error": failure.map {
        .fields([
          "code": .string($0.code), "exit": .int(Int($0.exit.rawValue)),
          "message": .string($0.message), "rules": .strings($0.rules),
          "hint": $0.hint.map { .string($0) } ?? .null,
          "choices": $0.choices.isEmpty ? nil : .strings($0.choices),
        ])
      },
    ])
  }
}

extension Shell {
  /// Tells a program that a backup has taken the place of the practice.
  ///
  /// - Parameters:
  ///   - kept: where the file is that stood there; `nil` when there was none.
  ///   - carriedOver: whether people, keys and erasings hold on as they were.
  public func tellRestored(_ proof: BackupProof, kept: String?, carriedOver: Bool) {
    item(
      .fields([
        "path": .string(restoring ?? proof.path), "charts": .int(proof.charts),
        "entries": .int(proof.entries), "head": .string(proof.head.description),
        "kept": kept.map { .string($0) }, "carried_over": .bool(carriedOver),
      ]))
    output.write(envelope("restore", reply.line, nil).text + "\n")
  }

  /// Tells a program why a backup was not put in the place of the practice.
  public func tellNotRestored(_ error: any Error) {
    let told = Failure(error)
    let failure = Failure(
      exit: error is StoreError ? .practiceFile : told.exit, code: told.code,
      message: told.message, hint: told.hint)
    output.write(envelope("restore", reply.line, failure).text + "\n")
  }
}
