import Foundation

/// Where text goes: results to one descriptor, warnings and errors to the other.
public protocol Output: AnyObject {
  func write(_ text: String)
  func writeError(_ text: String)
}

/// Writes at once, without a buffer, so that what is shown has happened.
public final class DescriptorOutput: Output {
  private let results: Int32
  private let errors: Int32

  public init(results: Int32 = 1, errors: Int32 = 2) {
    self.results = results
    self.errors = errors
  }

  public func write(_ text: String) { put(text, results) }
  public func writeError(_ text: String) { put(text, errors) }

  private func put(_ text: String, _ descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }
}
