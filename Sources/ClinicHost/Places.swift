import Foundation

/// Where files lie when nobody says otherwise: the folders of the XDG base directory standard.
enum Places {
  static func practiceFile(_ environment: [String: String]) -> String {
    base("XDG_DATA_HOME", ".local/share", environment) + "/fascia/practice.fascia"
  }

  /// The user's own configuration file, when there is one.
  static func existingConfig(_ environment: [String: String]) -> String? {
    let path = base("XDG_CONFIG_HOME", ".config", environment) + "/fascia/config.yaml"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  static func keyFile(_ practiceID: String, _ environment: [String: String]) -> String {
    base("XDG_CONFIG_HOME", ".config", environment) + "/fascia/keys/\(practiceID).key"
  }

  /// The therapist's own short words.
  static func phrases(_ environment: [String: String]) -> String {
    base("XDG_CONFIG_HOME", ".config", environment) + "/fascia/phrases"
  }

  private static func base(
    _ name: String, _ standard: String, _ environment: [String: String]
  ) -> String {
    if let folder = environment[name], folder.hasPrefix("/") { return folder }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/" + standard
  }
}
