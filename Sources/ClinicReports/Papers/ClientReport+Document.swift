import ClinicCore
import TechniqueKit

extension ClientReport {
  /// The report as a paper, in everyday words.
  public var document: Document {
    Document(
      title: "Your visits", letterhead: letterhead,
      parts: [
        .terms(
          [.init("For", course.client.name), .init("From", author.description)]
            + course.treated(besides: author) + [
              .init("Date", DateWords.full(writtenOn)), .init("Period", course.period.words),
            ])
      ] + done + scores + goals + care + next,
      footer: [
        "This sheet tells what was recorded. It does not say what brought a change about, and it takes "
          + "the place of no medical advice."
      ], author: author.description, writtenOn: writtenOn)
  }

  private var done: [Document.Part] {
    guard course.visits > 0 else {
      return [.heading("What was done"), .paragraph("There was no visit in this time yet.")]
    }
    var parts: [Document.Part] = [
      .heading("What was done"),
      .paragraph(
        "You came \(course.visits.of("time")), for \(course.minutes.of("minute")) of treatment in "
          + "all."), .list(course.techniques.map { "\($0.name), \($0.minutes.of("minute"))" }),
    ]
    if !course.areas.isEmpty {
      parts.append(.paragraph("Areas: \(course.areas.joined(separator: ", "))."))
    }
    if !course.takenOver.isEmpty { parts.append(.list(course.takenOverSentences)) }
    return parts
  }

  private var scores: [Document.Part] {
    [
      .heading("How your scores went"),
      course.scores.isEmpty
        ? .paragraph("No score was taken in this time.")
        : .list(course.scores.map(\.plainSentence)),
    ]
  }

  private var goals: [Document.Part] {
    let goals = course.goals.filter { $0.state != .dropped }
    return goals.isEmpty
      ? [] : [.heading("Your goals"), .list(goals.map { $0.words(on: writtenOn) })]
  }

  private var care: [Document.Part] {
    func section(_ title: String, _ lines: [String]) -> [Document.Part] {
      lines.isEmpty ? [] : [.heading(title), .list(lines)]
    }
    return section("What often follows, and passes by itself", aftercare.expect)
      + section("What to do after a treatment", aftercare.advice)
      + section("Call for help when you notice", aftercare.seekHelp)
      + section("At home", homeCare.map { [$0] } ?? [])
  }

  private var next: [Document.Part] {
    [
      .heading("Your next visit"),
      .paragraph(course.next.map { "\($0.words(in: course.zone))." } ?? "None is booked yet."),
    ]
  }
}

extension ScoreCourse {
  /// `Your pain score went from 6 to 4 since 3 Nov 2026, which is better. That is less than what people
  /// usually notice.`
  public var plainSentence: String {
    let name = series.name.split(separator: "_").joined(separator: " ")
    let scale = " (\(metric.construct), \(metric.prompt))"
    guard case .change(let change) = comparison else {
      return comparison == .single
        ? "Your \(name) score was \(last.value.plain) on \(DateWords.full(last.on))\(scale)."
        : "Your \(name) score was \(first.value.plain) on \(DateWords.full(first.on)) and is "
          + "\(last.value.plain) now\(scale). The two forms differ, so they are not compared."
    }
    let since = DateWords.full(first.on)
    switch change.course {
    case .unchanged:
      return "Your \(name) score is \(last.value.plain), as on \(since)\(scale)."
    case .better, .worse:
      return
        "Your \(name) score went from \(change.from.plain) to \(change.to.plain) since \(since), "
        + "which is \(change.course.rawValue)\(scale).\(change.everydayWeight)"
    }
  }
}

extension ChangeVerdict {
  /// How much a change is, as far as a threshold says it.
  fileprivate var everydayWeight: String {
    switch (reaches(.minimalImportant), reaches(.minimalDetectable)) {
    case (_, false?): " A score may differ by that much without a change."
    case (true?, _): " That is a change that people usually notice."
    case (false?, _): " That is less than what people usually notice."
    case (nil, true?): " That is more than a score differs without a change."
    case (nil, nil): ""
    }
  }
}
