import TechniqueKit

/// Why the practice file cannot be used. Words it for the person at the keyboard; never carries
/// anything of a client.
public enum StoreError: Error, Hashable, Sendable {
  case cannotOpen(path: String, reason: String)
  case notAPracticeFile(path: String)
  case newerSchema(path: String)
  case busy(path: String)
  case diskFull(path: String)
  case damaged(path: String, detail: String)
  case writeFailed(path: String, detail: String)
  case missingDefinition(DefinitionDigest)
  /// A draft or chart that a change speaks of does not exist or is closed already.
  case stale(String)
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
    case .busy(let path):
      "another program is writing to \(path). Nothing was changed; try again in a moment."
    case .diskFull(let path):
      "there is no room left on the disk of \(path). The last line was not saved."
    case .damaged(let path, let detail):
      "\(path) is damaged: \(detail)."
    case .writeFailed(let path, let detail):
      "\(path) could not be written: \(detail). The last line was not saved."
    case .missingDefinition(let digest):
      "the definition \(digest.hex.prefix(12)) that a record was made with is missing."
    case .stale(let detail):
      "\(detail) Nothing was changed."
    }
  }
}
