import ClinicCore
import TechniqueKit

/// What one measure says of each group: plots, sources and numbers.
struct ResultMeasure {
  struct Row {
    /// `Trigger point therapy, neck pain`.
    let group: String
    let measured: MeasuredChange
  }

  let metric: OutcomeMetric
  let rows: [Row]

  /// - Returns: `nil` without rows.
  init?(_ rows: [Row]) {
    guard let metric = rows.first?.measured.metric else { return nil }
    self.metric = metric
    self.rows = rows
  }

  var parts: [Document.Part] {
    [.heading("\(metric.name): \(metric.construct)")]
      + shares("Better by what matters to people", of: \.important)
      + sources(
        "A change that matters", of: \.important,
        without: "What matters to people is not known for this measure.")
      + shares("Worse by more than measuring noise", of: \.worseBeyondNoise)
      + sources(
        "More than measuring noise", of: \.worseBeyondNoise,
        without: "Measuring noise is not known for this measure.") + changes + [
        .table(counts), .table(sizes),
      ]
  }

  private var changes: [Document.Part] {
    let plot = IntervalPlot.changes(
      rows.map { row in
        guard let change = row.measured.change else { return .init(row.group, note: Self.few, nil) }
        return .init(
          row.group, note: "\(change.median.signed), of \(change.compared.of("client"))",
          .init(change.median, in: change.quartiles))
      }, unit: metric.unit, better: metric.direction)
    return rows.contains { $0.measured.change != nil }
      ? [figure("Change from the first score to the last", .intervals(plot), plot.description)] : []
  }

  private typealias Share = KeyPath<MeasuredChange.Change, MeasuredChange.Share?>

  /// Nothing is drawn where no group has a share.
  private func shares(_ title: String, of share: Share) -> [Document.Part] {
    guard rows.contains(where: { $0.measured.change?[keyPath: share] != nil }) else { return [] }
    let plot = IntervalPlot.shares(
      rows.map { row in
        guard let change = row.measured.change else { return .init(row.group, note: Self.few, nil) }
        guard let share = change[keyPath: share] else {
          return .init(row.group, note: "not known", nil)
        }
        let (low, high) = (share.interval.lowerBound * 100, share.interval.upperBound * 100)
        return .init(row.group, note: share.words, .init(share.share * 100, in: low...high))
      })
    return [figure(title, .intervals(plot), plot.description)]
  }

  private func figure(_ title: String, _ plot: Plot, _ description: String) -> Document.Part {
    .figure(.init(title: "\(metric.name): \(title).", description: description, plot: plot))
  }

  /// `A change that matters: 2 or 30 % of the first (chronic low back pain, Ostelo 2008).`
  private func sources(
    _ what: String, of share: Share, without none: String
  ) -> [Document.Part] {
    guard rows.contains(where: { $0.measured.change != nil }) else { return [] }
    let used = Set(rows.flatMap { $0.measured.change?[keyPath: share]?.thresholds ?? [] })
    let words = metric.thresholds.filter(used.contains).map(\.words)
    return [.paragraph(words.isEmpty ? none : "\(what): \(words.joined(separator: "; ")).")]
  }

  private static let few = "fewer than \(ClinicResults.fewest) measured again"
}

extension ResultMeasure {
  /// How many of each group; who was not measured again is never left out.
  private var counts: Document.Table {
    .init(
      [
        "Group", "First score", "Measured again", "Not measured again", "Better", "No change",
        "Worse",
      ],
      rows.map { row in
        let change = row.measured.change
        let again = change.map { ["\($0.compared)", "\($0.notMeasuredAgain)"] }
        let courses = change.map { ["\($0.better)", "\($0.unchanged)", "\($0.worse)"] }
        return [row.group, "\(row.measured.clients)"]
          + (again ?? ["fewer than \(ClinicResults.fewest)", "not shown"])
          + (courses ?? ["", "", ""])
      }, caption: "\(metric.name): clients")
  }

  private var sizes: Document.Table {
    let unit = metric.unit.isEmpty ? "" : ", in \(metric.unit)"
    return .init(
      [
        "Group", "Better by what matters", "Worse beyond noise", "Change in the middle",
        "Half of the changes",
      ],
      rows.map { row in
        guard let change = row.measured.change else {
          return [row.group, "not shown", "not shown", "not shown", "not shown"]
        }
        return [
          row.group, change.important?.wordsWithInterval ?? "not known",
          change.worseBeyondNoise?.wordsWithInterval ?? "not known", change.median.signed,
          "\(change.quartiles.lowerBound.signed) to \(change.quartiles.upperBound.signed)",
        ]
      }, caption: "\(metric.name): shares with their 95 % intervals, and changes\(unit)")
  }
}

extension MeasuredChange.Share {
  /// `5 of 6, 83 % (44 to 97 %)`.
  fileprivate var wordsWithInterval: String { "\(words) (\(intervalWords))" }
}
