import ClinicCore
import TechniqueKit

extension Shell {
  /// Asks the fields of a group for one thing after another. What is typed is on disk before the
  /// next prompt, also within a row.
  ///
  /// - Returns: `rows` when it is answered, `again` when the group is to be asked once more, `stop`.
  func askRows(of question: Question, in intake: inout OpenIntake) throws -> IntakeReply {
    guard case .group(let fields, let atMost) = question.kind else { return .again(nil) }
    var rows: [[ID<Question>: Answer]] = []
    repeat {
      var row: [ID<Question>: Answer] = [:]
      var place = 0
      while place < fields.count {
        switch try reply(to: fields[place], prompt: "      \(fields[place].prompt)") {
        case .answer(let answer):
          row[fields[place].id] = answer.answer
          let soFar = RecordedAnswer(.rows(rows + [row]), at: practice.now)
          try practice.answer([(question.id, soFar)], in: &intake)
          place += 1
        case .back:
          guard place > 0 else { return .again(nil) }
          place -= 1
        case .again(let reason): if let reason { say("      \(reason)") }
        case .stop: return .stop
        case .rows, .standing: break
        }
      }
      rows.append(row)
    } while try rows.count < atMost && confirm("      Another?", standard: false)
    return .rows
  }
}
