import TechniqueKit

extension Practice {
  /// The receipt of a signed visit, with the codes, prices and numbers as the configuration has them
  /// today.
  ///
  /// - Parameters:
  ///   - number: of the visit, counted from 1; the last one when it is not given, as long as no later
  ///     one waits for its signature.
  ///   - paid: an amount as it is typed; nothing when it is not given.
  /// - Throws: `ReceiptRefusal`, `ClinicError.notPermitted`.
  public func receipt(
    ofVisit number: Int? = nil, in chart: Chart, paid: String? = nil
  ) throws -> Receipt {
    try require(.charts, of: chart.id)
    guard let billing = profile.billing, let name = profile.name else {
      throw ReceiptRefusal.notConfigured
    }
    let (number, visit, signature) = try signedVisit(number, in: chart)
    let timed = try visit.record.timedServices(byAnyName(billing.services))
    let count = UnitCount(timed.map { ($0.service.code, $0.minutes) }, by: billing.rule)
    let lines = zip(timed, count.units).map {
      Receipt.Line(service: $0.service, minutes: $0.minutes, units: $1)
    }
    let nothing = Money(minorUnits: 0, billing.currency)
    let total = lines.map(\.amount).reduce(nothing, +)
    let paid = try paid.map { typed throws -> Money in
      guard let amount = Money(typed: typed, billing.currency) else {
        throw ReceiptRefusal.notAnAmount(typed, billing.currency)
      }
      return amount
    }
    if let paid, paid.minorUnits > total.minorUnits {
      throw ReceiptRefusal.paidTooMuch(total: total)
    }
    let referral = chart.referral(coveringVisitOf: visit.record.startedAt.local.date)
    return Receipt(
      clinic: .init(
        name: name, address: billing.address, phone: billing.phone, taxID: billing.taxID),
      provider: .init(
        author: signature.signer, identifiers: billing.providers[signature.signer.name] ?? []),
      client: chart.identity, number: number, visitedOn: visit.record.startedAt.local.date,
      issuedOn: today, lines: lines, count: count,
      conditionCodes: referral?.codes.map(\.code) ?? [],
      referredBy: referral?.provider.words, total: total, paid: paid ?? nothing,
      footer: billing.footer)
  }

  /// Leaves in the trail that a receipt was written to a file in the open.
  public func recordReceipt(_ receipt: Receipt, of client: ClientListing) throws {
    try require(.charts)
    try store.recordExchange(.exported, "the receipt of visit \(receipt.number) of \(client.code)")
  }

  private func signedVisit(
    _ number: Int?, in chart: Chart
  ) throws -> (number: Int, visit: Chart.Visit, signature: Signature) {
    let count = chart.visits.count
    let isOpen = try currentVisit(of: chart.id) != nil
    let wanted = number ?? (isOpen ? count + 1 : count)
    if isOpen, wanted == count + 1 {
      throw ReceiptRefusal.notSigned(visit: wanted, signed: count)
    }
    guard count > 0 else { throw ReceiptRefusal.noVisit }
    guard wanted > 0, wanted <= count else {
      throw ReceiptRefusal.noSuchVisit(wanted, count: count)
    }
    let visit = chart.visits[wanted - 1]
    guard let signature = visit.signature else {
      throw ReceiptRefusal.notSigned(visit: wanted, signed: 0)
    }
    return (wanted, visit, signature)
  }

  /// A visit that was recorded under a former name of its technique is billed as the present one.
  private func byAnyName(
    _ services: [ID<Manifest>: BillingSettings.Service]
  ) -> [ID<Manifest>: BillingSettings.Service] {
    var all = services
    for manifest in catalogue.techniques.map(\.manifest) {
      for former in manifest.aliases { all[former] = services[manifest.id] }
    }
    return all
  }
}

extension Chart {
  /// The last referral that covers the day of a visit, also when it was closed since.
  func referral(coveringVisitOf day: CalendarDate) -> Referral? {
    entries.standing.compactMap { entry -> Referral? in
      guard case .referral(let referral) = entry.content,
        referral.startsOn.dayNumber <= day.dayNumber, day.dayNumber <= referral.expiresOn.dayNumber
      else { return nil }
      return referral
    }.last
  }
}
