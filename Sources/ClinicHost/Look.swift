import ArgumentParser
import ClinicREPL
import Foundation

/// How the program looks on this terminal: the first of option, environment and default that says so.
struct Look {
  let options: PracticeOptions
  let launch: Launch

  enum Colour: String, ExpressibleByArgument { case auto, always, never }

  private var environment: [String: String] { launch.environment }
  private var isDumb: Bool { ["", "dumb"].contains(environment["TERM"] ?? "") }

  private var plain: (isOn: Bool, source: String) {
    if options.plain { return (true, "--plain") }
    for name in ["FASCIA_PLAIN", "ACCESSIBLE"] where environment[name] == "1" {
      return (true, name)
    }
    // A script without a terminal has no TERM either, and looks as it does at one.
    return environment["TERM"] == "dumb" || isDumb && launch.showsOnTerminal
      ? (true, "TERM") : (false, "the default")
  }

  private var glyphs: (glyphs: Glyphs, name: String, source: String) {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let locale = environment[name], !locale.isEmpty else { continue }
      let isUnicode = locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
      return (isUnicode ? .unicode : .ascii, isUnicode ? "unicode" : "ascii", name)
    }
    return (.ascii, "ascii", "the default")
  }

  /// A terminal that knows no colours gets none, whatever is said.
  private var colour: (isOn: Bool, source: String) {
    if isDumb { return (false, "TERM") }
    switch options.color {
    case .always: return (true, "--color")
    case .never: return (false, "--color")
    case .auto: break
    }
    if environment["NO_COLOR"]?.isEmpty == false { return (false, "NO_COLOR") }
    return (true, "the default")
  }

  func mode(_ isInteractive: Bool) -> Shell.Mode {
    Shell.Mode(
      isInteractive: isInteractive, isJSON: options.json,
      glyphs: plain.isOn ? .plain : glyphs.glyphs, usesColour: colour.isOn,
      keepsGoing: options.keepGoing || options.dryRun, isRehearsal: options.dryRun)
  }

  var settings: [Setting] {
    [
      Setting("plain", plain.isOn ? "on" : "off", from: plain.source),
      Setting("glyphs", glyphs.name, from: glyphs.source),
      Setting("color", colour.isOn ? "on" : "off", from: colour.source),
    ]
  }
}
