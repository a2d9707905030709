import Foundation
import TerminalTesting
import Testing

@Suite("Content that a clinic writes down")
struct ClinicContentTests {
  static let config = """
    schema: 1
    allow_draft: true
    content: own.yaml
    techniques: {trigger_point: {enabled: true}, craniosacral: {enabled: true}}

    """

  static let content = """
    schema: 1
    id: river
    name: River Street
    questions:
      - id: river_sauna
        prompt: Sauna today?
        kind: yes_no
        help: Type y or n.
        why: Heat adds up.
        safety: true
        validity: this_visit
    rules:
      - id: river_heat
        code: RS1
        title: Sauna today
        when: {is_yes: river_sauna}
        severity: note
        advice: Offer water.
        client: Please drink something.
        citations: [{text: house rule, unconfirmed: true}]
    templates:
      - id: river_points
        title: quick points
        also_uses: [trigger_point]
        phases:
          - {title: Work, minutes: {20: 20}, pressure: 3, instructions: Work on the points.}
    wording:
      question/main_reason/prompt: What brings you here

    """

  static func clinic(_ content: String = content, config: String = config) throws -> Clinic {
    let clinic = try Clinic()
    try clinic.configure(config)
    try content.write(toFile: clinic.folder + "/own.yaml", atomically: true, encoding: .utf8)
    return clinic
  }

  static let intake = Clinic.intake().components(separatedBy: " ").filter {
    !$0.hasPrefix("myofascial") && !$0.hasPrefix("lymphatic") && !$0.hasPrefix("deep")
      && !$0.hasPrefix("neuromuscular")
  }.joined(separator: " ")

