/// A cell, counted from where the prompt begins.
struct Place: Equatable, Comparable {
  var row = 0
  /// From 0; as many as there are columns when the row has just been filled and the terminal waits
  /// with the wrap until something else is written.
  var column = 0

  static func < (first: Place, second: Place) -> Bool {
    (first.row, first.column) < (second.row, second.column)
  }

  /// Where the cursor stands after something was written here.
  ///
  /// - Parameter width: columns it takes, 0 to 2.
  func after(_ width: Int, columns: Int) -> Place {
    if width == 0 { return self }
    return column + width > columns
      ? Place(row: row + 1, column: width) : Place(row: row, column: column + width)
  }

  /// Where a character of that width begins when it is written here.
  func start(_ width: Int, columns: Int) -> Place {
    if width > 0, column + width > columns { return Place(row: row + 1, column: 0) }
    return Place(row: row, column: min(column, columns - 1))
  }
}

extension [UInt8] {
  static func += (bytes: inout [UInt8], text: String) { bytes.append(contentsOf: text.utf8) }

  static func += (bytes: inout [UInt8], character: Character) {
    bytes.append(contentsOf: character.utf8)
  }
}
