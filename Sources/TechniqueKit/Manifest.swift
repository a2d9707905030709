/// Who a module is.
public struct Manifest: Hashable, Sendable, Renamable {
  /// Prefix of every id in the module: `hot_stone`.
  public let id: ID<Manifest>
  public var name: String
  /// One sentence: what is done.
  public var summary: String
  public var version: ContentVersion
  public var stability: Stability
  /// Clinicians who signed the content off; empty for a draft.
  public var reviewers: [String]
  /// The module and source file that state it: `HotStone/HotStone.swift`.
  public let origin: String
  public var aliases: [ID<Manifest>] = []

  /// How far a module may be relied on.
  public enum Stability: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nobody has signed the content off; a clinic enables it with `allow_draft: true` only.
    case draft
    /// Clinicians are named who read all of it, and every rule rests on a source that was seen.
    case reviewed
    /// Reviewed, in use, and changed only with a step of its version.
    case stable
    /// No longer offered; records made with it still read.
    case retired

    /// Whether a clinician has to have signed the content off.
    public var needsReview: Bool { self == .reviewed || self == .stable }
  }

  /// Who a module is. The summary is one sentence that begins with a capital and ends with a period;
  /// the origin is filled in by the compiler.
  public init(
    id: ID<Manifest>, name: String, version: ContentVersion, stability: Stability,
    reviewers: [String] = [], summary: String, origin: String = #fileID
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.version = version
    self.stability = stability
    self.reviewers = reviewers
    self.origin = origin
  }
}

extension Manifest {
  /// Whether the module has the id, or had it in an earlier version.
  public func isCalled(_ name: String) -> Bool {
    id.rawValue == name || aliases.contains { $0.rawValue == name }
  }
}

/// Major: a stored meaning changed. Minor: something was added. Patch: wording.
public struct ContentVersion: Hashable, Sendable, Comparable {
  public let major: Int
  public let minor: Int
  public let patch: Int

  public init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads `1.2.3`; `nil` when it is not three numbers.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let major = parts[0], let minor = parts[1], let patch = parts[2],
      major >= 0, minor >= 0, patch >= 0
    else { return nil }
    self.init(major, minor, patch)
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}

extension ContentVersion: CustomStringConvertible, Codable {
  public var description: String { "\(major).\(minor).\(patch)" }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let version = ContentVersion(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a version")
    }
    self = version
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
