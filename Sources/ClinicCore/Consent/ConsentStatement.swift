import ClinicalContent
import TechniqueKit

/// A text of the clinic's own that a client is asked to agree to. Fascia ships none.
public struct ConsentStatement: Hashable, Sendable {
  public let id: ID<ConsentStatement>
  /// Another one asks everybody anew.
  public let version: String
  public let title: String
  /// As they are read to the client.
  public let lines: [String]
  /// The parts of the body it is for; empty when it is for treatment in general. A client agrees to
  /// sensitive areas apart from the rest (Washington State, WAC 246-830-555 and 246-830-565).
  public let sensitiveAreas: [Site]
  public let purpose: Purpose

  /// What a client agrees to with it.
  public enum Purpose: String, Hashable, Sendable, CaseIterable {
    case treatment
    /// That the referring provider is told how the client is; no session waits for it.
    case share
  }

  public init(
    id: ID<ConsentStatement>, version: String, title: String, lines: [String],
    sensitiveAreas: [Site] = [], purpose: Purpose = .treatment
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.lines = lines
    self.sensitiveAreas = sensitiveAreas
    self.purpose = purpose
  }

  /// Whether it is for treatment, of no area more than of another.
  public var isGeneral: Bool { purpose == .treatment && sensitiveAreas.isEmpty }

  /// Reads the name of a part of the body as a configuration gives it: `breast`, `r breast`.
  ///
  /// - Returns: `nil` when no region, or more than one, goes by that name.
  public static func area(named text: String) -> Site? {
    guard case .site(let site) = GeneralContent.anatomy.site(named: text) else { return nil }
    return site
  }
}

/// What a clinic asks its clients to agree to.
public struct ConsentSettings: Hashable, Sendable {
  /// Whether a session starts only under a consent that holds.
  public let isRequired: Bool
  /// Days that a consent holds after the one on which it was given.
  public let validDays: Int
  public let statements: [ConsentStatement]
  /// Whole years from which on clients agree for themselves: 18, or 19 where the law has it so.
  public var ageOfMajority = standardAgeOfMajority

  public static let standardAgeOfMajority = 18
  /// A year: Washington State has written consent renewed yearly (WAC 246-830-565).
  public static let standardDays = 365
  /// A consent that ends within so many days is told of when the client is opened.
  public static let noticeDays = 30

  public init(
    isRequired: Bool = false, validDays: Int = standardDays, statements: [ConsentStatement] = []
  ) {
    self.isRequired = isRequired
    self.validDays = validDays
    self.statements = statements
  }

  /// The one that is for sharing, where the clinic has one.
  public var sharing: ConsentStatement? { statements.first { $0.purpose == .share } }
}
