/// In which copies of a practice an erased client was erased too.
public struct ErasedCopies: Hashable, Sendable {
  public var reached: [String] = []
  /// Not found, or not to be opened; to be destroyed by hand.
  public var notReached: [String] = []
  /// Whether the wrapped key may still stand in the write-ahead log, because another program reads.
  public var logIsLeft = false

  public init() {}
}
