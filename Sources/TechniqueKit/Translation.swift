/// The texts of a module in another language, as its file under `Translations/` holds them.
///
/// The file is embedded in the program, so that nothing has to lie beside it:
///
/// ```swift
/// static let translations = [Translation("es", PackageResources.es_json)]
/// ```
public struct Translation: Hashable, Sendable {
  /// A language tag: `es`, `pt-BR`.
  public let language: String
  /// The file, byte for byte.
  public let json: [UInt8]

  public init(_ language: String, _ json: [UInt8]) {
    self.language = language
    self.json = json
  }
}

/// What stands in a translation file: each text's place, its wording when it was translated, and the
/// translation.
public struct TranslationFile: Hashable, Sendable, Codable {
  public static let schema = 1

  public let schema: Int
  public let module: ID<Manifest>
  public let language: String
  public var texts: [Line]

  public struct Line: Hashable, Sendable, Codable {
    public let place: String
    /// The text as the module says it.
    public let source: String
    /// Empty while nobody has translated it.
    public let translation: String
    /// `true` where the wording has changed since it was translated, until somebody has looked at
    /// it and taken the mark out; left out otherwise.
    public let stale: Bool?

    public init(place: String, source: String, translation: String, stale: Bool? = nil) {
      self.place = place
      self.source = source
      self.translation = translation
      self.stale = stale
    }
  }

  public init(module: ID<Manifest>, language: String, texts: [Line] = []) {
    schema = Self.schema
    self.module = module
    self.language = language
    self.texts = texts
  }

  public subscript(place: String) -> Line? { texts.first { $0.place == place } }

  /// The file for the present texts: what is translated stays, what is new stands empty, and what
  /// was translated from another wording is marked as stale. Places that are gone are left out.
  public func refreshed(for sources: [PlacedText]) -> TranslationFile {
    let known = Dictionary(texts.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    var file = self
    file.texts = sources.map { source in
      guard let line = known[source.place], !line.translation.isEmpty else {
        return Line(place: source.place, source: source.text, translation: "")
      }
      let isStale = line.stale == true || line.source != source.text
      return Line(
        place: source.place, source: source.text, translation: line.translation,
        stale: isStale ? true : nil)
    }
    return file
  }

  /// The module in the other language; a text without a translation of its present wording stays in
  /// English.
  public func applied(to document: ModuleDocument) -> ModuleDocument {
    let known = Dictionary(texts.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    return document.mapTexts { place, text in
      guard let line = known[place], line.source == text, line.stale != true,
        !line.translation.isEmpty
      else { return text }
      return line.translation
    }
  }
}
