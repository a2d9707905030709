import TechniqueKit

extension Practice {
  /// What the receipt of a signed visit would say today: codes, prices and numbers as the configuration
  /// has them. It is a draft until it is handed out; see `handOutReceipt`.
  ///
  /// - Parameters:
  ///   - number: of the visit, counted from 1; the last one when it is not given, as long as no later
  ///     one waits for its signature.
  ///   - payments: that were made.
  /// - Throws: `ReceiptRefusal`, `ClinicError.notPermitted`.
  public func draftReceipt(
    ofVisit number: Int? = nil, in chart: Chart, paid payments: [Receipt.Payment] = []
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
    let referral = chart.referral(of: visit)?.referral
    let provider = visit.treatedBy.first ?? signature.signer
    let receipt = Receipt(
      clinic: .init(
        name: name, address: billing.address, phone: billing.phone, taxID: billing.taxID),
      provider: .init(author: provider, identifiers: billing.providers[provider.name] ?? []),
      signer: signature.signer, client: chart.identity, number: number,
      visitedOn: visit.record.startedAt.local(in: zone).date,
      issuedOn: today, lines: lines, count: count,
      conditionCodes: referral?.codes.map(\.code) ?? [],
      referredBy: referral?.provider.words, total: lines.map(\.amount).reduce(nothing, +),
      payments: payments, footer: billing.footer)
    guard payments.allSatisfy({ $0.amount.currency == billing.currency }) else {
      throw ReceiptRefusal.otherCurrency(billing.currency)
    }
    if receipt.paid.minorUnits > receipt.total.minorUnits {
      throw ReceiptRefusal.paidTooMuch(total: receipt.total)
    }
    return receipt
  }

  /// The payment that is meant by an amount as it is typed.
  ///
  /// - Parameter day: on which it was made; today when it is not given.
  /// - Throws: `ReceiptRefusal.notConfigured`, `.notAnAmount`, `.paymentToCome`.
  public func payment(
    typed: String, on day: CalendarDate? = nil
  ) throws(ReceiptRefusal) -> Receipt.Payment {
    guard let billing = profile.billing else { throw .notConfigured }
    guard let amount = Money(typed: typed, billing.currency) else {
      throw .notAnAmount(typed, billing.currency)
    }
    let day = day ?? today
    guard day.dayNumber <= today.dayNumber else { throw .paymentToCome(day) }
    return Receipt.Payment(amount: amount, on: day)
  }

  /// The signed visit that is meant by a number, or the last one.
  ///
  /// - Throws: `ReceiptRefusal.notSigned`, `.noVisit`, `.noSuchVisit`.
  func signedVisit(
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
