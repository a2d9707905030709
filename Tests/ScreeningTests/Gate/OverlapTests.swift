import ClinicCore
import ClinicalContent
import TechniqueKit
import Testing

@Suite("Overlap of areas")
struct OverlapTests {
  static let anatomy = GeneralContent.anatomy

  struct Pair: Sendable, CustomTestStringConvertible {
    let site: String
    let part: String
    let overlap: Overlap
    var testDescription: String { "\(site), \(part)" }

    init(_ site: String, _ part: String, _ overlap: Overlap) {
      self.site = site
      self.part = part
      self.overlap = overlap
    }
  }

  static let pairs = [
    Pair("l calf", "l leg", .inside), Pair("l leg", "l calf", .reachesOver),
    Pair("r leg", "l calf", .none), Pair("leg", "l calf", .reachesOver),
    Pair("calf", "l calf", .inside), Pair("both calves", "l calf", .reachesOver),
    Pair("l calf", "both calves", .inside), Pair("both legs", "r foot", .reachesOver),
    Pair("chest", "breast", .reachesOver), Pair("l breast", "chest", .inside),
    Pair("neck", "r foot", .none), Pair("l gastrocnemius", "l calf", .inside),
    Pair("l arm", "l hand", .reachesOver), Pair("r upper trapezius", "r upper trapezius", .inside),
  ]

  @Test(arguments: pairs)
  func `is inside, reaches over, or shares nothing`(pair: Pair) throws {
    let site = try #require(try Self.anatomy.sites(typed: pair.site).first)
    let part = try #require(try Self.anatomy.sites(typed: pair.part).first)
    #expect(Self.anatomy.overlap(of: site, with: part) == pair.overlap)
  }

  @Test func `two sites share something both ways or not at all`() {
    for region in Self.anatomy.regions.prefix(60) {
      for other in Self.anatomy.regions {
        for (one, two) in [(Side.left, Side.left), (.left, .both), (.both, .right)] {
          let (first, second) = (Site(region.id, one), Site(other.id, two))
          let there = Self.anatomy.overlap(of: first, with: second)
          let back = Self.anatomy.overlap(of: second, with: first)
          #expect((there == .none) == (back == .none))
        }
      }
    }
  }

  @Test(arguments: [
    ("l leg", "l calf"), ("both legs", "calf"), ("leg", "foot"), ("l arm", "l forearm"),
  ])
  func `a larger area is no way around a smaller one that is left out`(
    area: String, part: String
  ) throws {
    let room = try TreatmentRoom()
    let site = try #require(try Self.anatomy.sites(typed: part).first)
    try room.answer("skin:open", "skin_areas@\(site.region)")
    #expect(throws: ClinicError.self) { try room.start(on: area) }
    try room.start(on: area, except: part)
    #expect(throws: ClinicError.self) { try room.area(area) }
    #expect(throws: ClinicError.self) { try room.area(area, except: "neck") }
    try room.area(area, except: part)
    try room.step(.nextPhase)
    let visit = try #require(try room.visit)
    let lines = try room.practice.composed(visit, in: try room.chart).map(\.text)
    #expect(lines.contains { $0.hasSuffix("left out.") }, "\(lines)")
  }

  @Test(arguments: ["chest", "l breast", "breast"])
  func `a statement for an area is asked for by whatever overlaps it`(area: String) throws {
    let settings = ConsentSettings(
      isRequired: true, statements: [TreatmentRoom.general, TreatmentRoom.breast])
    let room = try TreatmentRoom(consent: settings)
    try room.answer()
    _ = try room.practice.record(.given, to: TreatmentRoom.general, in: try room.chart)
    #expect(throws: ConsentError.self) { try room.start(on: area) }
    try room.start(on: "neck")
    #expect(throws: ConsentError.self) { try room.area(area) }
    _ = try room.practice.record(.given, to: TreatmentRoom.breast, in: try room.chart)
    try room.area(area)
  }
}
