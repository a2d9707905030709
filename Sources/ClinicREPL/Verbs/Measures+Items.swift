import ClinicCore
import TechniqueKit

extension Shell {
  /// A score of several numbers: its total from a form, its numbers in order with `-` for a gap,
  /// `NAME=N` one by one, or asked for.
  func items(_ metric: OutcomeMetric, _ rest: String, _ chart: Chart) throws {
    let typed = try TypedScore(rest, metric)
    let bare = typed.bare
    let items: [Measurement.Item]
    if let field = typed.fields.first, !bare.isEmpty {
      throw Failure.usage(
        "\(metric.name) takes its numbers in order or by name, not both; you typed "
          + "\"\(bare.joined(separator: " "))\" and \(field.name)=. Nothing was saved.",
        hint: "Example: score \(metric.name) \(metric.exampleTotal)")
    }
    switch bare.count {
    case 1: items = [try number(bare[0], metric.name, metric)]
    case metric.fewestInOrder...max(metric.items.count, metric.fewestInOrder):
      items = try zip(metric.items, bare).filter { $1 != "-" }.map {
        try number($1, $0.name, metric)
      }
    case 0 where typed.fields.isEmpty: items = try askItems(of: metric, typed.side, chart)
    case 0: items = try typed.fields.flatMap { try numbers($0.value, $0.name, metric) }
    default:
      if let other = bare.first(where: { word in
        word != "-" && metric.amount(word, outOf: metric.range.upperBound) == nil
      }) {
        throw Failure.usage(
          "\"\(other)\" is no number of \(metric.name). Nothing was saved.",
          hint: "Example: score \(metric.name) \(metric.exampleTotal)")
      }
      throw Failure.usage(
        "\(metric.name) takes its total, or its \(metric.items.count) numbers in order with - for "
          + "a gap; you typed \(bare.count).",
        hint: "Example: score \(metric.name) \(metric.exampleTotal)")
    }
    guard !items.isEmpty else {
      throw Failure.rejected("no number of \(metric.name) was typed. Nothing was saved.")
    }
    let occasion = try occasion(saysAfter: typed.isAfter, chart)
    let at = try time(typed: typed.at)
    func measure(anew: Bool) throws -> TakenScore {
      try practice.measure(
        metric, items, occasion, side: typed.side, mode: typed.mode, anew: anew, in: chart, at: at)
    }
    do { save(try measure(anew: typed.isAnew), metric) } catch let refusal as MeasureRefusal {
      guard mode.isInteractive, case .takenOtherwise = refusal else { throw refusal }
      say("       \(Failure(refusal).message)", indent: 7)
      guard try confirm("Begin a new stretch with these?", standard: false) else {
        throw Failure.missing("no \(metric.name) was saved.")
      }
      save(try measure(anew: true), metric)
    }
  }

  /// Asks the numbers one by one; `<` goes back, `-` leaves one out.
  ///
  /// - Throws: `Failure.missing` when nobody wants to go on; nothing is saved then.
  private func askItems(
    of metric: OutcomeMetric, _ side: Side?, _ chart: Chart
  ) throws -> [Measurement.Item] {
    guard mode.isInteractive else { throw missingNumbers(of: metric) }
    let known = practice.constants(of: metric, side, in: chart)
    for line in "\(metric.construct): \(metric.recall)".wrapped(to: 72) { say("  \(line)") }
    var answers: [[Measurement.Item]] = []
    while answers.count < metric.items.count {
      let item = metric.items[answers.count]
      let place = "\(answers.count + 1)/\(metric.items.count)".padded(to: 5, atEnd: false)
      let constant = known.first { $0.name == item.name }
      let standard = constant.map { " [\($0.value.plain)]" } ?? ""
      let event = try ask("\(place) \(item.prompt)\(standard): ", missing: item.name)
      guard case .line(let typed) = event, typed != ".", typed != "stop" else {
        throw Failure.missing("no \(metric.name) was saved.")
      }
      switch typed {
      case "", "-":
        if item.isConstant, constant == nil {
          say("      It is needed, and stays the same for this client.")
        } else {
          answers.append([])
        }
      case "<", "..": _ = answers.popLast()
      case "?", "??", "help":
        let span = "\(item.range.lowerBound.plain) to \(item.range.upperBound.plain)"
        let among = item.values.map(\.plain).joined(separator: ", ")
        let number = among.isEmpty ? "A number from \(span)" : "One of \(among)"
        let answer = item.range == 0...1 ? "y or n" : number
        let help = "\(answer). \(metric.recall). Enter leaves it out, < goes back, . stops."
        for line in help.wrapped(to: 72) { say("      \(line)") }
      default:
        do { answers.append(try numbers(typed, item.name, metric)) } catch {
          say("      \(Failure(error).message)")
        }
      }
    }
    return answers.flatMap { $0 }
  }

