import TechniqueKit

/// What a new fact makes of the safety verdict: which rules it raises, which it settles, and what is to
/// be asked because of it.
public struct VerdictChange: Hashable, Sendable {
  /// Those that apply now and did not before, or go further now; worst first.
  public let raised: [Verdict.Concern]
  /// Those that applied before and do not now.
  public let settled: [Verdict.Concern]
  /// Questions on which a rule depends now and did not before, in the order of asking.
  public let toAsk: [Question]

  public var isEmpty: Bool { raised.isEmpty && settled.isEmpty && toAsk.isEmpty }

  /// - Parameter questions: all of the catalogue, in the order of asking.
  public init(from old: Verdict, to new: Verdict, among questions: [Question]) {
    let (before, after) = (old.certain, new.certain)
    raised = after.filter { concern in
      !before.contains {
        $0.rule.id == concern.rule.id && $0.severity >= concern.severity
          && Set($0.sites).isSuperset(of: concern.sites) && ($0.blocks || !concern.blocks)
      }
    }
    settled = before.filter { concern in !after.contains { $0.rule.id == concern.rule.id } }
    let asked = Set(old.concerns.flatMap(\.missing).map(\.id))
    let wanted = Set(new.concerns.flatMap(\.missing).map(\.id)).subtracting(asked)
    toAsk = questions.filter { wanted.contains($0.id) }
  }
}

extension Verdict {
  /// Those that apply without an answer that is missing.
  fileprivate var certain: [Concern] { concerns.filter { !$0.isUnknown } }
}
