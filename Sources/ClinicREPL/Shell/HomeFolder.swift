import Foundation

/// The folder that `~` stands for in what is typed.
public struct HomeFolder: Equatable, Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// A path with `~` at its beginning written out: `~/visit.pdf`. The home of somebody else, `~lee/`, is
  /// looked up in the system.
  public func expanding(_ typed: String) -> String {
    if typed == "~" { return path }
    guard !typed.hasPrefix("~/") else { return path + typed.dropFirst() }
    return (typed as NSString).expandingTildeInPath
  }
}
