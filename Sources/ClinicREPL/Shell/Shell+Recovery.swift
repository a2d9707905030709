import ClinicCore
import ClinicReports
import LineEditor
import TechniqueKit

extension Shell {
  /// Offers what stood half typed when the last run was killed, and what it belongs to.
  func recoverLines() {
    for left in practice.linesLeftBehind() {
      do { try offer(left) } catch { say("Error: \(Failure(error).message)") }
    }
  }

  private func offer(_ left: LeftLine) throws {
    let line = left.line
    say("The last run ended unexpectedly at \(line.at.local(in: zone).clock). Nothing was lost.")
    guard try !isDone(line), !line.text.isEmpty else { return practice.drop(left) }
    let client = line.chart.flatMap { try? practice.client($0) }
    let visit = try client.flatMap { try practice.currentVisit(of: $0.chart) }
    if let client { sayOpen(client, visit) }
    let section = NoteLine.Section(place: line.place)
    if section != nil, let visit {
      say("Note so far:")
      for line in visit.note {
        say(NoteText.row(line, in: zone) { DateWords.short($0, today: practice.today) })
      }
    }
    say("  \(section.map { $0.letter + "  " } ?? "")typed, not entered:  \(line.text)")
    let what = section != nil ? "note" : line.place.hasPrefix("question.") ? "intake" : "line"
    guard try confirm("Carry on with this \(what)?") else {
      remember(line.text, at: line.place)
      if line.place == "command" { history.add(line.text, verb: nil) }
      return practice.drop(left)
    }
    if let client { self.client = client }
    halfTyped = line
    takenOver = left
    try carryOn(section, line, visit)
  }

  private func carryOn(
    _ section: NoteLine.Section?, _ line: TypedLine, _ visit: VisitDraft?
  ) throws {
    if let section, let visit {
      practice.begin("note")
      if visit.isRunning {
        _ = try writeNote(visit, from: section)
      } else {
        try closeOut(visit, from: section)
      }
    } else if line.place.hasPrefix("question."), let chart = line.chart {
      _ = try askIntake(try practice.intake(try practice.chart(chart)))
    } else {
      // Whatever was asked is asked no more; the words stand at the prompt.
      halfTyped = TypedLine(
        chart: client?.chart, place: "command", text: line.text, isEntered: false,
        newestRecord: line.newestRecord, at: line.at)
    }
  }

  /// Whether a line that was entered has done its work already: then something was written since its
  /// prompt, and a line of a note stands in it.
  private func isDone(_ line: TypedLine) throws -> Bool {
    guard line.isEntered, try practice.newestRecord() > line.newestRecord else { return false }
    guard let section = NoteLine.Section(place: line.place), let chart = line.chart else {
      return true
    }
    let visit = try practice.currentVisit(of: chart)
    guard let visit else { return true }
    // A paste is kept as one line, and stands in the note as several.
    let lines = visit.lines(section).map(\.text)
    return lines.indices.contains { line.text.hasPrefix(lines[$0...].joined(separator: " ")) }
  }

  private func sayOpen(_ client: ClientListing, _ visit: VisitDraft?) {
    var text = "Open: \(client.identity.name), visit \(client.visits + 1)"
    if let visit {
      let minutes = visit.clock.elapsedMinutes(at: visit.clock.endedAt ?? practice.now)
      let length = visit.start.length
      text +=
        visit.isRunning
        ? ", timer ran on (\(minutes) of \(length) min)" : ", session ended after \(minutes) min"
    }
    say(text + ".")
  }
}

extension NoteLine.Section {
  /// What a line of this section is asked for as.
  var place: String { "note.\(rawValue)" }

  init?(place: String) {
    guard place.hasPrefix("note.") else { return nil }
    self.init(rawValue: String(place.dropFirst("note.".count)))
  }
}
