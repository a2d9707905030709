import ClinicCore
import ClinicalContent
import Foundation
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// Random work on three clients from two windows, kept once in the ledger and once in plain arrays.
@Suite struct FoldTests {
  /// What a chart must say, as simply as it can be held.
  struct Model: Equatable {
    var name: String
    var answers: [ID<Question>: Answer] = [:]
    var visits: [Visit] = []
    var apart: [Double] = []
    var notTreated = 0
    var draft: Visit?
    var isRunning = false
    var isOnHold = false
    /// What was answered about pain since the last session ended: the score before the next one. The
    /// chart does not say it of itself.
    var asked = Untold()

    struct Untold: Equatable {
      var pain: Double?
      static func == (_: Untold, _: Untold) -> Bool { true }
    }

    struct Visit: Equatable {
      var lines: [String] = []
      var before: Double?
      var after: Double?
      var addenda: [String] = []
    }
  }

  static let template = SessionTemplate(
    "stone_session", "stone",
    phases: [.init("All", minutes: [30: 30], instructions: "Lay the stones.")])

  static func catalogue() throws -> Catalogue {
    let questions = [GeneralHistory.mainReason.question, GeneralHistory.painNow.question]
    let general = ModuleContent(intake: questions, metrics: [Instruments.painNow])
    let stone = Manifest(
      id: "stone", name: "Stone", version: .init(0, 1, 0), stability: .draft, summary: "Stones.")
    return try Catalogue(
      general: .init(manifest: GeneralContent.manifest, content: general),
      techniques: [.init(manifest: stone, content: ModuleContent(templates: [template]))],
      anatomy: GeneralContent.anatomy)
  }

