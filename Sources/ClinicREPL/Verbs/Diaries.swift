import ClinicCore
import TechniqueKit

extension Verb {
  static let diary = Verb(
    name: "diary", group: .measure,
    usage: "diary  |  diary headache|sleep [from=DATE] [DAY ...]",
    does: "what the client wrote down at home, many days at once; the scores follow",
    example: "diary headache from=1nov 0 0 5 - 7m 0 3",
    moreExamples: ["diary sleep from=10nov 7/8 6.5/8 - 7", "diary headache 0 2 0"],
    seeAlso: ["score", "progress"]
  ) { shell, rest in
    let words = try Words(rest)
    try words.allow(["from"])
    let chart = try shell.openChart()
    guard let name = words.bare.first else {
      guard words.fields.isEmpty else { throw Failure.usage("from= stands with a diary's days.") }
      if Diary.allCases.allSatisfy({ chart.days(of: $0).isEmpty }) {
        shell.say("No diary is on record. Example: diary headache from=1nov 0 0 5 - 7m")
      }
      return shell.showDiaries(chart)
    }
    guard let diary = Diary(rawValue: name.lowercased()) else {
      let names = Diary.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure.usage(
        "there is no diary \"\(name)\"; there are: \(names). Nothing was changed.",
        hint: "Example: diary headache from=1nov 0 0 5")
    }
    let first = try shell.firstDay(words["from"], of: diary, chart)
    let typed = Array(words.bare.dropFirst())
    if typed.isEmpty {
      try shell.askDays(of: diary, from: first, chart)
    } else {
      let days = try shell.practice.days(
        of: diary, from: first ?? shell.practice.nextDay(of: diary, in: chart), typed: typed)
      try shell.record(days, of: diary, chart)
    }
  }
}

extension Shell {
  /// - Returns: `nil` when none was named.
  fileprivate func firstDay(
    _ typed: String?, of diary: Diary, _ chart: Chart
  ) throws -> CalendarDate? {
    guard let typed else { return nil }
    guard let day = CalendarDate(past: typed, practice.today), day.day != nil else {
      throw DiaryRefusal.notADay(typed)
    }
    return day
  }

  fileprivate func record(_ days: [DiaryDay], of diary: Diary, _ chart: Chart) throws {
    let kept = try practice.record(days, of: diary, in: chart)
    wrote(kept.written)
    say("       \(diary.title), \(span(days)): \(words(forDaysOn: days)).", indent: 7)
    let known = kept.scores.compactMap { measurement in
      diary.metrics.first { $0.id == measurement.metric }.map { ($0, measurement) }
    }
    if known.isEmpty {
      let recorded = kept.period.count(where: \.isOnRecord)
      say(
        "       No score yet: \(recorded) of the last \(diary.period) days are on record; "
          + "\(diary.fewest) are needed.", indent: 7)
    } else {
      let told = known.map { "\($0.name) \(words(for: $1, $0))" }.joined(separator: "; ")
      say("       \(told) saved.", indent: 7)
    }
    item(json(diary, days))
    for (metric, measurement) in known { item(json(measurement, metric)) }
  }

  /// Asks day by day until `.` or today; what was typed until then is kept.
  ///
  /// - Throws: `Failure.missing` in a script.
  fileprivate func askDays(of diary: Diary, from named: CalendarDate?, _ chart: Chart) throws {
    guard mode.isInteractive else {
      throw Failure.missing(
        "diary \(diary.rawValue) needs its days: \(diary.form); - for a day not on record.",
        hint: "Example: diary \(diary.rawValue) from=1nov \(diary.example)")
    }
    guard let first = try named ?? askFirstDay(of: diary, chart) else {
      return say("Nothing was saved.")
    }
    let dates = first.dayNumber...max(first.dayNumber, practice.today.dayNumber)
    guard first.dayNumber <= practice.today.dayNumber else {
      return say("The \(diary.rawValue) diary is on record until today.")
    }
    say("  \(diary.form.capitalizedFirst).", indent: 2)
    say("  Enter for a day not on record, < goes back, . ends.", indent: 2)
    var typed: [String] = []
    asking: while typed.count < dates.count {
      let date = first.adding(days: typed.count)
      let day = DateWords.shortWithWeekday(date, today: practice.today)
      let asking = Asking(place: "diary.\(diary.rawValue)")
      guard case .line(let line) = try ask("\(day): ", asking, missing: "a day") else { break }
      switch line {
      case ".", "stop": break asking
      case "<", "..": _ = typed.popLast()
      case "": typed.append("-")
      case "?", "??", "help":
        say("      \(diary.form.capitalizedFirst). Enter for a day not on record.", indent: 6)
      default:
        do {
          _ = try diary.numbers(typed: line)
          typed.append(line)
        } catch { say("      \(Failure(error).message)", indent: 6) }
      }
    }
    // Days without a record at the end may still be brought.
    while typed.last == "-" { typed.removeLast() }
    guard !typed.isEmpty else { return say("Nothing was saved.") }
    try record(try practice.days(of: diary, from: first, typed: typed), of: diary, chart)
  }

  /// The day after the last one on record, or else the day that somebody names.
  private func askFirstDay(of diary: Diary, _ chart: Chart) throws -> CalendarDate? {
    if let next = try? practice.nextDay(of: diary, in: chart) { return next }
    let prompt = "First day of the diary, as 1nov: "
    while case .line(let typed) = try ask(prompt, missing: "a day"), !typed.isEmpty, typed != "." {
      do { return try firstDay(typed, of: diary, chart) } catch {
        say("      \(Failure(error).message)", indent: 6)
      }
    }
    return nil
  }
}

extension Diary {
  fileprivate var example: String { self == .headache ? "0 0 5 - 7m" : "7/8 6.5/8 -" }
}
