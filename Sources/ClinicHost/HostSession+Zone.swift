import ChartStoreSQLite
import ClinicConfig
import ClinicCore
import ClinicREPL
import Foundation
import LineEditor

/// The clinic's time zone: where it comes from when a practice is founded, and how it is changed.
extension HostSession {
  /// Gives a zone to a practice that has none, and takes the configuration at its word: it may not
  /// name another one than the practice keeps.
  ///
  /// - Parameters:
  ///   - chosen: what was chosen already for a practice that has none.
  ///   - input: of whoever can be asked.
  func settleZone(
    of practice: Practice, to chosen: ClinicZone? = nil, asking input: (any LineInput)? = nil
  ) throws {
    try readZone(of: practice)
    if !practice.hasZone { try practice.adopt(try chosen ?? chosenZone(asking: input)) }
    (practice.surroundings as? SetSurroundings)?.zone = practice.zone
    try refuseOtherZone(than: practice.zone)
  }

  private func readZone(of practice: Practice) throws {
    do { try practice.readZone() } catch let error as ZoneError {
      throw EarlyEnd(
        "Error: the time zone that the practice keeps cannot be read: \(error)", .practiceFile)
    }
  }

  /// What the configuration says, else what this computer does.
  ///
  /// - Throws: `ZoneError` when the computer's zone has no name that could be kept.
  func zoneProposal() throws(ZoneError) -> ClinicZone {
    if let configured = config.zone { return configured.zone }
    return try ClinicZone(
      named: ClinicZone.nameOnThisComputer(environment) ?? ClinicZone.utc.name)
  }

  /// The same where it has to be one.
  func proposedZone() throws -> ClinicZone {
    do { return try zoneProposal() } catch {
      throw EarlyEnd(
        "Error: this computer's \(error) Name the clinic's in the configuration: clinic.time_zone",
        .usage)
    }
  }

  /// The zone for a practice that has none; somebody at a terminal is asked, unless the configuration
  /// says it.
  func chosenZone(asking input: (any LineInput)?) throws -> ClinicZone {
    let proposed = try? zoneProposal()
    guard config.zone == nil, let input else { return try proposedZone() }
    let prompt = SecretPrompt(input: input)
    let standing = proposed.map { " [\($0)]" } ?? ""
    output.write("All dates and times are shown in the clinic's time zone, on any computer.\n")
    while true {
      let typed = try prompt.line(
        "Time zone of the clinic\(standing): ", hidden: false, standing: proposed?.name)
      do { return try ClinicZone(named: typed.trimmingCharacters(in: .whitespaces)) } catch {
        output.write("      \(error.description.capitalizedFirst)\n")
      }
    }
  }

  private func refuseOtherZone(than kept: ClinicZone) throws {
    guard let configured = config.zone, configured.zone.name != kept.name else { return }
    let problem = ConfigProblem(
      configured.line, configured.column,
      .otherZone(named: configured.zone.name, kept: kept.name))
    let path = Self.configPath(options, environment).path ?? "config.yaml"
    throw EarlyEnd("\(ConfigProblems(path: path, problems: [problem]))", .usage)
  }

  /// `fascia zone`.
  ///
  /// - Parameters:
  ///   - name: of the new zone; `nil` shows the one there is.
  ///   - since: from when it counts; now, where it is left out.
  func zone(_ name: String?, since: String?) throws {
    try guarded {
      let store = try openStore(practicePath)
      defer { try? store.close() }
      guard try !store.isNew else {
        throw StoreError.cannotOpen(path: practicePath, reason: "no practice was founded in it")
      }
      try store.unlock(try door().secret(practiceID: try store.practiceID))
      let practice = practice(in: store)
      try readZone(of: practice)
      (practice.surroundings as? SetSurroundings)?.zone = practice.zone
      guard let name else {
        return output.write(
          practice.hasZone
            ? "\(practice.zone)\n"
            : "No time zone is set. Set one with: fascia zone America/New_York\n")
      }
      let zone = try Self.zone(name)
      let before = practice.hasZone ? "; before that, \(practice.zone)" : ""
      var from: Instant?
      if let since {
        from = Instant(iso: since, in: zone)
        if from == nil {
          throw EarlyEnd("Error: --since is a time like 2026-11-24T10:16.", .usage)
        }
      }
      try practice.change(to: zone, since: from)
      let told = DateWords.full((from ?? practice.now).date(in: zone))
      output.write("The clinic's time zone is \(zone) from \(told) on\(before).\n")
      if let configured = config.zone, configured.zone.name != zone.name {
        output.write(
          "The configuration names \(configured.zone): change clinic.time_zone there too.\n")
      }
    }
  }

  private static func zone(_ name: String) throws -> ClinicZone {
    do { return try ClinicZone(named: name) } catch { throw EarlyEnd("Error: \(error)", .usage) }
  }
}
