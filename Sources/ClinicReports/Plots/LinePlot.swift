import ClinicCore
import TechniqueKit

/// The scores of one measure over time: a dot for each score before a session, a ring for one after
/// it, a diamond for one apart from sessions. The line goes through what is compared over time and
/// stops where that is not comparable.
public struct LinePlot: Hashable, Sendable {
  /// Days that may be compared with each other, oldest first; the runs follow each other in time.
  public let runs: [[Point]]
  /// What the axis shows, in the unit of the measure.
  public let axis: ClosedRange<Double>
  /// What stands over the axis: `score`, `kPa`.
  public let caption: String
  public let isWhole: Bool
  public let better: OutcomeMetric.Direction
  /// `nil` where no threshold is known for the first value.
  public let reference: Reference?
  public let goal: Double?

  /// The scores of one day; at least one of them is there.
  public struct Point: Hashable, Sendable {
    public let date: CalendarDate
    public let before: Double?
    public let after: Double?
    public let apart: Double?

    public init(
      _ date: CalendarDate, before: Double? = nil, after: Double? = nil, apart: Double? = nil
    ) {
      self.date = date
      self.before = before
      self.after = after
      self.apart = apart
    }

    /// What the line goes through.
    public var compared: Double? { before ?? apart ?? after }
    var values: [Double] { [before, apart, after].compactMap(\.self) }
  }

  /// What later scores are held against.
  public struct Reference: Hashable, Sendable {
    public let value: Double
    public let on: CalendarDate
    /// Values no further away may differ by measuring alone.
    public let noise: Double?
    /// From that far away, on the better side, a change matters to people.
    public let matters: Double?

    public init(_ value: Double, on date: CalendarDate, noise: Double?, matters: Double?) {
      self.value = value
      on = date
      self.noise = noise
      self.matters = matters
    }
  }

  /// - Parameters:
  ///   - runs: in any order, and so are their points; those without a value are left out.
  ///   - range: that the measure can have.
  ///   - isScale: whether the ends of the range mean something, so that all of it is shown; else a
  ///     stretch around the values is enough where they use less than a quarter of it.
  public init(
    runs: [[Point]], range: ClosedRange<Double>, isScale: Bool = true, isWhole: Bool = false,
    unit: String = "", better: OutcomeMetric.Direction, reference: Reference? = nil,
    goal: Double? = nil
  ) {
    self.runs =
      runs.map { run in
        run.filter { !$0.values.isEmpty }.sorted { $0.date.dayNumber < $1.date.dayNumber }
      }.filter { !$0.isEmpty }
      .sorted { ($0.first?.date.dayNumber ?? 0) < ($1.first?.date.dayNumber ?? 0) }
    self.isWhole = isWhole
    self.better = better
    self.reference = reference
    self.goal = goal
    let shown =
      self.runs.flatMap { $0.flatMap(\.values) }
      + (reference.map { $0.ends(better).filter(range.contains) } ?? []) + (goal.map { [$0] } ?? [])
    let values = (shown.min() ?? range.lowerBound)...(shown.max() ?? range.upperBound)
    let all = min(range.lowerBound, values.lowerBound)...max(range.upperBound, values.upperBound)
    let isPart =
      !isScale && values.upperBound - values.lowerBound < (all.upperBound - all.lowerBound) / 4
    axis = isPart ? RoundNumbers.around(values, isWhole: isWhole).clamped(to: all) : all
    let name = unit.isEmpty ? "score" : unit
    caption = isPart ? "\(name), part of \(all.lowerBound.plain) to \(all.upperBound.plain)" : name
  }

  var points: [Point] { runs.flatMap(\.self) }

  /// The days that the reference holds for: those of its own run.
  var judged: [Point] {
    reference.flatMap { known in runs.first { $0.contains { $0.date == known.on } } } ?? []
  }

  /// The values within measuring noise of the first, as far as the axis goes.
  var noise: ClosedRange<Double>? {
    guard !judged.isEmpty, let reference, let noise = reference.noise else { return nil }
    return ((reference.value - noise)...(reference.value + noise)).clamped(to: axis)
  }

  /// The value from which on a change matters; `nil` where none is known or it is not on the axis.
  var matters: Double? {
    guard !judged.isEmpty, let value = reference?.importantValue(better), axis.contains(value)
    else { return nil }
    return value
  }
}

extension LinePlot.Reference {
  func importantValue(_ better: OutcomeMetric.Direction) -> Double? {
    matters.map { better == .lowerIsBetter ? value - $0 : value + $0 }
  }

  fileprivate func ends(_ better: OutcomeMetric.Direction) -> [Double] {
    (noise.map { [value - $0, value + $0] } ?? [])
      + (importantValue(better).map { [$0] } ?? [])
  }
}
