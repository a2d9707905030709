extension BodyChart {
  /// The outline from the midline of the body to its side, row by row from the crown to the soles.
  /// The other side is its mirror image.
  static let outline: [[Character]] = #"""
    __.
       \
       |
       |
      ,'
      |
      '--.__
            `-.
               \
                \
            |    |
            |    |
            |\   |
            | |   \
           |  |   |
           |   |  |
            \   \  \
             |  |  |
             |   \  \
    |        |   |  |
    |        |   '--'
     |      |
     |      |
     |     |
     |     |
     |     |
     |      |
     |     |
     |    |
     |    |
     |     \
     '-----'
    """#.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)

  /// Columns on each side of the midline.
  static let reach = 16
  /// Columns of one figure.
  static let width = 2 * reach + 1
  /// Columns between the two figures.
  static let gap = 6

  private static let mirrored: [Character: Character] = [
    "\\": "/", "/": "\\", "`": "'", "'": "`",
  ]

  /// The outline of a whole body, the midline in the column `reach`.
  static let figure: [[Character]] = outline.map { half in
    let right = half + Array(repeating: " ", count: reach + 1 - half.count)
    return right.dropFirst().reversed().map { mirrored[$0] ?? $0 } + right
  }
}
