/// What modules build on: the content that every clinic has, and the regions that may be named.
public struct ContentBase: Hashable, Sendable {
  /// A module's rules may read its questions; its ids carry no prefix.
  public var content: ModuleContent
  public var anatomy: Anatomy

  /// What the general content itself builds on.
  package static let none = ContentBase(content: ModuleContent(), anatomy: Anatomy([]))

  public init(content: ModuleContent, anatomy: Anatomy) {
    self.content = content
    self.anatomy = anatomy
  }
}
