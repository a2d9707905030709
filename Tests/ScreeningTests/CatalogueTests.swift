import ClinicCore
import ClinicalContent
import TechniqueKit
import Testing

@Suite("The catalogue")
struct CatalogueTests {
  @Test("What a client reports is treated as the catalogue says", arguments: Row.all)
  func row(row: Row) throws {
    let catalogue = try Catalogue.whole.get()
    let answers = catalogue.answers(row.changes)
    let verdict = catalogue.verdict(catalogue.facts(answers, age: row.age, sex: row.sex))
    try #require(row.wanted.count == Column.all.count)
    var misses: [String] = []
    for (column, wanted) in zip(Column.all, row.wanted) {
      let concerns = verdict.concerns(for: [column.technique])
      let found = Row.letter(concerns.map(\.severity).max())
      let isMet =
        wanted.isLeast
        ? Self.rank(found) >= Self.rank(wanted.letter) : found == wanted.letter
      if !isMet { misses.append("\(column.short) is \(found), not \(wanted.letter)") }
      for place in row.closed where place.hasPrefix("all@") || place.hasPrefix(column.short) {
        let region = ID<Region>(String(place.drop { $0 != "@" }.dropFirst()))
        if !Self.closes(region, concerns, catalogue) {
          misses.append("\(column.short) leaves \(region) open")
        }
      }
    }
    #expect(misses.isEmpty)
  }

  /// Whether a rule that stands beside any clearance leaves the region out.
  private static func closes(
    _ region: ID<Region>, _ concerns: [Verdict.Concern], _ catalogue: Catalogue
  ) -> Bool {
    concerns.contains { concern in
      concern.severity == .avoid
        && concern.sites.contains { catalogue.anatomy.contains(region, in: $0.region) }
    }
  }

  private static func rank(_ letter: Character) -> Int { Row.letters.firstIndex(of: letter) ?? -1 }

  /// Every row; pregnancy has no numbers in the catalogue and is counted in its order.
  static let codes: Set<String> = {
    let sections: [(String, Int)] = [
      ("A", 11), ("B", 8), ("C", 6), ("D", 10), ("E", 12), ("F", 5), ("G", 5), ("H", 11),
    ]
    return Set(sections.flatMap { section, count in (1...count).map { "\(section)\($0)" } })
  }()

  @Test("Every row of the catalogue has a rule and stands in this table")
  func complete() throws {
    let rules = try Catalogue.whole.get().modules.flatMap(\.content.safetyRules)
    #expect(Self.codes.subtracting(rules.map(\.code)) == [])
    #expect(Set(Row.all.map(\.code)) == Self.codes)
  }

  @Test("What the table speaks of exists, and its answers fit their questions", arguments: Row.all)
  func wellFormed(row: Row) throws {
    let catalogue = try Catalogue.whole.get()
    for (id, answer) in catalogue.answers(row.changes) {
      let question = try #require(catalogue.question(id), "there is no question \(id)")
      #expect(question.accepts(answer), "\(id)")
    }
    for place in row.changes + row.closed where place.contains("@") {
      let region = ID<Region>(String(place.drop { $0 != "@" }.dropFirst()))
      #expect(catalogue.anatomy[region] != nil, "there is no region \(region)")
    }
  }

  @Test("A client who says no to everything raises nothing", arguments: [Sex.female, .male])
  func healthy(sex: Sex) throws {
    let catalogue = try Catalogue.whole.get()
    let verdict = catalogue.verdict(catalogue.facts(catalogue.healthy, age: 40, sex: sex))
    #expect(verdict.concerns.map(\.rule.id) == [])
  }
}
