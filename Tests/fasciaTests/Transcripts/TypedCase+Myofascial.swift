extension TypedCase {
  static let myofascialRelease = TypedCase(
    technique: "myofascial_release",
    first: TypedVisit(
      day: "2026-11-24",
      lines: [
        .at("09:55", "new Ann Ruiz", ["Born": "2 mar 1984"]),
        .at(
          "09:56", "intake",
          [
            "Main reason": "stiff lower back after gardening",
            "as far as known": "low back pain", "List areas": "lower back, r hamstrings",
            "Pain now": "6", "Which movement": "bending forward", "skin thin": "n",
          ]),
        .at("10:01", "check"),
        .at("10:02", "start myofascial 45 on=\"lower back\""),
        .at("10:05", "s worst in the morning, an hour until it moves"),
        .at("10:06", "next"),
        .at("10:18", "mfr thoracolumbar 180s x3 vertical 60>72deg response=2 6>4"),
        .at("10:24", "area r hamstrings"),
        .at("10:27", "mfr r hamstrings 3m 55>70deg response=2"),
        .at("10:30", "hold"),
        .at("10:32", "go"),
        .at("10:36", "mfr l ql 120s x2 horizontal response=1 5>4"),
        .at("10:41", "o bends to the shins, to the knees before"),
        .at("10:44", "a gives slowly on the left"),
        .at("10:48", "hold"),
        .at("10:50", "go"),
        .at("10:51", "p knees to chest, twice a day"),
        .at(
          "10:52", "end",
          [
            "S>": "", "O>": "skin pink after the holds", "O> ": "", "A>": "", "P>": "",
            "Pain after": "3", "Rebook": "2w", "Sign as": "",
          ]),
        .at("10:54", "last"),
      ]),
    second: TypedVisit(
      day: "2026-12-08",
      lines: [
        .at("09:58", "today"),
        .at("10:02", "1", ["Any change": "n", "Pain now": "4", "now? y/n": ""]),
        .at("10:09", "s mornings easier, half an hour"),
        .at("10:12", "next lower back"),
        .at("10:18", "mfr thoracolumbar 180s x2 vertical 70>82deg response=3 4>2"),
        .at("10:24", "mfr r glute med 2m diagonal response=2"),
        .at("10:30", "mfr l ql 120s x2 horizontal response=2 4>3"),
        .at("10:34", "next"),
        .at("10:40", "findings compare"),
        .at(
          "10:44", "end",
          [
            "S>": "", "O>": "", "A>": "gives sooner on the left", "A> ": "", "P>": "=", "P> ": "",
            "Pain after": "2", "Rebook": "", "Sign as": "",
          ]),
        .at("10:45", "last"),
        .at("10:45", "progress"),
      ]))
}
