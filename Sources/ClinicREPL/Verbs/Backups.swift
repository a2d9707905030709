import ClinicCore
import Foundation
import TechniqueKit

extension Verb {
  static let backup = Verb(
    name: "backup", group: .keep, usage: "backup [PATH]",
    does: "a sealed copy, proved before it counts; others may go on writing",
    example: "backup /media/usb/practice-nov.fascia", seeAlso: ["restore", "verify"],
    takes: .text,
    reachesOut: true
  ) { shell, rest in
    try shell.practice.require(.backups)
    let path = rest.isEmpty ? shell.backupPath() : shell.home.expanding(rest)
    let progress = ProgressLine(shell)
    let proof = try shell.practice.backup(to: path, progress: progress.show)
    progress.end()
    shell.say("Backed up to \(path)")
    shell.say("Opened and proved: \(proof.counts).")
    shell.say("Head: \(proof.head)")
    shell.item(
      .fields([
        "path": .string(path), "charts": .int(proof.charts), "entries": .int(proof.entries),
        "head": .string(proof.head.description),
      ]))
  }

  static let restore = Verb(
    name: "restore", group: .keep, usage: "restore PATH",
    does: "put a backup in the place of the practice; the present file is kept",
    example: "restore /media/usb/practice-nov.fascia", seeAlso: ["backup", "verify"],
    takes: .text,
    reachesOut: true
  ) { shell, rest in
    try shell.practice.require(.staff)
    guard !rest.isEmpty else {
      throw Failure.usage(
        "restore needs the path of a backup.",
        hint: "Example: restore /media/usb/practice-nov.fascia")
    }
    let path = shell.home.expanding(rest)
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw Failure.notFound("there is no backup \(path) that can be read. Nothing was changed.")
    }
    if shell.mode.isInteractive {
      guard
        try shell.confirm("Restore \(rest)? The present file is kept beside it.", standard: false)
      else { return shell.say("Nothing was changed.") }
    }
    shell.restoring = path
    shell.isLeaving = true
  }
}

extension Shell {
  fileprivate func backupPath() -> String {
    let time = practice.now.local(in: zone)
    return "\(backupFolder)/practice-\(time.date)-\(time.clock.filter { $0 != ":" }).fascia"
  }
}

/// One line that grows while a long piece of work goes on; silent for a short one, and where
/// nobody watches.
private final class ProgressLine {
  private let shell: Shell
  private var shownTenths = 0

  init(_ shell: Shell) { self.shell = shell }

  func show(_ share: Double) {
    guard shell.mode.isInteractive, !shell.mode.isJSON, share < 1 else { return }
    let tenths = Int(share * 10)
    guard tenths > shownTenths else { return }
    shell.output.write(shownTenths == 0 ? "Copying \(tenths * 10)%" : " \(tenths * 10)%")
    shownTenths = tenths
  }

  func end() { if shownTenths > 0 { shell.output.write(" 100%\n") } }
}
