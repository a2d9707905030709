import TechniqueKit

/// A visit that is not signed yet: the fold over the events of its draft.
public struct VisitDraft: Hashable, Sendable {
  public let draft: Draft
  public let start: SessionStart
  public private(set) var clock: SessionClock
  public private(set) var note: [NoteLine] = []
  /// In the order they were typed; `nil` where one was dropped.
  private var found: [RecordedFinding?] = []
  public private(set) var measurements: [Measurement] = []
  /// The parts of the body that were treated, from when on; in the order of time.
  public private(set) var treated: [Treated] = []
  /// Sections that read as they did last time, and were said to hold still.
  public private(set) var affirmed: Set<NoteLine.Section> = []

  public struct Treated: Hashable, Sendable {
    public let from: Instant
    public let sites: [Site]
    /// Why one of them was treated although the verdict leaves it out.
    public let reason: String?
  }

  /// `nil` when the events do not begin with the start of a session.
  public init?(_ draft: Draft, events: [DraftEvent]) {
    guard let first = events.first, case .started(let start) = first.step else { return nil }
    self.draft = draft
    self.start = start
    clock = SessionClock(startedAt: first.at, minutes: start.phases.map(\.minutes))
    if !start.sites.isEmpty {
      treated = [Treated(from: first.at, sites: start.sites, reason: nil)]
    }
    for event in events.dropFirst() {
      clock.apply(event.step, at: event.at)
      switch event.step {
      case .treating(let sites, let reason): treat(sites, reason, from: event.at)
      case .affirmed(let section): affirmed.insert(section)
      case .noted(let line): note.append(line)
      case .found(let finding): found.append(finding)
      case .foundInstead(let place, let finding): change(place, to: finding)
      case .dropped(let place): change(place, to: nil)
      case .rewrote(let place, let text): rewrite(place, text)
      case .measured(let measurement): replace(measurement)
      case .started, .answered, .nextPhase, .held, .resumed, .extended, .ended, .tookBack, .putBack:
        break
      }
    }
  }

  public var findings: [RecordedFinding] { found.compactMap(\.self) }

  /// Where a finding stands among all that were typed.
  ///
  /// - Parameter number: counted from 1 among those that count.
  /// - Throws: `ClinicError.noSuchFinding`.
  func place(ofFinding number: Int) throws -> Int {
    let places = found.indices.filter { found[$0] != nil }
    guard number > 0, number <= places.count else {
      throw ClinicError.noSuchFinding(number, count: places.count)
    }
    return places[number - 1]
  }

  public var isRunning: Bool { clock.endedAt == nil }

  public func lines(_ section: NoteLine.Section) -> [NoteLine] {
    note.filter { $0.section == section }
  }

  /// The sections of the note that say nothing yet; findings count as objective.
  public var emptySections: [NoteLine.Section] {
    NoteLine.Section.allCases.filter { countLines($0) == 0 }
  }

  /// Lines of a section; findings count as objective.
  public func countLines(_ section: NoteLine.Section) -> Int {
    lines(section).count + (section == .objective ? findings.count : 0)
  }

  public func value(
    of metric: ID<OutcomeMetric>, _ occasion: Measurement.Occasion, side: Side? = nil
  ) -> Double? {
    measurements.last {
      $0.metric == metric && $0.occasion == occasion && $0.side == side
    }?.value
  }

  private mutating func rewrite(_ place: Int, _ text: String) {
    guard note.indices.contains(place) else { return }
    note[place] = NoteLine(section: note[place].section, text: text, at: note[place].at)
  }

  /// The first part that is named counts from the beginning of its phase, or of the session where it
  /// is named afterwards.
  private mutating func treat(_ sites: [Site], _ reason: String?, from time: Instant) {
    var clock = self.clock
    clock.advance(to: time)
    let start =
      clock.endedAt != nil ? clock.startedAt : clock.phaseStarts.last { $0 <= time } ?? time
    treated.append(Treated(from: treated.isEmpty ? start : time, sites: sites, reason: reason))
    treated.sort { $0.from < $1.from }
  }

  private mutating func change(_ place: Int, to finding: RecordedFinding?) {
    if found.indices.contains(place), found[place] != nil { found[place] = finding }
  }

  /// A value given again on the same occasion takes the place of the earlier one.
  private mutating func replace(_ measurement: Measurement) {
    measurements.removeAll {
      $0.metric == measurement.metric && $0.occasion == measurement.occasion
        && $0.side == measurement.side
    }
    measurements.append(measurement)
  }
}
