import ClinicCore
import TechniqueKit

extension Verb {
  static let diary = Verb(
    name: "diary", group: .measure,
    usage: "diary [from=DATE]  |  diary headache|sleep [from=DATE] [DAY ...]",
    does: "what the client wrote down at home, many days at once; the scores follow",
    example: "diary headache from=1nov 0 0 5 - 7m 0 3",
    moreExamples: [
      "diary headache", "diary sleep from=10nov 7/8 6.5/8 - 7", "diary from=1oct",
    ], seeAlso: ["score", "progress"],
    takes: .words("from=DATE")
  ) { shell, rest in
    let words = try Words(rest)
    let chart = try shell.openChart()
    let first = try words["from"].map(shell.dayGoneBy)
    guard let name = words.bare.first else {
      if Diary.allCases.allSatisfy({ chart.days(of: $0).isEmpty }) {
        shell.say("No diary is on record. Example: diary headache from=1nov 0 0 5 - 7m")
      }
      return shell.showDiaries(chart, from: first)
    }
    guard let diary = Diary(rawValue: name.lowercased()) else {
      let names = Diary.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure.usage(
        "there is no diary \"\(name)\"; there are: \(names). Nothing was changed.",
        hint: "Example: diary headache from=1nov 0 0 5")
    }
    let typed = Array(words.bare.dropFirst())
    if typed.isEmpty {
      try shell.askDays(of: diary, from: first, chart)
    } else {
      let days = try shell.practice.days(
        of: diary, from: first ?? shell.practice.nextDay(of: diary, in: chart), typed: typed)
      shell.save(try shell.practice.record(days, of: diary, in: chart), days, of: diary)
    }
  }
}

extension Shell {
  fileprivate func dayGoneBy(_ typed: String) throws -> CalendarDate {
    guard let day = CalendarDate(past: typed, practice.today), day.day != nil else {
      throw DiaryRefusal.notADay(typed)
    }
    return day
  }

  fileprivate func save(_ kept: KeptDiary, _ days: [DiaryDay], of diary: Diary) {
    wrote(kept.written)
    say("       \(diary.title), \(span(days)): \(words(forDaysOn: days)).", indent: 7)
    item(json(diary, days))
    for period in kept.periods {
      say("       \(words(for: period, kept.scores))", indent: 7)
      item(json(period))
    }
    if kept.left > 0 {
      say(
        "       \(kept.left.of("day")) \(kept.left == 1 ? "lies" : "lie") in no period of "
          + "\(diary.length) days, and count\(kept.left == 1 ? "s" : "") in no score.", indent: 7)
    }
    for score in kept.scores {
      item(json(score, diary.metrics.first { $0.id == score.metric }))
    }
  }

  /// What came of a period: its scores, or what it needs for them.
  private func words(for period: DiaryPeriod, _ scores: [Measurement]) -> String {
    let diary = period.diary
    let recorded = period.days.count(where: \.isOnRecord)
    guard period.isOver else {
      return "The next score is of \(span(period.days)), once its last day is typed; "
        + "\(recorded) of \(diary.length) days are on record so far."
    }
    guard recorded >= diary.fewest else {
      return "No score of \(span(period.days)): \(recorded) of \(diary.length) days are on record, "
        + "\(diary.fewest) are needed."
    }
    let made = scores.filter { $0.lastDay == period.days.last?.date }.compactMap { score in
      diary.metrics.first { $0.id == score.metric }.map { "\($0.name) \(words(for: score, $0))" }
    }
    return made.isEmpty
      ? "The scores of \(span(period.days)) stay as they are."
      : "\(span(period.days)): \(made.joined(separator: "; ")) saved."
  }

  /// Asks day by day until `.` or today; each day is on disk before the next is asked for, and the
  /// scores follow at the end.
  ///
  /// - Throws: `Failure.missing` in a script.
  fileprivate func askDays(of diary: Diary, from named: CalendarDate?, _ chart: Chart) throws {
    guard mode.isInteractive else {
      throw Failure.missing(
        "diary \(diary.rawValue) needs its days: \(diary.form); - for a day not on record.",
        hint: "Example: diary \(diary.rawValue) from=1nov \(diary.example)")
    }
    guard let first = try named ?? askFirstDay(of: diary, chart) else { return }
    guard first.dayNumber <= practice.today.dayNumber else {
      return say("The \(diary.rawValue) diary is on record until today.")
    }
    say("  \(diary.form.capitalizedFirst); - for a day not on record.", indent: 2)
    say("  Enter leaves a day as it is, < goes back, . ends.", indent: 2)
    var date = first
    var typed: [CalendarDate: DiaryDay] = [:]
    while date.dayNumber <= practice.today.dayNumber {
      // Another program may be at work on the chart.
      let before = try practice.chart(chart.id).days(of: diary).first { $0.date == date }
      let standard = before.map { " [\(diary.words(for: $0))]" } ?? ""
      let day = DateWords.shortWithWeekday(date, today: practice.today)
      let asking = Asking(place: "diary.\(diary.rawValue)")
      guard case .line(let line) = try ask("\(day)\(standard): ", asking, missing: "a day"),
        line != ".", line != "stop"
      else { break }
      switch line {
      case "<", "..": date = date.adding(days: date == first ? 0 : -1)
      case "": date = date.adding(days: 1)
      case "?", "??", "help":
        say("      \(diary.form.capitalizedFirst); - for a day not on record.", indent: 6)
      default:
        do {
          let day = DiaryDay(date, try diary.numbers(typed: line))
          wrote(try practice.note(day, of: diary, in: chart))
          typed[date] = day
          date = date.adding(days: 1)
        } catch let refusal as DiaryRefusal { say("      \(refusal.description)", indent: 6) }
      }
    }
    let days = typed.values.oldestFirst
    guard !days.isEmpty else { return say("Nothing was saved.") }
    save(try practice.score(days, of: diary, in: try practice.chart(chart.id)), days, of: diary)
  }

  /// The day after the last one that was typed, or else the day that somebody names.
  private func askFirstDay(of diary: Diary, _ chart: Chart) throws -> CalendarDate? {
    if let next = try? practice.nextDay(of: diary, in: chart) { return next }
    let prompt = "First day of the diary, as 1nov: "
    while case .line(let typed) = try ask(prompt, missing: "a day"), !typed.isEmpty, typed != "." {
      do { return try dayGoneBy(typed) } catch { say("      \(Failure(error).message)", indent: 6) }
    }
    say("Nothing was saved.")
    return nil
  }
}

extension Diary {
  fileprivate var example: String { self == .headache ? "0 0 5 - 7m" : "7/8 6.5/8 -" }
}
