import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// Whoever wrote, found, measured or named a part of the body is named for it, whoever signs.
@Suite struct AuthorshipTests {
  let practice = TestPractice()
  let lee = Author(name: "Synthetic Lee", credential: "LMT")
  let thom = Author(name: "Synthetic Thom", credential: "RMT")

  /// The owner's window, a therapist's, and that therapist.
  func team() throws -> (lee: Practice, thom: Practice, who: Person) {
    let owner = try practice.store()
    let words = "a few plain words"
    let who = try owner.add(
      .init(name: thom.name, credential: thom.credential, login: "thom"), role: .therapist,
      passphrase: words)
    let store = try practice.lockedStore()
    try store.unlock(.passphrase(login: "thom", words))
    return (try window(owner), try window(store), who)
  }

  func window(_ store: SQLiteChartStore) throws -> Practice {
    Practice(
      store: store, catalogue: try FoldTests.catalogue(), surroundings: practice.clock,
      author: practice.author)
  }

  func begin(_ practice: Practice, _ chart: ID<Chart>) throws -> VisitDraft {
    let opened = try practice.chart(chart)
    return try practice.start([practice.template("stone 30", for: opened)], in: opened).visit
  }

  func visit(_ practice: Practice, _ chart: ID<Chart>) throws -> VisitDraft {
    try #require(try practice.currentVisit(of: chart))
  }

  func write(_ text: String, _ practice: Practice, _ chart: ID<Chart>) throws {
    let line = NoteLine(section: .assessment, text: text, at: practice.now)
    try practice.step(.noted(line: line), in: try visit(practice, chart))
  }

  func find(_ sentence: String, _ practice: Practice, _ chart: ID<Chart>) throws {
    let finding = Finding(kind: "trp", code: "trp", values: ["site": .site(Site("neck"))])
    try practice.step(
      .found(finding: .init(at: practice.now, finding: finding, sentence: sentence)),
      in: try visit(practice, chart))
  }

  func pain(_ value: Double, _ practice: Practice, _ chart: ID<Chart>) throws {
    _ = try practice.measure(
      Instruments.painNow, [.init(name: "pain", value: value)], .after, in: practice.chart(chart))
  }

  func pass(_ minutes: Int) { practice.clock.time = practice.clock.time.adding(minutes: minutes) }

  /// How far somebody came who leaves then.
  enum Left: CaseIterable { case running, ended, findings, scores, areas }

