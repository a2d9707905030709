import ClinicCore
import ClinicalContent
import CraniosacralTherapy
import DeepTissueMassage
import LymphaticDrainage
import MyofascialRelease
import NeuromuscularTherapy
import TechniqueKit
import TriggerPointTherapy

/// A technique with the short name of its column in the catalogue.
struct Column: Sendable {
  let short: String
  let technique: any Technique.Type

  static let all: [Column] = [
    Column(short: "MFR", technique: MyofascialRelease.self),
    Column(short: "TrP", technique: TriggerPointTherapy.self),
    Column(short: "NMT", technique: NeuromuscularTherapy.self),
    Column(short: "DT", technique: DeepTissueMassage.self),
    Column(short: "MLD", technique: LymphaticDrainage.self),
    Column(short: "CST", technique: CraniosacralTherapy.self),
  ]
}

extension Catalogue {
  /// The general screening and the techniques, without the templates, which may need each other.
  init(of techniques: [any Technique.Type]) throws {
    try self.init(
      general: Module(manifest: GeneralContent.manifest, content: GeneralContent.content),
      techniques: techniques.map { technique in
        var content = technique.standardContent
        content.templates = []
        return Module(manifest: technique.manifest, content: content)
      }, anatomy: GeneralContent.anatomy)
  }

  static let whole = Result { try Catalogue(of: Column.all.map(\.technique)) }

  func facts(
    _ answers: [ID<Question>: Answer], age: Int?, sex: Sex?,
    last: Set<ID<Manifest>> = []
  ) -> Facts {
    Facts(
      answers: answers, age: age, sex: sex, lastTechniques: last, anatomy: anatomy,
      questions: questions)
  }

  func verdict(_ facts: Facts) -> Verdict {
    SafetyGate(catalogue: self, facts: facts).verdict(on: .epoch)
  }

  /// Says no to everything, and has agreed to the treatment.
  var healthy: [ID<Question>: Answer] {
    var answers: [ID<Question>: Answer] = [:]
    for question in questions { answers[question.id] = question.negative }
    answers["consent"] = .yesNo(true)
    answers["guardian_consent"] = .yesNo(true)
    return answers
  }

  /// The healthy client with the changes of a row: `limb_swelling` is a yes, `!consent` a no,
  /// `cancer:past,nodes` picks options, `surgery_weeks=3` is a number, `skin_areas@calf` an area.
  func answers(_ changes: [String]) -> [ID<Question>: Answer] {
    var answers = healthy
    for change in changes {
      if change.hasPrefix("!") {
        answers[ID(String(change.dropFirst()))] = .yesNo(false)
      } else if let place = change.firstIndex(where: { ":=@".contains($0) }) {
        let value = String(change[change.index(after: place)...])
        answers[ID(String(change[..<place]))] =
          switch change[place] {
          case ":": .choices(value.split(separator: ",").map { ID(String($0)) })
          case "=": .number(Double(value) ?? -1)
          default: .regions([Site(ID(value))])
          }
      } else {
        answers[ID(change)] = .yesNo(true)
      }
    }
    return answers
  }
}

extension Verdict {
  /// What bears on a session with the techniques.
  func concerns(for techniques: [any Technique.Type]) -> [Concern] {
    concerns(for: techniques.map { $0.manifest.id }, general: GeneralContent.manifest.id)
  }
}

extension Question {
  fileprivate var negative: Answer {
    switch kind {
    case .yesNo: .yesNo(false)
    case .choice(let options, _):
      .choices((options.first(where: \.isExclusive) ?? options.first).map { [$0.id] } ?? [])
    case .wholeNumber(let range), .decimal(let range): .number(max(0, range.possible.lowerBound))
    case .scale(let scale): .number(Double(scale.lowest))
    case .bloodPressure: .bloodPressure(BloodPressure(120, 76))
    case .text: .text("tired shoulders")
    case .group: .rows([])
    case .regions: .regions([Site("shoulder")])
    case .date: .absent(.notAsked)
    }
  }
}
