import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit
import Testing

/// Each formula against numbers that others published, and what must hold for any numbers.
@Suite struct StatisticsTests {
  /// Newcombe 1998 (Stat Med 17:857), table I, the score method without a correction; the first
  /// three are the clinic's usual sizes.
  @Test(arguments: [
    (8, 10, 0.490, 0.943), (0, 10, 0, 0.278), (10, 10, 0.722, 1), (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
  ])
  func `Wilson's interval is as published`(
    _ count: Int, _ total: Int, _ low: Double, _ high: Double
  )
    throws
  {
    let interval = try #require(Statistics.wilson(count, of: total))
    #expect(abs(interval.lowerBound - low) < 0.0006, "\(interval)")
    #expect(abs(interval.upperBound - high) < 0.0006, "\(interval)")
  }

  @Test func `no share of nobody, and none above all`() {
    #expect(Statistics.wilson(0, of: 0) == nil)
    #expect(Statistics.wilson(3, of: 2) == nil)
    #expect(Statistics.wilson(-1, of: 2) == nil)
  }

  /// R's `quantile(c(1, 3, 4, 8), p)`, which is of type 7.
  @Test(arguments: [(0.0, 1.0), (0.25, 2.5), (0.5, 3.5), (0.75, 5), (0.9, 6.8), (1, 8)])
  func `a quantile is of type 7`(share: Double, expected: Double) throws {
    let value = try #require(Statistics.quantile(share, of: [8, 1, 4, 3]))
    #expect(abs(value - expected) < 1e-12)
  }

  @Test func `the median of an even number is the mean of the two in the middle`() {
    #expect(Statistics.median([3, 1, 2]) == 2)
    #expect(Statistics.median([4, 1, 3, 2]) == 2.5)
    #expect(Statistics.median([-7]) == -7)
    #expect(Statistics.median([]) == nil)
  }

  @Test func `the error of a measure gives the published limits`() {
    let paper = MeasurementError(standardDeviation: 7.5, reliability: 0.8)
    #expect(abs(paper.reliableChange(from: 32.5, to: 47.5) - 3.16) < 0.005)
    #expect(abs(paper.detectable95 - 9.30) < 0.005)
    let pain = MeasurementError(standardError: 1.02)
    #expect(abs(pain.detectable95 - 2.83) < 0.005)
    #expect(abs(pain.detectable90 - 2.37) < 0.005)
  }

  @Test(arguments: 1...50)
  func `order does not matter, and scale and sign carry through`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...30, using: &generator)
    let values = (0..<count).map { _ in Double.random(in: -10...10, using: &generator) }
    let share = Double.random(in: 0...1, using: &generator)
    let value = try #require(Statistics.quantile(share, of: values))
    #expect(Statistics.quantile(share, of: values.shuffled(using: &generator)) == value)
    let scaled = try #require(Statistics.quantile(share, of: values.map { 3 * $0 + 7 }))
    #expect(abs(scaled - (3 * value + 7)) < 1e-9)
    let mirrored = try #require(Statistics.quantile(1 - share, of: values.map { -$0 }))
    #expect(abs(mirrored + value) < 1e-9)
    let total = Int.random(in: 1...300, using: &generator)
    let part = Int.random(in: 0...total, using: &generator)
    let interval = try #require(Statistics.wilson(part, of: total))
    let others = try #require(Statistics.wilson(total - part, of: total))
    #expect(interval.contains(Double(part) / Double(total)))
    #expect(abs(interval.lowerBound - (1 - others.upperBound)) < 1e-12)
  }

  /// The cases that `make check-statistics` holds against SciPy: kind, arguments, results.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["FASCIA_STATISTICS"] != nil))
  func `the cases for the check against SciPy are written`() throws {
    let path = try #require(ProcessInfo.processInfo.environment["FASCIA_STATISTICS"])
    var generator = SeededGenerator(seed: 7)
    var lines: [String] = []
    for total in [1, 2, 5, 10, 29, 148, 263, 5000] {
      for count in Set([0, 1, total / 3, total / 2, total]).sorted() {
        let interval = try #require(Statistics.wilson(count, of: total))
        lines.append("wilson;\(count) \(total);\(interval.lowerBound) \(interval.upperBound)")
      }
    }
    for count in [1, 2, 3, 10, 101] {
      let values = (0..<count).map { _ in Double.random(in: -100...100, using: &generator) }
      for share in [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] {
        let value = try #require(Statistics.quantile(share, of: values))
        let typed = values.map { "\($0)" }.joined(separator: " ")
        lines.append("quantile;\(share) \(typed);\(value)")
      }
    }
    #expect(lines.count > 60)
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }
}
