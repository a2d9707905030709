import ClinicalContent
import HotStone
import TechniqueChecks
import Testing

@Test("The module conforms")
func conforms() {
  #expect(findings(in: HotStone.self, base: GeneralContent.base) == [])
}