  @Test func `its questions, rules, templates and words are used, and a record keeps them`() throws
  {
    let clinic = try Self.clinic()
    let result = try clinic.script([
      "new Ann Ruiz born=1984", Self.intake + " river_sauna=yes", "check", "start quick points 20",
      "end", "sign", "chart", "techniques",
    ])
    #expect(result.ending == .code(0), "\(result.errors)")
    #expect(result.output.contains("NOTE     Sauna today"))
    #expect(result.output.contains("Started quick points 20."))
    #expect(result.output.contains("What brings you here: tight neck"))
    #expect(
      result.output.contains(
        "river                  0.1.0   draft     written down, enabled, used in 1"))
    // Without the file the old answers still read in the words they were asked in.
    try clinic.configure(Self.config.replacingOccurrences(of: "content: own.yaml\n", with: ""))
    let later = try clinic.script(["client ruiz", "chart", "last"])
    #expect(later.output.contains("Sauna today? yes"))
    #expect(later.output.contains("quick points 20"))
  }

  @Test func `with schema 2 its rules read findings and its questions ask for blood pressure`()
    throws
  {
    let clinic = try Self.clinic(
      Self.content.replacingOccurrences(of: "schema: 1", with: "schema: 2")
        .replacingOccurrences(
          of: "when: {is_yes: river_sauna}",
          with: "when: {any: [{found: neck_check, field: bp, part: systolic, at_least: 150}, "
            + "{blood_pressure: river_cuff, part: diastolic, at_least: 95}]}"
        )
        .replacingOccurrences(
          of: "rules:\n",
          with: """
              - id: river_cuff
                prompt: Blood pressure at home
                kind: blood_pressure
                help: "Upper and lower number: 128/82."
                why: It is compared.
            rules:

            """))
    let result = try clinic.script([
      "new Ann Ruiz born=1984", Self.intake + " river_sauna=no river_cuff=128/98", "check", "chart",
    ])
    #expect(result.ending == .code(0), "\(result.errors)")
    #expect(result.output.contains("NOTE     Sauna today"))
    #expect(result.output.contains("128/98 mmHg"))
  }

  /// The rules of a technique that the template is made of bear on it.
  @Test func `a template of the clinic is no way around a technique's rules`() throws {
    let clinic = try Self.clinic()
    let intake = Self.intake.replacingOccurrences(
      of: "bleeding=\"none\"", with: "bleeding=\"platelets_low\"")
    let result = try clinic.script([
      "new Ann Ruiz born=1984", intake + " river_sauna=no", "start quick points 20",
    ])
    #expect(result.ending == .code(3))
    #expect(result.errors.contains("low platelets (A6)"), "\(result.errors)")
  }

  static func billing(_ technique: String) -> String {
    """
    clinic: {name: River Street Clinic}
    billing:
      rule: cms
      currency: USD
      services:
        \(technique): {code: RS-9, description: Quick points, price: "20.00"}

    """
  }

  @Test func `a template of the clinic is billed under the name of its content`() throws {
    let clinic = try Self.clinic(config: Self.config + Self.billing("river"))
    let result = try clinic.script([
      "new Ann Ruiz born=1984", Self.intake + " river_sauna=no",
      "start quick points 20 at=2026-11-24T09:00", "end at=2026-11-24T09:20", "sign", "receipt",
    ])
    #expect(result.ending == .code(0), "\(result.errors)")
    #expect(result.output.contains("RS-9  Quick points\n  20 min, 1 unit of 20.00 USD"))
  }

  @Test(arguments: [
    ("rivr", "there is no technique \"rivr\". Did you mean river? Known:"),
    ("hot_stone", "there is no technique \"hot_stone\". "),
    ("River Street", "there is no technique \"River Street\". "),
  ])
  func `what neither a technique nor the content is called is not billed`(
    name: String, message: String
  ) throws {
    let clinic = try Self.clinic(config: Self.config + Self.billing(name))
    let result = try clinic.script(["today"])
    #expect(result.ending == .code(2), "\(result.output)")
    #expect(result.errors.contains("/c.yaml:10:5: \(message)"), "\(result.errors)")
    try clinic.configure(
      (Self.config + Self.billing("river")).replacing("content: own.yaml\n", with: ""))
    let without = try clinic.script(["today"])
    #expect(without.errors.contains("there is no technique \"river\"."), "\(without.errors)")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let error: String
    var testDescription: String { error }

    init(_ old: String, _ new: String, _ error: String) {
      self.old = old
      self.new = new
      self.error = error
    }
  }

  static let mistakes = [
    Mistake(
      "schema: 1", "schema: 7",
      "own.yaml:1:9: schema 7 is not known; this Fascia reads schema 1 and 2."),
    Mistake(
      "when: {is_yes: river_sauna}", "when: {found: neck_check, field: signs, word: present}",
      "own.yaml:1:9: found needs schema 2; write schema: 2 at the top."),
    Mistake(
      "kind: yes_no", "kind: blood_pressure",
      "own.yaml:1:9: blood_pressure needs schema 2; write schema: 2 at the top."),
    Mistake(
      "schema: 1", "schema: 2\nrules_of: nobody",
      "own.yaml:2:11: there is no key \"rules_of\" here; known: schema, id, name, questions, rules, "
        + "templates, aftercare, wording."),
    Mistake("name: River Street\n", "", "own.yaml:1:1: name is missing."),
    Mistake(
      "validity: this_visit", "validty: this_visit",
      "own.yaml:11:14: there is no key \"validty\" here; known: id, prompt, kind, help, why, "
        + "required, safety, validity, absences, remark, aliases, range, scale, options, several, "
        + "fields, ask_when, at_most, blood_pressure."),
    Mistake(
      "kind: yes_no", "kind: yesno",
      "own.yaml:7:11: kind is one of: yes_no, whole_number, decimal, blood_pressure, scale, choice, "
        + "text, date, regions, group."),
    Mistake("safety: true", "safety: maybe", "own.yaml:10:13: safety needs true or false."),
    Mistake(
      "severity: note", "severity: mild",
      "own.yaml:17:15: severity is one of: note, adapt, avoid, clearance, stop, emergency."),
    Mistake(
      "is_yes: river_sauna", "is_yes: river_suana",
      "own.yaml:13:5: rule river_heat: there is no question river_suana."),
    Mistake(
      "id: river_sauna", "id: fever",
      "own.yaml:5:5: question fever: the id must begin with river_"),
    Mistake(
      "prompt: Sauna today?", "prompt: sauna today",
      "own.yaml:5:5: question river_sauna: the prompt begins without a capital."),
    Mistake(
      "{20: 20}", "{20: 19}",
      "own.yaml:22:5: template river_points: the phases of 20 min add up to 19."),
    Mistake(
      "    also_uses: [trigger_point]\n", "",
      "own.yaml:22:5: template river_points: also_uses has to name its techniques, of: "
        + "trigger_point, craniosacral."),
    Mistake(
      "[trigger_point]", "[deep_tissue]",
      "own.yaml:22:5: template river_points: deep_tissue is not enabled. Enabled: trigger_point, "
        + "craniosacral."),
    Mistake(
      "id: river\n", "id: trigger_point\n",
      "own.yaml:1:1: the id trigger_point is that of a technique."),
    Mistake(
      "question/main_reason/prompt: What", "question/man_reason/prompt: What",
      "own.yaml:28:3: wording question/man_reason/prompt: there is no such text. Did you mean "
        + "question/main_reason/prompt?"),
    Mistake(
      "question/main_reason/prompt: What", "question/fever/prompt: Free of fever today? What",
      "own.yaml:28:3: wording question/fever/prompt: this text keeps clients from harm and stays as "
        + "it is."),
    Mistake(
      "question/main_reason/prompt: What",
      "rule/general_heart_or_lung_signs/client: All well. What",
      "own.yaml:28:3: wording rule/general_heart_or_lung_signs/client: this text keeps clients from "
        + "harm and stays as it is."),
    Mistake(
      "title: quick points", "title: trigger points",
      "own.yaml:22:5: template river_points: there is a template \"trigger points\" already; choose "
        + "another title."),
    Mistake(
      "code: RS1", "code: c1",
      "own.yaml:13:5: rule river_heat: the code c1 is that of another rule; choose another."),
    Mistake(
      "severity: note\n", "severity: note\n    techniques: own\n",
      "own.yaml:18:17: a rule of a clinic bears on every technique; leave techniques out."),
    Mistake(
      "kind: yes_no", "kind: whole_number\n    range: {possible: [5, 1]}",
      "own.yaml:8:23: possible goes from the lower number to the higher one."),
    Mistake(
      "What brings you here", "Is it safe",
      "own.yaml:28:3: wording question/main_reason/prompt: \"safe\" must not be printed."),
    Mistake(
      "questions:\n", "questions: [\n",
      "own.yaml:5:3: this is not YAML: did not find expected node content."),
  ]

  @Test("Each mistake is told with line and column, and nothing is opened", arguments: mistakes)
  func refuses(mistake: Mistake) throws {
    #expect(Self.content.contains(mistake.old))
    let clinic = try Self.clinic(
      Self.content.replacingOccurrences(of: mistake.old, with: mistake.new))
    let result = try clinic.script(["today"])
    #expect(result.ending == .code(2))
    let told = result.errors.replacingOccurrences(of: clinic.folder + "/", with: "")
      .split(separator: "\n").map(String.init)
    #expect(told.contains { $0.hasPrefix(mistake.error) }, "\(told)")
    #expect(!FileManager.default.fileExists(atPath: clinic.practiceFile))
  }

  @Test func `it is always a draft, and a file that is not there is named`() throws {
    let strict = try Self.clinic(
      config: Self.config.replacingOccurrences(of: "allow_draft: true\n", with: ""))
    #expect(try strict.script(["today"]).ending == .code(2))
    let lost = try Clinic()
    try lost.configure(Self.config)
    let result = try lost.script(["today"])
    #expect(result.ending == .code(2))
    #expect(
      result.errors == "Error: the content file \(lost.folder)/own.yaml cannot be read.\n")
  }
}
