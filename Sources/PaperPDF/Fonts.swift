import CPango
import Foundation

/// The fonts of this computer, which Fontconfig finds.
enum Fonts {
  /// What sets text for a drawing. The first one in a process looks the fonts up, which is all that is
  /// slow about them.
  ///
  /// - Throws: `PDFError.noFont`.
  static func context(drawing cairo: OpaquePointer?) throws(PDFError) -> OpaquePointer {
    let context = quietly { () -> OpaquePointer? in
      guard let context = pango_cairo_create_context(cairo) else { return nil }
      let any = pango_font_description_from_string("Sans")
      defer { pango_font_description_free(any) }
      guard let font = pango_context_load_font(context, any) else {
        g_object_unref(UnsafeMutableRawPointer(context))
        return nil
      }
      g_object_unref(font)
      return context
    }
    guard let context else { throw .noFont }
    // A printer has more dots than a screen: each letter stands where its font puts it.
    pango_context_set_round_glyph_positions(context, 0)
    return context
  }

  /// Fontconfig complains on standard error of a folder that it cannot keep its list of fonts in, a
  /// dozen times, though all is well without one. It has no way to be told not to.
  private static func quietly<Result>(_ work: () -> Result) -> Result {
    fflush(nil)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    let errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)
    guard nowhere >= 0, errors >= 0 else { return work() }
    defer {
      fflush(nil)
      dup2(errors, STDERR_FILENO)
      close(errors)
      close(nowhere)
    }
    dup2(nowhere, STDERR_FILENO)
    return work()
  }
}
