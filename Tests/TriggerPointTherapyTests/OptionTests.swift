import ClinicalContent
import TechniqueKit
import Testing
import TriggerPointTherapy

@Test("The longest compression that a clinic sets bounds what may be recorded")
func longestCompression() throws {
  let options = OptionValues(
    TriggerPointTherapy.options, settings: ["longest_compression_seconds": .wholeNumber(60)])
  let content = TriggerPointTherapy.content(options)
  let kind = try #require(content.findings.first)
  #expect(throws: ShorthandError.self) {
    try kind.read("trp r infra 90s", anatomy: GeneralContent.anatomy)
  }
  #expect(throws: Never.self) {
    try kind.read("trp r infra 60s", anatomy: GeneralContent.anatomy)
  }
  let phases = try #require(content.templates.first).phases
  #expect(phases.contains { $0.instructions.contains("30 to 60 s") })
}
