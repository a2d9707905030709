import TechniqueKit

extension Reachability {
  /// What one way says of the client so far.
  struct World {
    var isAsked: [ID<Question>: Bool] = [:]
    var yes: [ID<Question>: Bool] = [:]
    var numbers: [ID<Question>: Span] = [:]
    var picked: [ID<Question>: Set<ID<Option>>] = [:]
    var unpicked: [ID<Question>: Set<ID<Option>>] = [:]
    var touched: [ID<Question>: Set<ID<Region>>] = [:]
    var untouched: [ID<Question>: Set<ID<Region>>] = [:]
    var hasRow: [ID<Question>: Bool] = [:]
    var age = Span(0...130)
    var sex = Set(Sex.allCases)
    var treated: [ID<Manifest>: Bool] = [:]
    /// Findings stand beside each other, so statements about them hang on themselves only.
    var found: [Condition: Bool] = [:]
    var pressures: [ID<Question>: [BloodPressure.Part: Span]] = [:]
  }

  /// The values that a number may still have.
  struct Span {
    var low: Double
    var high: Double
    var isLowOpen = false
    var isHighOpen = false

    init(_ range: ClosedRange<Double>) {
      low = range.lowerBound
      high = range.upperBound
    }

    mutating func narrow(_ comparison: Comparison, _ value: Double) {
      switch comparison {
      case .below where value <= high: (high, isHighOpen) = (value, true)
      case .atMost where value < high: (high, isHighOpen) = (value, false)
      case .above where value >= low: (low, isLowOpen) = (value, true)
      case .atLeast where value > low: (low, isLowOpen) = (value, false)
      case .equal:
        narrow(.atLeast, value)
        narrow(.atMost, value)
      case .below, .atMost, .above, .atLeast: break
      }
    }

    func isEmpty(whole: Bool) -> Bool {
      guard whole else { return low > high || (low == high && (isLowOpen || isHighOpen)) }
      let first = isLowOpen ? low.rounded(.down) + 1 : low.rounded(.up)
      let last = isHighOpen ? high.rounded(.up) - 1 : high.rounded(.down)
      return first > last
    }
  }
}

extension Reachability.World {
  mutating func narrow(
    _ question: Question, _ comparison: Comparison, _ value: Double
  ) {
    var span = numbers[question.id] ?? .init(question.numbers ?? 0...0)
    span.narrow(comparison, value)
    numbers[question.id] = span
  }

  /// - Returns: whether some number is left.
  mutating func narrow(
    _ question: Question, _ part: BloodPressure.Part, _ comparison: Comparison, _ value: Double
  ) -> Bool {
    guard case .bloodPressure(let range) = question.kind else { return true }
    var span = pressures[question.id]?[part] ?? .init(range[part].possible)
    span.narrow(comparison, value)
    pressures[question.id, default: [:]][part] = span
    return !span.isEmpty(whole: true)
  }

  /// - Returns: whether the options picked and not picked still go together.
  mutating func pick(
    _ option: ID<Option>, of question: Question, _ wanted: Bool
  ) -> Bool {
    guard case .choice(let options, let several) = question.kind,
      options.contains(where: { $0.id == option })
    else { return !wanted }
    if wanted {
      picked[question.id, default: []].insert(option)
    } else {
      unpicked[question.id, default: []].insert(option)
    }
    let taken = picked[question.id] ?? []
    let left = unpicked[question.id] ?? []
    let exclusive = Set(options.filter(\.isExclusive).map(\.id))
    return taken.isDisjoint(with: left) && left.count < options.count
      && (taken.count <= 1 || (several && taken.isDisjoint(with: exclusive)))
  }

  mutating func touch(
    _ region: ID<Region>, of question: Question, _ wanted: Bool, _ anatomy: Anatomy
  ) -> Bool {
    if wanted {
      touched[question.id, default: []].insert(region)
    } else {
      untouched[question.id, default: []].insert(region)
    }
    return !(touched[question.id] ?? []).contains { inner in
      (untouched[question.id] ?? []).contains { anatomy.contains(inner, in: $0) }
    }
  }

  mutating func forget(_ field: ID<Question>) {
    isAsked[field] = nil
    yes[field] = nil
    numbers[field] = nil
    pressures[field] = nil
    picked[field] = nil
    unpicked[field] = nil
    touched[field] = nil
    untouched[field] = nil
  }
}

extension Comparison {
  var opposite: Comparison {
    switch self {
    case .below: .atLeast
    case .atMost: .above
    case .equal: .equal
    case .atLeast: .below
    case .above: .atMost
    }
  }
}

extension Question {
  /// The numbers that may be answered; `nil` for another kind.
  var numbers: ClosedRange<Double>? {
    switch kind {
    case .wholeNumber(let range), .decimal(let range): range.possible
    case .scale(let scale): scale.range
    case .yesNo, .bloodPressure, .choice, .text, .date, .regions, .group: nil
    }
  }

  var lowestNumber: Double { numbers?.lowerBound ?? 0 }

  var isWhole: Bool {
    if case .decimal = kind { false } else { true }
  }
}
