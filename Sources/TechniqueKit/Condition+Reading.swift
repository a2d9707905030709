/// What a condition reads.
extension Condition {
  /// Every question the condition reads, in the order of reading; of a group only the group.
  public var questions: [ID<Question>] {
    switch self {
    case .always, .age, .sex, .treated, .found: []
    case .isYes(let id), .isNo(let id), .number(let id, _, _), .bloodPressure(let id, _, _, _),
      .risen(let id, _), .includes(let id, _), .touches(let id, _), .someRow(let id, _):
      [id]
    case .all(let parts), .any(let parts), .count(_, let parts): parts.flatMap(\.questions)
    case .not(let part): part.questions
    }
  }

  /// Every option that the condition asks for.
  public var options: [ID<Option>] {
    switch self {
    case .includes(_, let option): [option]
    case .all(let parts), .any(let parts), .count(_, let parts): parts.flatMap(\.options)
    case .not(let part), .someRow(_, let part): part.options
    case .always, .isYes, .isNo, .number, .bloodPressure, .risen, .touches, .age, .sex, .treated,
      .found:
      []
    }
  }

  /// Every kind of finding the condition reads, in the order of reading.
  public var findingKinds: [ID<FindingKind>] {
    switch self {
    case .found(let kind, _, _): [kind]
    case .all(let parts), .any(let parts), .count(_, let parts): parts.flatMap(\.findingKinds)
    case .not(let part), .someRow(_, let part): part.findingKinds
    case .always, .isYes, .isNo, .number, .bloodPressure, .risen, .includes, .touches, .age, .sex,
      .treated:
      []
    }
  }

  /// Whether it asks what was found, at this visit or at the last one.
  public var readsFindings: Bool { !findingKinds.isEmpty }

  /// Whether it asks what the last visit was.
  public var readsLastVisit: Bool {
    switch self {
    case .treated, .found(_, _, .last): true
    case .all(let parts), .any(let parts), .count(_, let parts):
      parts.contains(where: \.readsLastVisit)
    case .not(let part), .someRow(_, let part): part.readsLastVisit
    default: false
    }
  }

  /// The same condition under the present ids of what it reads.
  ///
  /// - Parameters:
  ///   - questions: the present id for each former one.
  ///   - findings: the present id of each former kind.
  public func renamed(
    questions: [ID<Question>: ID<Question>], findings: [ID<FindingKind>: ID<FindingKind>] = [:]
  ) -> Condition {
    func present(_ id: ID<Question>) -> ID<Question> { questions[id] ?? id }
    func each(_ parts: [Condition]) -> [Condition] {
      parts.map { $0.renamed(questions: questions, findings: findings) }
    }
    return switch self {
    case .always, .age, .sex, .treated: self
    case .isYes(let id): .isYes(present(id))
    case .isNo(let id): .isNo(present(id))
    case .number(let id, let comparison, let value): .number(present(id), comparison, value)
    case .bloodPressure(let id, let part, let comparison, let value):
      .bloodPressure(present(id), part, comparison, value)
    case .risen(let id, let amount): .risen(present(id), by: amount)
    case .includes(let id, let option): .includes(present(id), option)
    case .touches(let id, let region): .touches(present(id), region)
    case .someRow(let id, let part):
      .someRow(of: present(id), part.renamed(questions: questions, findings: findings))
    case .found(let kind, let statement, let visit):
      .found(findings[kind] ?? kind, statement, visit)
    case .all(let parts): .all(each(parts))
    case .any(let parts): .any(each(parts))
    case .not(let part): .not(part.renamed(questions: questions, findings: findings))
    case .count(let atLeast, let parts): .count(atLeast: atLeast, of: each(parts))
    }
  }
}
