import TechniqueKit

/// Says that entries do not count any more, or count again. They stay where they are.
public struct Retraction: Hashable, Sendable, Codable {
  public let entries: [ID<Entry>]
  /// Whether the entries count again.
  public let restores: Bool
  /// Why a signed visit does not count; `nil` where something was undone.
  public let reason: String?

  public init(of entries: [ID<Entry>], restores: Bool = false, reason: String? = nil) {
    self.entries = entries
    self.restores = restores
    self.reason = reason
  }
}

extension [Entry] {
  /// The entries that count: those that were not retracted, or were restored since.
  var standing: [Entry] {
    var retracted: Set<ID<Entry>> = []
    for case .retraction(let retraction) in lazy.map(\.content) {
      if retraction.restores {
        retracted.subtract(retraction.entries)
      } else {
        retracted.formUnion(retraction.entries)
      }
    }
    return retracted.isEmpty ? self : filter { !retracted.contains($0.id) }
  }
}

/// A step of a draft with the store's number for it.
public struct NumberedEvent: Hashable, Sendable {
  public let number: RecordNumber
  public let event: DraftEvent

  public init(number: RecordNumber, event: DraftEvent) {
    self.number = number
    self.event = event
  }
}

extension [NumberedEvent] {
  /// The events that count: those that were not taken back, or were put back since.
  var standing: [DraftEvent] {
    var takenBack: Set<String> = []
    for numbered in self {
      switch numbered.event.step {
      case .tookBack(let steps): takenBack.formUnion(steps)
      case .putBack(let steps): takenBack.subtract(steps)
      default: break
      }
    }
    return filter { !takenBack.contains($0.number.description) }.map(\.event)
  }
}
