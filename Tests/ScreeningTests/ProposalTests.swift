import ClinicCore
import ClinicalContent
import TechniqueKit
import Testing

/// What is proposed for a condition, over the evidence and the rules of the bundled techniques.
@Suite struct ProposalTests {
  static func proposal(
    _ condition: ID<Option>, _ changes: [String] = [], without: Set<String> = []
  ) throws -> PlanProposal {
    let catalogue = try Catalogue(
      of: Column.all.filter { !without.contains($0.short) }.map(\.technique))
    let answers = catalogue.answers(changes)
    let verdict = catalogue.verdict(catalogue.facts(answers, age: 40, sex: .female))
    let at = Instant(milliseconds: 0)
    func entry(_ id: ID<Entry>, _ content: Entry.Content) -> Entry {
      Entry(
        id: id, chart: "ann", happenedAt: at, recordedAt: at, author: Author(name: "Lee"),
        definition: .init(hex: ""), content: content)
    }
    let chart = Chart(
      id: "ann",
      entries: [
        entry("1", .registered(Identity(name: "Synthetic Ann"))),
        entry(
          "2",
          .intake(
            IntakeRecord(answers: [
              GeneralHistory.condition.id: .init(.choices([condition]), at: at)
            ]))),
      ], in: .utc)
    return PlanProposal(for: chart, under: verdict, catalogue, shown: catalogue, on: .epoch)
  }

  @Test(arguments: [
    ("low_back_pain", "Weekly x 10", "myofascial_release", "low", true),
    ("knee_osteoarthritis", "Weekly x 8", "deep_tissue", "low", true),
    ("fibromyalgia", "Weekly x 5", "myofascial_release", "low", true),
    ("neck_pain", "Twice a week x 8", "myofascial_release", "low", true),
    ("migraine", "Weekly x 4", "trigger_point", "very_low", false),
    ("carpal_tunnel", "Weekly x 4", "deep_tissue", "very_low", false),
  ])
  func `the technique with the surest finding in its favour is proposed, with the course tried`(
    condition: String, plan: String, technique: String, certainty: String, hasCourse: Bool
  ) throws {
    let proposal = try Self.proposal(ID(condition))
    #expect(proposal.plan?.words == plan)
    #expect(proposal.support.first?.module.id.rawValue == technique)
    #expect(proposal.certainty?.rawValue == certainty)
    #expect((proposal.course != nil) == hasCourse)
    #expect(proposal.support.allSatisfy { $0.evidence.direction == .favours })
    #expect(proposal.support.allSatisfy { !$0.evidence.citations.isEmpty })
    let reevaluation = TreatmentPlan.Reevaluation.after(
      visits: min(6, proposal.plan?.visits ?? 0))
    #expect(proposal.plan?.reevaluation == reevaluation)
  }

  @Test(arguments: ["sciatica", "sleep", "lymphoedema", "tension_headache", "scar"])
  func `nothing is proposed where the findings are against it, mixed or missing`(
    condition: String
  ) throws {
    let proposal = try Self.proposal(ID(condition))
    #expect(proposal.plan == nil && proposal.course == nil && proposal.certainty == nil)
    #expect(proposal.conditions.count == 1)
    // Every technique is accounted for.
    #expect(proposal.leftOut.count == Column.all.count)
    if condition == "sciatica" {
      let deep = try #require(proposal.leftOut.first { $0.technique.id == "deep_tissue" })
      guard case .evidence(let row) = deep.reason else {
        Issue.record("\(deep.reason)")
        return
      }
      #expect(row.evidence.direction == .against)
    }
  }

  @Test func `a technique that a rule blocks gives way to the next, and is told`() throws {
    let open = try Self.proposal("low_back_pain")
    #expect(open.alternatives.map(\.id) == ["deep_tissue", "trigger_point"])
    let without = try Self.proposal("low_back_pain", without: ["MFR"])
    #expect(without.support.first?.module.id == "deep_tissue")
    let blocked = try Self.proposal("low_back_pain", ["fever"])
    #expect(blocked.plan == nil)
    #expect(
      blocked.leftOut.allSatisfy {
        guard case .blocked(let codes) = $0.reason else { return false }
        return !codes.isEmpty && Set(codes).count == codes.count
      })
  }

  @Test func `without a condition nothing is proposed`() throws {
    let proposal = try Self.proposal("other")
    #expect(proposal.plan == nil && proposal.conditions.isEmpty)
  }

  @Test func `every course names its condition, a finding as sure as the evidence, and a source`()
    throws
  {
    for course in StudiedCourse.all {
      let condition = try #require(
        HealthConditions.all.first { $0.id == course.condition })
      let known =
        GeneralContent.content.evidence
        + Column.all.flatMap {
          $0.technique.standardContent.evidence
        }
      let surest = known.filter { condition.isCalled($0.condition) }.map(\.certainty).max()
      #expect(course.certainty <= (surest ?? .none), "\(course.condition)")
      #expect(course.citations.allSatisfy(\.isConfirmed) && !course.citations.isEmpty)
      #expect(course.visits > 0 && course.perWeek != 0)
    }
  }
}
