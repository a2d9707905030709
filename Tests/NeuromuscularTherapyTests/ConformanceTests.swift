import ClinicalContent
import NeuromuscularTherapy
import TechniqueChecks
import Testing

@Test("The module conforms")
func conforms() {
  #expect(findings(in: NeuromuscularTherapy.self, base: GeneralContent.base) == [])
}
