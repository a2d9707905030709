import TechniqueKit

/// What a client's chart says: the fold over its entries, in the order in which what they tell
/// happened; see `isAct`.
///
/// ```swift
/// let chart = Chart(id: id, entries: try store.entries(of: id), in: zone)
/// chart.lastVisit?.record.note
/// ```
public struct Chart: Hashable, Sendable {
  public let id: ID<Chart>
  public private(set) var identity: Identity
  /// The latest answer to each question, by when it was given.
  public private(set) var answers: [ID<Question>: RecordedAnswer] = [:]
  /// The answers before those, of an earlier day, where the client was asked more than once.
  public private(set) var earlierAnswers: [ID<Question>: RecordedAnswer] = [:]
  /// Signed visits by when they began, the earliest first.
  public private(set) var visits: [Visit] = []
  /// All measurements, within visits and apart from them, by when they were taken.
  public private(set) var measurements: [Measurement] = []
  /// The days of each diary as they were typed last; see `days(of:)`.
  private(set) var diaries: [Diary: [CalendarDate: DiaryDay]] = [:]
  public private(set) var clearances: [Clearance] = []
  public private(set) var acknowledgements: [(at: Instant, what: Acknowledgement)] = []
  public private(set) var notTreated: [(at: Instant, what: NotTreated)] = []
  /// The times the client was given, by the times they were first booked for.
  public let appointments: [BookedAppointment]
  /// What the client said about statements of consent, by when it was said.
  public private(set) var consents: [ConsentRecord] = []
  /// Goals, plan and referral, read through `goals`, `plan` and `referral`.
  let planning: Planning
  /// When the last intake was completed.
  public private(set) var lastIntake: Instant?
  /// All entries, also those that were taken back.
  public let entries: [Entry]
  /// The clinic's zone, in which the days of the chart are told.
  public let zone: ClinicZone
  let renames: Renames

  /// A signed visit with what was added to it later.
  public struct Visit: Hashable, Sendable {
    public let entry: ID<Entry>
    public let record: VisitRecord
    public let definition: DefinitionDigest
    public internal(set) var signature: Signature?
    public internal(set) var signedAt: Instant?
    public internal(set) var addenda: [Addition]

    /// Who started and ran the session; the signer, where the record does not say it.
    public var treatedBy: [Author] { record.treatedBy ?? signature.map { [$0.signer] } ?? [] }
    /// Whether somebody signed what somebody else began.
    public var isTakenOver: Bool {
      signature.map { treatedBy.first != $0.signer } ?? false
    }

    public struct Addition: Hashable, Sendable {
      public let at: Instant
      public let author: Author
      public let text: String
    }
  }

  /// - Parameters:
  ///   - zone: of the clinic.
  ///   - renames: what the ids in the entries are called now.
  public init(
    id: ID<Chart>, entries: [Entry], in zone: ClinicZone, renames: Renames = .none
  ) {
    self.id = id
    self.zone = zone
    self.entries = entries
    self.renames = renames
    identity = Identity(name: "")
    appointments = BookedAppointment.fold(entries)
    planning = Planning(entries, in: zone, renames: renames)
    var given: [ID<Question>: [RecordedAnswer]] = [:]
    for entry in entries.folded { apply(entry, &given) }
    for (question, answers) in given { take(answers.sortedByTime(\.at), to: question) }
    measurements = measurements.sortedByTime(\.at)
  }

  public var lastVisit: Visit? { visits.last }

  /// The last one that began before a moment: what a visit that is entered late follows on.
  public func lastVisit(before moment: Instant) -> Visit? {
    visits.last { $0.record.startedAt < moment }
  }

  public static func == (left: Chart, right: Chart) -> Bool {
    left.id == right.id && left.entries == right.entries
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  private mutating func apply(
    _ entry: Entry, _ given: inout [ID<Question>: [RecordedAnswer]]
  ) {
    switch entry.content {
    case .registered(let identity), .identityChanged(let identity):
      self.identity = identity
    case .intake(let intake):
      lastIntake = entry.happenedAt
      for (asked, answer) in intake.answers where renames.questions[asked] == nil {
        given[asked, default: []].append(answer)
      }
      // An answer under a former id gives way to one under the present id.
      for (asked, answer) in intake.answers {
        guard let present = renames.questions[asked], intake.answers[present] == nil else {
          continue
        }
        given[present, default: []].append(answer)
      }
    case .acknowledgement(let what): acknowledgements.append((entry.happenedAt, what))
    case .clearance(var clearance):
      clearance.rule = renames.rules[clearance.rule] ?? clearance.rule
      clearance.settles = clearance.settles?.map {
        $0.renamed(questions: renames.questions, findings: renames.findings)
      }
      clearances.append(clearance)
    case .notTreated(let what): notTreated.append((entry.happenedAt, what))
    case .visit(let record):
      visits.append(
        Visit(entry: entry.id, record: record, definition: entry.definition, addenda: []))
      measurements += record.measurements.map(renamed)
    case .signature(let signature):
      change(visit: signature.visit) {
        $0.signature = signature
        $0.signedAt = entry.happenedAt
      }
    case .addendum(let addendum):
      change(visit: addendum.visit) {
        $0.addenda.append(
          .init(at: entry.happenedAt, author: entry.author, text: addendum.text))
      }
    case .consent(let record): consents.append(record)
    case .measurement(let measurement): take(renamed(measurement))
    case .diary(let page):
      for day in page.days { diaries[page.diary, default: [:]][day.date] = day }
    case .appointment, .appointmentChanged, .retraction, .zone: break
    case .goal, .plan, .referral, .reportSent, .closing, .receipt, .receiptVoided: break
    }
  }

  /// An answer given again on the same day is a correction, and no change since the one before.
  ///
  /// - Parameter given: the earliest first.
  private mutating func take(_ given: [RecordedAnswer], to question: ID<Question>) {
    answers[question] = given.last
    earlierAnswers[question] =
      Array(zip(given, given.dropFirst())).last { earlier, later in
        earlier.answer.absence == nil && !earlier.at.isSameDay(as: later.at, in: zone)
      }?.0
  }

  /// A score of a diary takes the place of one of the same period.
  private mutating func take(_ measurement: Measurement) {
    if let day = measurement.lastDay {
      measurements.removeAll { $0.lastDay == day && $0.metric == measurement.metric }
    }
    measurements.append(measurement)
  }

  /// The finding under the present id of its kind.
  func renamed(_ finding: Finding) -> Finding {
    guard let kind = renames.findings[finding.kind] else { return finding }
    return Finding(kind: kind, code: finding.code, values: finding.values)
  }

  private func renamed(_ measurement: Measurement) -> Measurement {
    var measurement = measurement
    measurement.metric = renames.metrics[measurement.metric] ?? measurement.metric
    return measurement
  }

  private mutating func change(visit: ID<Entry>, _ change: (inout Visit) -> Void) {
    if let place = visits.firstIndex(where: { $0.entry == visit }) { change(&visits[place]) }
  }
}

extension Chart {
  /// Values of one metric, oldest first.
  public func measurements(of metric: ID<OutcomeMetric>) -> [Measurement] {
    measurements.filter { $0.metric == metric }
  }
}