  @Test(arguments: 1...40)
  func `the fold of the ledger is what a plain model says`(seed: UInt64) throws {
    let practice = TestPractice()
    var generator = SeededGenerator(seed: seed)
    let catalogue = try Self.catalogue()
    var windows = try (0..<2).map { _ in
      Practice(
        store: try practice.store(), catalogue: catalogue, surroundings: practice.clock,
        author: practice.author)
    }
    var models: [ID<Chart>: Model] = [:]
    for name in ["Synthetic Ann", "Synthetic Ben", "Synthetic Chloé"] {
      models[try windows[0].register(Identity(name: name)).chart] = Model(name: name)
    }
    let charts = models.keys.sorted()
    for step in 0..<60 {
      if Int.random(in: 0..<12, using: &generator) == 0 {
        windows[1] = Practice(
          store: try practice.store(), catalogue: catalogue, surroundings: practice.clock,
          author: practice.author)
      }
      let window = windows[Int.random(in: 0..<2, using: &generator)]
      let chart = charts[Int.random(in: 0..<3, using: &generator)]
      let command = Command.allCases[
        Int.random(in: 0..<Command.allCases.count, using: &generator)]
      practice.clock.time = practice.clock.time.adding(milliseconds: 61_000)
      let before = models[chart]
      let isAllowed = command.change(
        &models[chart, default: Model(name: "")], step,
        somebodyRuns: models.values.contains(where: \.isRunning))
      if !isAllowed { models[chart] = before }
      do {
        try command.run(window, chart, step)
        #expect(isAllowed, "\(command) was let through at step \(step)")
      } catch {
        #expect(!isAllowed, "\(command) at step \(step): \(error)")
      }
      if step.isMultiple(of: 10) || step == 59 {
        for (id, model) in models {
          for window in windows { #expect(try Self.read(id, window) == model, "step \(step)") }
        }
      }
    }
    #expect(try windows[0].verify().isWhole)
    #expect(try practice.store().rebuildIndexes() == [])
    #expect(try windows[0].find("chloe").count == 1)
  }

  /// What the ledger says, in the terms of the model.
  static func read(_ id: ID<Chart>, _ practice: Practice) throws -> Model {
    let chart = try practice.chart(id)
    var model = Model(name: chart.identity.name)
    model.answers = chart.answers.mapValues(\.answer)
    model.visits = chart.visits.map {
      .init(
        lines: $0.record.note.map { $0.section.letter + $0.text },
        before: value(.before, $0.record.measurements),
        after: value(.after, $0.record.measurements), addenda: $0.addenda.map(\.text))
    }
    model.apart = chart.measurements.filter { $0.occasion == .apart }.compactMap(\.value)
    model.notTreated = chart.notTreated.count
    if let visit = try practice.currentVisit(of: id) {
      model.draft = .init(
        lines: visit.note.map { $0.section.letter + $0.text },
        before: value(.before, visit.measurements), after: value(.after, visit.measurements))
      model.isRunning = visit.isRunning
      model.isOnHold = visit.clock.isOnHold
    }
    return model
  }

  static func value(
    _ occasion: ClinicCore.Measurement.Occasion, _ measurements: [ClinicCore.Measurement]
  ) -> Double? {
    measurements.first { $0.occasion == occasion }?.value
  }

  enum Command: CaseIterable {
    case intake, start, note, emptyNote, painAfter, tooMuchPain, hold, go, end, sign, addendum
    case measureApart, notTreated

    /// - Returns: whether the practice must let it through.
    func change(_ model: inout Model, _ step: Int, somebodyRuns: Bool) -> Bool {
      switch self {
      case .intake:
        model.answers["main_reason"] = .text("reason \(step)")
        model.answers["pain_now"] = .number(Double(step % 11))
        model.asked.pain = Double(step % 11)
        return true
      case .start:
        guard !somebodyRuns else { return false }
        // A draft that waits for its signature stays, and the newer one is in hand.
        guard model.draft == nil else { return false }
        model.draft = .init(before: model.asked.pain)
        model.isRunning = true
        return true
      case .note:
        guard model.draft != nil else { return false }
        model.draft?.lines.append("S line \(step) \u{1F469}\u{200D}\u{1F467}")
        return true
      case .emptyNote, .tooMuchPain: return false
      case .painAfter:
        guard model.draft != nil else { return false }
        // A second value takes the place of the first.
        model.draft?.after = Double(step % 11)
        return true
      case .hold:
        guard model.isRunning, !model.isOnHold else { return false }
        model.isOnHold = true
        return true
      case .go:
        guard model.isRunning, model.isOnHold else { return false }
        model.isOnHold = false
        return true
      case .end:
        guard model.isRunning else { return false }
        model.isRunning = false
        model.isOnHold = false
        model.asked.pain = nil
        return true
      case .sign:
        guard let draft = model.draft, !model.isRunning else { return false }
        model.visits.append(draft)
        model.draft = nil
        return true
      case .addendum:
        guard !model.visits.isEmpty else { return false }
        model.visits[model.visits.count - 1].addenda.append("later \(step)")
        return true
      case .measureApart:
        guard !model.isRunning else { return false }
        model.apart.append(Double(step % 11))
        return true
      case .notTreated:
        model.notTreated += 1
        return true
      }
    }

    func run(_ practice: Practice, _ id: ID<Chart>, _ step: Int) throws {
      func visit() throws -> VisitDraft {
        guard let visit = try practice.currentVisit(of: id) else { throw ClinicError.noVisitOpen }
        return visit
      }
      func note(_ text: String) throws {
        let line = NoteLine(section: .subjective, text: text, at: practice.now)
        try practice.step(.noted(line: line), in: try visit())
      }
      func measure(_ value: Double, _ occasion: ClinicCore.Measurement.Occasion) throws {
        _ = try practice.measure(
          Instruments.painNow, [.init(name: "pain", value: value)], occasion, in: practice.chart(id)
        )
      }
      switch self {
      case .intake:
        var intake = try practice.intake(try practice.chart(id))
        try practice.answer(
          [
            ("main_reason", .init(.text("reason \(step)"), at: practice.now)),
            ("pain_now", .init(.number(Double(step % 11)), at: practice.now)),
          ], in: &intake)
        _ = try practice.complete(intake)
      case .start:
        if try practice.currentVisit(of: id) != nil { throw ClinicError.sessionRunning }
        _ = try practice.start(
          [practice.template("stone 30", for: practice.chart(id))], in: practice.chart(id))
      case .note: try note(" line \(step) \u{1F469}\u{200D}\u{1F467}")
      case .emptyNote: try note("  ")
      case .painAfter:
        _ = try visit()
        try measure(Double(step % 11), .after)
      case .tooMuchPain: try measure(11, .apart)
      case .hold: try practice.step(.held, in: try visit())
      case .go: try practice.step(.resumed, in: try visit())
      case .end: try practice.step(.ended, in: try visit())
      case .sign: _ = try practice.sign(try visit(), anyway: "a made-up visit")
      case .addendum: _ = try practice.addendum("later \(step)", to: practice.chart(id))
      case .measureApart:
        if try practice.currentVisit(of: id)?.isRunning == true { throw ClinicError.sessionRunning }
        try measure(Double(step % 11), .apart)
      case .notTreated: _ = try practice.recordNotTreated([], in: id)
      }
    }
  }
}
