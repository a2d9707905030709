/// What is known about a client at one moment: all that a condition may look at.
public struct Facts: Sendable {
  public var answers: [ID<Question>: Answer]
  /// The answers before the present ones, for conditions about a change.
  public var earlier: [ID<Question>: Answer]
  /// Whole years; `nil` when the date of birth is not known.
  public var age: Int?
  public var sex: Sex?
  /// The techniques that were part of the client's last visit; none before the first.
  public var lastTechniques: Set<ID<Manifest>>
  /// What was found at the visit of the day so far, also once that is over, under the present ids of
  /// its kinds. Several findings of one kind stand beside each other; one that was taken back is not
  /// among them.
  public var findings: [Finding]
  /// What was found at the client's last visit before that, under the present ids of its kinds.
  public var lastFindings: [Finding]
  public var anatomy: Anatomy
  /// Questions that do not apply to this client, because what they hang on was answered so.
  public private(set) var inapplicable: Set<ID<Question>> = []

  /// What is known; the questions, in the order of asking, decide which of them do not apply.
  public init(
    answers: [ID<Question>: Answer], earlier: [ID<Question>: Answer] = [:], age: Int? = nil,
    sex: Sex? = nil, lastTechniques: Set<ID<Manifest>> = [], findings: [Finding] = [],
    lastFindings: [Finding] = [], anatomy: Anatomy, questions: [Question]
  ) {
    self.answers = answers
    self.earlier = earlier
    self.age = age
    self.sex = sex
    self.lastTechniques = lastTechniques
    self.findings = findings
    self.lastFindings = lastFindings
    self.anatomy = anatomy
    for question in questions where question.askWhen.truth(for: self) == .no {
      inapplicable.insert(question.id)
    }
  }

  /// The answer, or the kind of absence it has.
  public subscript(id: ID<Question>) -> Answer { answers[id] ?? .absent(.notAsked) }

  /// The findings of one of the two visits that are known.
  public func findings(at visit: FindingStatement.Visit) -> [Finding] {
    switch visit {
    case .running: findings
    case .last: lastFindings
    }
  }

  /// What is known with the fields of one row of a group among it.
  func row(_ row: [ID<Question>: Answer]) -> Facts {
    var facts = self
    facts.answers.merge(row) { $1 }
    return facts
  }

  func test(_ id: ID<Question>, _ holds: (Answer) -> Bool?) -> Truth {
    if inapplicable.contains(id) { return .no }
    let answer = self[id]
    guard answer.absence == nil, let isSo = holds(answer) else { return .unknown }
    return Truth(isSo)
  }
}

/// The regions that exist, and which lies in which.
public struct Anatomy: Hashable, Sendable, Codable {
  public let regions: [Region]
  private let byID: [ID<Region>: Region]
  let names: RegionNames

  public init(_ regions: [Region]) {
    self.regions = regions
    byID = Dictionary(regions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    names = RegionNames(regions)
  }

  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([Region].self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(regions)
  }

  public static func == (left: Anatomy, right: Anatomy) -> Bool { left.regions == right.regions }

  public func hash(into hasher: inout Hasher) { hasher.combine(regions) }

  public subscript(id: ID<Region>) -> Region? { byID[id] }

  /// Whether `inner` is `outer` or lies in it.
  public func contains(_ inner: ID<Region>, in outer: ID<Region>) -> Bool {
    var current: ID<Region>? = inner
    var steps = 0
    while let id = current, steps <= regions.count {
      if id == outer { return true }
      current = byID[id]?.within
      steps += 1
    }
    return false
  }
}
