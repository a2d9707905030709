extension TypedCase {
  /// The client says the same words twice, so the therapist is asked whether they still hold.
  static let triggerPoint = TypedCase(
    technique: "trigger_point",
    first: TypedVisit(
      day: "2026-11-24",
      lines: [
        .at("13:55", "new Ben Okafor", ["Born": "1979"]),
        .at(
          "13:56", "intake",
          [
            "Main reason": "headaches from the right shoulder", "as far as known": "3,4",
            "List areas": "neck, r shoulder", "Pain now": "12", "Pain now, ": "7",
            "Headaches": "none", "usual pain": "y", "travel to": "right temple",
            "bruise easily": "??", "bruise easily?": "n",
          ]),
        .at("14:00", "check"),
        .at("14:01", "start trigger points 30 on=\"r shoulder\""),
        .at("14:03", "s headache three days a week, starts at the screen"),
        .at("14:05", "next"),
        .at("14:09", "next neck, r shoulder"),
        .at("14:12", "trp r upper trapezius 7>3 90s ref temple"),
        .at("14:15", "trp r levator active band 60s x2 6>4"),
        .at("14:18", "trp r scm latent 5>3 30s"),
        .at("14:20", "next"),
        .at(
          "14:30", "end",
          [
            "S>": "", "O>": "turns right to 60 degrees, 70 afterwards", "O> ": "",
            "A>": "headache reproduced at the upper trapezius", "A> ": "",
            "P>": "screen at eye height", "P> ": "", "Pain after": "4", "Rebook": "2w",
            "Sign as": "",
          ]),
        .at("14:32", "last"),
      ]),
    second: TypedVisit(
      day: "2026-12-08",
      lines: [
        .at("13:58", "today"),
        .at("14:00", "1", ["Any change": "n", "Pain now": "6", "now? y/n": ""]),
        .at("14:06", "area neck, r shoulder"),
        .at("14:12", "trp r upper trapezius 5>2 90s ref temple"),
        .at("14:16", "trp r infra active 60s 6>4 ref outer arm"),
        .at("14:19", "trp r scm latent 4>3 30s"),
        .at("14:24", "findings compare"),
        .at(
          "14:30", "end",
          [
            "S>": "=", "S> ": "", "O>": "", "A>": "fewer points, less pain on pressure", "A> ": "",
            "P>": "=", "P> ": "", "Pain after": "3", "Rebook": "3w",
            "Does it hold": "", "Does it hold today": "y", "Sign as": "",
          ]),
        .at("14:31", "last"),
        .at("14:31", "progress"),
        .at("14:32", "chart"),
      ]))
}
