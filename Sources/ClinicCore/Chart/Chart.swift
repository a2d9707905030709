import TechniqueKit

/// What a client's chart says: the fold over its entries, oldest first.
///
/// ```swift
/// let chart = Chart(id: id, entries: try store.entries(of: id))
/// chart.lastVisit?.record.note
/// ```
public struct Chart: Hashable, Sendable {
  public let id: ID<Chart>
  public private(set) var identity: Identity
  /// The latest answer to each question.
  public private(set) var answers: [ID<Question>: RecordedAnswer] = [:]
  /// The answers before those, of an earlier day, where the client was asked more than once.
  public private(set) var earlierAnswers: [ID<Question>: RecordedAnswer] = [:]
  /// Signed visits, oldest first.
  public private(set) var visits: [Visit] = []
  /// All measurements, within visits and apart from them, oldest first.
  public private(set) var measurements: [Measurement] = []
  /// The days of each diary as they were typed last; see `days(of:)`.
  private(set) var diaries: [Diary: [CalendarDate: DiaryDay]] = [:]
  public private(set) var clearances: [Clearance] = []
  public private(set) var acknowledgements: [(at: Instant, what: Acknowledgement)] = []
  public private(set) var notTreated: [(at: Instant, what: NotTreated)] = []
  /// The times the client was given, in the order they were booked.
  public let appointments: [BookedAppointment]
  /// What the client said about statements of consent, in the order it was written down.
  public private(set) var consents: [ConsentRecord] = []
  /// Goals, plan and referral, read through `goals`, `plan` and `referral`.
  let planning: Planning
  /// When the last intake was completed.
  public private(set) var lastIntake: Instant?
  /// All entries, also those that were taken back.
  public let entries: [Entry]
  let renames: Renames

  /// A signed visit with what was added to it later.
  public struct Visit: Hashable, Sendable {
    public let entry: ID<Entry>
    public let record: VisitRecord
    public let definition: DefinitionDigest
    public internal(set) var signature: Signature?
    public internal(set) var signedAt: Instant?
    public internal(set) var addenda: [Addition]

    public struct Addition: Hashable, Sendable {
      public let at: Instant
      public let author: Author
      public let text: String
    }
  }

  /// - Parameter renames: what the ids in the entries are called now.
  public init(id: ID<Chart>, entries: [Entry], renames: Renames = .none) {
    self.id = id
    self.entries = entries
    self.renames = renames
    identity = Identity(name: "")
    appointments = BookedAppointment.fold(entries)
    planning = Planning(entries, renames: renames)
    for entry in entries.standing { apply(entry) }
  }

  public var lastVisit: Visit? { visits.last }

  public static func == (left: Chart, right: Chart) -> Bool {
    left.id == right.id && left.entries == right.entries
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  private mutating func apply(_ entry: Entry) {
    switch entry.content {
    case .registered(let identity), .identityChanged(let identity):
      self.identity = identity
    case .intake(let intake):
      lastIntake = entry.happenedAt
      for (asked, answer) in intake.answers where renames.questions[asked] == nil {
        take(answer, to: asked)
      }
      // An answer under a former id gives way to one under the present id.
      for (asked, answer) in intake.answers {
        guard let present = renames.questions[asked], intake.answers[present] == nil else {
          continue
        }
        take(answer, to: present)
      }
    case .acknowledgement(let what): acknowledgements.append((entry.happenedAt, what))
    case .clearance(var clearance):
      clearance.rule = renames.rules[clearance.rule] ?? clearance.rule
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
    case .appointment, .appointmentChanged, .retraction: break
    case .goal, .plan, .referral, .reportSent, .closing: break
    }
  }

  /// An answer given again on the same day is a correction, and no change since the one before.
  private mutating func take(_ answer: RecordedAnswer, to question: ID<Question>) {
    if let last = answers[question], last.answer.absence == nil,
      !last.at.isSameDay(as: answer.at)
    {
      earlierAnswers[question] = last
    }
    answers[question] = answer
  }

  /// A score of a diary takes the place of one of the same period.
  private mutating func take(_ measurement: Measurement) {
    if let day = measurement.lastDay {
      measurements.removeAll { $0.lastDay == day && $0.metric == measurement.metric }
    }
    measurements.append(measurement)
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
