import TechniqueKit

/// Why the practice file cannot be used. Words it for the person at the keyboard; never carries
/// anything of a client.
public enum StoreError: Error, Hashable, Sendable {
  case cannotOpen(path: String, reason: String)
  case notAPracticeFile(path: String)
  case newerSchema(path: String)
  case trialSchema(path: String)
  case busy(path: String, others: [String])
  case diskFull(path: String)
  case damaged(path: String, detail: String)
  case writeFailed(path: String, detail: String)
  case missingDefinition(DefinitionDigest)
  /// A draft or chart that a change speaks of does not exist or is closed already.
  case stale(String)
  /// Times of a commit that are not free.
  case taken([Clash])
  /// The number of a receipt that was given to another one meanwhile.
  case numberTaken

  case locked
  case noRight(String)
  case erased
  case wrongSecret(KeySlot.Kind)
  case waitToSignIn(seconds: Int)
  case keyFileMissing(path: String)
  case keyFileUnusable(path: String, reason: String)
  case lastKeySlot
  /// Whether it goes along with the person at work, who ends their own access.
  case onlyRecoveryCode(isOwn: Bool)
  case keyInUse
  case noSuchKeySlot
  case loginTaken(String)
  case lastOwner

  case backupFailed(path: String, reason: String)
  case restoreFailed(path: String, reason: String)
  case inUse(others: [String])
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "the practice file \(path) cannot be opened: \(reason)."
    case .notAPracticeFile(let path):
      "\(path) is not a practice file of Fascia. Nothing was changed."
    case .newerSchema(let path):
      "\(path) was written by a newer Fascia. Install that version to open it."
    case .trialSchema(let path):
      "\(path) was written by a trial version of another layout. Start a new practice file."
    case .busy(let path, let others):
      others.isEmpty
        ? "another program is writing to \(path). Nothing was changed; try again in a moment."
        : "another program is writing to \(path); open in: \(others.joined(separator: ", ")). "
          + "Nothing was changed; try again in a moment."
    case .diskFull(let path):
      "there is no room left on the disk of \(path). The last line was not saved."
    case .damaged(let path, let detail):
      "\(path) is damaged: \(detail). Type fascia doctor, or fascia restore BACKUP."
    case .writeFailed(let path, let detail):
      "\(path) could not be written: \(detail). The last line was not saved."
    case .missingDefinition(let digest):
      "the definition \(digest.hex.prefix(12)) that a record was made with is missing."
    case .stale(let detail):
      "\(detail) Nothing was changed."
    case .taken(let clashes): "\(clashes.words) Nothing was changed."
    case .numberTaken: "another receipt has this number. Nothing was changed; try again."
    case .locked: "the practice is locked. Sign in first."
    case .noRight(let what): "your key does not open \(what)."
    case .erased: "this client was erased; the chart can no longer be read."
    case .wrongSecret(.keyFile): "the key file does not open this practice."
    case .wrongSecret(.passphrase): "that name and passphrase do not open this practice."
    case .wrongSecret(.recovery): "that recovery code does not open this practice."
    case .waitToSignIn(let seconds):
      "too many wrong passphrases. Wait \(seconds.of("second")), then try again."
    case .keyFileMissing(let path):
      "the key file \(path) is missing. Put your copy back, or open with the recovery code: "
        + "fascia --recover"
    case .keyFileUnusable(let path, let reason):
      "the key file \(path) cannot be used: \(reason)."
    case .lastKeySlot:
      "this is the last key or passphrase that opens the practice for an owner. Add another one first."
    case .onlyRecoveryCode(isOwn: false):
      "this would leave no recovery code. Make another one first: key add recovery"
    case .onlyRecoveryCode(isOwn: true):
      "the only recovery code is yours and would go with you. Have another owner make one first: "
        + "key add recovery"
    case .keyInUse:
      "you opened the practice with this key. Open it with another one to remove this one."
    case .noSuchKeySlot: "there is no such key. Type key for the list."
    case .loginTaken(let login): "somebody signs in as \"\(login)\" already. Choose another login=."
    case .lastOwner: "this is the last owner; a practice needs one."
    case .backupFailed(let path, let reason):
      "no backup was made at \(path): \(reason)."
    case .restoreFailed(let path, let reason):
      "\(path) was not restored: \(reason). The practice is as it was."
    case .inUse(let others):
      "the practice is open in another fascia"
        + (others.isEmpty ? "" : ": \(others.joined(separator: ", "))")
        + ". Close it there first. Nothing was changed."
    }
  }
}
