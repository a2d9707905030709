import TechniqueKit

extension Practice {
  /// Leaves in a client's trail what is about to leave the practice.
  ///
  /// - Throws: `ClinicError.notPermitted`, `StoreError`; nothing may leave then.
  public func record(_ disclosure: Disclosure, of chart: ID<Chart>) throws {
    // Whoever opened a chart in an emergency reads it, and takes no paper of it away.
    try require(.charts, of: disclosure.place == .screen ? chart : nil)
    try store.recordDisclosures([(chart, disclosure.words)])
  }

  /// Leaves in the trail that a command was refused to the person's role, and on which chart; never
  /// what was typed. It does nothing after any other error, nor where the trail cannot be written: the
  /// command is refused all the same.
  ///
  /// - Parameters:
  ///   - verb: of the command.
  ///   - chart: that was named, where it was not read.
  public func recordRefusal(_ error: any Error, of verb: String, on chart: ID<Chart>? = nil) {
    let what: String
    switch error {
    case ClinicError.notPermitted(_, let permission): what = permission.words
    case StoreError.noRight(let right): what = right
    default: return
    }
    let isClinical = what == Permission.charts.words
    try? store.recordRefusal(
      "\(verb), no access to \(what)",
      of: refusedChart ?? chart ?? (isClinical ? chartInHand : nil))
  }
}
