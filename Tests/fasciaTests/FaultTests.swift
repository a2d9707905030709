import Foundation
import TerminalTesting
import Testing

@Suite(.serialized) struct FaultTests {
  static let strace = "/usr/bin/strace"

  /// Which calls fail, how, and whether the disk recovers afterwards.
  static let faults = [
    (calls: "write,pwrite64", error: "EIO", lasting: ""),
    (calls: "write,pwrite64", error: "ENOSPC", lasting: "+"),
    (calls: "fsync,fdatasync", error: "EIO", lasting: ""),
    (calls: "fsync,fdatasync", error: "ENOSPC", lasting: "+"),
  ]

  /// `FASCIA_FAULTS=1` tries each of the first 200 calls, otherwise every fortieth.
  @Test(arguments: 0..<4)
  func `no acknowledged line is lost when a write or a sync fails`(which: Int) throws {
    let fault = Self.faults[which]
    let isFull = ProcessInfo.processInfo.environment["FASCIA_FAULTS"] != nil
    // Long enough for more than 200 syncs.
    let visit = EnduringVisit(notes: 120, addenda: 40)
    var struck = 0
    var tried = 0
    for call in stride(from: isFull ? 1 : 7 + which * 9, through: 200, by: isFull ? 1 : 40) {
      tried += 1
      let clinic = try Clinic()
      let outcome = try run(
        Self.strace,
        [
          "-f", "-o", clinic.folder + "/strace.log", "-e", "trace=\(fault.calls)", "-e",
          "inject=\(fault.calls):error=\(fault.error):when=\(call)\(fault.lasting)",
          Clinic.program,
        ] + clinic.arguments, environment: clinic.environment, input: visit.script)
      let log = try String(contentsOfFile: clinic.folder + "/strace.log", encoding: .utf8)
      if log.contains("(INJECTED)") { struck += 1 }
      // It may fail in any way but by a crash.
      if case .signal(let signal) = outcome.ending {
        #expect(signal == SIGPIPE, "call \(call): ended by signal \(signal)")
      }
      try visit.check(
        clinic, outcome.output, "\(fault.error) at call \(call) of \(fault.calls)")
    }
    #expect(struck == tried, "some calls were never reached")
  }

  @Test func `a full disk is told in one sentence, and the draft is kept`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(
      ["new Ann Ruiz born=1984", Clinic.intake(), "start trigger points 60", "s before the fault"])
    let full = try run(
      Self.strace,
      [
        "-f", "-o", "/dev/null", "-e", "trace=pwrite64", "-e",
        "inject=pwrite64:error=ENOSPC:when=3+", Clinic.program,
      ] + clinic.arguments + ["-c", "client ann", "-c", "s lost words"],
      environment: clinic.environment)
    #expect(full.ending == .code(5))
    #expect(
      full.errors.contains("there is no room left on the disk of \(clinic.practiceFile)."),
      "\(full.errors)")
    #expect(!full.errors.contains("lost words"))
    let note = try clinic.script(["client ann", "note", "verify"])
    #expect(note.output.contains("before the fault") && !note.output.contains("lost words"))
  }

  @Test func `whatever is wrong with the file is one sentence and exit 5, and it stays as it is`()
    throws
  {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let whole = try Data(contentsOf: URL(fileURLWithPath: clinic.practiceFile))
    let text = Data("a letter, not a practice; long enough to be looked at".utf8)
    for (bytes, words) in [
      (text, "is not a practice file of Fascia. Nothing was changed."),
      (whole.prefix(whole.count / 2), "is damaged"),
      (whole.prefix(5000), "is damaged"),
    ] {
      try bytes.write(to: URL(fileURLWithPath: clinic.practiceFile))
      let outcome = try clinic.script(["today"])
      #expect(outcome.ending == .code(5), "\(words): \(outcome.output)")
      #expect(outcome.errors.contains(words), "\(words) is not in: \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count <= 2, "\(outcome.errors)")
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: clinic.practiceFile)).prefix(4096)
          == bytes.prefix(4096))
    }
    try whole.write(to: URL(fileURLWithPath: clinic.practiceFile))
    #expect(try clinic.script(["verify"]).ending == .code(0))

    try FileManager.default.removeItem(atPath: clinic.folder + "/.config/fascia/keys")
    let missing = try clinic.script(["today"])
    #expect(missing.ending == .code(5))
    #expect(missing.errors.contains("/.config/fascia/keys/"))
    #expect(missing.errors.contains("is missing. Put your copy back, or open with the recovery"))
  }

  @Test func `with its streams closed the program prints a chart nowhere`() throws {
    let clinic = try Clinic()
    _ = try clinic.script(["new Ann Ruiz born=1984", Clinic.intake()])
    let shell = "exec '\(Clinic.program)' \"$@\" -c 'client ann' -c chart >&- 2>&-"
    _ = try run(
      "/bin/sh", ["-c", shell, "sh"] + clinic.arguments, environment: clinic.environment)
    let folder = clinic.practiceFile + ".present"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      #expect(bytes.range(of: Data("Ann Ruiz".utf8)) == nil, "\(name)")
    }
  }

  @Test(arguments: [
    "pain 99999999999999999999", "score psfs a=99999999999999999999 b=1 c=2",
    "key remove -9223372036854775808", "end at=2026-11-24T10:16+9223372036854775807:00",
    "client 9223372036854775807", "extend 9223372036854775807",
  ])
  func `a number that nobody means is refused and traps nothing`(line: String) throws {
    let clinic = try Clinic()
    // A trap would end this process too.
    let outcome = try clinic.process(
      clinic.arguments + ["-c", "new Ann Ruiz born=1984", "-c", line])
    guard case .code(let code) = outcome.ending else {
      Issue.record("\(line): \(outcome.ending)")
      return
    }
    #expect((1...4).contains(code))
  }

  @Test func `a folder that cannot be written is told in one sentence`() throws {
    let clinic = try Clinic()
    let outcome = try clinic.start(
      ["--practice", "/proc/fascia/practice.fascia", "--config", Clinic.sample], input: "today\n")
    #expect(outcome.ending == .code(5))
    #expect(
      outcome.errors == "Error: the practice file /proc/fascia/practice.fascia cannot be opened: "
        + "its folder cannot be made.\n", "\(outcome.errors)")
    // As it is for somebody without the right to write: the folder of another user.
    _ = try clinic.script(["new Ann Ruiz born=1984"])
    let denied = try run(
      Self.strace,
      [
        "-f", "-o", "/dev/null", "-e", "trace=mkdir,mkdirat,openat", "-P",
        clinic.practiceFile + ".present/gate", "-e", "inject=openat:error=EACCES", Clinic.program,
      ] + clinic.arguments + ["-c", "today"], environment: clinic.environment)
    #expect(denied.ending == .code(5))
    #expect(denied.errors.contains("its folder cannot be written (Permission denied)"))
  }
}
