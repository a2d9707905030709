import TechniqueKit

extension CraniosacralTherapy {
  /// A palpated rhythm is kept in free words and never as a number: examiners do not agree on it
  /// (between examiners ICC -0.02, Wirth-Pattullo & Hayes 1995; -0.09 to 0.31, Moran & Gibbons
  /// 2001; 0.22, Hanten 1998).
  static let findings = [
    FindingKind(
      "craniosacral_station", code: "station", "Station", treats: true,
      fields: [
        .init("site", "where the hands lay", .site, required: true),
        .init("minutes", "how long", .number(unit: "min", range: 0.5...20)),
        .init("quality", "what the therapist noticed", .text),
        .init("felt", "what the client felt, in their words", .text),
      ],
      sentence: "Station, {site}[, {minutes}][, {quality}][, client felt {felt}].")
  ]
}
