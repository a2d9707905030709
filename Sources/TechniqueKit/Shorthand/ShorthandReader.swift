/// Reads one line of shorthand, word by word, into the fields of a finding.
///
/// Where a word fits several things the line forks; a reader takes one way through all forks.
struct ShorthandReader {
  let kind: FindingKind
  let anatomy: Anatomy
  var values: [String: Finding.Value] = [:]
  /// What was typed for each field, for the error that it stands twice.
  var typed: [String: String] = [:]
  /// What to take at each fork; the first option where it says nothing.
  var way: [Int] = []
  /// The forks that were met: the words that fit several things, and how many.
  private(set) var forks: [(words: String, options: Int)] = []

  init(kind: FindingKind, anatomy: Anatomy) {
    self.kind = kind
    self.anatomy = anatomy
  }

  mutating func read(_ line: String) throws(ShorthandError) -> Finding {
    var tokens = Token.all(in: line)
    if let first = tokens.first, !first.isQuoted, first.text.lowercased() == kind.code {
      tokens.removeFirst()
    }
    try readLoose(try readNamed(tokens))
    for field in kind.fields where field.isRequired && values[field.name] == nil {
      throw .missing(
        field: field.name, meaning: field.meaning, example: field.example(in: anatomy))
    }
    return Finding(kind: kind.id, code: kind.code, values: values)
  }

  /// Takes one of several options that the words fit.
  mutating func choose<Option>(among options: [Option], _ words: String) -> Option? {
    guard options.count > 1 else { return options.first }
    forks.append((words, options.count))
    if way.count < forks.count { way.append(0) }
    return options[min(way[forks.count - 1], options.count - 1)]
  }
}

extension ShorthandReader {
  /// Every way in which a line holds, in the order of its forks.
  struct Ways {
    private(set) var findings: [Finding] = []
    /// Why the line does not hold where the first option is taken at each fork.
    private(set) var refusal: ShorthandError?
    private var ways: [[Int]] = []
    private var words: [[String]] = []

    /// Ways that are tried at most; random words could fork without end.
    private static let limit = 100

    /// - Parameter count: findings after which no further way is looked for.
    init(_ line: String, _ kind: FindingKind, _ anatomy: Anatomy, atMost count: Int = limit) {
      var ahead: [[Int]] = [[]]
      for _ in 0..<Self.limit {
        guard findings.count < count, let way = ahead.popLast() else { return }
        var reader = ShorthandReader(kind: kind, anatomy: anatomy)
        reader.way = way
        do throws(ShorthandError) {
          let finding = try reader.read(line)
          if !findings.contains(finding) {
            findings.append(finding)
            ways.append(reader.way)
            words.append(reader.forks.map { $0.words })
          }
        } catch {
          if way.isEmpty { refusal = error }
        }
        for place in reader.forks.indices.dropFirst(way.count) {
          for option in (1..<reader.forks[place].options).reversed() {
            ahead.append(Array(reader.way.prefix(place)) + [option])
          }
        }
      }
    }

    /// The words at which the readings part.
    var forkWords: String {
      guard let first = ways.first, let last = ways.last,
        let place = first.indices.first(where: { $0 >= last.count || first[$0] != last[$0] })
      else { return "" }
      return words.first?.dropFirst(place).first ?? ""
    }
  }
}
