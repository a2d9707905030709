import ClinicCore
import Crypto
import Foundation

/// Counts wrong passphrases in a row for each login, in a small file beside the practice, so that
/// neither a restart nor a second program gets around the wait.
struct RefusalCount {
  /// The folder of the presence board.
  let folder: String

  private struct Refusals: Codable {
    var count: Int
    var last: Instant
  }

  /// Counts a try as wrong until it is found right, so that tries side by side count too.
  ///
  /// - Returns: how many were wrong before.
  /// - Throws: `StoreError.waitToSignIn`.
  func begin(_ login: String, at now: Instant) throws -> Int {
    try change { all in
      let refusals = all[name(login)] ?? Refusals(count: 0, last: now)
      let wait = Int64(SignInDelay.seconds(after: refusals.count)) * 1000
      // A clock that was set back must not make the wait longer than it is.
      let left = min(wait, refusals.last.milliseconds + wait - now.milliseconds)
      if left > 0 { throw StoreError.waitToSignIn(seconds: Int((left + 999) / 1000)) }
      all[name(login)] = Refusals(count: refusals.count + 1, last: now)
      return refusals.count
    }
  }

  func clear(_ login: String) throws { try change { $0[name(login)] = nil } }

  /// Logins are not readable in the file.
  private func name(_ login: String) -> String {
    SHA256.hash(data: Data(login.lowercased().utf8)).hexadecimal
  }

  /// Reads, changes and writes the file while nobody else does.
  private func change<Value>(_ body: (inout [String: Refusals]) throws -> Value) throws -> Value {
    let path = folder + "/refusals"
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      if descriptor >= 0 { close(descriptor) }
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    let before = (try? file.readToEnd()) ?? Data()
    var all: [String: Refusals] = (try? Payload.decode(before)) ?? [:]
    let result = try body(&all)
    let after = try Payload.encode(all)
    if after != before {
      ftruncate(descriptor, 0)
      _ = after.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }
    return result
  }
}
