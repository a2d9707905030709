import Foundation
import TerminalTesting

/// What every command prints with `--json`, in several clinics.
enum SchemaTranscript {
  struct Line: Sendable {
    let typed: String
    let text: String

    var data: Data { Data(text.utf8) }
    var object: [String: Any] {
      (try? JSONSerialization.jsonObject(with: data) as? [String: Any]) ?? [:]
    }
    var command: String { object["command"] as? String ?? "?" }
    var items: [[String: Any]] {
      (object["data"] as? [String: Any])?["items"] as? [[String: Any]] ?? []
    }
    var error: [String: Any]? { object["error"] as? [String: Any] }
  }

  /// Run once; each test looks at all of it.
  static let run = Result {
    try firstDay() + secondDay() + leftOut() + missed() + ownQuestion() + screened() + staffed()
      + restored() + billed() + OutcomesTests.transcript() + papers() + corrected()
      + ordered() + receipted() + watched()
  }

  /// One object for each line.
  static func lines(
    _ clinic: Clinic, _ typed: [String], _ flags: [String] = [], endsWith code: Int32 = 0
  ) throws -> [Line] {
    let outcome = try clinic.script(typed, ["--json"] + flags)
    let printed = outcome.output.split(separator: "\n").map(String.init)
    guard outcome.ending == .code(code), printed.count == typed.count else {
      throw Broken(description: "\(outcome.ending), \(printed.count) lines: \(outcome.errors)")
    }
    return zip(typed, printed).map(Line.init)
  }

  struct Broken: Error, CustomStringConvertible { let description: String }

  static let settled = "by=\"Dr Okoye\" credential=MD scope=\"light work\" until=2026-12-31"

  /// Goals, a plan and a referral of somebody who was seen once.
  private static let planned = [
    "plan", "goal", "goal pain at most 3 by=31dec", "goal \"sleep on right side\" by=dec",
    "progress", "goal \"walk to work\"", "goal done 2", "goal drop 3 reason=\"moved away\"", "goal",
    "plan weekly x 4 template=\"trigger points 60\" home=stretch re_evaluate=1", "plan",
    "plan close reason=\"other hours\"", "plan twice a week x 8 re_evaluate=31dec", "plan",
    "referral",
    "referral new provider=\"Dr Okoye\" credential=MD id=1234567890 phone=555-0100 fax=555-0101 "
      + "written=yesterday codes=\"M54.2 neck pain, M62.830\" areas=\"neck, r shoulder\" "
      + "visits=2 from=today until=31dec goals=\"turn the head\" precautions=\"light only\"",
    "referral", "referral report", "referral", "client ruiz", "chart",
    "referral close reason=\"written anew\"",
    "referral new provider=\"Dr Okoye\" codes=M54.2 areas=neck visits=1 from=today until=2d",
    "referral", "client ruiz",
  ]

