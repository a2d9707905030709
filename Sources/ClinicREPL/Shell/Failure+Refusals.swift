import ClinicCore
import PaperPDF

extension Failure {
  /// What a refusal of the core amounts to that has an error type of its own.
  init?(refusal error: any Error) {
    switch error {
    case let error as ConsentError: self.init(consent: error)
    case let error as ReceiptRefusal: self.init(receipt: error)
    case let error as MeasureRefusal: self = .rejected(error.description)
    case let error as DiaryRefusal: self = .rejected(error.description)
    case let error as ResultRefusal: self = .rejected(error.description)
    case let error as PDFError: self = .rejected(error.description)
    case let error as PaperRefusal: self.init(paper: error)
    default: return nil
    }
  }

  private init(consent error: ConsentError) {
    switch error {
    case .missing:
      self.init(
        exit: .blocked, code: "consent_missing", message: error.description, hint: error.hint)
    case .guardianNotNamed, .ageNotKnown: self = .missing(error.description)
    case .noSuchStatement: self = .notFound(error.description)
    case .notConfigured, .dayToCome, .nothingToWithdraw: self = .rejected(error.description)
    }
  }

  private init(receipt error: ReceiptRefusal) {
    switch error {
    case .noSuchVisit, .noVisit, .noSuchReceipt: self = .notFound(error.description)
    case .handedOut:
      self.init(exit: .failed, code: "conflict", message: error.description)
    case .notConfigured, .noService, .notSigned, .notAnAmount, .paidTooMuch, .paymentToCome,
      .otherCurrency, .voidAlready, .voidStays, .signatureHasReceipt:
      self = .rejected(error.description)
    }
  }

  private init(paper error: PaperRefusal) {
    switch error {
    case .notAgreed, .clientDoesNotAgree:
      self.init(
        exit: .blocked, code: "consent_missing", message: error.description, hint: error.hint)
    case .agreementNotSaid: self = .missing(error.description)
    case .agreementIsInChart: self = .usage(error.description)
    case .toCome, .endsBeforeStart: self = .rejected(error.description)
    }
  }
}
