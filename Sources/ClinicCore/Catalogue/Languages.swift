import ClinicalContent
import Foundation
import TechniqueKit

/// The languages in which the modules' texts come. Records are always made in English, the language
/// of the modules themselves; a translation is only shown.
public struct Languages: Sendable {
  public static let english = "en"

  private let files: [String: [(module: ID<Manifest>, json: [UInt8])]]

  public init(_ techniques: [any Technique.Type]) {
    var files: [String: [(module: ID<Manifest>, json: [UInt8])]] = [:]
    func add(_ module: ID<Manifest>, _ translations: [Translation]) {
      for translation in translations {
        files[translation.language, default: []].append((module, translation.json))
      }
    }
    add(GeneralContent.manifest.id, GeneralContent.translations)
    for technique in techniques { add(technique.manifest.id, technique.translations) }
    self.files = files
  }

  /// English first, then the others in alphabetical order.
  public var known: [String] { [Self.english] + files.keys.sorted() }

  /// A catalogue with its texts in another language; what has no translation stays in English.
  ///
  /// - Returns: `nil` when no module comes in that language.
  public func catalogue(_ catalogue: Catalogue, in language: String) -> Catalogue? {
    if language == Self.english { return catalogue }
    guard let files = files[language] else { return nil }
    return catalogue.mapModules { module in
      guard let json = files.first(where: { $0.module == module.manifest.id })?.json,
        let file = try? JSONDecoder().decode(TranslationFile.self, from: Data(json))
      else { return module }
      let document = file.applied(
        to: ModuleDocument(manifest: module.manifest, content: module.content))
      return Catalogue.Module(manifest: document.manifest, content: document.content)
    }
  }
}
