/// What a few typed words say about a place on the body.
public enum SiteReading: Hashable, Sendable {
  case site(Site)
  /// More than one region fits; in the order of the anatomy.
  case ambiguous([Site])
  /// A side was typed for a region that has none.
  case withoutSides(Region)
  /// No region fits; the one that may have been meant.
  case unknown(suggestion: Site?)
}

extension Anatomy {
  /// Reads a site as a therapist types it: `r shoulder`, `shoulder-r`, `both calves`,
  /// `l upper trap`.
  ///
  /// Words may come in any order and any case. A region is known by its name, a synonym, a plural,
  /// or the beginnings of its words as long as only one region fits. Without a side the site of a
  /// paired region has none.
  public func site(named text: some StringProtocol) -> SiteReading {
    var sides: Set<Side> = []
    var words: [String] = []
    var joinsSides = false
    for word in Self.words(of: text) {
      if let side = Self.sides[word] {
        if joinsSides { words.removeLast() }
        sides.insert(side)
        joinsSides = false
      } else {
        // "left and right calf" is one place, "neck and back" are two.
        joinsSides = word == "and" && !sides.isEmpty && words.isEmpty
        words.append(word)
      }
    }
    guard !words.isEmpty, !Self.noPlace.isSuperset(of: words) else {
      return .unknown(suggestion: nil)
    }
    let side = sides.count > 1 ? .both : sides.first
    let found = regions(fitting: words)
    guard let region = found.first else {
      return .unknown(suggestion: corrected(words).map { Site($0.id, $0.isPaired ? side : nil) })
    }
    if found.count > 1 { return .ambiguous(found.map { Site($0.id, $0.isPaired ? side : nil) }) }
    if side != nil, !region.isPaired { return .withoutSides(region) }
    return .site(Site(region.id, side))
  }

  /// The site as it stands in a sentence: `right shoulder`, `left and right calf`, `sacrum`.
  public func name(of site: Site) -> String {
    let region =
      self[site.region]?.name
      ?? site.region.rawValue.split(separator: "_").joined(separator: " ")
    return switch site.side {
    case .left: "left " + region
    case .right: "right " + region
    case .both: "left and right " + region
    case nil: region
    }
  }

  /// Whether the word may stand in a site: a side, a filler, or the beginning of a region's word.
  func mayName(_ word: some StringProtocol) -> Bool {
    Self.words(of: word).allSatisfy {
      Self.sides[$0] != nil || $0 == "and" || !names.words(beginningWith: $0).isEmpty
    }
  }

  /// The regions that fit best: a whole name before a beginning of all its words, and that before
  /// a beginning of some of them.
  private func regions(fitting words: [String]) -> [Region] {
    guard words.count <= names.longest else { return [] }
    var fits: [Int: NameFit] = [:]
    for name in names.holding(words) {
      guard let fit = NameFit(typed: words, name: name.words) else { continue }
      fits[name.region] = max(fit, fits[name.region] ?? fit)
    }
    let best = fits.values.max()
    return fits.keys.sorted().filter { fits[$0] == best }.map { regions[$0] }
  }

  /// The one region that fits after each unknown word was replaced by the nearest known one.
  private func corrected(_ words: [String]) -> Region? {
    let mended = words.map { word in
      names.words(beginningWith: word).isEmpty
        ? Suggestion.closest(to: word, among: names.words) ?? word : word
    }
    let found = mended == words ? [] : regions(fitting: mended)
    return found.count == 1 ? found.first : nil
  }

  static func words(of text: some StringProtocol) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !fillers.contains($0) }
  }

  private static let sides: [String: Side] = [
    "l": .left, "lt": .left, "left": .left, "r": .right, "rt": .right, "right": .right,
    "b": .both, "both": .both, "bilat": .both, "bilateral": .both,
  ]

  /// Answers that name no place, though a name begins with one of them.
  private static let noPlace: Set<String> = ["no", "none", "yes"]

  private static let fillers: Set<String> = ["of", "the", "side"]
}