  @Test(arguments: Left.allCases)
  func `a visit that is taken over names who treated and who signed, and each line its author`(
    left: Left
  ) throws {
    let (owner, therapist, who) = try team()
    let chart = try owner.register(Identity(name: "Synthetic Ann")).chart
    _ = try begin(therapist, chart)
    pass(5)
    switch left {
    case .running: break
    case .ended:
      try write("words of Thom", therapist, chart)
      pass(20)
      try therapist.step(.ended, in: try visit(therapist, chart))
    case .findings: try find("Found by Thom.", therapist, chart)
    case .scores: try pain(4, therapist, chart)
    case .areas:
      try therapist.step(
        .treating(sites: [Site("neck")], reason: nil, except: nil, against: nil),
        in: try visit(therapist, chart))
    }
    _ = try owner.remove(who.id)
    pass(10)
    let taken = try visit(owner, chart)
    #expect(owner.takenOver(taken) == thom && taken.begunBy == thom)
    #expect(try owner.day().rows.first?.begunBy == thom)
    let open = try owner.composed(taken, in: owner.chart(chart)).map(\.text)
    #expect(
      open.contains(
        "Begun by Synthetic Thom, RMT; taken over by Synthetic Lee, LMT. "
          + "Treated by Synthetic Thom, RMT."), "\(open)")
    try write("words of Lee", owner, chart)
    if left != .ended { try owner.step(.ended, in: try visit(owner, chart)) }
    _ = try owner.sign(try visit(owner, chart))
    let signed = try #require(try owner.chart(chart).lastVisit)
    #expect(signed.treatedBy == [thom] && signed.signature?.signer == lee && signed.isTakenOver)
    #expect(signed.record.note.last?.by == lee)
    let said = signed.record.composed.map(\.text)
    #expect(
      said.contains {
        $0.hasPrefix("Begun by Synthetic Thom, RMT; taken over and signed by Synthetic Lee, LMT.")
      })
    switch left {
    case .running: #expect(signed.record.note.map(\.by) == [lee])
    case .ended: #expect(signed.record.note.map(\.by) == [thom, lee])
    case .findings: #expect(signed.record.findings.map(\.by) == [thom])
    case .scores: #expect(signed.record.measurements.map(\.by) == [thom])
    case .areas: #expect(signed.record.segments.last?.by == thom)
    }
    let course = try owner.course(of: owner.chart(chart))
    #expect(course.treatedBy == [thom])
    #expect(course.takenOver.map(\.signedBy) == [lee])
    #expect(try owner.verify().isWhole)
  }

  @Test func `who runs a session on treats too, who only ends it does not`() throws {
    let steps: [(DraftEvent.Step, [Author])] = [
      (.held, [thom, lee]), (.extended(minutes: 5), [thom, lee]), (.ended, [thom]),
      (.treating(sites: [Site("neck")], reason: nil, except: nil, against: nil), [thom]),
    ]
    for (step, treated) in steps {
      let test = AuthorshipTests()
      let (owner, therapist, who) = try test.team()
      let chart = try owner.register(Identity(name: "Synthetic Ann")).chart
      _ = try test.begin(therapist, chart)
      _ = try owner.remove(who.id)
      test.pass(3)
      try owner.step(step, in: try test.visit(owner, chart))
      #expect(try test.visit(owner, chart).treatedBy == treated, "\(step)")
    }
  }

  @Test func `other words, another finding and another score are of who gave them`() throws {
    let (owner, therapist, who) = try team()
    let chart = try owner.register(Identity(name: "Synthetic Ann")).chart
    _ = try begin(therapist, chart)
    try write("words of Thom", therapist, chart)
    try find("Found by Thom.", therapist, chart)
    try pain(4, therapist, chart)
    _ = try owner.remove(who.id)
    _ = try owner.rewrite(1, of: .assessment, to: "words of Lee", in: try visit(owner, chart))
    let finding = Finding(kind: "trp", code: "trp", values: ["site": .site(Site("chest"))])
    _ = try owner.replaceFinding(
      1, with: .init(at: owner.now, finding: finding, sentence: "Found by Lee."),
      in: try visit(owner, chart))
    try pain(5, owner, chart)
    let taken = try visit(owner, chart)
    #expect(taken.note.map(\.by) == [lee])
    #expect(taken.findings.map(\.by) == [lee])
    #expect(taken.measurements.map(\.by) == [lee])
    #expect(taken.people == [thom, lee])
  }

  @Test func `a step that does not say who took it is of the person of its draft`() throws {
    let (owner, therapist, who) = try team()
    let chart = try owner.register(Identity(name: "Synthetic Ann")).chart
    let begun = try begin(therapist, chart)
    let store = try practice.store()
    let old = NoteLine(section: .plan, text: "of an older program", at: practice.moment)
    try store.commit([.drafted(DraftEvent(at: practice.moment, .noted(line: old)), in: begun.draft)]
    )
    #expect(try visit(therapist, chart).note.map(\.by) == [thom])
    _ = try owner.remove(who.id)
    #expect(try visit(owner, chart).note.map(\.by) == [thom])
    // In a draft of one's own it is oneself.
    let other = try owner.register(Identity(name: "Synthetic Ben")).chart
    try owner.step(.ended, in: try visit(owner, chart))
    let own = try begin(owner, other)
    try store.commit([.drafted(DraftEvent(at: practice.moment, .noted(line: old)), in: own.draft)])
    #expect(try visit(owner, other).note.map(\.by) == [lee])
  }
}
