import Foundation

/// Reads PDF files with a program that did not write them.
public enum Poppler {
  /// What a reader selects and copies, in the order of drawing; pages end with a form feed.
  public static func text(of path: String) throws -> String {
    try output("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"])
  }

  /// The lines as they stand on the pages, each in the order of reading. Marks that only turn the
  /// direction, which Poppler adds, are left out.
  public static func layout(of path: String) throws -> String {
    let turning: ClosedRange<Unicode.Scalar> = "\u{202A}"..."\u{202E}"
    let text = try output("pdftotext", ["-layout", "-enc", "UTF-8", path, "-"])
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !turning.contains($0) }))
  }

  /// Title, pages and the like, by name.
  public static func facts(of path: String) throws -> [String: String] {
    let lines = try output("pdfinfo", [path]).split(separator: "\n")
    return lines.reduce(into: [:]) { facts, line in
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        facts[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// The elements of the structure, each indented below what holds it, with the words in quotes.
  public static func structure(of path: String) throws -> String {
    try output("pdfinfo", ["-struct-text", path])
  }

  /// A row for each font: whether it is embedded, a subset, and says which characters its signs are.
  public static func fonts(of path: String) throws -> [[String]] {
    try output("pdffonts", [path]).split(separator: "\n").dropFirst(2).map { line in
      Array(line.split(separator: " ").map(String.init).suffix(5).prefix(3))
    }
  }

  /// Where each word is, in points from the left and the top: xMin, yMin, xMax, yMax.
  public static func boxes(of path: String) throws -> [[Double]] {
    try output("pdftotext", ["-bbox", path, "-"]).split(separator: "\n")
      .filter { $0.contains("<word ") }
      .map { line in line.matches(of: /"([0-9.]+)"/).compactMap { Double($0.output.1) } }
  }

  /// A page as it looks.
  public struct Picture {
    public let width: Int
    /// Row after row, as red, green and blue of two hexadecimal digits each.
    public let pixels: [Int]
    /// Pixels to a point.
    public let scale: Double
  }

  /// - Parameter page: counted from 1.
  public static func picture(of path: String, page: Int) throws -> Picture {
    let scale = 1.5
    _ = try output(
      "pdftoppm",
      ["-r", "\(72 * scale)", "-f", "\(page)", "-singlefile", path, path])
    defer { try? FileManager.default.removeItem(atPath: path + ".ppm") }
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + ".ppm")))
    // P6, width, height, 255, each followed by a space or the end of a line.
    let head = bytes.split(maxSplits: 4) { $0 == 0x20 || $0 == 0x0A }
    guard head.count == 5, let width = Int(String(decoding: head[1], as: UTF8.self)) else {
      throw HarnessError(description: "pdftoppm wrote no picture")
    }
    let colors = Array(head[4])
    let pixels = stride(from: 0, to: colors.count - 2, by: 3).map { place -> Int in
      let (red, green) = (Int(colors[place]) << 16, Int(colors[place + 1]) << 8)
      return red | green | Int(colors[place + 2])
    }
    return Picture(width: width, pixels: pixels, scale: scale)
  }

  private static func output(_ program: String, _ arguments: [String]) throws -> String {
    let outcome = try run(
      "/usr/bin/env", [program] + arguments, environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
    guard outcome.ending == .code(0) else {
      throw HarnessError(description: "\(program): \(outcome.errors)")
    }
    return outcome.output
  }
}
