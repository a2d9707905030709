import ClinicCore
import TechniqueKit

/// What programs are told of receipts.
extension Shell {
  func json(_ kept: KeptReceipt, state: String, path: String? = nil) -> JSON {
    json(kept.issued.receipt, state: state).with([
      "number": .string(kept.issued.code), "issued_by": .string(kept.author.description),
      "void": kept.void.map {
        .fields([
          "reason": .string($0.reason), "at": .string($0.at.iso(in: zone)),
          "by": .string($0.author.description),
        ])
      }, "path": path.map { .string($0) },
    ])
  }

  func json(_ receipt: Receipt, state: String) -> JSON {
    .fields([
      "state": .string(state), "visit": .int(receipt.number),
      "visited_on": .string(receipt.visitedOn.description),
      "issued_on": .string(receipt.issuedOn.description), "clinic": .string(receipt.clinic.name),
      "address": .strings(receipt.clinic.address),
      "phone": receipt.clinic.phone.map { .string($0) },
      "tax_id": receipt.clinic.taxID.map { .string($0) },
      "provider": .string(receipt.provider.author.description),
      "signed_by": .string(receipt.signer.description),
      "provider_ids": .array(
        receipt.provider.identifiers.map {
          .fields(["name": .string($0.name), "value": .string($0.value)])
        }),
      "client": .string(receipt.client.name),
      "born": receipt.client.born.map { .string($0.description) },
      "referred_by": receipt.referredBy.map { .string($0) },
      "conditions": .strings(receipt.conditionCodes),
      "services": .array(
        receipt.lines.map {
          .fields([
            "code": .string($0.service.code), "description": .string($0.service.description),
            "minutes": .int($0.minutes), "units": .int($0.units),
            "price": .string($0.service.price.amount), "amount": .string($0.amount.amount),
          ])
        }),
      "rule": .string(receipt.count.rule.rawValue), "units": .int(receipt.count.total),
      "explained": .strings(receipt.count.sentences),
      "currency": .string(receipt.total.currency.code), "total": .string(receipt.total.amount),
      "payments": .array(
        receipt.payments.map {
          .fields(["amount": .string($0.amount.amount), "on": .string($0.on.description)])
        }),
      "paid": .string(receipt.paid.amount), "balance": .string(receipt.balance.amount),
      "note": .string(receipt.paymentNote), "footer": receipt.footer.map { .string($0) },
    ])
  }
}
