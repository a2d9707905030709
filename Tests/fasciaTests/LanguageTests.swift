import Foundation
import TerminalTesting
import Testing

@Suite("Languages")
struct LanguageTests {
  @Test func `a client is asked in Spanish while the chart stays in English`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let terminal = try clinic.terminal()
    try terminal.expect("fascia> ")
    terminal.type("client ruiz")
    try terminal.expect("fascia Ann R> ")
    terminal.type("intake language=es")
    try terminal.expect("Motivo principal de la visita: ")
    terminal.type("cuello tenso")
    try terminal.expect("hasta donde se sabe? ")
    terminal.type("3")
    try terminal.expect("Indique las zonas: ")
    terminal.type("neck")
    try terminal.expect(": ")
    terminal.type("6")
    try terminal.expect("fiebre")
    terminal.type("n")
    for _ in 1...2 {
      try terminal.expect("nada de esto")
      try terminal.expect("? ")
      terminal.type("nada")
    }
    try terminal.expect("de nervios o dolor")
    terminal.type(".")
    try terminal.expect("Intake paused")
    terminal.type("check")
    try terminal.expect("Not answered: \"Nerve or pain warning signs, any of these?\"")
    terminal.type("quit")
    #expect(terminal.waitForEnd() == .code(0))

    _ = try clinic.script(["client ruiz", Clinic.intake(["medicines": "blood_thinner"])])
    let chart = try clinic.script(["client ruiz", "chart"]).output
    #expect(chart.contains("Main reason for the visit: tight neck"))
  }

  @Test func `set language shows verdict, reasons and what to say in it, and no record`() throws {
    let clinic = try Clinic()
    let result = try clinic.script([
      "set language es", "new Ann Ruiz born=1984",
      Clinic.intake(["medicines": "blood_thinner"]), "why A5", "start craniosacral 30",
    ])
    #expect(result.ending == .code(3))
    #expect(result.output.contains("language   es  (set in this run)"))
    #expect(
      result.output.contains("Say: Por el medicamento que diluye su sangre"), "\(result.output)")
    let chart = try clinic.script(["client ruiz", "chart"]).output
    #expect(chart.contains("Medicines, any of these? blood thinner"))
  }

  @Test func `the configuration may name the language`() throws {
    let clinic = try Clinic()
    let sample = try String(contentsOfFile: Clinic.sample, encoding: .utf8)
    try clinic.configure(sample + "\nlanguage: es\n")
    #expect(try clinic.script(["set"]).output.contains("language   es  (the configuration)\n"))
    let other = try clinic.script(["set language xx"])
    #expect(other.ending == .code(2))
    #expect(
      other.errors.contains("there is no language \"xx\" here. Nothing was changed.\nKnown: en, es")
    )
    #expect(try clinic.script(["set langauge es"]).errors.contains("Did you mean set language?"))
  }
}
