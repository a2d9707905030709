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
    guard let finding = try read(rest, as: kind) else { return say("Nothing was saved.") }
    let visit = try openVisit()
    let recorded = RecordedFinding(
      at: practice.moment(in: visit), finding: finding,
      sentence: kind.sentence(for: finding, anatomy: anatomy))
    wrote(try practice.step(.found(finding: recorded), in: visit, at: recorded.at).written)
    say("       O saved \(recorded.at.local(in: zone).clock): \(recorded.sentence)", indent: 7)
    try warnOfAvoided(finding, kind, visit)
    item(json(recorded))
  }

  /// Reads a line of shorthand. Where it holds in several ways a person is asked which is meant; a
  /// script is told what it could type.
  ///
  /// - Returns: `nil` when somebody wants to stop here.
  func read(_ line: String, as kind: FindingKind) throws -> Finding? {
    do throws(ShorthandError) {
      return try kind.read(line, anatomy: practice.catalogue.anatomy)
    } catch {
      guard case .ambiguous(let typed, let readings) = error else {
        let sentence = error.sentence
        throw Failure.rejected(sentence.prefix(1).lowercased() + sentence.dropFirst())
      }
      guard mode.isInteractive, !mode.isJSON else {
        throw Failure.ambiguous(typed, choices: readings.map(\.line))
      }
      return try choose(among: readings, typed, kind)
    }
  }

  private func choose(
    among readings: [Finding.Reading], _ typed: String, _ kind: FindingKind
  ) throws -> Finding? {
    say("\"\(typed)\" fits \(readings.count) things:")
    for (place, reading) in readings.enumerated() {
      let sentence = kind.sentence(for: reading.finding, anatomy: practice.catalogue.anatomy)
      say(numbered(place + 1, sentence), indent: 5)
    }
    let asked = "Which? 1 to \(readings.count), . to stop: "
    while true {
      guard case .line(let answer) = try ask(asked, missing: "which is meant") else { return nil }
      if [".", "stop", "-", "skip", "<", "..", "back"].contains(answer.lowercased()) { return nil }
      if let place = readings.indices.first(where: { Int(answer) == $0 + 1 }) {
        return readings[place].finding
      }
      say("       That needs a number from 1 to \(readings.count).")
    }
  }

  /// What was measured is kept, also where a rule leaves the place out; the therapist is told.
  func warnOfAvoided(
    _ finding: Finding, _ kind: FindingKind, _ visit: VisitDraft
  ) throws {
    let phase = visit.start.phases[visit.clock.phase]
    let manifest = practice.catalogue.technique(phase.technique)?.manifest
    guard let manifest, let client else { return }
    let verdict = try practice.verdict(try practice.chart(client.chart))
    let general = practice.catalogue.general.manifest.id
    let owner = practice.catalogue.techniques.first { $0.content.findings.contains(kind) }
    if let owner, !kind.treats,
      verdict.standing(of: owner.manifest, general: general).severity?.blocks == true
    {
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
