import ClinicCore
import TechniqueKit
import Testing

/// What is stored of plans, goals and referrals keeps its form.
@Suite struct PlanningFormTests {
  let forms = StoredFormTests()
  let day = PlanningTests.day("2026-12-31")

  @Test func `a goal, with and without a score`() throws {
    try forms.check(Goal(words: "sleep"), "{\"words\":\"sleep\"}")
    try forms.check(
      Goal(
        words: "pain at most 3",
        target: .init(
          metric: "nprs", version: "1", bound: .atMost, value: 3,
          baseline: .init(value: 6, on: day)), due: CalendarDate("2026-12")),
      "{\"due\":\"2026-12\",\"target\":{\"baseline\":{\"on\":\"2026-12-31\",\"value\":6},"
        + "\"bound\":\"at_most\",\"metric\":\"nprs\",\"value\":3,\"version\":\"1\"},"
        + "\"words\":\"pain at most 3\"}")
    #expect(Goal.Bound.allCases.map(\.rawValue) == ["at_most", "at_least"])
  }

  @Test func `a plan, looked at again after visits or on a day`() throws {
    let rhythm = "\"rhythm\":{\"days\":7,\"times\":1},\"startsOn\":\"2026-12-31\",\"visits\":4}"
    try forms.check(
      TreatmentPlan(
        rhythm: .weekly, visits: 4, startsOn: day, reevaluation: .after(visits: 4)),
      "{\"reevaluation\":{\"after\":{\"visits\":4}}," + rhythm)
    try forms.check(
      TreatmentPlan(
        rhythm: .weekly, visits: 4, homeCare: "stretch", startsOn: day,
        reevaluation: .on(date: day)),
      "{\"homeCare\":\"stretch\",\"reevaluation\":{\"on\":{\"date\":\"2026-12-31\"}}," + rhythm)
  }

  @Test func `a referral, its report and what ends it`() throws {
    let codes = try Referral.Code.list(typed: "M54.2 neck pain, M62.830")
    try forms.check(
      Referral(
        provider: .init(name: "Dr", credential: "MD", number: "1", phone: "2", fax: "3"),
        writtenOn: day, codes: codes, areas: [Site("neck"), Site("shoulder", .right)], visits: 8,
        startsOn: day, expiresOn: day, goals: "turn", precautions: "light"),
      "{\"areas\":[{\"region\":\"neck\"},{\"region\":\"shoulder\",\"side\":\"right\"}],"
        + "\"codes\":[{\"code\":\"M54.2\",\"words\":\"neck pain\"},{\"code\":\"M62.830\"}],"
        + "\"expiresOn\":\"2026-12-31\",\"goals\":\"turn\",\"precautions\":\"light\","
        + "\"provider\":{\"credential\":\"MD\",\"fax\":\"3\",\"name\":\"Dr\",\"number\":\"1\","
        + "\"phone\":\"2\"},\"startsOn\":\"2026-12-31\",\"visits\":8,\"writtenOn\":\"2026-12-31\"}")
    try forms.check(
      ReportSent(referral: "e", on: day), "{\"on\":\"2026-12-31\",\"referral\":\"e\"}")
    try forms.check(
      Closing(of: "e", reason: "moved"),
      "{\"of\":\"e\",\"reason\":\"moved\",\"wasReached\":false}")
    try forms.check(Closing(of: "e", wasReached: true), "{\"of\":\"e\",\"wasReached\":true}")
  }
}
