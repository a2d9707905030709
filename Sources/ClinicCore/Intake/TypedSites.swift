import TechniqueKit

extension Anatomy {
  /// Reads parts of the body as somebody types them, with commas between: `neck, r shoulder`.
  ///
  /// - Returns: at least one site.
  /// - Throws: `Refusal` with what would be read.
  public func sites(typed text: String) throws(Refusal) -> [Site] {
    var sites: [Site] = []
    for part in text.split(separator: ",").map({ String($0).trimmed }) where !part.isEmpty {
      switch site(named: part) {
      case .site(let site): sites.append(site)
      case .ambiguous(let candidates):
        let names = candidates.prefix(4).map(name(of:)).joined(separator: ", ")
        throw Refusal("\"\(part)\" fits several areas: \(names). Type one of them.")
      case .withoutSides(let region):
        throw Refusal("The \(region.name) has no left and right. Example: \(region.name)")
      case .unknown(let suggestion):
        let mend = suggestion.map { "Did you mean \(name(of: $0))?" } ?? ""
        throw Refusal(
          "\"\(part)\" is not an area I know. "
            + (mend.isEmpty ? "Example: neck, r shoulder, both calves" : mend))
      }
    }
    guard !sites.isEmpty else { throw Refusal("Name at least one area. Example: neck") }
    return sites
  }
}
