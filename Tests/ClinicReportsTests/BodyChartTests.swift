import ClinicReports
import ClinicalContent
import TechniqueKit
import Testing

@Suite("The body chart")
struct BodyChartTests {
  let anatomy = GeneralContent.anatomy

  func chart(_ sites: [Site]) -> BodyChart {
    BodyChart(
      sites.enumerated().map { .init(number: $0 + 1, site: $1) }, anatomy: anatomy)
  }

  @Test("Every region has a place within the figures, on the midline if it has no sides")
  func places() throws {
    let blank = chart([]).lines(columns: 33)
    for region in anatomy.regions {
      let place = try #require(
        BodyChart.place(of: region.id, in: anatomy), "\(region.id) lies nowhere")
      #expect((place.across > 0) == region.isPaired, "\(region.id)")
      // The heading of its figure, and the other figure before it.
      let row = place.row + 1 + (place.view == .front ? 0 : blank.count / 2)
      let line = Array(blank[row])
      let column = 16 + place.across
      #expect(line.indices.contains(column) && line[column] == " ", "\(region.id)")
      #expect(line.dropFirst(column).contains { $0 != " " }, "\(region.id) lies outside")
    }
  }

  @Test("Left and right are the client's, in front and behind")
  func sides() {
    let lines = chart([
      Site("pectoralis_major", .right), Site("infraspinatus", .right), Site("calf", .both),
      Site("sacrum"),
    ]).lines(columns: 80)
    let marks = lines.dropFirst().enumerated().flatMap { row, line in
      line.enumerated().filter { $1.isNumber }.map { "\($1) in row \(row), column \($0)" }
    }
    #expect(
      marks == [
        "1 in row 9, column 12", "2 in row 9, column 60", "4 in row 16, column 55",
        "3 in row 26, column 51", "3 in row 26, column 59",
      ])
    #expect(lines[0] == "right         FRONT          left      left          BACK          right")
  }

  @Test("It is at most 72 columns wide, and the figures stand below each other where there is less")
  func width() {
    let sites = anatomy.regions.map { Site($0.id, $0.isPaired ? .both : nil) }
    for (columns, widest) in [(200, 72), (72, 72), (71, 33), (33, 33)] {
      let lines = chart(sites).lines(columns: columns)
      #expect(lines.map(\.count).max() ?? 0 <= widest)
      #expect(lines.allSatisfy { $0.allSatisfy(\.isASCII) && $0.last != " " })
    }
  }

  @Test("Numbers at one place stand beside each other, and each is drawn once for a side")
  func crowded() {
    let lines = chart(Array(repeating: Site("infraspinatus", .left), count: 12)).lines(columns: 72)
    let numbers = lines.dropFirst().flatMap { line in
      line.split { !$0.isNumber }.compactMap { Int($0) }
    }
    #expect(numbers.sorted() == Array(1...12))
    let blank = chart([]).lines(columns: 72)
    for (line, empty) in zip(lines, blank) {
      for (drawn, outline) in zip(line, empty) where outline != " " { #expect(drawn == outline) }
    }
  }

  @Test("A region that the anatomy does not know is drawn nowhere")
  func unknown() {
    #expect(chart([Site("third_eye", .left)]).lines(columns: 72) == chart([]).lines(columns: 72))
  }
}
