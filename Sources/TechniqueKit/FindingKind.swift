/// Something a therapist records at one site, with its one-line shorthand.
///
/// `trp r upper trapezius 7>3 90s ref temple` is the code, then the fields, each recognised by its
/// form: a site by its name, a change by `>`, a number by its unit, a count by `x`, words by the
/// name before them.
public struct FindingKind: Hashable, Sendable, Renamable {
  public let id: ID<FindingKind>
  /// The first word of the line: `trp`. Lower-case letters.
  public let code: String
  public var title: String
  /// Whether it records treatment, as opposed to what was only measured or looked at. A finding that
  /// treats is not taken where treating is refused; one that measures always is.
  public var treats: Bool
  public var fields: [Field]
  /// The finding as a sentence of the note. `{field}` stands for a value; a part in `[ ]` is left
  /// out when a field in it was not recorded.
  public var sentence: String
  public var aliases: [ID<FindingKind>] = []

  public init(
    _ id: ID<FindingKind>, code: String, _ title: String, treats: Bool = false, fields: [Field],
    sentence: String
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.treats = treats
    self.fields = fields
    self.sentence = sentence
  }

  public struct Field: Hashable, Sendable {
    /// Name within the finding: `pain`. It may also be typed: `pain=7>3`.
    public let name: String
    public var meaning: String
    public let kind: Kind
    public let isRequired: Bool
    /// Whether it is recognised by its name only, `pressure=2`, and never by its form.
    public let isNamed: Bool

    public init(
      _ name: String, _ meaning: String, _ kind: Kind, required: Bool = false, named: Bool = false
    ) {
      self.name = name
      self.meaning = meaning
      self.kind = kind
      self.isRequired = required
      self.isNamed = named
    }

    public enum Kind: Hashable, Sendable {
      /// A region or muscle, with its side.
      case site
      /// A number with its unit: `90s`, `5m`. Range in that unit.
      case number(unit: String, range: ClosedRange<Double>)
      /// Before and after: `7>3`. Range of both.
      case change(unit: String, range: ClosedRange<Double>)
      /// `x3`.
      case count(range: ClosedRange<Int>)
      /// The upper and the lower number in mmHg: `128/82`.
      case bloodPressure(BloodPressureRange)
      /// One of the words.
      case word([String])
      /// Several numbers in a row: girths at fixed distances. Range of each.
      case series(unit: String, range: ClosedRange<Double>)
      /// The words after the field's name, up to the name of another field.
      case text
    }
  }
}

extension FindingKind {
  /// The commands of the language and their short forms, which can be no finding's code.
  public static let reservedCodes: Set<String> = [
    "acknowledge", "addendum", "affirm", "appointments", "area", "audit", "b", "back", "backup",
    "book", "c",
    "calendar", "cancel", "chart", "check", "clearance",
    "client", "consent", "details", "diary", "e", "edit", "emergency", "end", "erase", "evidence",
    "export",
    "extend",
    "find", "findings", "go", "goal", "help", "hold", "i", "import", "intake", "key", "last",
    "letter", "lock", "more", "move", "n", "new", "next", "no", "noshow",
    "note", "o", "outcomes", "p", "a", "pain", "passphrase", "plan",
    "print", "progress", "q", "quit", "rebook", "receipt", "redo", "referral", "report", "rescreen",
    "restore",
    "retry",
    "s", "score", "set", "sign", "staff", "start", "t", "techniques", "time", "today", "tour",
    "undo",
    "verify", "why", "withdraw", "y", "yes",
  ]
}
