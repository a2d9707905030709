import TechniqueKit

/// How the entries of a chart are told one after the other.
///
/// A *fact* is told when it happened, whenever it was written down: a visit that is typed two weeks
/// late stands before the one of last week. An *act* is about an entry that it names, and applies to
/// that entry, in the order in which acts were written down.
extension Entry.Content {
  /// Whether it says something about an entry that it names.
  var isAct: Bool {
    switch self {
    case .signature, .addendum, .appointmentChanged, .reportSent, .closing, .receiptVoided,
      .retraction:
      true
    case .registered, .identityChanged, .intake, .acknowledgement, .clearance, .notTreated, .visit,
      .measurement, .diary, .appointment, .consent, .goal, .plan, .referral, .receipt, .zone:
      false
    }
  }
}

extension Entry {
  /// From when on it is part of what the chart says: a time that a client is given counts from when it
  /// was given.
  var countsFrom: Instant {
    if case .appointment = content { recordedAt } else { happenedAt }
  }
}

extension [Entry] {
  /// The entries that count, as they are folded: facts by the time they happened, those of one moment
  /// as they were written down; then the acts.
  var folded: [Entry] {
    let standing = self.standing
    let facts = standing.filter { !$0.content.isAct }
    let acts = standing.filter(\.content.isAct)
    return facts.sortedByTime { $0.happenedAt } + acts
  }
}

extension Array {
  /// Earliest first; what is of one moment stays in its order.
  func sortedByTime(_ time: (Element) -> Instant) -> [Element] {
    // Nearly always it is in order already.
    if zip(self, dropFirst()).allSatisfy({ time($0) <= time($1) }) { return self }
    return enumerated().sorted {
      (time($0.element), $0.offset) < (time($1.element), $1.offset)
    }.map(\.element)
  }
}
