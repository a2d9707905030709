import ClinicCore
import ClinicReports
import LineEditor
import TechniqueKit

extension Shell {
  /// A table for each score that was taken, with what it says; then all of them in short.
  ///
  /// - Parameters:
  ///   - name: of one metric; `nil` for all.
  ///   - file: what a page of plots is written to instead.
  func showProgress(_ chart: Chart, named name: String? = nil, to file: PaperFile? = nil) throws {
    let courses = try practice.courses(of: chart, named: name)
    if let file { return try write(courses, of: chart, to: file) }
    if courses.isEmpty {
      let what = name.map { "\($0) was not scored yet" } ?? "Nothing was scored yet"
      say("\(what). Type \(name.map { "score \($0)" } ?? "pain N or score NAME").")
    }
    for course in courses { show(course, chart) }
    if courses.count > 1 { sayInShort(courses) }
    try sayGoals(chart)
  }

  private func write(_ courses: [ScoreCourse], of chart: Chart, to file: PaperFile) throws {
    let goals = try practice.goals(of: chart).filter { $0.state != .dropped }
    let report = ProgressReport(
      client: chart.identity.name, writtenOn: practice.today,
      sections: courses.map { course in
        let goal = goals.last { $0.set.goal.target?.metric == course.metric.id }
        return .init(course, goal: goal?.set.goal.target?.value)
      })
    for course in courses { item(json(progress: course)) }
    _ = try handOver(report.document, to: file, called: "the scores over time") { place in
      try practice.record(.scores(to: place), of: chart.id)
    }
  }

  private func show(_ course: ScoreCourse, _ chart: Chart) {
    let series = course.series
    let days = series.days
    let (first, last) = (short(series.baseline.date), short(series.latest.date))
    say(
      [
        chart.identity.name, "\(series.name), \(series.metric.prompt)",
        "\(days.count.of("day")), \(first)" + (days.count == 1 ? "" : " to \(last)"),
      ].joined(separator: glyphs.separator))
    if days.count > 1 { for line in course.headlines { say(line, indent: 2) } }
    item(json(progress: course))
    rule()
    let table = ScoreTable(course, glyphs: glyphs, today: practice.today)
    if let heading = table.heading { say(heading) }
    for (place, run) in series.runs.enumerated() {
      if place > 0, let version = run.first?.compared?.version { say(table.break(to: version)) }
      for day in run {
        say(table.row(day))
        item(json(day, of: series))
      }
    }
    for line in table.marks { say(line, indent: 12) }
    for line in course.remarks { say(line, indent: 2) }
  }

  private func sayInShort(_ courses: [ScoreCourse]) {
    say("In short:")
    for course in courses {
      let words = course.inShort
      guard !glyphs.isPlain else {
        say("\(course.series.name): \(course.values(glyphs)), \(words).")
        continue
      }
      let head =
        course.series.name.padded(to: 20) + " " + course.values(glyphs).padded(to: 16) + " "
        + Sparkline(course.series, glyphs: glyphs).text.padded(to: 13)
      let room = DisplayWidth.of(head)
      for (place, row) in words.wrapped(to: max(20, width - room)).enumerated() {
        say((place == 0 ? head : String(repeating: " ", count: room)) + row)
      }
    }
  }

  private func short(_ date: CalendarDate) -> String {
    DateWords.short(date, today: practice.today)
  }
}

extension ScoreCourse {
  /// `8 -> 5`
  fileprivate func values(_ glyphs: Glyphs) -> String {
    series.days.count == 1
      ? last.value.plain : "\(first.value.plain) \(glyphs.arrow) \(last.value.plain)"
  }

  /// `better, more than measuring noise, enough to matter`
  fileprivate var inShort: String {
    guard case .change(let change) = comparison, change.course != .unchanged else {
      return comparison.word
    }
    return "\(comparison.word), \(change.weight)"
  }
}
