import ClinicalContent
import TechniqueChecks
import Testing
import TriggerPointTherapy

@Test("The module conforms")
func conforms() {
  #expect(findings(in: TriggerPointTherapy.self, base: GeneralContent.base) == [])
}
