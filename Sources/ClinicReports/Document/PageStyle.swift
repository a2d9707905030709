/// How a page looks. Words stand out from what is behind them by 4.5 to 1 at least, and what is drawn
/// by 3 to 1, in the light, in the dark and on paper; `make check-pages` measures it.
enum PageStyle {
  static let sheet = """
    @page { size: auto; margin: 18mm; }
    :root { color-scheme: light dark; \(light) }
    @media screen and (prefers-color-scheme: dark) { :root { \(dark) } }
    html { background: var(--paper); color: var(--ink); }
    body { font: 11pt/1.45 system-ui, sans-serif; max-width: 170mm; margin: 0 auto; padding: 4mm;
      overflow-wrap: break-word; }
    h1 { font-size: 16pt; line-height: 1.25; margin: 6mm 0 3mm; }
    h2 { font-size: 12pt; line-height: 1.3; margin: 7mm 0 1mm; break-after: avoid; }
    p, ul { margin: 1mm 0; }
    ul { padding-left: 5mm; }
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 6mm; margin: 1mm 0; }
    dd { margin: 0; }
    figure { margin: 4mm 0; break-inside: avoid; }
    figcaption { margin-top: 2mm; font-size: 9.5pt; color: var(--quiet); }
    figcaption strong { color: var(--ink); }
    .plot { display: block; width: 100%; height: auto; }
    .narrow { display: none; }
    .scroll { overflow-x: auto; margin: 2mm 0; }
    table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-size: 9.5pt; color: var(--quiet); padding-bottom: 1mm; }
    th, td { text-align: left; padding: 1mm 3mm 1mm 0; border-bottom: 0.2mm solid var(--rule);
      vertical-align: top; }
    thead { border-bottom: 0.4mm solid var(--quiet); }
    tbody th { font-weight: normal; }
    .n, tfoot th { text-align: right; }
    .n { white-space: nowrap; }
    tr { break-inside: avoid; }
    .signature { margin-top: 16mm; border-top: 0.2mm solid; width: 80mm; max-width: 100%; }
    footer { margin-top: 8mm; font-size: 9pt; color: var(--quiet); }
    @media screen and (max-width: 40rem) {
      .wide { display: none; }
      .narrow { display: block; max-width: 30rem; }
      th, td { font-size: 10pt; }
    }
    @media print {
      :root { color-scheme: light; \(light) --ink: #000; }
      body { padding: 0; }
      .scroll { overflow: visible; }
      table { font-size: 9.5pt; }
      th, td { overflow-wrap: anywhere; }
    }
    """

  private static let light =
    "--paper: #fff; --ink: #1b1f24; --quiet: #57606a; --rule: #c9ced4;"
    + Drawing.Ink.allCases.map { " --plot-\($0.rawValue): #\($0.onPaper.hexadecimal);" }.joined()

  private static let dark = """
    --paper: #15181c; --ink: #e6e8eb; --quiet: #a7b0ba; --rule: #3a414a;
      --plot-words: #e6e8eb; --plot-quiet: #a7b0ba; --plot-axis: #8b949e; --plot-grid: #292e35;
      --plot-series: #84baee; --plot-noise: #212e3c; --plot-edge: #7690ac; --plot-matters: #67c596;
      --plot-goal: #e0a94f; --plot-pause: #a7b0ba;
    """
}

extension Int {
  /// Of a colour, in six digits.
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
