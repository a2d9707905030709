/// Minutes of a session beside those that were planned.
public struct MinutesOfPlan: Hashable, Sendable {
  public let done: Int
  public let planned: Int

  public init(done: Int, of planned: Int) {
    self.done = done
    self.planned = planned
  }

  /// `34 of 60 min`, or `68 min, 8 over the planned 60`.
  public var words: String {
    done > planned
      ? "\(done) min, \(done - planned) over the planned \(planned)" : "\(done) of \(planned) min"
  }
}
