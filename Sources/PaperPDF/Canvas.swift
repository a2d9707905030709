import CPango

/// Pages that Cairo draws into memory.
final class Canvas {
  private final class Sink {
    var bytes: [UInt8] = []
  }

  private let sink: Sink
  private let surface: OpaquePointer?
  let cairo: OpaquePointer?
  let pango: OpaquePointer

  init() throws(PDFError) {
    sink = Sink()
    surface = cairo_pdf_surface_create_for_stream(
      { sink, bytes, count in
        guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), Sheet.width, Sheet.height)
    cairo = cairo_create(surface)
    do throws(PDFError) {
      pango = try Fonts.context(drawing: cairo)
    } catch {
      cairo_destroy(cairo)
      cairo_surface_destroy(surface)
      throw error
    }
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(pango))
    cairo_destroy(cairo)
    // Writes what was not written yet, so it comes before the sink goes.
    cairo_surface_destroy(surface)
  }

  func set(_ metadata: cairo_pdf_metadata_t, _ text: String?) {
    cairo_pdf_surface_set_metadata(surface, metadata, text)
  }

  /// Lists a heading in the outline that readers show beside the pages.
  ///
  /// - Parameters:
  ///   - page: counted from 1.
  ///   - y: from the top of the sheet, in points.
  func list(_ heading: String, page: Int, y: Double) {
    cairo_pdf_surface_add_outline(
      surface, CAIRO_PDF_OUTLINE_ROOT, heading, "page=\(page) pos=[0 \(Int(y))]",
      cairo_pdf_outline_flags_t(0))
  }

  /// The whole file.
  ///
  /// - Throws: `PDFError.notDrawn` when anything went wrong on the way.
  func finish() throws(PDFError) -> [UInt8] {
    let drawn = cairo_status(cairo)
    cairo_surface_finish(surface)
    for status in [drawn, cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
      throw .notDrawn(cairo_status_to_string(status).map { String(cString: $0) } ?? "\(status)")
    }
    return sink.bytes
  }
}