  /// Everything that one therapist with a key file types on one day.
  private static func firstDay() throws -> [Line] {
    let clinic = try Clinic()
    let found = try lines(
      clinic,
      [
        "today", "find", "help intake fields", "new Eli Novak born=1990", "check",
        Clinic.intake(["emergency_signs": "chest_pain"]),
        "why A4", "why G1", "check", "acknowledge called an ambulance", "chart",
        "new Dee Marsh born=1990",
        Clinic.intake(["bleeding": "disorder", "medicines": "blood_thinner"]), "check", "plan",
        "clearance A6 for=all \(settled)", "why A6", "check", "chart", "new Flo Berg born=1990",
        Clinic.intake(["fever": "yes"]), "rebook 5w", "chart",
      ] + ScriptTests.visit("new Ann Ruiz born=1984-03-02", Clinic.intake()) + [
        "check", "today", "client ruiz", "find ruiz", "find nobody", "last", "chart", "progress",
        "pain 4", "score phq4 2 1 1 2", "score odi 4 4 - - - 4 4 4 4 4", "score groc -3",
        "score ppt left 310 300 305",
        "score psfs walking=4 stairs=3 sleep=6", "progress",
        "diary headache from=28oct " + String(repeating: "0 3m - 5 ", count: 7), "diary",
        "diary sleep from=yesterday 7/8 6", "diary", "addendum soreness gone", "last",
        "techniques", "evidence", "evidence neck pain", "back", "back", "evidence", "score",
        "client ruiz", "score",
      ] + planned + [
        "rescreen", "set", "set phrase ht = hypertonic", "set",
        "set phrase ht =", "set language es", "check", "set language en", "help", "help pain",
        "help s", "help trp", "help keys", "help answers", "start myofascial 30", "trp",
        "trp r utrap 7>3 90s ref temple", "findings", "findings compare",
        "findings edit 1 r utrap 7>2 90s ref temple", "trp l infra 5>2", "findings drop 2",
        "findings chart", "findings compare", "today", "client ruiz", "s slept badly", "o soft",
        "edit s 1 slept well", "undo", "redo", "undo list", "time", "next r calf", "area neck",
        "area", "hold", "go",
        "extend 5", "rebook 2w", "more", "tour", "note", "end", "today", "client ruiz",
        "start myofascial 30 at=2026-11-24T09:00", "end at=2026-11-24T10:00 anyway=\"a long talk\"",
        "sign", "sign", "chart",
        "appointments", "move 1 11:30", "cancel 1 has the flu", "appointments",
        "book 2w every=1w times=2", "book flo 5d 8:00 45", "back", "appointments",
        "calendar \(clinic.folder)/clinic.ics", "back", "verify", "audit last=3", "key",
        "key add file=\(clinic.folder)/second.key", "key add recovery", "key remove 4",
        "key rotate", "staff",
        "backup \(clinic.folder)/copy.fascia",
        "erase C0001 reason=\"asked in writing\" confirm=C0001", "find e", "quit",
      ])
    return found
  }

  /// A return visit two weeks later, partly at the terminal, where nobody treats a fever.
  private static func secondDay() throws -> [Line] {
    let clinic = try Clinic()
    _ = try clinic.script(
      ScriptTests.visit("new Ann Ruiz born=1984", Clinic.intake()) + [
        "score headache_days days=6 recorded=28", "score ppt left 310 300 305", "rebook 2w",
        "new Flo Berg born=1990",
        Clinic.intake(["fever": "yes"]),
      ])
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    terminal.type("client flo")
    try terminal.expect("fascia Flo B> ")
    terminal.type("check")
    try terminal.expect("What now? [do not treat]: ")
    terminal.type("")
    try terminal.expect("Rebook")
    terminal.type("-")
    try terminal.expect("fascia Flo B> ")
    terminal.type("quit")
    _ = terminal.waitForEnd()
    try clinic.set("2026-12-08T10:00")
    let before = try lines(clinic, ["today", "client flo", "chart", "report from=2026-11-24"])
    _ = try clinic.script(
      ["client ruiz", Clinic.intake(["pain_now": "3"], return: true), "start trigger points 60"])
    let note = try clinic.terminal()
    try note.expect("fascia> ")
    note.type("client ruiz")
    try note.expect("fascia Ann R 0:00> ")
    note.type("note")
    try note.expect("S> ")
    note.type("=")
    try note.expect("S> ")
    note.type(".")
    try note.expect("Note is saved. Type note to go on.")
    note.type("quit")
    _ = note.waitForEnd()
    let second = try lines(
      clinic,
      [
        "client ruiz", "note", "note dap", "a =", "end", "pain 1 after",
        "score headache_days days=2 recorded=28", "affirm", "sign", "last", "last dap", "chart",
        "chart as of 2026-11-24", "withdraw 1 reason=\"written twice\"", "chart", "undo",
        "progress",
        "check",
      ])
    try clinic.set("2026-12-15T10:00")
    let third = ["client ruiz", "pain 2", "progress", "report from=2026-11-24"]
    return before + second + (try lines(clinic, third))
  }

  /// A rule leaves an area out, and two techniques in one session.
  private static func leftOut() throws -> [Line] {
    let clinic = try Clinic()
    return try lines(
      clinic,
      [
        "new Gus Hale born=1980", Clinic.intake(["skin": "open", "skin_areas": "l forearm"]),
        "start trigger points 30 + lymph drainage 30 on=neck",
        "area l forearm reason=\"asked for\"",
        "time", "end", "note",
      ])
  }

  /// Somebody did not come.
  private static func missed() throws -> [Line] {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", "book 11:00"])
    try clinic.set("2026-11-24T12:00")
    return try lines(clinic, ["client ruiz", "noshow 1", "appointments", "today"])
  }

