import ClinicCore
import TechniqueKit

/// A signed visit, word for word as it was signed, with what was added later.
///
/// It needs nothing but the record, so it reads the same when the technique is no longer enabled.
public struct VisitReport: Report {
  private let visit: Chart.Visit
  private let number: Int
  private let separator: String
  private let view: NoteText.View
  private let zone: ClinicZone

  /// - Parameters:
  ///   - number: of the visit, counted from 1 within the chart.
  ///   - separator: between the parts of a heading.
  ///   - view: in which sections the note is read.
  ///   - zone: of the clinic.
  public init(
    _ visit: Chart.Visit, number: Int, separator: String,
    as view: NoteText.View = .soap, in zone: ClinicZone
  ) {
    self.zone = zone
    self.visit = visit
    self.number = number
    self.separator = separator
    self.view = view
  }

  /// Stands under every report.
  static let caution = "Rules and scores inform; the therapist decides."

  public var lines: [String] {
    heading + verdict
      + NoteText(record, signedBy: visit.signature?.signer, in: zone).lines(view) + signature
      + [Self.caution]
  }

  private var record: VisitRecord { visit.record }

  private var heading: [String] {
    [
      [
        "Visit \(number)", DateWords.withWeekday(record.startedAt.local(in: zone).date),
        "\(record.startedAt.local(in: zone).clock) to \(record.endedAt.local(in: zone).clock)",
        "\(record.minutes) min",
      ].joined(separator: separator),
      "\(record.techniqueNames.joined(separator: ", ")): \(record.templates.words)",
    ]
  }

  private var verdict: [String] {
    record.verdict.filter { $0.severity >= .adapt }.map {
      "Under rule \($0.code): \($0.text)"
    }
  }

  private var signature: [String] {
    var lines: [String] = []
    if visit.isTakenOver {
      lines.append("Treated by \(visit.treatedBy.map(\.description).joined(separator: "; ")).")
    }
    if let signature = visit.signature, let at = visit.signedAt {
      lines.append(
        "Signed by \(signature.signer), \(DateWords.full(at.local(in: zone).date)) \(at.local(in: zone).clock)."
      )
    }
    return lines
      + visit.addenda.map {
        "Addendum \(DateWords.full($0.at.local(in: zone).date)), \($0.author): \($0.text)"
      }
  }
}
