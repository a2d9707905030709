import TechniqueKit

extension ScoreCourse {
  /// What is said of it to somebody who knows scores, with populations and sources.
  public var sentence: String {
    switch comparison {
    case .single: "Measured on one day; no change can be told."
    case .otherVersion: "Scores of different versions of an instrument are not compared."
    case .change(let change): change.sentence(since: since(first.on))
    }
  }

  /// What comes first, without sources: the change since the first value, and since the one before.
  public var headlines: [String] {
    guard case .change(let change) = comparison else { return [sentence] }
    let whole = Step(since: first.on, change: change)
    return ([whole] + (step.map { [$0] } ?? [])).map { step in
      let weight = step.change.course == .unchanged ? "" : ": \(step.change.weight)"
      return step.change.inShort(since: since(step.since)) + weight + "."
    }
  }

  /// `within measuring noise of 8: 5.2 to 10 (2.83, low back pain, Childs 2005)`; `nil` where no noise
  /// is known.
  public var noiseWords: String? {
    noise.map { band in
      let ends = "\(rounded(band.lowerBound)) to \(rounded(band.upperBound))\(unit)"
      return "within measuring noise of \(first.value.plain): \(ends)\(source(.minimalDetectable))"
    }
  }

  /// `matters from 5.8 down (2.2, low back pain over one week, Childs 2005)`; `nil` where nothing is
  /// known, or it lies beyond the range.
  public var matterWords: String? {
    matters.map { value in
      let way = metric.direction == .lowerIsBetter ? "down" : "up"
      return "matters from \(rounded(value))\(unit) \(way)\(source(.minimalImportant))"
    }
  }

  /// Both as sentences, as far as they are known.
  public var judgements: [String] {
    [noiseWords, matterWords].compactMap { $0.map { "\($0.capitalizedFirst)." } }
  }

  /// What the judgement rests on beside those two, and what to keep in mind, a sentence or two each.
  public var remarks: [String] {
    var told: [String] = []
    if case .change(let change) = comparison {
      told += [change.caution, change.reliableChange?.sentence].compactMap(\.self)
    }
    if let within {
      told.append(
        "Around sessions: \(within.before.plain) before and \(within.after.plain) after on average "
          + "(\(within.sessions.of("session"))).")
    }
    return told + cautions
  }

  private var unit: String { metric.unit.isEmpty ? "" : " \(metric.unit)" }

  private func rounded(_ value: Double) -> String { ((value * 10).rounded() / 10).plain }

  /// In brackets, with a space before it.
  private func source(_ kind: OutcomeMetric.Threshold.Kind) -> String {
    ChangeVerdict(metric, from: first.value, to: last.value, in: conditions).threshold(kind)
      .map { " (\($0.amount), \($0.origin))" } ?? ""
  }

  /// What lessens the weight of the figures; empty where nothing does.
  public var cautions: [String] {
    var told: [String] = []
    if notCompared > 0, comparison != .otherVersion {
      told.append(
        "\(notCompared.of("earlier score")) of another form \(notCompared == 1 ? "is" : "are") not "
          + "compared.")
    }
    if case .change(let change) = comparison, change.course == .better, change.startsNearWorst {
      told.append(
        "The first value lies near the worst end. Such scores often come back towards the middle by "
          + "themselves (regression to the mean).")
    }
    if visitsWithout > 0, metric.occasions.contains(.beforeSession) {
      told.append(
        "\(visitsWithout.of("visit")) in this time \(visitsWithout == 1 ? "has" : "have") no score."
      )
    }
    if let missing = series.latest.compared?.missingItems(of: metric), missing > 0 {
      told.append(
        "The last score was worked out with \(missing.of("number")) of \(metric.items.count) missing."
      )
    }
    return told
  }

  private func since(_ day: CalendarDate) -> String { DateWords.full(day) }
}

extension Measurement {
  /// How many numbers of the form were not answered; `nil` where only the total was typed, or the
  /// form has no numbers of its own.
  func missingItems(of metric: OutcomeMetric) -> Int? {
    guard !items.isEmpty, case .items(let all, _) = metric.entry else { return nil }
    return all.count - items.count
  }
}
