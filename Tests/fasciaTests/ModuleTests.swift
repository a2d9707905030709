import Foundation
import TechniqueKit
import TerminalTesting
import Testing

@Suite("Modules in a build")
struct ModuleTests {
  static let enabled = """
    schema: 1
    allow_draft: true
    techniques: {whole: {enabled: true}}
    """

  /// Nothing is opened, and the only thing said is one error.
  static func refused(
    _ odd: String, _ error: String, with configuration: String = enabled,
    source: SourceLocation = #_sourceLocation
  ) throws {
    let clinic = try Clinic()
    clinic.odd = odd
    try clinic.configure(configuration)
    let result = try clinic.script(["today"])
    #expect(result.ending == .code(2), sourceLocation: source)
    let told = result.errors.replacingOccurrences(of: clinic.folder + "/", with: "")
    #expect(told == error + "\n", sourceLocation: source)
    #expect(result.output.isEmpty, sourceLocation: source)
    #expect(!FileManager.default.fileExists(atPath: clinic.practiceFile), sourceLocation: source)
  }

  @Test func `two modules that claim one id are refused by type and file`() throws {
    try Self.refused(
      "whole,twin",
      "Error: two modules claim the technique id whole: odd_host.WholeTechnique in "
        + "odd_host/WholeTechnique.swift and odd_host.TwinTechnique in odd_host/OddTechniques.swift. "
        + "Take one of them out of the list.")
  }

  @Test func `a module that fails a check is refused by item and file`() throws {
    try Self.refused(
      "broken",
      "Error: Broken fails a check, in odd_host/OddTechniques.swift: broken/rule/broken_rule: it "
        + "blocks, so a missing answer must not make it milder.",
      with: Self.enabled.replacingOccurrences(of: "whole", with: "broken"))
  }

  @Test func `an alias that is somebody else's id is refused`() throws {
    try Self.refused(
      "whole,taken",
      "Error: Taken fails a check, in odd_host/OddTechniques.swift: taken/question/taken_more: the "
        + "former id whole_asked must begin with taken_",
      with: Self.enabled.replacingOccurrences(
        of: "{whole: {enabled: true}}", with: "{whole: {enabled: true}, taken: {enabled: true}}"))
  }

  @Test func `an option that does not exist, or lies out of range, is refused by its place`() throws
  {
    try Self.refused(
      "whole", "c.yaml:3:47: there is no option \"speed\". Known: minutes.",
      with: Self.enabled.replacingOccurrences(of: "true}}", with: "true, options: {speed: 3}}}"))
    try Self.refused(
      "whole", "c.yaml:3:56: techniques.whole.options.minutes goes from 10 to 60.",
      with: Self.enabled.replacingOccurrences(of: "true}}", with: "true, options: {minutes: 90}}}"))
  }

  @Test func `a draft needs the clinic's word`() throws {
    try Self.refused(
      "whole",
      "c.yaml:2:14: whole is a draft, which no clinician has signed off. To use it all the same, "
        + "set allow_draft: true.",
      with: Self.enabled.replacingOccurrences(of: "allow_draft: true\n", with: ""))
  }

  @Test func `a language that no module comes in is refused`() throws {
    try Self.refused(
      "whole", "Error: config.yaml: there is no language \"xx\" in this build. Known: en, es",
      with: Self.enabled + "\nlanguage: xx")
  }

  static func clinic() throws -> Clinic {
    let clinic = try Clinic()
    clinic.odd = "whole"
    try clinic.configure(enabled)
    return clinic
  }

  static func intake(_ fields: String) -> String {
    // The general history alone: the bundled techniques are not in this build.
    let general = Clinic.intake().split(separator: " ", omittingEmptySubsequences: false)
      .joined(separator: " ")
    let own = [
      "myofascial_", "trigger_point_", "lymphatic_", "craniosacral_", "deep_tissue_",
      "neuromuscular_",
    ]
    let kept = general.components(separatedBy: "\" ").filter { field in
      !own.contains(where: field.hasPrefix)
    }
    return kept.map { $0.hasSuffix("\"") ? $0 : $0 + "\"" }.joined(separator: " ") + " " + fields
  }

