import ClinicalContent
import DeepTissueMassage
import TechniqueChecks
import Testing

@Test("The module conforms")
func conforms() {
  #expect(findings(in: DeepTissueMassage.self, base: GeneralContent.base) == [])
}
