/// Something whose id may change between versions of a module.
///
/// An id is fixed once released. Where it has to change all the same, the item keeps the old one as
/// an alias, and records that were made under it are read under the new one:
///
/// ```swift
/// YesNoQuestion("hot_stone_numb", "Any numb skin?", why: "...").formerly("hot_stone_feeling")
/// ```
public protocol Renamable {
  var id: ID<Self> { get }
  /// Ids of earlier versions, newest first. No other item may use one of them.
  var aliases: [ID<Self>] { get set }
}

extension Renamable {
  /// The same item, which earlier versions called by other ids.
  public func formerly(_ ids: ID<Self>...) -> Self {
    var item = self
    item.aliases += ids
    return item
  }
}
