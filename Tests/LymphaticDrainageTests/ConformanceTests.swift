import ClinicalContent
import LymphaticDrainage
import TechniqueChecks
import Testing

@Test("The module conforms")
func conforms() {
  #expect(findings(in: LymphaticDrainage.self, base: GeneralContent.base) == [])
}
