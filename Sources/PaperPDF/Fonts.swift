import CPango
import Foundation

/// The fonts of this computer, which Fontconfig finds.
enum Fonts {
  /// What sets text for a drawing.
  ///
  /// - Throws: `PDFError.noFont`.
  static func context(drawing cairo: OpaquePointer?) throws(PDFError) -> OpaquePointer {
    guard areThere, let context = pango_cairo_create_context(cairo) else { throw .noFont }
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    // A printer has more dots than a screen: each letter stands where its font puts it.
    pango_context_set_round_glyph_positions(context, 0)
    return context
  }

  /// Whether there is any. Looking them up is all that is slow about fonts, and is done once.
  private static let areThere: Bool = quietly {
    guard let context = pango_font_map_create_context(pango_cairo_font_map_get_default()) else {
      return false
    }
    defer { g_object_unref(UnsafeMutableRawPointer(context)) }
    let any = pango_font_description_from_string("Sans")
    defer { pango_font_description_free(any) }
    guard let font = pango_context_load_font(context, any) else { return false }
    g_object_unref(font)
    return true
  }

  /// Fontconfig complains on standard error of a folder that it cannot keep its list of fonts in, a
  /// dozen times, though all is well without one, and has no way to be told not to. So what is written
  /// there meanwhile goes to a file, and from there on without those lines.
  private static func quietly<Result>(_ work: () -> Result) -> Result {
    fflush(nil)
    let errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)
    guard errors >= 0 else { return work() }
    defer { close(errors) }
    guard let file = tmpfile() else { return work() }
    defer { fclose(file) }
    dup2(fileno(file), STDERR_FILENO)
    let result = work()
    fflush(nil)
    dup2(errors, STDERR_FILENO)
    rewind(file)
    let written = FileHandle(fileDescriptor: fileno(file)).availableData
    let lines = written.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .filter { !$0.starts(with: "Fontconfig ".utf8) }
    let rest = Data(lines.joined(separator: [UInt8(ascii: "\n")]))
    try? FileHandle.standardError.write(contentsOf: rest)
    return result
  }
}
