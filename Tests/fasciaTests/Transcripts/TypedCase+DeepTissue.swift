extension TypedCase {
  /// The note of the return visit is read as data, assessment and plan before it is signed.
  static let deepTissue = TypedCase(
    technique: "deep_tissue",
    first: TypedVisit(
      day: "2026-11-24",
      lines: [
        .at("16:25", "new Chloe Tan", ["Born": "14 jul 1992"]),
        .at(
          "16:26", "intake",
          [
            "Main reason": "tight legs before a half marathon", "as far as known": "other",
            "List areas": "r hamstrings, r calf, lower back", "Pain now": "5",
            "how did it go": "well",
          ]),
        .at("16:30", "check"),
        .at("16:30", "start deep tissue 60 on=\"r hamstrings, r calf\""),
        .at("16:34", "s pulls behind the right knee from kilometre five"),
        .at("16:36", "next"),
        .at("16:54", "dt r hamstrings stripping deep 4 7>4 6m oil jojoba"),
        .at("17:02", "dt r calf superficial 2 6>5 bruise"),
        .at("17:05", "area lower back"),
        .at("17:10", "dt l ql friction 3 3m spot at the last rib oil none"),
        .at("17:15", "next"),
        .at("17:26", "a hamstrings softer, calf still guards"),
        .at(
          "17:30", "end",
          [
            "S>": "", "O>": "knee straightens to 10 degrees short, 20 before", "O> ": "",
            "A>": "", "P>": "no hard run for 2 days", "P> ": "", "Pain after": "3",
            "Rebook": "2w", "Sign as": "",
          ]),
        .at("17:31", "last"),
      ]),
    second: TypedVisit(
      day: "2026-12-08",
      lines: [
        .at("16:28", "today"),
        .at(
          "16:30", "1",
          [
            "Any change": "n", "Pain now": "3", "Soreness after": "4", "How many hours": "36",
            "now? y/n": "",
          ]),
        .at("16:33", "s ran 15 km, only the calf pulls"),
        .at("16:35", "next r calf, r hamstrings"),
        .at("16:55", "dt r hamstrings stripping deep 3 4>2 6m oil jojoba"),
        .at("17:05", "dt r calf kneading middle 3 5>3 8m oil jojoba"),
        .at("17:12", "dt r soleus compression 3 5>3 3m"),
        .at("17:13", "next"),
        .at("17:24", "findings compare"),
        .at(
          "17:29", "end",
          [
            "S>": "", "O>": "", "A>": "calf the last to give", "A> ": "", "P>": "=", "P> ": "",
            "Pain after": "1", "Rebook": "-", "Sign as": "n",
          ]),
        .at("17:30", "note dap"),
        .at("17:31", "sign"),
        .at("17:31", "last dap"),
        .at("17:31", "progress"),
      ]))
}
