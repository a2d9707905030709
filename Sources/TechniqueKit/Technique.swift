/// A technique module: a manifest, options, and content that follows from them.
///
/// A module is values and pure functions. It has no file, clock, network or database, so it can be
/// checked, simulated, printed and stored.
///
/// ```swift
/// public enum HotStone: Technique {
///   public static let manifest = Manifest(
///     id: "hot_stone", name: "Hot stone massage", version: .init(0, 1, 0), stability: .draft,
///     summary: "Warm basalt stones laid on and drawn along muscle.")
///   public static func content(_ options: OptionValues) -> ModuleContent { ... }
/// }
/// ```
public protocol Technique: Sendable {
  static var manifest: Manifest { get }
  /// What a clinic may set in `config.yaml`; none by default.
  static var options: [ModuleOption] { get }
  /// Everything the module supplies, for the given settings.
  static func content(_ options: OptionValues) -> ModuleContent
  /// The module's texts in other languages; none by default.
  static var translations: [Translation] { get }
  /// The score of a metric whose entry is `computed`: a pure function of its items, and the one
  /// thing in a module that is code instead of a value.
  ///
  /// - Returns: a value within the metric's range; `nil` where too few items are given.
  static func score(_ metric: ID<OutcomeMetric>, items: [String: Double]) -> Double?
}

extension Technique {
  public static var options: [ModuleOption] { [] }
  public static var translations: [Translation] { [] }
  public static func score(_ metric: ID<OutcomeMetric>, items: [String: Double]) -> Double? { nil }

  /// The content with every option at its default.
  public static var standardContent: ModuleContent { content(OptionValues(options)) }
}
