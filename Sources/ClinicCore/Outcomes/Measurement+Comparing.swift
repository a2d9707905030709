import TechniqueKit

extension Measurement {
  /// Whether two values of a metric may be held against each other: of its present version, of the
  /// same side, and with numbers that were taken alike. Girths at other distances, or another number
  /// of them, are another limb.
  ///
  /// - Parameter metric: as it is used now.
  public func isComparable(with other: Measurement, of metric: OutcomeMetric) -> Bool {
    version == metric.version && hasForm(of: other)
  }

  /// Whether both were taken in the same way, whatever version is in use now.
  func hasForm(of other: Measurement) -> Bool {
    metric == other.metric && version == other.version && side == other.side
      && manner == other.manner
  }

  /// What two scores of one metric and one version must have in common so that they are of one
  /// course: `left`, `every=4 affected=11 other=11`. Empty where there is nothing.
  ///
  /// A store keeps it beside the score, so a change of it is a change of the file's layout.
  public var basis: String {
    [side?.rawValue, manner?.description].compactMap(\.self).joined(separator: " ")
  }

  /// What has to stay as it is so that numbers can be compared.
  public struct Manner: Hashable, Sendable, Codable {
    /// Numbers that stay the same for a client, in the order of the metric.
    public let constants: [Item]
    /// How many numbers stand in each row; empty where there are no rows.
    public let rows: [Row]

    public struct Row: Hashable, Sendable, Codable {
      public let name: String
      public let count: Int
    }

    /// - Parameter items: the numbers as they were taken.
    /// - Returns: `nil` for a metric of which any two scores compare, and for a bare total.
    public init?(_ metric: OutcomeMetric, _ items: [Item]) {
      constants = metric.items.filter(\.isConstant).flatMap { constant in
        items.filter { $0.name == constant.name }
      }
      rows = metric.items.filter { $0.atMost > 1 }.map { row in
        let names = Set(row.names(row.atMost))
        return Row(name: row.name, count: items.count { names.contains($0.name) })
      }
      if items.isEmpty || constants.isEmpty && rows.isEmpty { return nil }
    }

    /// `4 cm apart, 11 of them`
    var girths: String {
      let apart = constants.first.map { "\($0.value.plain) cm apart, " } ?? ""
      let counts = rows.map(\.count)
      let told = Set(counts).count == 1 ? counts.prefix(1) : counts[...]
      return apart + told.map(String.init).joined(separator: " and ") + " of them"
    }

    /// `step 4`
    var words: String {
      constants.map { "\($0.name) \($0.value.plain)" }.joined(separator: ", ")
    }
  }
}

extension Measurement.Manner: CustomStringConvertible {
  /// `every=4 affected=11 other=11`
  public var description: String {
    (constants.map { "\($0.name)=\($0.value.plain)" } + rows.map { "\($0.name)=\($0.count)" })
      .joined(separator: " ")
  }
}
