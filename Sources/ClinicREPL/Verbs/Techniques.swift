import ClinicCore
import TechniqueKit

/// A technique module of this build, enabled or not.
public struct CompiledTechnique: Sendable {
  public let manifest: Manifest
  /// The Swift type that states it, with its module: `HotStone.HotStone`.
  public let type: String

  public init(_ technique: any Technique.Type) {
    manifest = technique.manifest
    type = String(reflecting: technique)
  }
}

extension Verb {
  static let techniques = Verb(
    name: "techniques", group: .understand, usage: "techniques",
    does: "the techniques: compiled in, enabled, used, and where each comes from",
    example: "techniques", seeAlso: ["evidence", "rescreen"],
    takes: .nothing
  ) { shell, _ in
    let enabled = shell.practice.catalogue.techniques.map(\.manifest)
    for technique in shell.compiledIn {
      try shell.show(
        technique.manifest, type: technique.type, isCompiledIn: true,
        isEnabled: enabled.contains { $0.id == technique.manifest.id })
    }
    let compiledIn = Set(shell.compiledIn.map(\.manifest.id))
    // What a clinic wrote down itself.
    for manifest in enabled where !compiledIn.contains(manifest.id) {
      try shell.show(manifest, type: "YAML", isCompiledIn: false, isEnabled: true)
    }
  }
}

extension Shell {
  fileprivate func show(
    _ manifest: Manifest, type: String, isCompiledIn: Bool, isEnabled: Bool
  ) throws {
    let visits = try practice.countVisits(with: manifest)
    let use = visits == 0 ? "not used" : "used in " + visits.of("visit")
    let states = [
      isCompiledIn ? "compiled in" : "written down", isEnabled ? "enabled" : "not enabled", use,
    ]
    if glyphs.isPlain {
      say(
        "\(manifest.id) \(manifest.version), \(manifest.stability.rawValue). "
          + "\(states.joined(separator: ", ")). \(type), \(manifest.origin).")
    } else {
      say(
        "\(manifest.id.rawValue.padded(to: 22)) \(manifest.version.description.padded(to: 7)) "
          + "\(manifest.stability.rawValue.padded(to: 9)) \(states.joined(separator: ", "))")
      say("    \(type) in \(manifest.origin)", indent: 4)
    }
    item(
      .fields([
        "technique": .string(manifest.id.rawValue), "name": .string(manifest.name),
        "version": .string(manifest.version.description),
        "stability": .string(manifest.stability.rawValue), "compiled": .bool(isCompiledIn),
        "enabled": .bool(isEnabled), "visits": .int(visits), "type": .string(type),
        "origin": .string(manifest.origin),
      ]))
  }
}
