import TechniqueKit

/// Outcome measures that any technique may use: every clinic has all of them, and the condition
/// decides which are due; see `HealthCondition.pack`.
///
/// A score names its version, and scores of different versions are never compared. Where a
/// questionnaire may not be embedded, its numbers are typed from the paper form, as a total or
/// number by number, and none of its text is part of the program. No questionnaire is called
/// validated in this form: a form that moves to another medium needs a check of its own.
public enum Instruments {
  /// In the order in which they are listed.
  public static let general: [OutcomeMetric] = [
    pain, function, ratings, diaries, back, limbs, headAndPain, joints, swellingAndScars, mind,
    physical,
  ].flatMap { $0 }

  static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// Numbers of a paper form, in its order and without its text.
  ///
  /// - Parameter reversed: the numbers, counted from 1, that are turned round.
  static func numbers(
    _ count: Int, _ range: ClosedRange<Double>, reversed: Set<Int> = [], weight: Double = 1,
    part: String = "", from first: Int = 1, values: [Double] = []
  ) -> [OutcomeMetric.Item] {
    (first..<(first + count)).map { place in
      OutcomeMetric.Item(
        "number_\(place)", "Number \(place) of the form", range: range,
        reversed: reversed.contains(place), weight: weight, part: part, values: values)
    }
  }
}

extension OutcomeMetric.Licence {
  /// The form stays on paper, for the reason given.
  static func paper(_ reason: String) -> Self { .init(.scoreEntryOnly, reason) }
  static let rating = Self(.ships, "a plain rating, free of rights")
  static let physical = Self(.ships, "a physical measure")
  static let diary = Self(.ships, "a diary, free of rights")
}

/// Sources that several instruments rest on.
extension Citation {
  /// How many numbers of a form may be missing, where the form sets no limit.
  static let missingLimit: Citation = .unconfirmed("limit of missing numbers chosen here")
  /// What change matters in back pain.
  public static let ostelo2008: Citation = .source("Ostelo 2008, Spine 33:90")
  /// Scores of people with nerve root pain from the neck.
  public static let cleland2006: Citation = .source("Cleland 2006")
  /// Error of the pain rating in low back pain.
  public static let childs2005: Citation = .source("Childs 2005")
  /// Plantar heel pain.
  public static let landorf2010: Citation = .source("Landorf 2010")
  /// The fibromyalgia questionnaire, revised; the form is under CC BY.
  public static let bennett2009: Citation = .source(
    "Bennett 2009, Arthritis Res Ther 11:R120", doi: "10.1186/ar2783")
}
