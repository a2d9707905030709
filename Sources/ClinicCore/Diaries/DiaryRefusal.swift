import TechniqueKit

/// Why days of a diary are not recorded. One switch words each.
public enum DiaryRefusal: Error, Hashable, Sendable {
  case unreadable(String, Diary)
  case asleepAboveInBed(String)
  /// Nothing is on record yet, and no first day was named.
  case noFirstDay(Diary)
  case notADay(String)
  case toCome(last: CalendarDate, today: CalendarDate)
  case tooMany(Int)
}

extension DiaryRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let typed, let diary):
      "\"\(typed)\" is no day of the \(diary) diary: \(diary.form); - for a day not on record."
    case .asleepAboveInBed(let typed):
      "\"\(typed)\" has more hours asleep than in bed."
    case .noFirstDay(let diary):
      "the \(diary) diary is empty; name its first day with from=. Nothing was changed."
    case .notADay(let typed):
      "\"\(typed)\" is not a day gone by. Type it as 1nov, yesterday or 2026-11-01."
    case .toCome(let last, let today):
      "these days would go on until \(DateWords.short(last, today: today)), and today is "
        + "\(DateWords.short(today, today: today)). Name the first day with from=. Nothing was "
        + "changed."
    case .tooMany(let days):
      "\(days) days are too many at once; \(Diary.mostDays) at most. Nothing was changed."
    }
  }
}
