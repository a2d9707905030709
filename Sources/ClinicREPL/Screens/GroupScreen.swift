import ClinicCore
import TechniqueKit

extension Shell {
  /// Asks the fields of a group for one thing after another. What is typed is on disk before the
  /// next prompt, also within a row; the group counts as answered once there is nothing more to name.
  ///
  /// - Returns: `rows` when it is answered, `again` when the group is to be asked once more, `stop`.
  func askRows(of question: Question, in intake: inout OpenIntake) throws -> IntakeReply {
    guard case .group(let fields, let atMost) = question.kind, let first = fields.first else {
      return .again(nil)
    }
    guard var rows = try keptRows(of: question, intake) else { return .stop }
    var place = rows.last.map { $0.count } ?? fields.count
    while true {
      if place == fields.count {
        if !rows.isEmpty {
          if rows.count >= atMost {
            say("      That is all it takes: \(atMost).")
            break
          }
          guard let isMore = try decide("      Another?", standard: false) else { return .stop }
          if !isMore { break }
        }
        rows.append([:])
        place = 0
      }
      switch try reply(to: fields[place], prompt: "      \(fields[place].prompt)") {
      case .answer(let answer):
        rows[rows.count - 1][fields[place].id] = answer.answer
        try keep(rows, under: first.id, in: &intake)
        place += 1
      case .back:
        if place > 0 {
          place -= 1
        } else {
          rows.removeLast()
          try keep(rows, under: first.id, in: &intake)
          if rows.isEmpty { return .again(nil) }
          place = fields.count - 1
        }
        rows[rows.count - 1][fields[place].id] = nil
      case .again(let reason): if let reason { say("      \(reason)") }
      case .stop: return .stop
      case .rows, .standing: break
      }
    }
    let answer = RecordedAnswer(.rows(rows), at: practice.now)
    try practice.answer([(question.id, answer)], in: &intake)
    return .rows
  }

  /// Whether the client is sure that there is nothing, where rows were typed already.
  func confirmNothing(instead question: Question, _ intake: OpenIntake) throws -> Bool {
    let rows = rowsSoFar(of: question, intake)
    guard !rows.isEmpty else { return true }
    return try confirm("      Forget \(words(for: .rows(rows), question))?", standard: false)
  }

  /// - Returns: `nil` when somebody wants to stop here.
  private func keptRows(
    of question: Question, _ intake: OpenIntake
  ) throws -> [[ID<Question>: Answer]]? {
    let rows = rowsSoFar(of: question, intake)
    guard !rows.isEmpty else { return [] }
    let told = "      So far: \(words(for: .rows(rows), question)). Keep?"
    return try decide(told, standard: true).map { $0 ? rows : [] }
  }

  /// The rows typed so far stand under the group's first field, where no rule reads them: a group
  /// that is not finished is not answered.
  private func rowsSoFar(
    of question: Question, _ intake: OpenIntake
  ) -> [[ID<Question>: Answer]] {
    let unfinished = question.fields.first.flatMap { intake.flow.given[$0.id]?.answer }
    let standing = intake.flow.standing(for: question)?.answer
    for case .rows(let rows)? in [unfinished, standing] where !rows.isEmpty { return rows }
    return []
  }

  private func keep(
    _ rows: [[ID<Question>: Answer]], under field: ID<Question>, in intake: inout OpenIntake
  ) throws {
    let soFar = RecordedAnswer(.rows(rows), at: practice.now)
    try practice.answer([(field, soFar)], in: &intake)
  }
}
