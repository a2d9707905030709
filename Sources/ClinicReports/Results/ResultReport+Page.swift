import ClinicCore
import TechniqueKit

extension ResultReport {
  /// The results as a page of HTML that needs nothing else: no script, no picture, no font from
  /// elsewhere.
  public var html: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>\(title.escaped)</title>
    <style>
    @page { size: auto; margin: 18mm; }
    body { font: 11pt/1.4 sans-serif; color: #000; background: #fff; max-width: 170mm; margin: 0 auto; }
    h1 { font-size: 15pt; }
    h2 { font-size: 12pt; margin: 6mm 0 1mm; break-after: avoid; }
    p { margin: 1mm 0; }
    footer { margin-top: 8mm; font-size: 9pt; }
    </style>
    </head>
    <body>
    <h1>\(title.escaped)</h1>
    \(sections.map(html).joined(separator: "\n"))
    <footer>
    \(notes.map(paragraph).joined(separator: "\n"))
    </footer>
    </body>
    </html>

    """
  }

  private func html(_ section: Section) -> String {
    "<h2>\(section.title.escaped)</h2>\n"
      + section.paragraphs.map(paragraph).joined(separator: "\n")
  }

  private func paragraph(_ text: String) -> String { "<p>\(text.escaped)</p>" }
}
