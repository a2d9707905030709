import ClinicCore
import TechniqueKit
import Testing

/// Days as people type them; 24 November 2026 is a Tuesday.
@Suite struct TypedDateTests {
  private static let today = CalendarDate(year: 2026, month: 11, day: 24) ?? .epoch

  @Test(arguments: [
    ("tomorrow", "2026-11-25"), ("wed", "2026-11-25"), ("tue", "2026-12-01"),
    ("monday", "2026-11-30"), ("2w", "2026-12-08"), ("10 d", "2026-12-04"), ("3m", "2027-02-24"),
    ("8 dec", "2026-12-08"), ("dec 8", "2026-12-08"), ("24 nov", "2027-11-24"),
    ("2 mar", "2027-03-02"), ("2026-12-08", "2026-12-08"), ("8 dec 2026", "2026-12-08"),
    ("8dec", "2026-12-08"), ("dec8", "2026-12-08"),
    ("8dec2028", "2028-12-08"), ("dec2028", nil),
    ("30 feb", nil), ("2/3/2026", nil), ("yesterday", nil), ("0w", nil), ("dec", nil), ("", nil),
  ])
  func `a day to come`(typed: String, wanted: String?) {
    #expect(CalendarDate(coming: typed, Self.today)?.description == wanted)
  }

  @Test(arguments: [
    ("31 dec 26", "2026-12-31"), ("1 jan 30", "2030-01-01"), ("24 nov 75", "2075-11-24"),
    ("1 jan 26", nil), ("31 dec 99", nil), ("31 dec 2099", nil), ("0015-12-31", nil),
  ])
  func `a year of two digits is one to come where a day to come is wanted`(
    typed: String, wanted: String?
  ) {
    #expect(CalendarDate(coming: typed, Self.today)?.description == wanted)
    if wanted == nil { #expect(CalendarDate(due: typed, Self.today) == nil) }
  }

  @Test(arguments: [
    ("2 mar 15", "2015-03-02"), ("1 jan 26", "2026-01-01"), ("31 dec 26", "1926-12-31"),
    ("7 jul 84", "1984-07-07"), ("1850-01-01", nil), ("2099-01-01", nil), ("15 mar 0015", nil),
  ])
  func `of a day gone by it is the latest one that fits`(typed: String, wanted: String?) {
    #expect(CalendarDate(past: typed, Self.today)?.description == wanted)
  }

  @Test(arguments: [
    ("2 mar 84", "1984-03-02"), ("31 dec 26", "1926-12-31"), ("1 jan 00", "2000-01-01"),
    ("23 nov 06", "2006-11-23"), ("1984", "1984"), ("mar 1984", "1984-03"),
    ("1906-11-24", "1906-11-24"),
  ])
  func `a birthday lies within the last 120 years`(typed: String, wanted: String) throws {
    #expect(try CalendarDate(birth: typed, Self.today).description == wanted)
  }

  @Test(arguments: [
    ("2 mar 15", "2 Mar 1915 or 2 Mar 2015"), ("1 jan 07", "1 Jan 1907 or 1 Jan 2007"),
    ("24 nov 26", "24 Nov 1926 or 24 Nov 2026"), ("25 nov 06", "25 Nov 1906 or 25 Nov 2006"),
  ])
  func `a birthday that fits two centuries is asked about with both`(typed: String, both: String) {
    do {
      _ = try CalendarDate(birth: typed, Self.today)
      Issue.record("\(typed) was read")
    } catch {
      #expect(
        error.description == "\"\(typed)\" may be \(both). Type the year with four digits.")
    }
  }

  @Test(arguments: [
    "0015", "0015-03-02", "1850", "1905", "1905-11-23", "2099", "2099-01-01", "2026-11-25",
    "2 mar 198", "15", "30 feb 84", "someday", "",
  ])
  func `no birthday lies before or after that`(typed: String) {
    #expect(throws: BirthRefusal.self) { try CalendarDate(birth: typed, Self.today) }
  }

  @Test(arguments: [
    ("today", "2026-11-24"), ("yesterday", "2026-11-23"), ("mon", "2026-11-23"),
    ("tue", "2026-11-17"), ("2w", "2026-11-10"), ("3m", "2026-08-24"), ("12 nov", "2026-11-12"),
    ("24 nov", "2026-11-24"), ("8 dec", "2025-12-08"), ("3jan2025", "2025-01-03"),
    ("12nov", "2026-11-12"), ("mar 1984", "1984-03"), ("1984", "1984"),
    ("tomorrow", nil), ("99w9", nil),
  ])
  func `a day gone by`(typed: String, wanted: String?) {
    #expect(CalendarDate(past: typed, Self.today)?.description == wanted)
  }
}
