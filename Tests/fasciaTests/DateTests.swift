import Foundation
import TerminalTesting
import Testing

/// Dates as they are typed: their century, and how far away they may lie.
@Suite struct DateTests {
  @Test(arguments: [
    ("2 mar 15", "2 Mar 1915 or 2 Mar 2015"), ("1 jan 20", "1 Jan 1920 or 1 Jan 2020"),
    ("31 oct 07", "31 Oct 1907 or 31 Oct 2007"),
  ])
  func `a birthday that fits two centuries is refused in a script with both`(
    typed: String, both: String
  ) throws {
    let told = try Clinic().script(
      ["new Zed Hall born=\"\(typed)\"", "find zed"], ["--keep-going"])
    #expect(told.errors.contains("may be \(both). Type the year with four digits."))
    #expect(told.output.contains("No client fits"))
    #expect(try Clinic().script(["new Zed born=\"\(typed)\""]).ending == .code(4))
  }

  @Test(arguments: ["0015-03-02", "2099", "1850-01-01", "1905-06-30", "2026-11-25"])
  func `a birthday outside of the last 120 years is refused`(typed: String) throws {
    let told = try Clinic().script(["new Zed Hall born=\(typed)"])
    #expect(told.ending == .code(1) && told.errors.contains("that is no date of birth"))
  }

  @Test(arguments: [
    ("2 mar 84", "1984-03-02"), ("31 dec 31", "1931-12-31"), ("1 jan 00", "2000-01-01"),
  ])
  func `a birthday of which one century fits is read`(typed: String, born: String) throws {
    let told = try Clinic().script(["new Zed Hall born=\"\(typed)\"", "client zed"], ["--json"])
    #expect(told.output.contains(born), "\(told.output)\(told.errors)")
  }

  @Test func `at a terminal the year is asked again`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    terminal.type("new Zed Hall")
    try terminal.expect("Born, day month year")
    terminal.type("2 mar 15")
    try terminal.expect("may be 2 Mar 1915 or 2 Mar 2015.")
    terminal.type("2 mar 2015")
    try terminal.expect("Zed Hall is added as C0002. Saved.")
  }

  @Test(arguments: [
    ("31 dec 26", "31 Dec"), ("1 feb 27", "1 Feb 2027"), ("15 mar 28", "15 Mar 2028"),
  ])
  func `a year of two digits behind by is one to come`(typed: String, told: String) throws {
    let clinic = try Clinic()
    let set = try clinic.script([
      "new Ann Ruiz born=1984", "goal \"sleep\" by=\"\(typed)\"", "goal",
    ])
    #expect(set.ending == .code(0) && set.output.contains(told), "\(set.output)\(set.errors)")
  }

  @Test(arguments: ["2099-01-01", "0015-01-01", "1850-03-02"])
  func `an import with an impossible birthday is refused as a whole`(born: String) throws {
    let clinic = try Clinic()
    let path = clinic.folder + "/all.jsonl"
    _ = try clinic.script(["new Ann Ruiz born=1984-03-02", "export \(path)"], ["--keep-going"])
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("1984-03-02"))
    try text.replacing("1984-03-02", with: born).write(
      toFile: path, atomically: true, encoding: .utf8)
    let other = try Clinic()
    let told = try other.script(["import \(path)", "find ruiz"], ["--keep-going"])
    #expect(
      told.errors.contains("has a date of birth that lies in the future, or more than 120 years"))
    #expect(told.output.contains("No client fits"))
  }
}
