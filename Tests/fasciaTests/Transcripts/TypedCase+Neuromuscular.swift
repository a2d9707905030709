extension TypedCase {
  /// A path of tingling is left out of the first visit; at the second, health has changed.
  static let neuromuscular = TypedCase(
    technique: "neuromuscular",
    first: TypedVisit(
      day: "2026-11-24",
      lines: [
        .at("11:10", "new Dee Marsh", ["Born": "nov 1968"]),
        .at(
          "11:11", "intake",
          [
            "Main reason": "deep ache in the right hip when sitting",
            "as far as known": "sciatica", "List areas": "r hip, r buttock, lower back",
            "Pain now": "6", "Posture, work": "drives a bus, six hours a day",
            "eases it": "lying on the left side", "brings it on": "sitting for an hour",
            "along an arm or leg": "y", "Along which path": "l forearm, l hand",
          ]),
        .at("11:16", "check"),
        .at("11:17", "why E12"),
        .at("11:18", "start neuromuscular 45 on=\"r hip\""),
        .at("11:21", "s left hand falls asleep at night, no weakness"),
        .at("11:25", "o strength and feeling alike on both legs"),
        .at("11:33", "area r buttock, lower back"),
        .at("11:42", "nmt r ql active band 6>3 10s x5 ref hip"),
        .at(
          "11:46", "nmt r piriformis active familiar 12s x3 spot mid belly ref back of the thigh"),
        .at("11:49", "nmt r glute med latent ppt 180>230kPa 8s x6 5>3"),
        .at("11:50", "next"),
        .at(
          "12:03", "end",
          [
            "S>": "", "O>": "", "A>": "piriformis brings on the ache she knows", "A> ": "",
            "P>": "stand up every half hour; see the doctor about the hand", "P> ": "",
            "Pain after": "4", "Rebook": "2w", "Sign as": "",
          ]),
        .at("12:04", "last"),
      ]),
    second: TypedVisit(
      day: "2026-12-08",
      lines: [
        .at("11:14", "today"),
        .at(
          "11:15", "1",
          [
            "Any change": "y", "Pain now": "4", "along an arm or leg": "n", "now? y/n": "",
          ]),
        .at(
          "11:19", "s sits two hours now; hand was seen by the doctor, sleeps again with a splint"),
        .at("11:22", "next r buttock, lower back"),
        .at("11:40", "nmt r ql latent band 3>2 10s x3"),
        .at("11:44", "nmt r piriformis active familiar 12s x3 5>3 ref back of the thigh"),
        .at("11:46", "nmt r tfl latent 8s x4 4>3"),
        .at("11:46", "next"),
        .at("11:57", "findings compare"),
        .at(
          "12:00", "end",
          [
            "S>": "", "O>": "=", "O> ": "", "A>": "ql quiet, piriformis less so", "A> ": "",
            "P>": "stand up every half hour", "P> ": "", "Pain after": "2", "Rebook": "",
            "Sign as": "",
          ]),
        .at("12:01", "last"),
        .at("12:01", "progress"),
      ]))
}
