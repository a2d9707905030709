import ClinicCore
import TechniqueKit
import Testing

/// How numbers stand in a sentence.
@Suite struct CountWordsTests {
  @Test(arguments: [
    (1, "answer", "1 answer"), (0, "answer", "0 answers"), (2, "activity", "2 activities"),
    (1, "activity", "1 activity"), (3, "day", "3 days"), (1, "copy", "1 copy"),
    (21, "row", "21 rows"),
  ])
  func `one thing is one, and of others there are several`(
    count: Int, noun: String, words: String
  ) {
    #expect(count.of(noun) == words)
  }

  @Test(arguments: [(1.0, "1 hour"), (7.5, "7.5 hours"), (0.0, "0 hours"), (0.5, "0.5 hours")])
  func `parts of hours are hours`(count: Double, words: String) {
    #expect(count.of("hour") == words)
  }

  @Test(arguments: [
    ("1 minute", ClinicError.noSuchLength(1, template: "points", lengths: [30])),
    ("1 minute", .longerThanAllowed(minutes: 1, rule: "A5")),
    ("1 activity is", .otherActivities(count: 1)),
  ])
  func `an error counts like everything else`(words: String, error: ClinicError) {
    #expect(error.description.contains(words), "\(error)")
  }

  @Test func `other sentences count so too`() {
    #expect(StoreError.waitToSignIn(seconds: 1).description.contains("Wait 1 second,"))
    #expect(StoreError.waitToSignIn(seconds: 30).description.contains("Wait 30 seconds,"))
    #expect(PlanningNotice.reportDue(visits: 1, days: 1).description.contains("1 visit and 1 day."))
  }

  @Test(arguments: [
    (34, 60, "34 of 60 min"), (60, 60, "60 of 60 min"), (18, 15, "18 min, 3 over the planned 15"),
    (1, 0, "1 min, 1 over the planned 0"), (0, 30, "0 of 30 min"),
  ])
  func `no session has more minutes than the whole of them`(done: Int, planned: Int, words: String)
  {
    #expect(MinutesOfPlan(done: done, of: planned).words == words)
  }
}
