import ClinicCore
import Yams

// How the practice file is guarded and backed up.

extension ClinicConfigReader {
  mutating func security(_ node: Node) -> ClinicConfig.Security {
    var security = ClinicConfig.Security()
    let fields = section(node, "security", ["sign_in", "lock_after_minutes", "key_file"])
    if let signIn = fields["sign_in"] {
      switch signIn.string {
      case "required": security.signInRequired = true
      case "off": security.signInRequired = false
      default: add(signIn, .notOneOf(key: "security.sign_in", known: ["off", "required"]))
      }
    }
    security.lockAfterMinutes =
      wholeNumber(fields["lock_after_minutes"], "security.lock_after_minutes", 1...240)
      ?? security.lockAfterMinutes
    security.keyFile = words(fields["key_file"], "security.key_file")
    return security
  }

  mutating func backup(_ node: Node) -> ClinicConfig.Backup {
    var backup = ClinicConfig.Backup()
    let fields = section(
      node, "backup", ["automatic", "folder", "keep_days", "keep_weeks", "keep_months"])
    if let automatic = fields["automatic"] {
      backup.automatic = flag(automatic, "backup.automatic") ?? backup.automatic
    }
    backup.folder = words(fields["folder"], "backup.folder")
    func count(_ name: String, _ range: ClosedRange<Int>, _ standard: Int) -> Int {
      wholeNumber(fields[name], "backup.\(name)", range) ?? standard
    }
    backup.keep = KeepRule(
      days: count("keep_days", 1...366, backup.keep.days),
      weeks: count("keep_weeks", 0...520, backup.keep.weeks),
      months: count("keep_months", 0...240, backup.keep.months))
    return backup
  }
}
