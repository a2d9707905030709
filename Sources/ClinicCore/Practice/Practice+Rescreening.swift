import TechniqueKit

/// A client who was last asked before a technique was enabled.
public struct Rescreening: Hashable, Sendable {
  public let client: ClientListing
  /// The techniques that the client was not asked about.
  public let techniques: [Manifest]
}

extension Practice {
  /// The clients who were last asked before one of the techniques was enabled, in the order of
  /// their numbers. Opening one and typing `intake` asks what is missing.
  ///
  /// It reads no chart: each entry says which definition it was made with.
  public func clientsToRescreen() throws -> [Rescreening] {
    try require(.charts)
    let numbers = try store.chartNumbers()
    var missing: [Int: [Manifest]] = [:]
    for (chart, digest) in try store.lastIntakes() {
      let asked = try catalogue(of: digest).techniques.map(\.manifest)
      let unasked = catalogue.techniques.map(\.manifest).filter { manifest in
        !asked.contains { manifest.isCalled($0.id.rawValue) }
      }
      if !unasked.isEmpty, let number = numbers[chart] { missing[number] = unasked }
    }
    return try store.clients(numbered: missing.keys.sorted()).compactMap { client in
      missing[client.number].map { Rescreening(client: client, techniques: $0) }
    }
  }
}
