import ClinicalContent
import MyofascialRelease
import TechniqueChecks
import Testing

@Test("The module conforms")
func conforms() {
  #expect(findings(in: MyofascialRelease.self, base: GeneralContent.base) == [])
}
