import ClinicCore
import TechniqueKit

extension Shell {
  /// Every referral: those that are open in full, those that were closed in a line each.
  func showReferrals(_ chart: Chart) {
    let all = chart.referrals
    for referral in all where referral.closing == nil { show(referral, isNumbered: all.count > 1) }
    for referral in all {
      guard let closing = referral.closing else { continue }
      let why = closing.reason.map { ": \($0)" } ?? ""
      say(
        "CLOSED   \(referral.name): \(words(for: referral)) Closed "
          + "\(DateWords.full(closing.at.local(in: zone).date))\(why)", indent: 9)
      item(json(referral))
    }
  }

  /// A referral with its countdown, a line for each thing that stands on it.
  func show(_ standing: ReferralStanding, isNumbered: Bool = false) {
    let referral = standing.referral
    let provider = referral.provider
    func day(_ date: CalendarDate) -> String { DateWords.full(date) }
    let written = referral.writtenOn.map { ", written \(day($0))" } ?? ""
    say("REFERRAL \(isNumbered ? standing.name : provider.words)\(written)", indent: 9)
    row("Visits", "\(standing.used) of \(referral.visits) used, \(standing.left) left")
    row(
      "Period",
      "\(day(referral.startsOn)) to \(day(referral.expiresOn)), \(daysLeft(standing))")
    row("Codes", referral.codes.map(\.text).joined(separator: ", "))
    row("Areas", referral.areas.map(practice.catalogue.anatomy.name(of:)).joined(separator: ", "))
    row("Goals", referral.goals)
    row("Precautions", referral.precautions)
    row("Number", provider.number)
    row("Telephone", provider.phone)
    row("Fax", provider.fax)
    row("Report", report(of: standing))
    item(json(standing))
  }

  private func row(_ name: String, _ text: String?) {
    guard let text else { return }
    say(glyphs.isPlain ? "\(name): \(text)." : "  \(name.padded(to: 13))\(text)", indent: 15)
  }

  private func report(of standing: ReferralStanding) -> String {
    let last = standing.reportedOn.map { "last sent \(DateWords.full($0))" } ?? "none sent yet"
    let rule = practice.profile.reports
    return "\(last), \(standing.unreported.of("visit")) to tell of; due after "
      + "\(rule.visits.of("visit")) or \(rule.days.of("day"))"
  }

  private func daysLeft(_ standing: ReferralStanding) -> String {
    switch standing.daysLeft(on: practice.today) {
    case 0: "today is the last day"
    case let days where days < 0: "expired \((-days).of("day")) ago"
    case let days: "\(days.of("day")) left"
    }
  }

  /// `5 of 8 visits used, until 31 Dec.`
  func words(for standing: ReferralStanding) -> String {
    let until = DateWords.short(standing.referral.expiresOn, today: practice.today)
    return "\(standing.used) of \(standing.referral.visits.of("visit")) used, until \(until)."
  }

  func json(_ standing: ReferralStanding) -> JSON {
    let (referral, provider) = (standing.referral, standing.referral.provider)
    return .fields([
      "referral": .string(standing.code), "provider": .string(provider.name),
      "credential": provider.credential.map { .string($0) },
      "id": provider.number.map { .string($0) }, "phone": provider.phone.map { .string($0) },
      "fax": provider.fax.map { .string($0) },
      "written": referral.writtenOn.map { .string($0.description) },
      "codes": .array(
        referral.codes.map {
          .fields(["code": .string($0.code), "words": $0.words.map { .string($0) }])
        }),
      "areas": .strings(referral.areas.map(practice.catalogue.anatomy.name(of:))),
      "visits": .int(referral.visits), "used": .int(standing.used), "left": .int(standing.left),
      "from": .string(referral.startsOn.description),
      "until": .string(referral.expiresOn.description),
      "days_left": .int(standing.daysLeft(on: practice.today)),
      "goals": referral.goals.map { .string($0) },
      "precautions": referral.precautions.map { .string($0) },
      "reported_on": standing.reportedOn.map { .string($0.description) },
      "to_report": .int(standing.unreported),
      "closed": standing.closing.map { _ in .bool(true) },
      "reason": standing.closing?.reason.map { .string($0) },
    ])
  }
}
