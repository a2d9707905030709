import Foundation
import Testing

/// `clinic.age_of_majority`; it is 24 November 2026.
@Suite struct AgeOfMajorityTests {
  @Test(arguments: [
    (18, "2008-11-24", false), (18, "2008-11-25", true), (19, "2007-11-24", false),
    (19, "2007-11-25", true), (19, "2008-06-01", true), (21, "2005-11-24", false),
    (21, "2005-11-25", true), (19, "2007", true),
  ])
  func `a guardian is asked for until the birthday of full age`(
    age: Int, born: String, isAsked: Bool
  ) throws {
    let clinic = try Clinic()
    try clinic.configure(
      String(contentsOfFile: Clinic.sample, encoding: .utf8)
        .replacing("age_of_majority: 18", with: "age_of_majority: \(age)"))
    let asked = try clinic.script(["new Ann Ruiz born=\(born)", Clinic.intake()])
    #expect(asked.ending == .code(isAsked ? 4 : 0), "\(asked.errors)")
    #expect(asked.errors.contains("still needs: guardian_consent.") == isAsked)
    guard isAsked else { return }
    let start = "start trigger points 30"
    let refused = try clinic.script([
      "client ruiz", Clinic.intake(["guardian_consent": "no"]), start,
    ])
    #expect(refused.ending == .code(3))
    #expect(refused.errors.contains("without a guardian's agreement"), "\(refused.errors)")
    let agreed = try clinic.script(["client ruiz", "intake guardian_consent=yes", start])
    #expect(agreed.ending == .code(0), "\(agreed.errors)")
  }
}
