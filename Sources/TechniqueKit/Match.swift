/// One thing that a rule read of a client and that made it hold.
///
/// A clearance keeps the matches of its rule: while they are the same, or fewer, it still speaks of
/// what it was given for; a new one is a new fact. A match says no more than the rule read, so that
/// week 25 after week 24 is the same match, and an operation on another joint is another one.
public enum Match: Hashable, Sendable {
  /// A statement of the condition that holds as a whole: the option that was picked, the side of a
  /// threshold, that a number rose. Of `not` the opposite that is true.
  case stated(Condition)
  /// A place that was named in answer to a question.
  case site(ID<Question>, Site)
  /// A row of a group: its choices, places and dates, its words without regard to case and spaces,
  /// and of its numbers the sides of the thresholds that the condition asks for.
  case row(ID<Question>, [ID<Question>: Answer], sides: [Condition])
  /// A place that a finding names.
  case findingSite(ID<FindingKind>, field: String, Site, FindingStatement.Visit)

  /// The question that was read; `nil` for age, sex, techniques and findings.
  public var question: ID<Question>? {
    switch self {
    case .stated(let condition): condition.questions.first
    case .site(let question, _), .row(let question, _, _): question
    case .findingSite: nil
    }
  }

  /// The kind of finding that was read; `nil` for anything else.
  public var findingKind: ID<FindingKind>? {
    switch self {
    case .stated(let condition): condition.findingKinds.first
    case .findingSite(let kind, _, _, _): kind
    case .site, .row: nil
    }
  }

  /// The same match under the present ids of what it names.
  ///
  /// - Parameters:
  ///   - questions: the present id for each former one.
  ///   - findings: the present id of each former kind.
  public func renamed(
    questions: [ID<Question>: ID<Question>], findings: [ID<FindingKind>: ID<FindingKind>] = [:]
  ) -> Match {
    switch self {
    case .stated(let condition):
      .stated(condition.renamed(questions: questions, findings: findings))
    case .site(let id, let site): .site(questions[id] ?? id, site)
    case .row(let id, let row, let sides):
      .row(
        questions[id] ?? id,
        Dictionary(
          row.map { (questions[$0.key] ?? $0.key, $0.value) },
          uniquingKeysWith: { first, _ in first
          }),
        sides: sides.map { $0.renamed(questions: questions, findings: findings) })
    case .findingSite(let kind, let field, let site, let visit):
      .findingSite(findings[kind] ?? kind, field: field, site, visit)
    }
  }
}

/// `{"stated": {...}}`, `{"site": "injury_areas", "at": {...}}`, `{"row": "operations", "fields":
/// {...}}` or `{"found": "neck_check", "field": "site", "at": {...}}`.
extension Match: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case stated, site, at, row, fields, sides, found, field, visit
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    if fields.contains(.stated) {
      self = .stated(try fields.decode(.stated))
    } else if fields.contains(.site) {
      self = .site(try fields.decode(.site), try fields.decode(.at))
    } else if fields.contains(.row) {
      self = .row(
        try fields.decode(.row), try fields.decode(.fields),
        sides: try fields.decode(.sides, or: []))
    } else {
      self = .findingSite(
        try fields.decode(.found), field: try fields.decode(.field), try fields.decode(.at),
        try fields.decode(.visit, or: .running))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    switch self {
    case .stated(let condition): try fields.encode(condition, forKey: .stated)
    case .site(let question, let site):
      try fields.encode(question, forKey: .site)
      try fields.encode(site, forKey: .at)
    case .row(let question, let row, let sides):
      try fields.encode(question, forKey: .row)
      try fields.encode(row, forKey: .fields)
      try fields.encode(sides, .sides, unless: [])
    case .findingSite(let kind, let field, let site, let visit):
      try fields.encode(kind, forKey: .found)
      try fields.encode(field, forKey: .field)
      try fields.encode(site, forKey: .at)
      try fields.encode(visit, .visit, unless: .running)
    }
  }
}
