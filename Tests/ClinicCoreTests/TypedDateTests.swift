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