  /// A question of the clinic's own that takes a remark.
  private static func ownQuestion() throws -> [Line] {
    let clinic = try ClinicContentTests.clinic(
      ClinicContentTests.content.replacing(
        "    safety: true\n", with: "    remark: true\n    safety: true\n"))
    return try lines(
      clinic,
      [
        "new Ann Ruiz born=1984", ClinicContentTests.intake + " river_sauna=\"yes; at noon\"",
        "chart", "check", "techniques",
      ])
  }

  /// Eleven clients who were asked before a technique was enabled.
  private static func screened() throws -> [Line] {
    let clinic = try Clinic()
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    try clinic.configure(
      sample.replacing(
        "trigger_point:\n    enabled: true", with: "trigger_point:\n    enabled: false"))
    let answers = Clinic.intake().split(separator: " ").filter { !$0.hasPrefix("trigger_point") }
    let intake = answers.joined(separator: " ")
    _ = try clinic.script((1...11).flatMap { ["new Client No\($0) born=1984", intake] })
    clinic.configuration = nil
    return try lines(clinic, ["rescreen", "rescreen all", "find client"])
  }

  /// A clinic where people sign in, with a front desk and an auditor.
  private static func staffed() throws -> [Line] {
    let clinic = try PeopleTests().staffed()
    let secret = try clinic.secret(PeopleTests.words)
    func login(_ name: String) -> [String] { ["--login", name, "--passphrase-file", secret] }
    let kim = try lines(
      clinic, ["new Ben Okafor born=1990", Clinic.intake(), "start trigger points 30", "s words"],
      login("kim"))
    let reason = "emergency C0001 reason=\"collapsed in the waiting room\""
    let fay = try lines(
      clinic, ["today", "client ann", "find ann", "find", reason, "chart", "back"], login("fay"))
    let abe = try lines(
      clinic, ["today", "verify", "audit client=C0001", "audit to=2026-11-23", "quit"],
      login("abe"))
    let lee = try lines(
      clinic,
      [
        "client ben", "key", "staff", "passphrase kim passphrase_file=\(secret)",
        "staff add \"Moe Test\" role=therapist passphrase_file=\(secret)", "staff remove moe",
        "book ben 8 dec 10:15 with=kim", "staff remove kim to=lee anyway=\"left the clinic\"",
        "today", "client ben", "area neck", "end", "sign", "last",
        "report", "lock",
      ], login("lee"))
    return kim + fay + abe + lee
  }

  /// A clinic that asks for consent and makes receipts.
  private static func billed() throws -> [Line] {
    let clinic = try ReceiptTests.clinic(ReceiptTests.billing + ConsentTests.section)
    return try lines(
      clinic,
      [
        "new Eli Young born=2012-05-01", Clinic.intake(["guardian_consent": "yes"]),
        "client young", "consent", "consent decline general", "consent show breast",
        "consent give general by=\"Rosa Young\" witness=\"Kim Doe\"", "consent show general",
        "consent give breast by=\"Rosa Young\"", "consent withdraw breast reason=\"his wish\"",
        "consent", "chart", "start trigger points 60 at=2026-11-24T09:00",
        "end at=2026-11-24T09:47", "sign",
        PlanningTests.referral + " visits=8 from=2026-11-01 until=2026-12-31", "receipt paid=20",
        "receipt 1 to=\(clinic.folder)/visit.html",
      ])
  }

  /// The letter and the client's report, at their richest.
  private static func papers() throws -> [Line] {
    let clinic = try PaperTests.rich()
    return try lines(
      clinic,
      [
        "client ruiz", "letter consent=yes to=\(clinic.folder)/letter.html",
        "report to=\(clinic.folder)/report.md",
      ])
  }

  private static func restored() throws -> [Line] {
    let clinic = try Clinic()
    let copy = clinic.folder + "/copy.fascia"
    let kept = try lines(clinic, ["new Ann Ruiz", "backup \(copy)", "verify"])
    let head = kept[2].items.first?["head"] as? String ?? ""
    let out = clinic.folder + "/charts.json"
    let exchanged =
      try lines(clinic, ["export \(out)"])
      + lines(
        try Clinic(), ["new Ben Okafor", "import \(out)"])
    return kept + exchanged + (try lines(clinic, ["verify head=\(head)", "restore \(copy)"]))
  }
}
