import ClinicCore
import TechniqueKit

extension Verb {
  static let referral = Verb(
    name: "referral", group: .before,
    usage: "referral  |  referral new provider=\"...\" codes=... areas=... visits=N from=DATE "
      + "until=DATE [goals= precautions= credential= id= phone= fax= written=]  "
      + "|  referral use R2 or none  |  referral report [R2] [on=DATE]  "
      + "|  referral close [R2] reason=\"...\"",
    does: "the providers' orders: visits used of those authorised, and days left",
    example: "referral",
    moreExamples: [
      "referral new provider=\"Dr Okoye\" codes=\"M54.2 neck pain\" areas=neck visits=8 "
        + "from=today until=31dec",
      "referral use R2", "referral report on=yesterday",
      "referral close reason=\"treatment ended\"",
    ], seeAlso: ["plan", "goal", "start"],
    takes: .nothing
      .or("new", Arguments(rest: .fields, fields: ReferralForm.Field.allCases.map(\.declared)))
      .or("use", .words()).or("report", .words("on=DATE")).or("close", .words("reason=WORDS"))
  ) { shell, rest in
    let words = try Words(rest)
    let chart = try shell.openChart()
    let which = words.bare.dropFirst().joined(separator: " ")
    let named = which.isEmpty ? nil : which
    switch words.bare.first?.lowercased() {
    case "new":
      try shell.newReferral(words, chart)
    case "use": try shell.useReferral(named, chart)
    case "report":
      let referral = try shell.practice.referral(typed: named, in: chart, for: "referral report")
      try shell.report(on: referral, words, chart)
    case "close":
      let referral = try shell.practice.referral(typed: named, in: chart, for: "referral close")
      try shell.close(referral, words, chart)
    default: shell.showReferrals(of: chart)
    }
  }
}

extension Shell {
  fileprivate func showReferrals(of chart: Chart) {
    let open = chart.openReferrals
    if open.isEmpty { say("No referral. To record one type: referral new") }
    showReferrals(chart)
    for referral in open {
      let notices = referral.notices(
        on: practice.today, practice.profile.reports, isOneOfMany: open.count > 1)
      for notice in notices { show(notice) }
    }
  }

  fileprivate func newReferral(_ words: Words, _ chart: Chart) throws {
    var form = ReferralForm(anatomy: practice.catalogue.anatomy, today: practice.today)
    // The end is held against the start, so it is read after it.
    for field in ReferralForm.Field.allCases {
      if let typed = words[field.rawValue] { try form.take(typed, as: field) }
    }
    if mode.isInteractive, !form.missing.isEmpty {
      let asked = words.fields.isEmpty ? ReferralForm.Field.allCases : form.missing
      guard try ask(asked, into: &form) else { return say("Nothing was saved.") }
    }
    guard let referral = form.referral else {
      let names = form.missing.map { "\($0.rawValue)=" }.joined(separator: " ")
      throw Failure.missing(
        "a referral needs \(names) too. Nothing was saved.",
        hint: "Type help referral for an example.")
    }
    wrote(try practice.record(referral, in: chart))
    let all = try practice.chart(chart.id).referrals
    guard let saved = all.last else { return }
    say("Referral saved.")
    show(saved, isNumbered: all.count > 1)
  }

  /// Asks the fields one by one; `<` goes back, `-` leaves one out that may be.
  ///
  /// - Returns: `false` when somebody stops here.
  private func ask(_ fields: [ReferralForm.Field], into form: inout ReferralForm) throws -> Bool {
    sayControls("- skip   < back   ? help   . stop here, and nothing is saved")
    var place = 0
    while place < fields.count {
      let field = fields[place]
      var asking = Asking(place: "referral.\(field.rawValue)")
      if field == .areas { asking.complete = { [self] in areas($0) } }
      let number = "\(place + 1)/\(fields.count)".padded(to: 5, atEnd: false)
      let prompt = "\(number) \(field.prompt): "
      guard case .line(let typed) = try ask(prompt, asking, missing: field.rawValue) else {
        return false
      }
      switch typed.lowercased() {
      case ".", "stop": return false
      case "<", "..", "back": place = max(0, place - 1)
      case "?", "??", "help": say("      \(field.help)", indent: 6)
      case "", "-", "skip":
        if field.isRequired {
          say("      A referral needs this. . stops, and nothing is saved.")
        } else {
          place += 1
        }
      default:
        do {
          if let understood = try form.take(typed, as: field) { say("      \(understood)") }
          place += 1
        } catch { say("      \(Failure(error).message)", indent: 6) }
      }
    }
    return true
  }

