import TechniqueKit

/// A body from the front and from behind, drawn in ASCII, with numbers where findings are.
///
/// ```swift
/// let chart = BodyChart([.init(number: 1, site: Site("infraspinatus", .right))], anatomy: anatomy)
/// chart.lines(columns: 72)
/// ```
public struct BodyChart: Sendable {
  /// The side of the body that is seen.
  public enum View: String, Hashable, Sendable, CaseIterable {
    case front, back
  }

  /// A number that stands at a site.
  public struct Mark: Hashable, Sendable {
    public let number: Int
    public let site: Site

    public init(number: Int, site: Site) {
      self.number = number
      self.site = site
    }
  }

  /// A place on the left or right half of a figure.
  public struct Place: Hashable, Sendable {
    public let view: View
    /// Counted from 0 at the crown.
    public let row: Int
    /// Columns from the midline.
    public let across: Int
  }

  private var figures: [View: [[Character]]] = [
    .front: Self.figure, .back: Self.figure,
  ]
  /// The cells that numbers stand in.
  private var taken: [View: Set<Cell>] = [:]

  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  /// - Parameter marks: a site that names no side of a paired region stands on both.
  public init(_ marks: [Mark], anatomy: Anatomy) {
    for mark in marks {
      guard let place = Self.place(of: mark.site.region, in: anatomy) else { continue }
      let isPaired = anatomy[mark.site.region]?.isPaired == true
      if !isPaired || mark.site.side != .left { draw(mark.number, at: place, isRight: true) }
      if isPaired, mark.site.side != .right { draw(mark.number, at: place, isRight: false) }
    }
  }

  /// The figures beside each other where they fit, else below each other.
  ///
  /// - Parameter columns: that a line may have; one figure needs 33, both need 72.
  public func lines(columns: Int) -> [String] {
    let drawn = View.allCases.map { heading($0) + (figures[$0] ?? []).map { String($0) } }
    let isWide = columns >= 2 * Self.width + Self.gap
    let rows =
      isWide
      ? zip(drawn[0], drawn[1]).map { $0 + String(repeating: " ", count: Self.gap) + $1 }
      : drawn.flatMap(\.self)
    return rows.map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Whose left and right the figure shows: the client's.
  private func heading(_ view: View) -> [String] {
    let (first, last) = view == .front ? ("right", "left") : ("left", "right")
    let room = Self.width - first.count - last.count - view.rawValue.count
    let before = (Self.width - view.rawValue.count) / 2 - first.count
    return [
      first + String(repeating: " ", count: before) + view.rawValue.uppercased()
        + String(repeating: " ", count: room - before) + last
    ]
  }

  /// Writes the number at its place, or as near as it fits without hiding a line or another number.
  private mutating func draw(_ number: Int, at place: Place, isRight: Bool) {
    let digits = Array(String(number))
    // Seen from behind the client's right is on the right.
    let sign = isRight == (place.view == .back) ? 1 : -1
    let wanted = Self.reach + sign * place.across
    let first = wanted - (digits.count - 1) / 2
    var free: (cell: Cell, distance: Int)?
    for row in Self.figure.indices {
      for column in 0...(Self.width - digits.count) {
        let distance = 3 * abs(row - place.row) + abs(column - first)
        let isOnSide = place.across == 0 || (column - Self.reach).signum() == sign
        guard isOnSide, distance < free?.distance ?? .max else { continue }
        let cell = Cell(row: row, column: column)
        if isFree(cell, digits.count, place.view) { free = (cell, distance) }
      }
    }
    guard let cell = free?.cell else { return }
    for (offset, digit) in digits.enumerated() {
      figures[place.view]?[cell.row][cell.column + offset] = digit
      taken[place.view, default: []].insert(Cell(row: cell.row, column: cell.column + offset))
    }
  }

  /// Whether nothing stands there, and no other number right beside it.
  private func isFree(_ cell: Cell, _ count: Int, _ view: View) -> Bool {
    let columns = cell.column..<(cell.column + count)
    guard columns.allSatisfy({ figures[view]?[cell.row][$0] == " " }) else { return false }
    return !((cell.column - 1)...(cell.column + count)).contains {
      taken[view]?.contains(Cell(row: cell.row, column: $0)) == true
    }
  }
}
