import ClinicalContent
import TechniqueKit

extension Question {
  /// What a synthetic client in good health answers: agreed to the treatment, and no, none, the
  /// usual or the first to everything else.
  var unremarkableAnswer: Answer {
    if [GeneralHistory.consent.id, GeneralHistory.guardianConsent.id].contains(id) {
      return .yesNo(true)
    }
    return switch kind {
    case .yesNo: .yesNo(false)
    case .scale(let scale): .number(Double((scale.lowest + scale.highest) / 2))
    case .wholeNumber(let range), .decimal(let range): .number(range.usual.lowerBound)
    case .bloodPressure: .bloodPressure(BloodPressure(120, 76))
    case .choice(let options, _):
      .choices((options.first(where: \.isExclusive) ?? options.first).map { [$0.id] } ?? [])
    case .text: .text("tight shoulders")
    case .date: .absent(.unknown)
    case .regions: .regions([Site("shoulder", .right)])
    case .group: .rows([])
    }
  }
}
