import ClinicCore
import TechniqueKit

extension Shell {
  /// Records a line of shorthand and says how it was understood.
  func record(_ kind: FindingKind, _ rest: String) throws {
    let anatomy = practice.catalogue.anatomy
    if rest.isEmpty || rest == "?" { return say("Example: \(kind.example(in: anatomy))") }
    let finding: Finding
    do throws(ShorthandError) {
      finding = try kind.read(rest, anatomy: anatomy)
    } catch {
      throw Failure.rejected("\(error)", hint: "Example: \(kind.example(in: anatomy))")
    }
    let recorded = RecordedFinding(
      at: practice.now, finding: finding, sentence: kind.sentence(for: finding, anatomy: anatomy))
    wrote(try practice.step(.found(finding: recorded), in: try openVisit()).written)
    say("       O saved \(recorded.at.local.clock): \(recorded.sentence)", indent: 7)
    item(.fields(["finding": .string(kind.code), "sentence": .string(recorded.sentence)]))
  }
}
