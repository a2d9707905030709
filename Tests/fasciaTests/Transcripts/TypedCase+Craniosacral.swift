extension TypedCase {
  static let craniosacral = TypedCase(
    technique: "craniosacral",
    first: TypedVisit(
      day: "2026-11-24",
      lines: [
        .at("17:50", "new Eli Novak", ["Born": "6 jan 1990"]),
        .at(
          "17:51", "intake",
          [
            "Main reason": "restless, sleeps badly", "as far as known": "sleep",
            "List areas": "neck", "Pain now": "3", "left out": "y",
            "Where not": "face", "A knock": "n",
          ]),
        .at("17:56", "check"),
        .at("18:00", "start craniosacral 30"),
        .at("18:02", "s wakes at three, thinks of work"),
        .at("18:03", "next"),
        .at("18:09", "station sacrum 4min quality softer on the left felt warmth"),
        .at("18:14", "station diaphragm 5m quality breath deepens"),
        .at("18:20", "station occiput 5m felt calm"),
        .at("18:21", "next"),
        .at(
          "18:30", "end",
          [
            "S>": "", "O>": "", "A>": "lay still from the tenth minute", "A> ": "",
            "P>": "no screen after nine", "P> ": "", "Pain after": "2", "Rebook": "2w",
            "Sign as": "",
          ]),
        .at("18:31", "last"),
      ]),
    second: TypedVisit(
      day: "2026-12-08",
      lines: [
        .at("17:58", "today"),
        .at(
          "18:00", "1", ["Any change": "n", "Pain now": "", "now? y/n": ""]),
        .at("18:08", "station sacrum 4min quality even on both sides felt warmth"),
        .at("18:14", "station thoracic inlet 5m quality slow to soften"),
        .at("18:20", "station occiput 6m felt calm"),
        .at("18:26", "findings compare"),
        .at(
          "18:30", "end",
          [
            "S>": "slept through four nights", "S> ": "", "O>": "", "A>": "=", "A> ": "",
            "P>": "=", "P> ": "", "Pain after": "1", "Rebook": "", "Sign as": "",
          ]),
        .at("18:31", "last"),
        .at("18:31", "progress"),
      ]))
}