  @Test func `a script gives a group row by row, and what is unusual is kept with a note`() throws {
    let clinic = try Self.clinic()
    let result = try clinic.script([
      "new Ann Ruiz born=1984",
      Self.intake(
        "whole_things=\"pump | r upper arm\" whole_things=\"plate | l hip\" whole_hands=12 "
          + "whole_asked=\"y; twice\""), "check", "chart",
    ])
    #expect(result.ending == .code(0), "\(result.errors)")
    #expect(result.errors.contains("whole_hands: 12 Cel is unusual; most are 25 to 36 Cel."))
    #expect(result.output.contains("AVOID    A pump: right upper arm, for whole"))
    #expect(
      result.output.contains("Anything in the body? a pump, right upper arm; a plate, left hip"))
    #expect(result.output.contains("Was it explained? yes (twice)"))
    let refused = try clinic.script(["client ruiz", "intake whole_asked=-"])
    #expect(refused.errors.contains("whole_asked: This one cannot be skipped. Type y or n."))
  }

  @Test func `at a terminal a group is asked field by field, and a kill keeps what was typed`()
    throws
  {
    let clinic = try Self.clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    var terminal = try clinic.terminal()
    func open() throws {
      try terminal.expect("fascia> ")
      terminal.type("client ruiz")
      try terminal.expect("fascia Ann R> ")
      terminal.type("intake")
    }
    try open()
    for _ in 0..<30 {
      try terminal.settle()
      let line = terminal.transcript.split(separator: "\n", omittingEmptySubsequences: false).last
      if line?.contains("Anything in the body?") == true { break }
      terminal.type(VisitTests.answer(to: String(line ?? "")))
    }
    terminal.type("y")
    try terminal.expect("What is it? ")
    terminal.type("pump")
    try terminal.expect("Where is it? ")
    terminal.type("r upper arm")
    try terminal.expect("Another? y/n [n]: ")
    terminal.type("y")
    try terminal.expect("What is it? ")
    terminal.type("plate")
    try terminal.expect("Where is it? ")
    #expect(terminal.end(with: SIGKILL) == .signal(SIGKILL))

    // A group that is not finished is not answered: no rule reads it as if it were all there is.
    let check = try clinic.script(["client ruiz", "check"], ["--json"]).output
    #expect(check.contains("\"unanswered\":[\"whole_things\"]"))
    #expect(
      !check.contains("whole_pump\",\"severity\":\"avoid\",\"title\":\"A pump\",\"unanswered\":[]"))

    terminal = try clinic.terminal()
    try open()
    try terminal.expect("Anything in the body? y/n: ")
    terminal.type("nope")
    try terminal.expect("That needs y or n.")
    try terminal.expect("Anything in the body? y/n: ")
    terminal.type("n")
    try terminal.expect("Forget a pump, right upper arm; a plate? y/n [n]: ")
    terminal.type("")
    try terminal.expect("Anything in the body? y/n: ")
    terminal.type("y")
    try terminal.expect("So far: a pump, right upper arm; a plate. Keep? y/n [y]: ")
    terminal.type("")
    try terminal.expect("Where is it? ")
    terminal.type("l hip")
    try terminal.expect("Another? y/n [n]: ")
    terminal.type("")
    try terminal.expect("Warmth of the hands: ")
    terminal.type("12")
    try terminal.expect("12 Cel is unusual; most are 25 to 36 Cel. Keep it? y/n [n]: ")
    terminal.type("")
    try terminal.expect("Warmth of the hands: ")
    terminal.type("<")
    try terminal.expect("Anything in the body? [a pump, right upper arm; a plate, left hip] y/n: ")
    terminal.type("y")
    try terminal.expect("So far: a pump, right upper arm; a plate, left hip. Keep? y/n [y]: ")
    terminal.type("")
    try terminal.expect("Another? y/n [n]: ")
    terminal.type("")
    try terminal.expect("Warmth of the hands: ")
    terminal.type("30")
    try terminal.expect("Was it explained? ")
    terminal.type("")
    try terminal.expect("This one needs an answer.")
    try terminal.expect("Was it explained? ")
    terminal.type(".")
    try terminal.expect("Intake paused")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))
  }

  @Test func `items make a score, and a module may compute one`() throws {
    let clinic = try Self.clinic()
    let result = try clinic.script([
      "new Ann Ruiz born=1984", "score sleep falling=3 waking=1", "score sleep falling=3",
      "score volume falling=3 waking=2",
    ])
    #expect(result.ending == .code(0), "\(result.errors)")
    #expect(result.output.contains("sleep 6 saved."))
    #expect(result.output.contains("volume 6 saved."))
    for (line, error) in [
      ("score sleep falling=5", "falling goes from 0 to 4; you typed \"5\"."),
      ("score sleep snoring=1", "there is no item \"snoring\". Known: falling, waking."),
      ("score sleep", "falling"),
    ] {
      let refused = try clinic.script(["client ruiz", line])
      #expect(refused.errors.contains(error), "\(refused.errors)")
      #expect(refused.ending != .code(0))
    }
  }

  @Test func `what is compiled in, enabled and used is told apart`() throws {
    let clinic = try Clinic()
    try clinic.configure(
      "schema: 1\nallow_draft: true\n"
        + "techniques: {trigger_point: {enabled: true}, craniosacral: {enabled: true}}")
    let intake = Clinic.intake().components(separatedBy: " ").filter {
      !$0.hasPrefix("myofascial") && !$0.hasPrefix("lymphatic") && !$0.hasPrefix("deep")
        && !$0.hasPrefix("neuromuscular")
    }.joined(separator: " ")
    _ = try clinic.script([
      "new Ann Ruiz born=1984", intake, "start trigger points 30", "end", "sign",
    ])
    let told = try clinic.script(["techniques"]).output
    #expect(
      told.contains(
        "trigger_point          0.3.0   draft     compiled in, enabled, used in 1 visit"))
    #expect(
      told.contains("craniosacral           0.3.0   draft     compiled in, enabled, not used"))
    #expect(
      told.contains("lymphatic_drainage     0.3.0   draft     compiled in, not enabled, not used"))
    #expect(
      told.contains(
        "TriggerPointTherapy.TriggerPointTherapy in TriggerPointTherapy/TriggerPointTherapy.swift"))
  }

  @Test func `no finding can be called like a command`() throws {
    let clinic = try Clinic()
    let help = try clinic.script(["help"], ["--json"]).output
    let object = try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any]
    let items = (object?["data"] as? [String: Any])?["items"] as? [[String: Any]]
    let verbs = Set((items ?? []).compactMap { $0["verb"] as? String })
    #expect(verbs.count > 30)
    #expect(verbs.subtracting(FindingKind.reservedCodes) == [])
  }
}
