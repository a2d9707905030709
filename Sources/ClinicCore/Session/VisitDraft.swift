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
  /// What was asked about it and is right all the same.
  public private(set) var overrides: [Override] = []
  /// What the last refusal asked, until that is answered.
  public private(set) var questioned: [Doubt]?
  /// Sections into which lines of the last visit were taken over.
  public private(set) var carried: Set<NoteLine.Section> = []
  /// Who started and ran the session, in that order. Whoever only ends it, names areas or writes had
  /// no hand in it.
  public private(set) var treatedBy: [Author] = []
  /// The order that it uses up, as it was said last; `nil` where nothing was said.
  public private(set) var referral: ReferralTie?

  public struct Treated: Hashable, Sendable {
    public let from: Instant
    public let sites: [Site]
    /// Why one of them was treated although the verdict leaves it out.
    public let reason: String?
    /// The parts of them that were left out.
    public let except: [Site]
    /// What rules left out there at that time.
    public let against: [SessionStart.LeftOut]
    /// Who named them.
    public let by: Author?
  }

  /// A rule that came to hold while the session ran.
  public struct Warned: Hashable, Sendable {
    public let at: Instant
    public let warning: SafetyWarning
    /// When it held no longer, or was cleared.
    public internal(set) var settledAt: Instant?
  }

  /// The rules that came to hold while the session ran, in the order of time.
  public private(set) var warnings: [Warned] = []

  /// `nil` when the events do not begin with the start of a session.
  public init?(_ draft: Draft, events: [DraftEvent]) {
    guard let first = events.first, case .started(let start) = first.step else { return nil }
    self.draft = draft
    self.start = start
    clock = SessionClock(startedAt: first.at, minutes: start.phases.map(\.minutes))
    if !start.sites.isEmpty {
      treated = [
        Treated(
          from: first.at, sites: start.sites, reason: nil, except: start.except ?? [], against: [],
          by: first.by)
      ]
    }
    addHand(first.by)
    for event in events.dropFirst() {
      let by = event.by
      clock.apply(event.step, at: event.at)
      switch event.step {
      case .treating(let sites, let reason, let except, let against):
        let area = TreatedArea(sites: sites, reason: reason, except: except ?? [])
        treat(area, against ?? [], from: event.at, by)
      case .warned(let warning): warnings.append(Warned(at: event.at, warning: warning))
      case .settled(let rule): settle(rule, at: event.at)
      case .affirmed(let section): affirmed.insert(section)
      case .tied(let tie): referral = tie
      case .noted(let line): write(line, by)
      case .found(let finding): found.append(finding.by(by))
      case .foundInstead(let place, let finding): change(place, to: finding.by(by))
      case .dropped(let place): change(place, to: nil)
      case .rewrote(let place, let text): rewrite(place, text, by)
      case .measured(let measurement): replace(measurement, by)
      case .questioned(let doubts): questioned = doubts
      case .overrode(let answer): take(answer)
      case .nextPhase, .held, .resumed, .extended: addHand(by)
      case .started, .answered, .ended, .tookBack, .putBack: break
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

  /// The finding at a place counted as `place(ofFinding:)` does; `nil` where one was dropped.
  func finding(at place: Int) -> RecordedFinding? {
    found.indices.contains(place) ? found[place] : nil
  }

  /// What is treated at a moment; `nil` while nothing is named.
  func area(at time: Instant) -> TreatedArea? {
    (treated.last { $0.from <= time } ?? treated.first).map {
      TreatedArea(sites: $0.sites, reason: $0.reason, except: $0.except)
    }
  }

  /// The phase that is reached at a moment, counted from 0.
  func phase(at time: Instant) -> Int {
    var clock = self.clock
    clock.advance(to: time)
    return clock.phaseStarts.lastIndex { $0 <= time } ?? 0
  }

  func isDecided(_ doubt: Doubt) -> Bool { overrides.open([doubt]).isEmpty }

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

  mutating func take(_ answer: Override) {
    overrides.append(answer)
    questioned = nil
  }

  private mutating func addHand(_ author: Author?) {
    if let author, !treatedBy.contains(author) { treatedBy.append(author) }
  }

  private mutating func write(_ line: NoteLine, _ author: Author?) {
    var line = line
    line.by = author
    note.append(line)
    if line.carriedFrom != nil { carried.insert(line.section) }
  }

  private mutating func rewrite(_ place: Int, _ text: String, _ author: Author?) {
    guard note.indices.contains(place) else { return }
    note[place] = NoteLine(
      section: note[place].section, text: text, at: note[place].at, by: author)
  }

  /// The first part that is named counts from the beginning of its phase, or of the session where it
  /// is named afterwards.
  private mutating func treat(
    _ area: TreatedArea, _ against: [SessionStart.LeftOut], from time: Instant, _ author: Author?
  ) {
    var clock = self.clock
    clock.advance(to: time)
    let start =
      clock.endedAt != nil ? clock.startedAt : clock.phaseStarts.last { $0 <= time } ?? time
    treated.append(
      Treated(
        from: treated.isEmpty ? start : time, sites: area.sites, reason: area.reason,
        except: area.except, against: against, by: author))
    treated.sort { $0.from < $1.from }
  }

  private mutating func settle(_ rule: ID<SafetyRule>, at time: Instant) {
    for place in warnings.indices
    where warnings[place].warning.rule == rule && warnings[place].settledAt == nil {
      warnings[place].settledAt = time
    }
  }

  private mutating func change(_ place: Int, to finding: RecordedFinding?) {
    if found.indices.contains(place), found[place] != nil { found[place] = finding }
  }

  /// A value given again on the same occasion takes the place of the earlier one.
  private mutating func replace(_ measurement: Measurement, _ author: Author?) {
    var measurement = measurement
    measurement.by = author
    measurements.removeAll {
      $0.metric == measurement.metric && $0.occasion == measurement.occasion
        && $0.side == measurement.side
    }
    measurements.append(measurement)
  }
}

extension VisitDraft {
  /// Who started the session.
  public var begunBy: Author? { treatedBy.first }

  /// Everybody who had a part in it: who treated, wrote, found or measured.
  public var people: Set<Author> {
    Set(
      treatedBy
        + (note.map(\.by) + findings.map(\.by) + measurements.map(\.by) + treated.map(\.by))
        .compactMap(\.self))
  }
}

extension RecordedFinding {
  fileprivate func by(_ author: Author?) -> RecordedFinding {
    RecordedFinding(at: at, finding: finding, sentence: sentence, by: author)
  }
}
