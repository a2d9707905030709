import ClinicCore
import ClinicReports
import Foundation
import PaperPDF

/// A file that a paper goes to, in the format that its name ends with.
struct PaperFile {
  enum Format: String, CaseIterable {
    case text = "txt"
    case markdown = "md"
    case page = "html"
    case pdf = "pdf"
    case table = "csv"

    /// Those of what is read like a letter.
    static let papers = [text, markdown, page, pdf]
  }

  let path: String
  let format: Format
  let mayReplace: Bool

  /// Reads `to` and `replace`; see `Shell.paperFile`.
  init?(
    _ words: Words, of paper: String, as formats: [Format], example: String, in home: HomeFolder
  ) throws {
    let replace = try words["replace"].map { typed in
      guard let isWanted = ["yes": true, "no": false][typed.lowercased()] else {
        throw Failure.usage("replace is yes or no.", hint: "Example: \(example) replace=yes")
      }
      return isWanted
    }
    guard let typed = words["to"] else {
      guard replace == nil else {
        throw Failure.usage(
          "replace belongs to a file.", hint: "Example: \(example) replace=yes")
      }
      return nil
    }
    guard let format = formats.first(where: { typed.lowercased().hasSuffix(".\($0.rawValue)") })
    else {
      let names = formats.map { ".\($0.rawValue)" }
      let all = names.dropLast().joined(separator: ", ") + " or \(names.last ?? "")"
      throw Failure.usage("\(paper) written as \(all).", hint: "Example: \(example)")
    }
    path = home.expanding(typed)
    self.format = format
    mayReplace = replace ?? false
  }
}

extension Shell {
  /// The file that a paper is to go to.
  ///
  /// - Parameters:
  ///   - paper: what it is called, with its verb: `a receipt is`.
  ///   - example: a command that writes one.
  /// - Returns: `nil` when no file is named.
  /// - Throws: `Failure` when the name ends in no known format or `replace` stands alone.
  func paperFile(
    _ words: Words, of paper: String, as formats: [PaperFile.Format], example: String
  ) throws -> PaperFile? {
    try PaperFile(words, of: paper, as: formats, example: example, in: home)
  }

  /// Writes a paper, whole or not at all, and says so.
  ///
  /// - Parameters:
  ///   - paper: what it is called: `the receipt of visit 3`.
  ///   - caution: who can read what of it.
  ///   - record: leaves it in the trail; it is done before the paper stands there.
  /// - Returns: `false` in a dry run, which writes nothing.
  /// - Throws: `Failure` when something stands there or nothing can, `PDFError` when it has no font.
  @discardableResult
  func write(
    _ content: @autoclosure () throws -> [UInt8], to target: PaperFile, called paper: String,
    caution: String = "Anyone who has this file can read it.", record: () throws -> Void
  ) throws -> Bool {
    if mode.isRehearsal {
      warn("a file reaches beyond the practice, so a dry run does not write it.")
      return false
    }
    // Where nothing can be written nothing is kept of it either.
    let file = try NewFile(
      target.path, mayReplace: target.mayReplace, hint: "To replace it add replace=yes")
    let bytes = try content()
    try record()
    try file.write(bytes)
    try file.finish()
    say("Wrote \(paper) to \(target.path)", indent: 2)
    say("\(caution) It is not sealed.")
    return true
  }

  /// What a file holds in which a document is kept.
  ///
  /// - Parameter text: as which it is written where it is no page.
  func content(
    of document: Document, in format: PaperFile.Format, text: @autoclosure () -> String
  ) throws -> [UInt8] {
    switch format {
    case .text, .table: return Array(text().utf8)
    case .markdown: return Array(document.markdown.utf8)
    case .page: return Array(document.html.utf8)
    case .pdf:
      let pdf = try document.pdf()
      if pdf.boxes > 0 {
        warn(
          "no font here has \(pdf.boxes.of("character")) of it, drawn as a box each. On Debian, "
            + "fonts-noto-core has most scripts, fonts-noto-cjk those of East Asia.")
      }
      return pdf.bytes
    }
  }
}