  /// One number, or several with commas where the item is a row of them.
  private func numbers(
    _ typed: String, _ name: String, _ metric: OutcomeMetric
  ) throws -> [Measurement.Item] {
    guard let item = metric.items.first(where: { $0.name == name }), item.atMost > 1 else {
      return [try number(typed, name, metric)]
    }
    let parts = typed.split { $0 == "," || $0.isWhitespace }.map(String.init)
    guard parts.count <= item.atMost else {
      throw Failure.usage("\(name) takes \(item.atMost) numbers at most; you typed \(parts.count).")
    }
    return try zip(item.names(parts.count), parts).map { try number($1, $0, metric) }
  }

  /// - Throws: `ClinicError.outOfRange` for what is no number of the range.
  func number(
    _ typed: String, _ name: String, _ metric: OutcomeMetric
  ) throws -> Measurement.Item {
    let range = metric.item(holding: name)?.range ?? metric.range
    guard let value = amount(typed, metric, range), range.contains(value) else {
      let what = name == metric.name ? name : "\(metric.name) \(name)"
      throw ClinicError.outOfRange(metric: what, range: range, typed: typed)
    }
    if let item = metric.item(holding: name), !item.accepts(value) {
      throw ClinicError.noSuchValue(name, known: item.values, typed: typed)
    }
    return .init(name: name, value: value)
  }

  /// A number with or without a unit; `y` and `n` where it is one or nothing.
  private func amount(
    _ typed: String, _ metric: OutcomeMetric, _ range: ClosedRange<Double>
  ) -> Double? {
    let word = typed.lowercased()
    if range == 0...1, ["y", "yes", "n", "no"].contains(word) {
      return word.hasPrefix("y") ? 1 : 0
    }
    return metric.amount(typed, outOf: range.upperBound)
  }

  /// How the numbers are typed in one line, with an example where there are rows of them.
  private func missingNumbers(of metric: OutcomeMetric) -> Failure {
    guard metric.items.contains(where: { $0.atMost > 1 }) else {
      let names = metric.items.prefix(3).map { "\($0.name)=N" }.joined(separator: " ")
      return .missing(
        "\(metric.name) needs its total, or its \(metric.items.count) numbers: "
          + "score \(metric.name) N, or score \(metric.name) \(names) ...")
    }
    let asked = metric.items.map { item in
      let carried = item.isConstant ? "; may be left out once it is known" : ""
      return "\(item.name) (\(item.prompt)\(carried))"
    }
    let rows = ["17.1,18.9,21.2", "16,17.2,19"]
    let example = metric.items.enumerated().map { place, item in
      let number = item.range.contains(4) ? "4" : item.range.lowerBound.plain
      return "\(item.name)=\(item.atMost > 1 ? rows[place % rows.count] : number)"
    }
    return .missing(
      "\(metric.name) needs \(asked.joined(separator: ", ")).",
      hint: "Example: score \(metric.name) \(example.joined(separator: " "))")
  }
}

extension OutcomeMetric {
  fileprivate var exampleTotal: String {
    range.contains(12) ? "12" : range.lowerBound.plain
  }

  /// How many numbers have to be typed where they stand in order; of readings some may be left out.
  fileprivate var fewestInOrder: Int {
    guard isMeanOfReadings, case .items(let items, let scoring) = entry,
      case .asMean(let atMost) = scoring.missing
    else { return items.count }
    return max(2, items.count - atMost)
  }
}
