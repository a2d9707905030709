import Foundation
import TechniqueKit

/// The computer's database of time zones: one file for each zone. Nothing else here asks the computer
/// about time zones, and nothing asks which one is its own but `ofThisComputer`.
enum ZoneFile {
  /// Where the database lies.
  private static let folders = [
    "/usr/share/zoneinfo/", "/usr/lib/zoneinfo/", "/usr/share/lib/zoneinfo/",
    "/var/db/timezone/zoneinfo/",
  ]

  static var isThere: Bool {
    folders.contains { FileManager.default.fileExists(atPath: $0 + "Europe/London") }
  }

  /// `nil` when there is no zone of that name, letter by letter.
  static func rules(named name: String) -> ZoneRules? {
    guard isPlain(name) else { return nil }
    for folder in folders {
      if let bytes = FileManager.default.contents(atPath: folder + name),
        let rules = ZoneRules(tzif: [UInt8](bytes))
      {
        return rules
      }
    }
    return nil
  }

  /// Whether it can be a zone's name, and no other file's.
  private static func isPlain(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      part.first?.isLetter == true
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_+-".contains($0)) }
    } && !["posix", "right"].contains(parts.first)
      && !["localtime", "posixrules", "Factory"].contains(name)
  }

  /// The zone that may be meant: `America/New_York` by `new york` or `america/new_yrok`.
  static func closest(to typed: String) -> String? {
    func folded(_ name: some StringProtocol) -> String {
      name.lowercased().replacing("_", with: " ").replacing("-", with: " ")
    }
    let known = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") || $0 == "UTC" }
    let wanted = folded(typed)
    if let same = known.first(where: { folded($0) == wanted }) { return same }
    let byCity = known.filter { $0.split(separator: "/").last.map(folded) == wanted }
    if byCity.count == 1 { return byCity[0] }
    return Suggestion.closest(to: typed, among: known)
  }
}

extension ClinicZone {
  /// What the computer says its own zone is called: `TZ`, else what its clock is set to. Only to be
  /// asked when a practice is founded, or has no zone yet.
  ///
  /// - Parameter environment: of the process.
  /// - Returns: a name; `nil` when nothing says one.
  public static func nameOnThisComputer(_ environment: [String: String]) -> String? {
    if let set = environment["TZ"] {
      let name = set.hasPrefix(":") ? String(set.dropFirst()) : set
      return name.isEmpty ? utc.name : afterFolder(name) ?? name
    }
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")
    if let name = link.flatMap(afterFolder) { return name }
    return (try? String(contentsOfFile: "/etc/timezone", encoding: .utf8))?.trimmed
      .nilWhenEmpty
  }

  /// `Europe/Berlin` of `/usr/share/zoneinfo/Europe/Berlin`.
  private static func afterFolder(_ path: String) -> String? {
    path.range(of: "zoneinfo/").map { String(path[$0.upperBound...]) }
  }
}

extension String {
  fileprivate var nilWhenEmpty: String? { isEmpty ? nil : self }
}
