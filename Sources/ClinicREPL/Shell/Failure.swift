import ClinicCore

/// A command that did not do what was asked: what is said, and how a script is told.
public struct Failure: Error, Equatable, Sendable {
  public let exit: ExitCode
  /// A stable word for scripts.
  public let code: String
  /// What is wrong and what was not changed, without "Error:".
  public let message: String
  /// What to type instead.
  public var hint: String?
  /// Codes of the safety rules that stand in the way.
  public var rules: [String] = []
  /// The lines of which one was meant.
  public var choices: [String] = []
  /// The line that may have been meant; run after a `y`.
  var suggestion: String?
}

/// What a finished run tells its parent.
public enum ExitCode: Int32, Equatable, Sendable {
  case done = 0
  case failed = 1
  case usage = 2
  case blocked = 3
  case missing = 4
  case practiceFile = 5
}

extension Failure {
  static func usage(_ message: String, hint: String? = nil) -> Failure {
    Failure(exit: .usage, code: "usage", message: message, hint: hint)
  }

  static func rejected(_ message: String, hint: String? = nil) -> Failure {
    Failure(exit: .failed, code: "rejected", message: message, hint: hint)
  }

  static func notFound(_ message: String, hint: String? = nil) -> Failure {
    Failure(exit: .failed, code: "not_found", message: message, hint: hint)
  }

  /// What was typed may mean several things, each of which is a line that can be typed instead.
  static func ambiguous(_ typed: String, choices: [String]) -> Failure {
    Failure(
      exit: .failed, code: "ambiguous",
      message: "\"\(typed)\" fits \(choices.count) things. Nothing was changed.",
      hint: "Type one of these: \(choices.joined(separator: "; "))", choices: choices)
  }

  public static func missing(_ message: String, hint: String? = nil) -> Failure {
    Failure(exit: .missing, code: "missing_answer", message: message, hint: hint)
  }

  /// The failure that any error of the core amounts to.
  public init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as ClinicError: self.init(clinic: error)
    case let error as StoreError: self.init(store: error)
    case let error as PlanningError:
      self = error.isMissing ? .missing(error.description) : .rejected(error.description)
    case let refusal as BirthRefusal: self = .rejected(refusal.description)
    case let refusal as Refusal: self = .rejected(refusal.description)
    default: self = Failure(refusal: error) ?? .rejected("that did not work: \(type(of: error)).")
    }
  }

  private init(store error: StoreError) {
    switch error {
    case .stale, .taken, .numberTaken, .erased, .lastKeySlot, .onlyRecoveryCode, .keyInUse,
      .noSuchKeySlot, .loginTaken, .lastOwner, .keyFileUnusable:
      self.init(exit: .failed, code: "conflict", message: error.description)
    case .backupFailed, .restoreFailed:
      self.init(exit: .failed, code: "backup", message: error.description)
    case .wrongSecret, .waitToSignIn:
      self.init(exit: .practiceFile, code: "sign_in", message: error.description)
    case .locked:
      self.init(
        exit: .practiceFile, code: "locked",
        message: error.description + " What you typed last was not saved.")
    case .noRight: self.init(exit: .failed, code: "not_permitted", message: error.description)
    default: self.init(exit: .practiceFile, code: "practice_file", message: error.description)
    }
  }

  private init(clinic error: ClinicError) {
    switch error {
    case .blocked(let concerns), .stopped(let concerns), .wasBlocked(let concerns, _):
      let unanswered = concerns.contains(where: \.isUnknown)
      self.init(
        exit: .blocked, code: unanswered ? "safety_unanswered" : "safety_stop",
        message: error.description,
        hint: unanswered ? "Type check to see why, intake to answer." : "Type check to see why.",
        rules: concerns.map(\.rule.code))
    case .leftOut(_, _, let code), .reachesOver(_, _, let code), .longerThanAllowed(_, let code):
      self.init(
        exit: .blocked, code: "safety_limit", message: error.description, hint: nil, rules: [code])
    case .emergencyStands(let code):
      self.init(
        exit: .blocked, code: "safety_stop", message: error.description, hint: nil, rules: [code])
    case .signatureStands:
      self.init(exit: .blocked, code: "signed", message: error.description)
    case .noteIncomplete:
      self.init(exit: .blocked, code: "note_incomplete", message: error.description)
    case .notPermitted:
      self.init(exit: .failed, code: "not_permitted", message: error.description)
    case .taken, .appointmentClosed, .visitTookPlace:
      self.init(exit: .failed, code: "conflict", message: error.description)
    case .noVisitOpen, .clearanceIncomplete, .therapistNotNamed, .signatureNotNamed:
      self = .missing(error.description)
    case .doubtful:
      self = .missing(
        error.description,
        hint: "If that is right, say why: anyway=\"REASON\". If not, say when it was: at=TIME")
    default: self = .rejected(error.description)
    }
  }
}
