import ClinicCore
import TechniqueKit

extension Shell {
  /// Records a line of shorthand and says how it was understood.
  func record(_ kind: FindingKind, _ rest: String) throws {
    let anatomy = practice.catalogue.anatomy
    if rest.isEmpty || rest == "?" {
      let example = kind.example(in: anatomy)
      item(.fields(["finding": .string(kind.code), "examples": .strings([example])]))
      return say("Example: \(example)")
    }
    let finding: Finding
    do throws(ShorthandError) {
      finding = try kind.read(rest, anatomy: anatomy)
    } catch {
      let sentence = error.sentence
      throw Failure.rejected(sentence.prefix(1).lowercased() + sentence.dropFirst())
    }
    let recorded = RecordedFinding(
      at: practice.now, finding: finding, sentence: kind.sentence(for: finding, anatomy: anatomy))
    let visit = try openVisit()
    wrote(try practice.step(.found(finding: recorded), in: visit).written)
    say("       O saved \(recorded.at.local.clock): \(recorded.sentence)", indent: 7)
    try warnOfAvoided(finding, kind, visit)
    item(json(recorded))
  }

  /// What was done is kept, also where a rule leaves the place out; the therapist is told.
  private func warnOfAvoided(
    _ finding: Finding, _ kind: FindingKind, _ visit: VisitDraft
  ) throws {
    let manifest = practice.catalogue.technique(visit.start.template.technique)?.manifest
    guard let manifest, let client else { return }
    let verdict = try practice.verdict(try practice.chart(client.chart))
    let general = practice.catalogue.general.manifest.id
    let owner = practice.catalogue.techniques.first { $0.content.findings.contains(kind) }
    if let owner, verdict.standing(of: owner.manifest, general: general).severity?.blocks == true {
      warn("a rule blocks \(owner.manifest.name.lowercased()) today. The line is kept; type check.")
    }
    let standing = verdict.standing(of: manifest, general: general)
    for case .site(let site) in finding.values.values {
      guard let avoided = standing.avoids(site, in: practice.catalogue.anatomy) else { continue }
      let name = practice.catalogue.anatomy.name(of: avoided)
      warn("a rule leaves \(name) out today. The line is kept; say why under o.")
    }
    if case .number(let pressure)? = finding.values["pressure"], let cap = standing.pressureCap,
      pressure > Double(cap.rawValue)
    {
      warn("a rule allows pressure \(cap.rawValue) of 5 today. The line is kept; say why under o.")
    }
  }
}
