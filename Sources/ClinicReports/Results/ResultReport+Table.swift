import ClinicCore
import TechniqueKit

extension ResultReport {
  /// The results as comma-separated values (RFC 4180): one row for each measure of each group, for
  /// each thing that followed, and for the groups that are not shown. What does not apply is empty.
  public var csv: String {
    let rows =
      results.groups.flatMap(rows) + results.afterEffects.flatMap(rows) + [notShown]
    return ([Self.columns] + rows.map { row in Self.columns.map { row[$0] ?? "" } })
      .map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static let columns = [
    "row", "from", "until", "technique", "condition", "clients", "visits", "measure", "unit",
    "first_scores", "measured_again", "not_measured_again", "median_change", "lower_quartile",
    "upper_quartile", "better", "unchanged", "worse", "important", "important_of", "important_low",
    "important_high", "worse_beyond_noise", "worse_beyond_noise_of", "worse_beyond_noise_low",
    "worse_beyond_noise_high", "after_effect", "count", "offered",
  ]

  private typealias Row = [String: String]

  private func row(_ kind: String, _ cells: Row) -> Row {
    let period = results.period
    return cells.merging([
      "row": kind, "from": period.first.description, "until": period.last.description,
    ]) { own, _ in own }
  }

  private func rows(of group: ClinicResults.Group) -> [Row] {
    let own = [
      "technique": group.technique.id.rawValue, "condition": group.condition?.id.rawValue ?? "",
      "clients": "\(group.clients)", "visits": "\(group.visits)",
    ]
    guard !group.measures.isEmpty else { return [row("group", own)] }
    return group.measures.map { row("group", own.merging(cells(of: $0)) { own, _ in own }) }
  }

  private func cells(of measure: MeasuredChange) -> Row {
    var cells = [
      "measure": measure.metric.name, "unit": measure.metric.unit,
      "first_scores": "\(measure.clients)",
    ]
    guard let change = measure.change else { return cells }
    cells["measured_again"] = "\(change.compared)"
    cells["not_measured_again"] = "\(change.notMeasuredAgain)"
    cells["median_change"] = "\(change.median)"
    cells["lower_quartile"] = "\(change.quartiles.lowerBound)"
    cells["upper_quartile"] = "\(change.quartiles.upperBound)"
    cells["better"] = "\(change.better)"
    cells["unchanged"] = "\(change.unchanged)"
    cells["worse"] = "\(change.worse)"
    for (name, share) in [
      ("important", change.important), ("worse_beyond_noise", change.worseBeyondNoise),
    ] {
      guard let share else { continue }
      cells[name] = "\(share.count)"
      cells[name + "_of"] = "\(share.total)"
      cells[name + "_low"] = "\(share.interval.lowerBound)"
      cells[name + "_high"] = "\(share.interval.upperBound)"
    }
    return cells
  }

  private func rows(of told: AfterEffectCount) -> [Row] {
    ([("asked", told.asked), ("followed", told.followed)]
      + told.effects.map { ($0.option.id.rawValue, $0.count) }).map { name, count in
        row(
          "after_effect",
          [
            "technique": told.technique.id.rawValue, "after_effect": name, "count": count.words,
            "offered": told.isOffered ? "yes" : "no",
          ])
      }
  }

  private var notShown: Row { row("not_shown", ["count": "\(results.groupsNotShown)"]) }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { "\",\r\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
