/// The names of regions by the words in them, so that a typed word is looked up rather than compared
/// with every name.
struct RegionNames: Sendable {
  struct Name: Sendable {
    /// The place of its region in the anatomy.
    let region: Int
    let words: [String]
  }

  /// Every word that occurs, in the order of the anatomy.
  let words: [String]
  /// Words of the longest name.
  let longest: Int
  private let names: [Name]
  /// The names that a word occurs in, by their places.
  private let places: [String: [Int]]
  /// The words that share their first two letters.
  private let buckets: [String: [String]]

  init(_ regions: [Region]) {
    names = regions.enumerated().flatMap { place, region in
      ([region.name] + region.synonyms).map { Name(region: place, words: Anatomy.words(of: $0)) }
    }
    var words: [String] = []
    var places: [String: [Int]] = [:]
    for (place, name) in names.enumerated() {
      for word in name.words {
        if places[word] == nil { words.append(word) }
        places[word, default: []].append(place)
      }
    }
    self.words = words
    self.places = places
    longest = names.map(\.words.count).max() ?? 0
    buckets = Dictionary(grouping: words) { String(NameFit.singular($0).prefix(2)) }
  }

  /// The words of names that a typed one may stand for; in lower case.
  func words(beginningWith typed: String) -> [String] {
    let keys: Set = [String(typed.prefix(2)), String(NameFit.singular(typed).prefix(2))]
    return keys.flatMap { buckets[$0] ?? [] }.filter { NameFit.begins($0, with: typed) }
  }

  /// The names that may hold all of the typed words; in no order.
  func holding(_ typed: [String]) -> [Name] {
    var held: Set<Int>?
    for word in typed {
      let found = Set(words(beginningWith: word).flatMap { places[$0] ?? [] })
      held = held?.intersection(found) ?? found
      if held?.isEmpty != false { return [] }
    }
    return (held ?? []).map { names[$0] }
  }
}
