import ClinicCore
import TechniqueKit
import Testing

@testable import ClinicReports

/// Which numbers and days an axis is marked with.
@Suite struct AxisTests {
  @Test(arguments: [
    (10.0, 5, false, 2.0), (10, 6, false, 2), (24, 6, false, 5), (100, 6, false, 20),
    (1, 5, true, 1), (0.3, 6, false, 0.05), (1500, 6, false, 500), (7, 7, false, 1),
  ])
  func `steps are 1, 2 or 5 times a power of ten`(
    width: Double, parts: Int, isWhole: Bool, step: Double
  ) {
    #expect(
      abs(RoundNumbers.step(over: width, parts: parts, isWhole: isWhole) - step) < step * 1e-9)
  }

  @Test func `a step divides any stretch into few parts, and not into too few`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let power = Int.random(in: -4...6, using: &generator)
      let width = (0..<abs(power)).reduce(Double.random(in: 1...10, using: &generator)) { size, _ in
        power < 0 ? size / 10 : size * 10
      }
      let low = Double.random(in: -1...1, using: &generator) * width * 3
      let step = RoundNumbers.step(over: width, parts: 6)
      #expect(width / step <= 6 + 1e-6 && width / step > 2, "\(width) in \(step)")
      let ticks = RoundNumbers.multiples(of: step, in: low...(low + width))
      #expect((2...7).contains(ticks.count), "\(ticks)")
      #expect(ticks.allSatisfy { low - step * 1e-6 <= $0 && $0 <= low + width + step * 1e-6 })
      let around = RoundNumbers.around(low...(low + width), isWhole: false)
      #expect(around.lowerBound < low && around.upperBound > low + width)
    }
  }

  @Test func `a scale turned around is the mirror image`() {
    let up = AxisScale(values: -5...5, start: 200, end: 20)
    let down = AxisScale(values: -5...5, start: 20, end: 200)
    for value in stride(from: -5.0, through: 5, by: 0.5) {
      #expect(abs(up.place(of: value) - down.place(of: -value)) < 1e-9)
      #expect((20...200).contains(up.place(of: value * 9)), "beyond the axis is at its end")
    }
    #expect(AxisScale(values: 3...3, start: 0, end: 10).place(of: 3) == 5)
  }

  static func labels(_ first: String, _ last: String, atMost count: Int) -> [String] {
    DayTick.ticks(
      from: CalendarDate(first) ?? .epoch, until: CalendarDate(last) ?? .epoch
    ) { $0.count <= count }.map { $0.label + ($0.year.map { " \($0)" } ?? "") }
  }

  @Test func `days, months and years are marked as there is room, the year where it changes`() {
    #expect(
      Self.labels("2026-12-29", "2027-01-02", atMost: 6) == [
        "29 Dec 2026", "30 Dec", "31 Dec", "1 Jan 2027", "2 Jan",
      ])
    #expect(
      Self.labels("2026-11-03", "2026-11-24", atMost: 4) == [
        "3 Nov 2026", "10 Nov", "17 Nov", "24 Nov",
      ])
    #expect(
      Self.labels("2026-10-20", "2027-03-05", atMost: 6) == [
        "Nov 2026", "Dec", "Jan 2027", "Feb", "Mar",
      ])
    #expect(
      Self.labels("2019-05-01", "2031-05-01", atMost: 5) == ["2020", "2025", "2030"])
    #expect(Self.labels("2026-11-03", "2026-11-03", atMost: 5) == ["3 Nov 2026"])
    #expect(Self.labels("0001-01-01", "9999-12-31", atMost: 3) == ["5000"])
  }
}
