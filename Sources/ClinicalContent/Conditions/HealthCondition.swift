import TechniqueKit

/// What a client comes with, as the client or the referring doctor calls it.
public struct HealthCondition: Hashable, Sendable {
  /// An option of `GeneralHistory.condition`.
  public let id: ID<HealthCondition>
  /// As evidence names it: "neck pain".
  public let name: String
  /// What else it is called, by therapists and by evidence.
  public let synonyms: [String]
  public let codes: [Code]
  /// The measures to take, those that are free to use first. A choice of this project.
  public let pack: [ID<OutcomeMetric>]

  /// An ICD-10-CM code; see `HealthConditions.codesAsOf`.
  public struct Code: Hashable, Sendable {
    public let code: String
    /// In own words.
    public let meaning: String
    /// `false` where the code was not seen in a source.
    public let isConfirmed: Bool
  }

  /// Whether words name it: its name or another name, in any case.
  public func isCalled(_ words: String) -> Bool {
    let words = words.lowercased()
    return ([name] + synonyms).contains { $0.lowercased() == words }
  }
}

/// The conditions that medical massage is asked for.
public enum HealthConditions {
  public static let all: [HealthCondition] =
    [spine, head, widespread, limbs, tissue, mind].flatMap { $0 }

  /// What is measured where no condition is named.
  public static let generalPack: [ID<OutcomeMetric>] = ["nprs", "psfs", "groc"]

  /// The day on which the codes were put together. The lists change every 1 October, some every
  /// 1 April, and this one was not compared with a release.
  public static let codesAsOf = CalendarDate("2026-11-24") ?? .epoch

  /// Where the confirmed codes were seen: a draft list, which still held codes that had ended.
  public static let codesSource: Citation = .source(
    "CMS ACCESS model implementation guide, draft value set (DSACMS/cmmi-access-model)")

  /// Codes that are refused, with the day since which they count no more and what replaced them.
  public static let ended: [String: (since: CalendarDate, instead: String)] = [
    "M54.5": (CalendarDate("2021-10-01") ?? .epoch, "M54.50, M54.51 or M54.59"),
    "M51.36": (
      CalendarDate("2024-10-01") ?? .epoch, "M51.360, M51.361, M51.362 or M51.369 (unconfirmed)"
    ),
    "M51.37": (CalendarDate("2024-10-01") ?? .epoch, "a code of six characters (unconfirmed)"),
  ]

  /// The conditions whose names fit best: a whole name or a code before a beginning of a name.
  public static func named(_ words: String) -> [HealthCondition] {
    let whole = all.filter { condition in
      condition.isCalled(words) || condition.id.rawValue == words.lowercased()
        || condition.codes.contains { $0.code == words.uppercased() }
    }
    if !whole.isEmpty { return whole }
    let typed = words.lowercased().split(separator: " ")
    return all.filter { condition in
      ([condition.name] + condition.synonyms).contains { name in
        let words = name.lowercased().split(separator: " ")
        return typed.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
      }
    }
  }
}
