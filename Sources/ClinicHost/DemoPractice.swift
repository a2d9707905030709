import ClinicCore
import ClinicalContent
import TechniqueKit

/// Writes synthetic clients and their visits through the same functions that a typed visit uses.
struct DemoPractice {
  private let practice: Practice
  private let clock: SetSurroundings
  private let end: Instant

  /// - Parameter endingAt: the visits lie in the weeks before this moment.
  init(store: any PracticeStore, catalogue: Catalogue, endingAt end: Instant) {
    self.end = end
    clock = SetSurroundings(at: end, seed: 1)
    practice = Practice(
      store: store, catalogue: catalogue, surroundings: clock,
      author: Author(name: "J. Lee", credential: "LMT"))
  }

  func write(clients: Int, visits: Int) throws {
    let templates = practice.templates.filter { $0.length == 60 }
    guard !templates.isEmpty else { return }
    for place in 0..<clients {
      let count = visits / clients + (place < visits % clients ? 1 : 0)
      clock.set(day(before: count, of: count, place))
      let chart = try practice.register(identity(place)).chart
      for visit in 0..<count {
        let template = templates[(place + visit / 4) % templates.count]
        try write(visit: visit, of: count, in: chart, place, template)
      }
    }
  }

  private func write(
    visit: Int, of count: Int, in id: ID<Chart>, _ place: Int, _ template: TemplateChoice
  ) throws {
    clock.set(day(before: count - visit, of: count, place))
    let pain = max(2, 8 - visit / 2 - place % 3)
    let chart = try practice.chart(id)
    var intake = try practice.intake(chart)
    while let question = intake.flow.next {
      let answer = RecordedAnswer(answer(question, pain, place), at: clock.now())
      intake.flow.give(answer, to: question.id)
    }
    _ = try practice.complete(intake)
    let started = try practice.start([template], in: try practice.chart(id)).visit
    let said = Self.said[visit % Self.said.count]
    for (section, text) in [(.subjective, said)] + Self.note {
      let line = NoteLine(section: section, text: text, at: clock.now())
      try practice.step(.noted(line: line), in: started)
    }
    clock.set(clock.now().adding(minutes: 55 + place % 6))
    let ended = try practice.step(.ended, in: started).visit
    if let metric = practice.catalogue.metric(named: "pain") {
      let item = Measurement.Item(name: metric.name, value: Double(max(0, pain - 2)))
      _ = try practice.measure(metric, [item], .after, in: try practice.chart(id))
    }
    if let unsigned = try practice.currentVisit(of: id), unsigned.draft.id == ended.draft.id {
      _ = try practice.sign(unsigned, anyway: "a made-up visit")
    }
  }

  private func answer(_ question: Question, _ pain: Int, _ place: Int) -> Answer {
    switch question.kind {
    case .scale where question.id == GeneralHistory.painNow.id: .number(Double(pain))
    case .text: .text(Self.reasons[place % Self.reasons.count])
    case .regions: .regions([Site(place.isMultiple(of: 2) ? "neck" : "low_back")])
    default: question.unremarkableAnswer
    }
  }

  /// Ten in the morning, so many weeks before the end; the last visit lies in the week before it.
  private func day(before remaining: Int, of count: Int, _ place: Int) -> Instant {
    let days = remaining * 7 - place % 5
    let zone = practice.zone
    return Instant(
      end.date(in: zone).adding(days: -max(1, days)), hour: 9 + place % 8, in: zone)
  }

  private func identity(_ place: Int) -> Identity {
    let first = Self.firstNames[place % Self.firstNames.count]
    let last = Self.lastNames[(place / Self.firstNames.count + place) % Self.lastNames.count]
    let serial = place / (Self.firstNames.count * Self.lastNames.count)
    return Identity(
      name: "\(first) \(last)" + (serial == 0 ? "" : " \(serial + 1)"),
      born: CalendarDate(year: 1950 + place * 7 % 50, month: 1 + place % 12, day: 1 + place % 28),
      sex: place.isMultiple(of: 2) ? .female : .male)
  }

  private static let note: [(NoteLine.Section, String)] = [
    (.objective, "even pressure, both sides"),
    (.assessment, "good response, no adverse reaction"),
    (.plan, "doorway stretch twice a day"),
  ]
  private static let said = [
    "looser since last time, sleeps a little better", "about the same, tired after work",
    "better in the mornings",
  ]
  private static let reasons = ["tight neck", "low back pain", "headaches", "stiff shoulder"]
  private static let firstNames = [
    "Ann", "Ben", "Chloe", "Dee", "Eli", "Fay", "Gus", "Hana", "Ivo", "June", "Kofi", "Lena",
    "Milo", "Nora", "Otto", "Pia", "Quin", "Rosa", "Sven", "Tess",
  ]
  private static let lastNames = [
    "Ruiz", "Okafor", "Tan", "Marsh", "Novak", "Silva", "Berg", "Kaya", "Moreau", "Ito", "Weiss",
    "Brandt", "Costa", "Dunn", "Evans", "Fonseca", "Grant", "Hale", "Ibsen", "Jansen", "Koch",
    "Lund", "Meyer", "Nash", "Olsen",
  ]
}
