/// The two numbers of a blood pressure, in whole mmHg: `128/82`.
public struct BloodPressure: Hashable, Sendable {
  /// The upper number.
  public let systolic: Int
  /// The lower number.
  public let diastolic: Int

  public init(_ systolic: Int, _ diastolic: Int) {
    self.systolic = systolic
    self.diastolic = diastolic
  }

  public static let unit = "mmHg"

  public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
    case systolic, diastolic
  }

  public subscript(part: Part) -> Int {
    switch part {
    case .systolic: systolic
    case .diastolic: diastolic
    }
  }
}

extension BloodPressure: CustomStringConvertible {
  /// `128/82`, as it may be typed again.
  public var description: String { "\(systolic)/\(diastolic)" }
}

extension BloodPressure {
  /// Reads `128/82`, `128 / 82`, `128 over 82`, `128 82`, each also with `mmHg` after it.
  ///
  /// - Returns: `nil` for anything but two whole numbers; whether they are possible is for a range
  ///   to say.
  public init?(typed text: some StringProtocol) {
    var text = text.lowercased()
    for unit in ["mmhg", "mm hg"] where text.hasSuffix(unit) {
      text.removeLast(unit.count)
      break
    }
    let words = text.split { $0.isWhitespace || $0 == "/" }.map(String.init)
    let signs = text.count { $0 == "/" }
    let numbers = words.filter { $0 != "over" }.map(Self.number)
    guard numbers.count == 2, let systolic = numbers[0], let diastolic = numbers[1],
      words.count == 2 ? signs <= 1 : words.count == 3 && words[1] == "over" && signs == 0
    else { return nil }
    self.init(systolic, diastolic)
  }

  /// Three digits at most, none of another script.
  private static func number(_ word: String) -> Int? {
    (1...3).contains(word.count) && word.allSatisfy { ("0"..."9").contains($0) } ? Int(word) : nil
  }
}

/// `[128, 82]`.
extension BloodPressure: Codable {
  public init(from decoder: any Decoder) throws {
    let numbers = try decoder.singleValueContainer().decode([Int].self)
    guard numbers.count == 2 else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "a blood pressure has an upper and a lower number"))
    }
    self.init(numbers[0], numbers[1])
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([systolic, diastolic])
  }
}

/// Two nested ranges of both numbers, in mmHg: outside `usual` a value is confirmed, outside
/// `possible` refused.
public struct BloodPressureRange: Hashable, Sendable {
  public let systolic: NumberRange
  public let diastolic: NumberRange

  public init(systolic: NumberRange, diastolic: NumberRange) {
    self.systolic = systolic
    self.diastolic = diastolic
  }

  /// What a cuff can show, and what is seen at rest most days.
  public static let standard = BloodPressureRange(
    systolic: NumberRange(50...300, usual: 90...160, unit: BloodPressure.unit),
    diastolic: NumberRange(20...200, usual: 50...100, unit: BloodPressure.unit))

  /// Whether both numbers are possible and the upper one is the higher one.
  public func contains(_ pressure: BloodPressure) -> Bool {
    pressure.systolic > pressure.diastolic
      && systolic.possible.contains(Double(pressure.systolic))
      && diastolic.possible.contains(Double(pressure.diastolic))
  }

  public func isUsual(_ pressure: BloodPressure) -> Bool {
    systolic.usual.contains(Double(pressure.systolic))
      && diastolic.usual.contains(Double(pressure.diastolic))
  }

  public subscript(part: BloodPressure.Part) -> NumberRange {
    switch part {
    case .systolic: systolic
    case .diastolic: diastolic
    }
  }

  /// "upper 50 to 300, lower 20 to 200 mmHg".
  public var words: String {
    func ends(_ range: NumberRange) -> String {
      Measure.plain(range.possible.lowerBound) + " to " + Measure.plain(range.possible.upperBound)
    }
    return "upper \(ends(systolic)), lower \(ends(diastolic)) \(BloodPressure.unit)"
  }
}

extension BloodPressureRange: Codable {
  private enum Key: String, CodingKey, CaseIterable { case systolic, diastolic }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.fields(Key.self)
    self.init(
      systolic: try fields.decode(.systolic, or: Self.standard.systolic),
      diastolic: try fields.decode(.diastolic, or: Self.standard.diastolic))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(systolic, .systolic, unless: Self.standard.systolic)
    try fields.encode(diastolic, .diastolic, unless: Self.standard.diastolic)
  }
}
