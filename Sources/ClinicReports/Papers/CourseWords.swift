import ClinicCore
import TechniqueKit

// What the papers say in the same words.

extension TreatmentCourse.ClosedPeriod {
  var words: String { "\(DateWords.full(from)) to \(DateWords.full(until))" }
}

extension TreatmentCourse {
  /// `4 visits attended, 1 appointment missed, none cancelled`
  var attendance: String {
    func told(_ count: Int) -> String { count == 0 ? "none" : "\(count)" }
    return "\(told(visits)) attended, \(told(missed)) missed, \(told(cancelled)) cancelled"
  }
}

extension Appointment {
  /// `Tue 8 Dec 2026, 10:15, 60 min`
  func words(in zone: ClinicZone) -> String {
    let start = startsAt.local(in: zone)
    return "\(DateWords.withWeekday(start.date)), \(start.clock), \(minutes) min"
  }
}

extension GoalStanding {
  /// `pain at most 3, by 31 Dec 2026: not reached, 4 on 24 Nov 2026`
  func words(on today: CalendarDate) -> String {
    let due = set.goal.due.map { ", by \(DateWords.full($0))" } ?? ""
    let score = (reached ?? now).map { ", \($0.value.plain) on \(DateWords.full($0.on))" } ?? ""
    let state =
      switch self.state {
      case .reached: "reached"
      case .dropped: "given up"
      case .open: isOverdue(on: today) ? "not reached, its day has gone by" : "not reached"
      }
    return "\(set.goal.words)\(due): \(state)\(score)"
  }
}

extension TreatmentCourse {
  /// Who treated, where it was not the author of the paper alone.
  func treated(besides author: Author) -> [Document.Term] {
    treatedBy.isEmpty || treatedBy == [author]
      ? [] : [.init("Treated by", treatedBy.map(\.description).joined(separator: "; "))]
  }

  /// `Visit of 24 Nov 2026: treated by Thom Berg, LMT; signed by Dana Fox, LMT.`
  var takenOverSentences: [String] {
    takenOver.map { visit in
      let names = visit.treatedBy.map(\.description).joined(separator: "; ")
      return
        "Visit of \(DateWords.full(visit.on)): treated by \(names); signed by \(visit.signedBy)."
    }
  }
}
