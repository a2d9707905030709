import TechniqueKit

/// What is recorded whatever the technique: the work at one site, how it was borne, and the check
/// before work on neck or head.
public enum GeneralFindings {
  public static let all: [FindingKind] = [siteWork, neckCheck]

  /// The whole of a blood pressure: until 0.4.0 it was two numbers in a row, which still read.
  public static let bloodPressure = BloodPressureField(
    "bp", "blood pressure, upper then lower", required: true)
  public static let signs = WordField(
    "signs", "dizzy, double sight, falls, speech, swallowing, gait", ["present", "absent"])
  public static let nerves = WordField("nerves", "cranial nerves", ["symmetric", "asymmetric"])
  public static let held = WordField(
    "held", "whether the end position was borne", ["comfortable", "provoking"])

  public static let siteWork =
    FindingKind(
      "site_work", code: "site", "Work at one site", treats: true,
      fields: [
        .init("site", "area or muscle, with side", .site, required: true),
        .init(
          "position", "how the client lay",
          .word(["supine", "prone", "sidelying", "seated", "standing"])),
        .init("minutes", "how long", .number(unit: "min", range: 0.5...120)),
        .init("method", "what was done, in a few words", .text),
        .init("pressure", "pressure, 1 contact to 5 deepest", .number(unit: "", range: 1...5)),
        .init("pain", "pain before and after, 0 to 10", .change(unit: "", range: 0...10)),
        .init("during", "pain during the work, or other words of the client", .text),
        .init("tolerance", "how it was borne", .word(["tolerated", "guarded", "refused"])),
        .init("stopped", "why the work was stopped", .text),
        .init("event", "anything unwanted that happened", .text),
      ],
      sentence:
        "Worked on {site}[, {position}][, {minutes}][, {method}][, pressure {pressure} of 5]"
        + "[, pain {pain}][, during it {during}][, {tolerance}][, stopped: {stopped}]"
        + "[, unwanted: {event}].")

  /// The framework for neck work names blood pressure and cranial nerves (Rushton 2023). A check
  /// without a finding does not exclude a hurt artery.
  public static let neckCheck =
    FindingKind(
      "neck_check", code: "ncheck", "Check before neck or head work",
      fields: [
        bloodPressure.field, signs.field, nerves.field, held.field,
      ],
      sentence:
        "Neck check: blood pressure {bp}[, warning signs {signs}][, cranial nerves {nerves}]"
        + "[, position {held}].")

  public static let examples = [
    Example(
      "Shorthand of every technique",
      findings: [
        "site r calf prone 10min 3 6>4 tolerated method broad strokes":
          "Worked on right calf, prone, 10 min, broad strokes, pressure 3 of 5, pain 6 to 4, "
          + "tolerated.",
        "site l neck supine guarded during 7 sharp stopped ache down the arm":
          "Worked on left neck, supine, during it 7 sharp, guarded, stopped: ache down the arm.",
        "ncheck 128/82 absent symmetric comfortable":
          "Neck check: blood pressure 128/82 mmHg, warning signs absent, cranial nerves symmetric, "
          + "position comfortable.",
      ])
  ]
}
