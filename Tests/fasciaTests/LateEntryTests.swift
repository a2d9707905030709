import Foundation
import TerminalTesting
import Testing

/// What is written down later is of the day on which it happened.
@Suite struct LateEntryTests {
  /// A client who did the intake; it is 30 November 2026.
  func clinic() throws -> Clinic {
    let clinic = try Clinic(at: "2026-11-30T09:00")
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake(["pain_now": "6"])])
    return clinic
  }

  func days(_ output: String) -> [String: [String]] {
    Clinic.items(output).reduce(into: [:]) { found, item in
      guard let name = item["measure"] as? String, let at = item["at"] as? String else { return }
      found[name, default: []].append(String(at.prefix(16)))
    }
  }

  @Test(arguments: [
    ("score ndi 22 at=2026-11-20T08:00", "ndi", "2026-11-20T08:00"),
    ("pain 4 at=2026-11-29T17:30", "pain", "2026-11-29T17:30"),
    ("score psfs walking=4 stairs=3 sleep=6 at=2026-11-02T10:00", "psfs", "2026-11-02T10:00"),
    (
      "score excess affected=17.1,18.9,21.2 other=16,17.2,19 every=4 at=2026-11-10T11:00", "excess",
      "2026-11-10T11:00"
    ),
    ("score ndi 22 at=08:15", "ndi", "2026-11-30T08:15"),
  ])
  func `a score is of the time that is said`(line: String, name: String, at: String) throws {
    let told = try clinic().script(["client ruiz", line], ["--json"])
    #expect(told.ending == .code(0), "\(told.output)\(told.errors)")
    #expect(days(told.output)[name]?.first == at)
  }

  @Test(arguments: [
    "score ndi 22 at=2026-12-01T08:00", "pain 4 at=23:59",
    "score psfs walking=4 stairs=3 sleep=6 at=2027-01-01T00:00",
  ])
  func `a score of a time to come is refused`(line: String) throws {
    let told = try clinic().script(["client ruiz", line])
    #expect(told.ending == .code(1))
    #expect(told.errors.contains("that time has not come yet."))
  }

  @Test(arguments: [
    "score ndi 22 at=2026-11-20T08:00", "pain 4 at=08:59", "pain 4 at=2026-11-29T09:30",
  ])
  func `a score of another time than the session in hand is refused`(line: String) throws {
    let clinic = try clinic()
    _ = try clinic.script(["client ruiz", "start trigger points 60"])
    try clinic.set("2026-11-30T09:20")
    let told = try clinic.script(["client ruiz", line])
    #expect(told.ending == .code(1))
    #expect(
      told.errors.contains(
        "that time lies outside of the session in hand, from 30 Nov 2026 09:00 until now."))
    #expect(try clinic.script(["client ruiz", "pain 4 at=09:10"]).ending == .code(0))
  }

  @Test(arguments: ["2026-11-23T10:00", "2026-11-29T07:15", "2026-10-01T18:30"])
  func `what is typed in a visit that is entered late is of that visit`(start: String) throws {
    let clinic = try clinic()
    let day = String(start.prefix(10))
    let told = try clinic.script(
      [
        "client ruiz", "start trigger points 60 at=\(start)", "pain 7", "score ndi 22",
        "s sore since the weekend", "trp r utrap 6>4", "area neck",
        "end at=\(day)T\(Self.later(start))",
        "a went well", "pain 2 after", "p see in a week", "sign",
      ], ["--json"])
    #expect(told.ending == .code(0), "\(told.output)\(told.errors)")
    let told2 = try clinic.script(["client ruiz", "last", "progress"], ["--json"])
    for times in [told.output, told2.output].flatMap({ days($0).values.flatMap(\.self) }) {
      #expect(times.hasPrefix(day))
    }
    for item in Clinic.items(told.output) where item["text"] != nil || item["sentence"] != nil {
      #expect((item["at"] as? String)?.hasPrefix(day) != false, "\(item)")
    }
    #expect(days(told.output)["pain"]?.last == "\(day)T\(Self.later(start))")
  }

  /// An hour after the start.
  static func later(_ start: String) -> String {
    let hour = (Int(start.dropFirst(11).prefix(2)) ?? 0) + 1
    return (hour < 10 ? "0\(hour)" : "\(hour)") + start.suffix(3)
  }

  @Test(arguments: ["2026-11-17T07:15", "2026-11-20T10:00", "2026-11-29T18:00"])
  func `what nobody had answered by then is answered on the day on which a visit is entered`(
    start: String
  ) throws {
    let clinic = try clinic()
    let first = try clinic.script([
      "client ruiz", "start trigger points 60 at=2026-11-16T10:00", "s sore",
      "end at=2026-11-16T11:00",
      "sign",
    ])
    #expect(first.ending == .code(0), "\(first.errors)")
    let late = "start trigger points 60 at=\(start)"
    let open = try clinic.script(["client ruiz", late])
    #expect(open.ending == .code(3))
    #expect(open.errors.contains("not answered: trigger_point_after."), "\(open.errors)")
    let other = try clinic.script(["client ruiz", "intake trigger_point_after=numb", late])
    #expect(other.ending == .code(3) && !other.errors.contains("not answered"), "\(other.errors)")
    let told = try clinic.script(["client ruiz", "intake trigger_point_after=none", late])
    #expect(told.ending == .code(0), "\(told.errors)")
  }

  @Test func `a visit that is entered late is numbered, shown and added to by its day`() throws {
    let clinic = try clinic()
    func visit(_ day: String, pain: String) -> [String] {
      [
        "start trigger points 60 at=\(day)T10:00", "pain \(pain)", "s said on \(day)", "area neck",
        "end at=\(day)T11:00", "a fine", "pain 1 after", "p weekly", "sign",
      ]
    }
    let first = try clinic.script(["client ruiz"] + visit("2026-11-28", pain: "3"))
    #expect(first.ending == .code(0), "\(first.errors)")
    let late = try clinic.script(
      ["client ruiz"] + visit("2026-11-16", pain: "8") + ["addendum called, no soreness"],
      ["--json"])
    #expect(late.ending == .code(0), "\(late.errors)")
    #expect(
      Clinic.items(late.output).contains { $0["visit"] as? Int == 1 && $0["signed_by"] != nil })
    let last = try clinic.script(["client ruiz", "last"]).output
    #expect(last.contains("Visit 2") && last.contains("28 Nov 2026"))
    #expect(last.contains("called, no soreness"))
    let progress = try clinic.script(["client ruiz", "progress pain"]).output
    #expect(progress.contains("Better by 5 (62.5 %) since 16 Nov 2026"))
  }
}
