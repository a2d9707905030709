import TechniqueKit

extension Practice {
  /// Who began a visit that is somebody else's to finish now: they have no access any more. `nil` for
  /// one of the person at work.
  public func takenOver(_ visit: VisitDraft) -> Author? { takenOver(visit.draft, visit.begunBy) }

  /// The same of an intake that is being asked.
  public func takenOver(_ intake: OpenIntake) throws -> Author? {
    guard let draft = intake.draft else { return nil }
    return takenOver(draft, try author(of: draft))
  }

  func takenOver(_ draft: Draft, _ author: Author?) -> Author? {
    draft.person == store.person?.id ? nil : author
  }

  /// `Begun by Thom Berg, LMT; taken over and signed by Dana Fox, LMT. Treated by Thom Berg, LMT.`
  func takenOver(_ visit: VisitDraft, signedBy signer: Author?) -> [String] {
    guard let begun = takenOver(visit) else { return [] }
    let taken = signer == nil ? "taken over" : "taken over and signed"
    return [
      "Begun by \(begun); \(taken) by \(signer ?? author). "
        + "Treated by \(visit.treatedBy.map(\.description).joined(separator: "; "))."
    ]
  }

  /// ` Recorded by Thom Berg.`, where several people had a part in the visit.
  func recorded(by author: Author?, _ visit: VisitDraft) -> String {
    guard let author, visit.people.union([self.author]).count > 1 else { return "" }
    return " Recorded by \(author.name)."
  }
}
