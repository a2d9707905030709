import ArgumentParser
import ClinicConfig
import ClinicCore
import ClinicREPL
import ClinicalContent
import Foundation
import Synchronization
import TechniqueChecks
import TechniqueKit

/// The techniques of a build.
struct Composition {
  let techniques: [any Technique.Type]

  /// The technique with an id, be it a former one.
  ///
  /// - Throws: `EarlyEnd` with code 2, which says what there is.
  func technique(_ id: String) throws -> any Technique.Type {
    if let found = techniques.first(where: { $0.manifest.isCalled(id) }) { return found }
    let known = techniques.map { $0.manifest.id.rawValue }
    throw EarlyEnd(
      "Error: there is no technique \"\(id)\" in this build. "
        + (Suggestion.closest(to: id, among: known).map { "Did you mean \($0)? " } ?? "")
        + "Known: \(known.joined(separator: ", ")).", .usage)
  }

  /// Refuses a build in which two modules go by one id.
  func refuseDoubles() throws {
    var owners: [String: any Technique.Type] = [:]
    for technique in techniques {
      let manifest = technique.manifest
      for id in [manifest.id] + manifest.aliases {
        if let other = owners.updateValue(technique, forKey: id.rawValue) {
          throw EarlyEnd(
            "Error: two modules claim the technique id \(id): \(String(reflecting: other)) in "
              + "\(other.manifest.origin) and \(String(reflecting: technique)) in "
              + "\(manifest.origin). Take one of them out of the list.", .usage)
        }
      }
    }
  }

  /// A module with the settings of a clinic.
  private struct Checked: Hashable {
    let module: ObjectIdentifier
    let settings: OptionValues
  }

  /// What passed already, for a program that opens several practices.
  private static let passed = Mutex<Set<Checked>>([])

  /// Refuses to go on with an enabled module that contradicts itself.
  func refuseBroken(_ enabled: [ClinicConfig.EnabledTechnique]) throws {
    for technique in techniques {
      guard let settings = enabled.first(where: { $0.id == technique.manifest.id })?.settings else {
        continue
      }
      let checked = Checked(module: ObjectIdentifier(technique), settings: settings)
      if Self.passed.withLock({ $0.contains(checked) }) { continue }
      let found = statements(in: technique, settings: settings, base: GeneralContent.base)
      guard let first = found.first else {
        Self.passed.withLock { _ = $0.insert(checked) }
        continue
      }
      let more = found.count > 1 ? " And \(found.count - 1) more; type: fascia check" : ""
      throw EarlyEnd(
        "Error: \(technique.manifest.name) fails a check, in \(technique.manifest.origin): "
          + "\(first)\(more)", .usage)
    }
  }

  /// The catalogue of a clinic: what it enabled, with its own content and wording.
  ///
  /// - Throws: `CatalogueProblem`, `ConfigProblems`.
  func catalogue(_ config: ClinicConfig, content: ClinicContent?) throws -> Catalogue {
    var general = ModuleDocument(
      manifest: GeneralContent.manifest,
      content: GeneralContent.content(adultFrom: config.profile.consent.ageOfMajority))
    var modules = config.techniques.compactMap { enabled -> ModuleDocument? in
      techniques.first { $0.manifest.id == enabled.id }.map {
        ModuleDocument(
          manifest: $0.manifest, options: $0.options, content: $0.content(enabled.settings))
      }
    }
    if let content {
      let reworded = try ClinicContentCheck(
        content, config, general: general, modules: modules,
        compiledIn: techniques.map { $0.manifest })
      (general, modules) = (reworded.general, reworded.modules)
    }
    return try Catalogue(
      general: .init(general), techniques: modules.map(Catalogue.Module.init),
      anatomy: GeneralContent.anatomy)
  }
}

extension Catalogue.Module {
  init(_ document: ModuleDocument) {
    self.init(manifest: document.manifest, content: document.content)
  }
}
