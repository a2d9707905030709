import ClinicCore
import Foundation
import TechniqueKit

/// Who has the practice open: a folder beside the practice file with one small file for each running
/// program, locked (`flock`) as long as it lives. A killed program's lock goes with it, so nothing
/// stale ever stands in the way.
///
/// The files hold pseudonyms, times and process numbers only.
final class PresenceBoard {
  let folder: String
  private let own: String
  private let descriptor: Int32
  /// Held shared by everyone who has the practice open; a restore takes it alone.
  private let gate: Int32
  private var presence: Presence
  private var hasLeft = false

  /// - Throws: `StoreError.cannotOpen`, or `StoreError.inUse` while a restore is under way.
  init(_ practice: String, since: Instant) throws {
    folder = practice + ".present"
    presence = Presence(person: nil, chart: nil, since: since, process: getpid())
    if mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw StoreError.cannotOpen(
        path: practice, reason: "its folder cannot be written (\(String(cString: strerror(errno))))"
      )
    }
    gate = try Self.gate(folder, practice)
    guard flock(gate, LOCK_SH | LOCK_NB) == 0 else {
      close(gate)
      throw StoreError.inUse(others: ["a restore is under way"])
    }
    let name = "\(getpid())-\(UInt32.random(in: .min ... .max))"
    own = "\(folder)/\(name).open"
    // Locked before it has its name, so that nobody takes it for a dead one.
    let unnamed = "\(folder)/\(name).new"
    descriptor = open(unnamed, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0, rename(unnamed, own) == 0
    else {
      let reason = String(cString: strerror(errno))
      if descriptor >= 0 { close(descriptor) }
      close(gate)
      throw StoreError.cannotOpen(
        path: practice, reason: "its folder cannot be written (\(reason))")
    }
    show()
  }

  deinit { leave() }

  func leave() {
    guard !hasLeft else { return }
    hasLeft = true
    unlink(own)
    close(descriptor)
    close(gate)
  }

  private static func gate(_ folder: String, _ practice: String) throws -> Int32 {
    let descriptor = open(folder + "/gate", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.cannotOpen(
        path: practice, reason: "its folder cannot be written (\(String(cString: strerror(errno))))"
      )
    }
    return descriptor
  }

  /// Keeps everyone else out until the descriptor is closed.
  ///
  /// - Throws: `StoreError.inUse` when somebody has the practice open.
  static func closeGate(of practice: String) throws -> Int32 {
    let folder = practice + ".present"
    if mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw StoreError.cannotOpen(path: practice, reason: "its folder cannot be written")
    }
    let descriptor = try gate(folder, practice)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      let open = others(in: folder, except: "").map {
        "since \($0.since.local(in: .utc).clock) UTC"
      }
      throw StoreError.inUse(others: open)
    }
    return descriptor
  }

  /// From now on a missing practice file is a loss, and not a beginning.
  func markFounded() {
    let mark = open(folder + "/founded", O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    if mark >= 0 { close(mark) }
  }

  func signedIn(_ person: ID<Person>?) {
    presence = Presence(
      person: person, chart: presence.chart, since: presence.since, process: presence.process)
    show()
  }

  /// - Returns: who else works on that chart.
  func present(at chart: ID<Chart>?, from now: Instant) -> [Presence] {
    if chart != presence.chart {
      presence = Presence(
        person: presence.person, chart: chart, since: now, process: presence.process)
      show()
    }
    return chart == nil ? [] : others().filter { $0.chart == chart }
  }

  /// Where this program keeps the line that is being typed.
  var pathOfTypedLine: String { own.dropLast(".open".count) + ".line" }

  /// The lines of programs that have ended without leaving.
  func linesLeftBehind() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".line") }.map { "\(folder)/\($0)" }.filter { path in
      let owner = open(path.dropLast(".line".count) + ".open", O_RDONLY | O_CLOEXEC)
      guard owner >= 0 else { return true }
      defer { close(owner) }
      return flock(owner, LOCK_SH | LOCK_NB) == 0
    }
  }

  func others() -> [Presence] { Self.others(in: folder, except: own) }

  private static func others(in folder: String, except own: String) -> [Presence] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { name in
      let path = "\(folder)/\(name)"
      guard name.hasSuffix(".open"), path != own else { return nil }
      let other = open(path, O_RDONLY | O_CLOEXEC)
      guard other >= 0 else { return nil }
      defer { close(other) }
      if flock(other, LOCK_SH | LOCK_NB) == 0 {
        unlink(path)
        return nil
      }
      return (try? Data(contentsOf: URL(fileURLWithPath: path))).flatMap { try? Payload.decode($0) }
    }
  }

  /// Always the same length and in one call, so that nobody reads half of it.
  private func show() {
    if hasLeft { return }
    guard var bytes = try? Payload.encode(presence) else { return }
    bytes += Data(repeating: UInt8(ascii: " "), count: max(0, 512 - bytes.count))
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }
}

extension SQLiteChartStore {
  public func present(at chart: ID<Chart>?) -> [Presence] {
    board?.present(at: chart, from: surroundings.now()) ?? []
  }
  public func others() -> [Presence] { board?.others() ?? [] }
}
