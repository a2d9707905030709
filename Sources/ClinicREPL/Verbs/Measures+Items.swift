import ClinicCore
import TechniqueKit

extension Shell {
  /// A score of several numbers: its total from a form, its numbers in order with `-` for a gap,
  /// `NAME=N` one by one, or asked for.
  func items(_ metric: OutcomeMetric, _ rest: String, _ chart: Chart) throws {
    var words = try Words(rest)
    let mode = try mode(words.take("mode"))
    var bare = joined(words.bare, metric)
    let isAfter = bare.last == "after"
    if isAfter { bare.removeLast() }
    let items: [Measurement.Item]
    switch bare.count {
    case 1: items = [try number(bare[0], metric.name, metric)]
    case metric.items.count:
      items = try zip(metric.items, bare).filter { $1 != "-" }.map {
        try number($1, $0.name, metric)
      }
    case 0 where words.fields.isEmpty: items = try askItems(of: metric)
    case 0: items = try words.fields.flatMap { try numbers($0.value, $0.name, metric) }
    default:
      throw Failure.usage(
        "\(metric.name) takes its total, or its \(metric.items.count) numbers in order with - for "
          + "a gap; you typed \(bare.count).", hint: "Example: score \(metric.name) 12")
    }
    let occasion = try occasion(saysAfter: isAfter, chart)
    save(try practice.measure(metric, items, occasion, mode: mode, in: chart), metric)
  }

  /// - Throws: `Failure` for a word that is no mode.
  func mode(_ typed: String?) throws -> Measurement.Mode? {
    guard let typed else { return nil }
    guard let mode = Measurement.Mode(rawValue: typed.lowercased()) else {
      let known = Measurement.Mode.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure.usage("mode is one of: \(known); you typed \"\(typed)\".")
    }
    return mode
  }

  /// A unit that was typed apart belongs to the number before it.
  func joined(_ words: [String], _ metric: OutcomeMetric) -> [String] {
    let units = Set(metric.otherUnits.keys).union([metric.unit.lowercased()])
    return words.reduce(into: []) { joined, word in
      if units.contains(word.lowercased()), let last = joined.popLast() {
        joined.append(last + word)
      } else {
        joined.append(word)
      }
    }
  }

  /// Asks the numbers one by one; `<` goes back, `-` leaves one out.
  ///
  /// - Throws: `Failure.missing` when nobody wants to go on; nothing is saved then.
  private func askItems(of metric: OutcomeMetric) throws -> [Measurement.Item] {
    guard mode.isInteractive else {
      let names = metric.items.prefix(3).map { "\($0.name)=N" }.joined(separator: " ")
      throw Failure.missing(
        "\(metric.name) needs its total, or its \(metric.items.count) numbers: "
          + "score \(metric.name) N, or score \(metric.name) \(names) ...")
    }
    for line in "\(metric.construct): \(metric.recall)".wrapped(to: 72) { say("  \(line)") }
    var answers: [[Measurement.Item]] = []
    while answers.count < metric.items.count {
      let item = metric.items[answers.count]
      let place = "\(answers.count + 1)/\(metric.items.count)".padded(to: 5, atEnd: false)
      let event = try ask("\(place) \(item.prompt): ", missing: item.name)
      guard case .line(let typed) = event, typed != ".", typed != "stop" else {
        throw Failure.missing("no \(metric.name) was saved.")
      }
      switch typed {
      case "", "-": answers.append([])
      case "<", "..": _ = answers.popLast()
      case "?", "??", "help":
        let span = "\(item.range.lowerBound.plain) to \(item.range.upperBound.plain)"
        let answer = item.range == 0...1 ? "y or n" : "A number from \(span)"
        for line in "\(answer). \(metric.recall). - leaves it out, < goes back, . stops.".wrapped(
          to: 72)
        {
          say("      \(line)")
        }
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
    for (unit, worth) in metric.otherUnits where word.hasSuffix(unit) {
      return Double(measured: String(word.dropLast(unit.count)), outOf: range.upperBound)
        .map { $0 * worth }
    }
    let unit = metric.unit.lowercased()
    let bare = !unit.isEmpty && word.hasSuffix(unit) ? String(word.dropLast(unit.count)) : word
    return Double(measured: bare, outOf: range.upperBound)
  }
}
