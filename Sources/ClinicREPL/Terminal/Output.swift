import Foundation
import LineEditor

/// Where text goes: results to one descriptor, warnings and errors to the other.
public protocol Output: AnyObject {
  func write(_ text: String)
  func writeError(_ text: String)
  /// Why results can no longer be written: `No space left on device`.
  var failure: String? { get }
  /// Columns of the terminal; 80 where there is none.
  var columns: Int { get }
}

/// Writes at once, without a buffer, so that what is shown has happened.
public final class DescriptorOutput: Output {
  private let results: Int32
  private let errors: Int32
  private let terminal: Terminal?
  public private(set) var failure: String?

  /// - Parameter terminal: whose columns count.
  public init(results: Int32 = 1, errors: Int32 = 2, terminal: Terminal? = nil) {
    self.results = results
    self.errors = errors
    self.terminal = terminal
  }

  public var columns: Int { terminal.map { max(20, $0.columns) } ?? 80 }

  public func write(_ text: String) {
    if failure == nil { failure = put(text, results) }
  }

  public func writeError(_ text: String) { _ = put(text, errors) }

  /// - Returns: what stood in the way.
  private func put(_ text: String, _ descriptor: Int32) -> String? {
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      let count = bytes[place...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        place += count
      } else if errno != EINTR {
        return String(cString: strerror(errno))
      }
    }
    return nil
  }
}
