import TechniqueKit

/// Something that a note lacks before it is signed.
public struct NoteGap: Hashable, Sendable {
  public let kind: Kind
  /// What is lacking, and the verb that mends it.
  public let description: String

  /// What a note can lack. A clinic says which of them keep it from being signed; the others are
  /// only told of.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A minute of treatment.
    case time
    /// A part of the body that was treated.
    case areas
    /// How it went.
    case response
    /// Pain, before and after.
    case measures
    /// What comes next.
    case plan
    /// Consent to what was treated, where the clinic requires it.
    case consent
    /// A referral that covers the visit, where there is one.
    case referral
    /// What the client says is today's, or was said to hold still.
    case affirmed
  }
}

extension Practice {
  /// What the note of a visit lacks, in the order of the note. What it says by itself counts as well as
  /// the therapist's own words; see `composed`.
  public func gaps(in visit: VisitDraft, of chart: Chart) -> [NoteGap] {
    [
      time(visit), affirmed(visit, chart), areas(visit), measures(visit), response(visit, chart),
      plan(visit, chart), consent(visit, chart), referral(visit, chart),
    ].compactMap(\.self)
  }

  /// Whether a gap keeps the note from being signed.
  public func requires(_ gap: NoteGap) -> Bool { profile.noteRequires.contains(gap.kind) }

  /// Whether what the client says reads word for word as at the last visit, and nobody has said that
  /// it still holds.
  public func isUnaffirmed(_ visit: VisitDraft, in chart: Chart) -> Bool {
    affirmed(visit, chart) != nil
  }

  /// What is said of a note in which nobody wrote a word, a finding or a score; `nil` for all others. The
  /// pain that the intake asked for is none.
  public func emptiness(of visit: VisitDraft) -> String? {
    let start = visit.clock.startedAt
    guard visit.note.isEmpty, visit.findings.isEmpty,
      visit.measurements.allSatisfy({ $0.occasion == .before && $0.at <= start })
    else { return nil }
    let minutes = visit.clock.elapsedMinutes(at: now)
    return "The note that is signed is empty: no words, no finding, no score, \(minutes) min. "
      + "If that is wrong, type undo."
  }

  private func time(_ visit: VisitDraft) -> NoteGap? {
    guard visit.clock.elapsedMinutes(at: now) == 0 else { return nil }
    return NoteGap(
      kind: .time,
      description: "No minute of treatment stands in the note. Type undo, then end at=TIME.")
  }

  private func affirmed(_ visit: VisitDraft, _ chart: Chart) -> NoteGap? {
    let lines = visit.lines(.subjective).map(\.text)
    guard !lines.isEmpty, !visit.affirmed.contains(.subjective),
      let last = chart.lastVisit(before: visit.clock.startedAt)?.record,
      lines == last.note.filter({ $0.section == .subjective }).map(\.text)
    else { return nil }
    let day = DateWords.full(last.startedAt.local(in: zone).date)
    return NoteGap(
      kind: .affirmed,
      description: "S reads word for word as on \(day). If it still holds type affirm, or add: "
        + "s WORDS")
  }

  private func areas(_ visit: VisitDraft) -> NoteGap? {
    guard visit.treated.isEmpty, visit.findings.allSatisfy({ $0.finding.sites.isEmpty }) else {
      return nil
    }
    return NoteGap(
      kind: .areas, description: "No part of the body that was treated is named. Type area WORDS.")
  }

  private func measures(_ visit: VisitDraft) -> NoteGap? {
    guard let pain = catalogue.metric(named: "pain") else { return nil }
    let missing = [Measurement.Occasion.before, .after].filter {
      visit.value(of: pain.id, $0) == nil
    }
    guard !missing.isEmpty else { return nil }
    let verbs = missing.map { $0 == .before ? "pain N" : "pain N after" }
    return NoteGap(
      kind: .measures,
      description: "Pain \(missing.map(\.rawValue).joined(separator: " and ")) is missing. Type "
        + verbs.joined(separator: ", then ") + ".")
  }

  private func response(_ visit: VisitDraft, _ chart: Chart) -> NoteGap? {
    guard visit.lines(.assessment).isEmpty, !saysHowItWent(visit, in: chart) else { return nil }
    return NoteGap(kind: .response, description: "How it went is not said. Type a WORDS.")
  }

  private func consent(_ visit: VisitDraft, _ chart: Chart) -> NoteGap? {
    let missing = missingConsent(of: chart, treating: visit.treated.flatMap(\.sites))
    guard let first = missing.first else { return nil }
    let titles = missing.map { "\"\($0.statement.title)\"" }.joined(separator: ", ")
    return NoteGap(
      kind: .consent,
      description: "Consent does not hold: \(titles). Type consent give \(first.statement.id)")
  }

  private func referral(_ visit: VisitDraft, _ chart: Chart) -> NoteGap? {
    let day = visit.clock.startedAt.local(in: zone).date
    // Whoever pays without an order needs none.
    if visit.referral == .nothing { return nil }
    let open = chart.openReferrals
    let order = referral(of: visit, in: chart) ?? open.last
    let notice = order?.notices(on: day, profile.reports, isOneOfMany: open.count > 1).first {
      switch $0 {
      case .referralNotBegun, .referralExpired, .referralUsedUp: true
      default: false
      }
    }
    guard let words = notice?.description else { return nil }
    return NoteGap(
      kind: .referral, description: "\(words.capitalizedFirst) For a new one type referral new.")
  }

  private func plan(_ visit: VisitDraft, _ chart: Chart) -> NoteGap? {
    guard visit.lines(.plan).isEmpty, !saysWhatComesNext(chart) else { return nil }
    return NoteGap(kind: .plan, description: "What comes next is not said. Type p WORDS.")
  }
}
