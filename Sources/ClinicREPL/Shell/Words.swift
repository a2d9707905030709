/// The arguments of a command: bare words, and fields like `born=1984-03-02`.
struct Words {
  private(set) var bare: [String] = []
  private(set) var fields: [(name: String, value: String)] = []

  /// Splits at white space outside double quotes; `\"` and `\\` stand for themselves within them.
  ///
  /// - Throws: `Failure` when a quote is not closed.
  init(_ text: String) throws {
    var word = ""
    var name: String?
    var isQuoted = false
    var hasWord = false
    var characters = text.makeIterator()
    func end(_ words: inout Words) {
      if let field = name {
        words.fields.append((field, word))
      } else if hasWord {
        words.bare.append(word)
      }
      (word, name, hasWord) = ("", nil, false)
    }
    while let character = characters.next() {
      switch character {
      case "\"":
        isQuoted.toggle()
        hasWord = true
      case "\\" where isQuoted: if let next = characters.next() { word.append(next) }
      case "=" where !isQuoted && name == nil && Self.isName(word):
        name = word
        word = ""
      case _ where character.isWhitespace && !isQuoted: end(&self)
      default:
        word.append(character)
        hasWord = true
      }
    }
    guard !isQuoted else { throw Failure.usage("a quote is not closed.") }
    end(&self)
  }

  /// The values of each field, in the order in which the names first occur.
  var valuesByName: [(name: String, values: [String])] {
    var found: [(name: String, values: [String])] = []
    for field in fields {
      if let place = found.firstIndex(where: { $0.name == field.name }) {
        found[place].values.append(field.value)
      } else {
        found.append((field.name, [field.value]))
      }
    }
    return found
  }

  var phrase: String { bare.joined(separator: " ") }

  subscript(name: String) -> String? { fields.last { $0.name == name }?.value }

  /// The value of a field, which is one no longer.
  mutating func take(_ name: String) -> String? {
    defer { fields.removeAll { $0.name == name } }
    return self[name]
  }

  private static func isName(_ word: String) -> Bool {
    word.first?.isLetter == true && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }
}
