import ClinicCore
import TechniqueKit

/// A note as lines: what it says by itself, the findings, and the therapist's own words.
public struct NoteText {
  /// In which sections a note is read. It is always kept in those of SOAP.
  public enum View: String, Sendable, CaseIterable {
    /// Subjective, objective, assessment, plan.
    case soap
    /// Data, assessment, plan.
    case dap
  }

  private let composed: [ComposedLine]
  private let findings: [RecordedFinding]
  private let note: [NoteLine]
  private let zone: ClinicZone
  private let day: (CalendarDate) -> String
  /// Whether each line names its author: several people had a part in the note.
  private let namesAuthors: Bool

  /// - Parameters:
  ///   - people: who had a part in the visit, beside those who wrote its lines.
  ///   - zone: of the clinic.
  ///   - day: how the day is told from which a line was taken over.
  public init(
    composed: [ComposedLine], findings: [RecordedFinding], note: [NoteLine],
    people: Set<Author> = [], in zone: ClinicZone,
    day: @escaping (CalendarDate) -> String = DateWords.full
  ) {
    self.zone = zone
    self.composed = composed
    self.findings = findings
    self.note = note
    self.day = day
    let authors = (findings.map(\.by) + note.map(\.by)).compactMap(\.self)
    namesAuthors = people.union(authors).count > 1
  }

  /// - Parameters:
  ///   - signer: who signed it.
  ///   - zone: of the clinic.
  public init(_ record: VisitRecord, signedBy signer: Author?, in zone: ClinicZone) {
    self.init(
      composed: record.composed, findings: record.findings, note: record.note,
      people: Set((record.treatedBy ?? []) + [signer].compactMap(\.self)), in: zone)
  }

  /// Headings, and below each what stands there, 12 columns in.
  public func lines(_ view: View = .soap) -> [String] {
    switch view {
    case .soap:
      NoteLine.Section.allCases.flatMap { ["\($0.letter)  \($0.meaning)"] + rows(of: $0) }
    case .dap:
      ["D  data: what the client says, what you saw, felt and did"]
        + rows(of: .subjective) + rows(of: .objective)
        + [NoteLine.Section.assessment, .plan].flatMap {
          ["\($0.letter)  \($0.meaning)"] + rows(of: $0)
        }
    }
  }

  /// What stands in a section: first what the note says by itself, then the findings, then the
  /// therapist's words.
  public func rows(of section: NoteLine.Section) -> [String] {
    let said = composed.filter { $0.section == section }.map {
      String(repeating: " ", count: 12) + $0.text
    }
    let found =
      section == .objective
      ? findings.map { "     \($0.at.local(in: zone).clock)  \($0.sentence)\(name($0.by))" } : []
    return said + found
      + note.filter { $0.section == section }.map { Self.row($0, in: zone, day: day) + name($0.by) }
  }

  /// `     10:17  tighter since Tues (from 12 Nov 2026)`
  ///
  /// - Parameter day: how the day is told from which it was taken over.
  public static func row(
    _ line: NoteLine, in zone: ClinicZone, day: (CalendarDate) -> String
  ) -> String {
    let from = line.carriedFrom.map { " (from \(day($0.local(in: zone).date)))" } ?? ""
    return "     \(line.at.local(in: zone).clock)  \(line.text)\(from)"
  }

  private func name(_ author: Author?) -> String {
    namesAuthors ? author.map { " (\($0.name))" } ?? "" : ""
  }
}
