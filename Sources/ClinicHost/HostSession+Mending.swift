import ArgumentParser
import ChartStoreSQLite
import ClinicCore
import ClinicREPL
import Foundation

extension HostSession {
  /// `fascia restore BACKUP`, for when the practice itself may not even open.
  func restore(_ backup: String) throws {
    launch.ignoreInterrupts()
    try guarded {
      let id = try SQLiteChartStore.practiceID(ofBackup: backup)
      say(try restore(backup, try door().secret(practiceID: id), try now()))
    }
  }

  /// The `restore` verb, once the shell has let go of the practice.
  func restoreAfterwards(
    _ backup: String, _ store: SQLiteChartStore, _ job: DailyBackupJob?, _ shell: Shell
  ) throws {
    _ = job?.finish()
    do {
      let id = try SQLiteChartStore.practiceID(ofBackup: backup)
      let secret = try door().secret(practiceID: id)
      try store.close()
      let result = try restore(backup, secret, store.surroundings)
      guard options.json else { return say(result) }
      shell.tellRestored(result.proof, kept: result.kept, carriedOver: result.carriedOver)
    } catch {
      if options.json { shell.tellNotRestored(error) }
      throw error
    }
  }

  private func restore(
    _ backup: String, _ secret: Secret, _ surroundings: any Surroundings
  ) throws -> RestoreResult {
    try SQLiteChartStore.restore(
      from: backup, over: practicePath, opening: secret, surroundings: surroundings)
  }

  private func say(_ result: RestoreResult) {
    output.write("Restored and proved: \(result.proof.counts).\nHead: \(result.proof.head)\n")
    if let kept = result.kept { output.write("The file that stood there is kept as \(kept)\n") }
    if !result.carriedOver {
      output.writeError(
        "There was no practice to read, so people, keys and erased clients are as in the backup. "
          + "Look at staff and key, and erase again whom you had erased.\n")
    }
  }

  /// `fascia doctor`: checks everything, derives the index tables again, and checks once more.
  func doctor() throws {
    var isWhole = false
    try guarded {
      let store = try openStore(practicePath)
      defer { try? store.close() }
      guard try !store.isNew else {
        throw StoreError.cannotOpen(path: practicePath, reason: "no practice was founded in it")
      }
      let person = try store.unlock(try door().secret(practiceID: try store.practiceID))
      guard person.role.permissions.contains(.backups) else {
        throw ClinicError.notPermitted(person.role, .backups)
      }
      let ledger = try store.verify().problems.filter { $0.fault != .outOfStep }
      if ledger.isEmpty {
        let differing = try store.rebuildIndexes()
        output.write(
          differing.isEmpty ? "The indexes agree with the ledger.\n" : "Mended the indexes:\n")
        for line in differing { output.write("  \(line)\n") }
        let found = try store.verify()
        output.write(found.summary + "\n")
        isWhole = found.isWhole
      } else {
        output.write("The ledger is not whole, so nothing is derived from it:\n")
        for problem in ledger { output.write("  \(problem)\n") }
        output.write("To go back to a whole one: fascia restore BACKUP\n")
      }
    }
    if !isWhole { throw EarlyEnd(nil, .practiceFile) }
  }
}