  /// Says which order the visit in hand uses up; alone it shows that.
  fileprivate func useReferral(_ typed: String?, _ chart: Chart) throws {
    let visit = try openVisit()
    guard let typed else {
      say(
        "       \(words(forOrderOf: visit, chart) ?? "No referral covers this visit.")", indent: 7)
      return tellOrder(of: visit, chart)
    }
    let tie = try practice.tie(typed: typed, in: chart, at: visit.clock.startedAt)
    let (changed, written) = try practice.step(.tied(order: tie), in: visit)
    wrote(written)
    say("       \(words(forOrderOf: changed, chart) ?? "")", indent: 7)
    tellOrder(of: changed, chart)
  }

  /// `Referral R2 Dr Okoye, MD: visit 3 of 8.`; `nil` where none runs and nothing was said.
  func words(forOrderOf visit: VisitDraft, _ chart: Chart) -> String? {
    if visit.referral == .nothing { return "This visit uses up no referral." }
    guard let order = practice.referral(of: visit, in: chart) else { return nil }
    let name = chart.referrals.count > 1 ? order.name : order.referral.provider.words
    return "Referral \(name): visit \(order.used + 1) of \(order.referral.visits)."
  }

  private func tellOrder(of visit: VisitDraft, _ chart: Chart) {
    let order = practice.referral(of: visit, in: chart)
    item(
      .fields([
        "started": .string(visit.clock.startedAt.iso(in: zone)),
        "uses": order.map { .string($0.code) } ?? .null,
        "provider": order.map { .string($0.referral.provider.words) },
      ]))
  }

  fileprivate func report(on referral: ReferralStanding, _ words: Words, _ chart: Chart) throws {
    let day = try words["on"].map { typed in
      guard let day = CalendarDate(past: typed, practice.today), day.day != nil else {
        throw PlanningError.notADate(typed)
      }
      return day
    }
    let on = day ?? practice.today
    wrote(try practice.recordReport(on: on, of: referral, in: chart))
    say("       Report of \(DateWords.full(on)) noted.")
    tellAsItIs(referral, chart)
  }

  fileprivate func close(_ referral: ReferralStanding, _ words: Words, _ chart: Chart) throws {
    wrote(try practice.close(referral, reason: words["reason"], in: chart))
    let name = chart.referrals.count > 1 ? " \(referral.code)" : ""
    say("       Referral\(name) closed: \(self.words(for: referral))", indent: 7)
    tellAsItIs(referral, chart)
  }

  private func tellAsItIs(_ referral: ReferralStanding, _ chart: Chart) {
    let now = try? practice.chart(chart.id).referrals.first { $0.entry == referral.entry }
    if let now { item(json(now)) }
  }
}

extension ReferralForm.Field {
  /// As the verb declares it.
  fileprivate var declared: Arguments.Field { .init(rawValue, form) }

  private var form: String {
    switch self {
    case .provider: "NAME"
    case .credential: "MD"
    case .id, .phone, .fax: "NUMBER"
    case .written, .from, .until: "DATE"
    case .codes: "CODES"
    case .areas: "AREAS"
    case .visits: "N"
    case .goals, .precautions: "WORDS"
    }
  }

  fileprivate var prompt: String {
    switch self {
    case .provider: "Who refers"
    case .credential: "Credential"
    case .id: "Number of the provider"
    case .phone: "Telephone"
    case .fax: "Fax"
    case .written: "Written on"
    case .codes: "Codes"
    case .areas: "Areas"
    case .visits: "Visits authorised"
    case .from: "Valid from"
    case .until: "Valid until"
    case .goals: "Goals or functional deficits"
    case .precautions: "Precautions"
    }
  }

  fileprivate var help: String {
    switch self {
    case .provider: "The name as it stands on the order: Dr Okoye, or Riverside Clinic."
    case .credential: "MD, DC or ND."
    case .id: "As it is written there; payers ask for it."
    case .phone, .fax: "As it is written there."
    case .written: "The day of the order: yesterday, 12 nov."
    case .codes: "As they are written there, with commas: M54.2 neck pain, M62.830"
    case .areas: "With commas: neck, r shoulder."
    case .visits: "How many the order allows: 8, or 12."
    case .from: "The first day on which it counts: today, 1 dec."
    case .until: "The last day on which it counts: 31 dec, 2027-01-15, 6w."
    case .goals: "What is to be possible again: turning the head, lifting 5 kg."
    case .precautions: "What to keep to, in the provider's words."
    }
  }
}
