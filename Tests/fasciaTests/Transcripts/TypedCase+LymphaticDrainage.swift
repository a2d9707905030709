extension TypedCase {
  /// Cancer that was treated lately needs the word of those who treated it, which the first visit records.
  static let lymphaticDrainage = TypedCase(
    technique: "lymphatic_drainage",
    first: TypedVisit(
      day: "2026-11-24",
      lines: [
        .at("08:50", "new Fay Lind", ["Born": "30 sep 1957"]),
        .at(
          "08:51", "intake",
          [
            "Main reason": "heavy left arm since the operation", "as far as known": "lymphoedema",
            "List areas": "l arm", "Pain now": "2", "Cancer, any": "1,5",
            "limb and side": "l arm, l armpit", "still untreated": "n",
            "swelling from": "after cancer", "Belly": "none",
            "compression garment": "8",
          ]),
        .at(
          "08:57", "check",
          [
            "What now?": "clearance F2", "Who cleared it": "Dr M. Hale",
            "Credential": "oncologist", "On which date": "20 nov",
            "For what": "drainage of the left arm",
            "Until which": "24 may 2027",
          ]),
        .at("09:00", "start lymph drainage 60 on=\"l arm\""),
        .at("09:03", "girth l arm 17.1 18.9 21.2 23.8 26.0 every 4cm from wrist"),
        .at("09:05", "girth r arm 16.4 17.8 19.6 21.9 24.1 every 4cm from wrist"),
        .at("09:06", "pitting l forearm 4mm"),
        .at("09:07", "weight 71.5kg"),
        .at(
          "09:08",
          "score excess affected=17.1,18.9,21.2,23.8,26 other=16.4,17.8,19.6,21.9,24.1 every=4"),
        .at("09:08", "next neck"),
        .at("09:17", "area chest"),
        .at("09:31", "area l arm"),
        .at("09:40", "s arm tired by the evening, rings do not fit"),
        .at("09:54", "garment l arm 2 8h sore kind flat-knit sleeve"),
        .at(
          "10:00", "end",
          [
            "S>": "", "O>": "skin whole, no redness", "O> ": "", "A>": "forearm softer at the end",
            "A> ": "", "P>": "sleeve 12 hours a day; fit to be checked", "P> ": "",
            "Pain after": "1", "Rebook": "2w", "Sign as": "",
          ]),
        .at("10:02", "last"),
      ]),
    second: TypedVisit(
      day: "2026-12-08",
      lines: [
        .at("08:58", "today"),
        .at(
          "09:00", "1",
          [
            "Any change": "n", "Pain now": "1", "compression garment": "12",
            "now? y/n": "",
          ]),
        .at("09:03", "girth l arm 16.9 18.5 20.6 23.1 25.6 every 4cm from wrist"),
        .at("09:05", "girth r arm 16.4 17.8 19.6 21.9 24.1 every 4cm from wrist"),
        .at("09:06", "pitting l forearm 2mm"),
        .at("09:07", "weight 71.2kg"),
        .at(
          "09:08",
          "score excess affected=16.9,18.5,20.6,23.1,25.6 other=16.4,17.8,19.6,21.9,24.1 every=4"),
        .at("09:08", "next neck"),
        .at("09:17", "area chest"),
        .at("09:31", "area l arm"),
        .at("09:52", "garment l arm 2 12h comfortable kind flat-knit sleeve"),
        .at("09:55", "findings compare"),
        .at(
          "10:00", "end",
          [
            "S>": "rings fit again in the morning", "S> ": "", "O>": "=", "O> ": "",
            "A>": "less fluid with longer wear", "A> ": "", "P>": "go on with 12 hours", "P> ": "",
            "Pain after": "0", "Rebook": "", "Sign as": "",
          ]),
        .at("10:01", "last"),
        .at("10:01", "progress"),
      ]))
}
