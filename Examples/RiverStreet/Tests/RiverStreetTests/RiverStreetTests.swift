import Foundation
import Testing

@Suite("A clinic's own build")
struct RiverStreetTests {
  static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let root = here.deletingLastPathComponent().deletingLastPathComponent().path

  /// The program that was built beside this test.
  static let program: String = {
    let bundle =
      CommandLine.arguments.first { $0.hasSuffix(".xctest") }
      ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(fileURLWithPath: bundle).deletingLastPathComponent().path + "/RiverStreet"
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : root + "/.build/debug/RiverStreet"
  }()

  /// Runs the build on a practice that is thrown away.
  static func run(
    _ arguments: [String], config: String = root + "/config.yaml"
  ) throws -> (code: Int32, output: String, errors: String) {
    let folder = NSTemporaryDirectory() + "river-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments =
      ["--config", config, "--practice", folder + "/practice.fascia", "--key", folder + "/key"]
      + arguments
    process.environment = [
      "HOME": folder, "TZ": "UTC", "LANG": "C", "FASCIA_NOW": "2026-11-24T11:15",
    ]
    var streams: [FileHandle] = []
    for name in ["out", "err"] {
      _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil)
      streams.append(try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
    process.standardOutput = streams[0]
    process.standardError = streams[1]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, try String(contentsOfFile: folder + "/out", encoding: .utf8),
      try String(contentsOfFile: folder + "/err", encoding: .utf8)
    )
  }

  @Test func `a whole scripted visit goes as it is written down`() throws {
    let visit = Self.here.appendingPathComponent("Visit").path
    let result = try Self.run([visit + "/visit.fascia"])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output == (try String(contentsOfFile: visit + "/visit.txt", encoding: .utf8)))
  }

  @Test func `a mistake in the clinic's own content is told with its place, and nothing is opened`()
    throws
  {
    let folder = NSTemporaryDirectory() + "river-config-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(
      atPath: Self.root + "/config.yaml", toPath: folder + "/config.yaml")
    let content = try String(contentsOfFile: Self.root + "/our-clinic.yaml", encoding: .utf8)
    try content.replacingOccurrences(
      of: "is_yes: river_street_sauna", with: "is_yes: river_street_suana"
    ).write(toFile: folder + "/our-clinic.yaml", atomically: true, encoding: .utf8)
    let result = try Self.run(["-c", "today"], config: folder + "/config.yaml")
    #expect(result.code == 2)
    #expect(
      result.errors
        == "\(folder)/our-clinic.yaml:17:5: rule river_street_heat: there is no question "
        + "river_street_suana.\n")
  }
}
