import ClinicalContent
import CraniosacralTherapy
import TechniqueChecks
import Testing

@Test("The module conforms")
func conforms() {
  #expect(findings(in: CraniosacralTherapy.self, base: GeneralContent.base) == [])
}
