import TechniqueKit
import Testing

@testable import ClinicCore
@testable import ClinicReports

/// The same receipt gives the same text and the same page.
@Suite struct ReceiptReportTests {
  static func receipt(
    paid: Int = 5000, client: String = "Ann Ruiz", referredBy: String? = nil,
    conditions: [String] = [], footer: String? = "Thank you.\nKeep this."
  ) throws -> Receipt {
    let usd = try #require(Currency(code: "USD"))
    let services = [("RS-10", "Myofascial session", 24, 3200), ("RS-20", "Points", 23, 3450)]
    let count = UnitCount(services.map { ($0.0, $0.2) }, by: .cms)
    let lines = zip(services, count.units).map { service, units in
      Receipt.Line(
        service: .init(
          code: service.0, description: service.1, price: Money(minorUnits: service.3, usd)),
        minutes: service.2, units: units)
    }
    let day = try #require(CalendarDate("2026-11-24"))
    return Receipt(
      clinic: .init(
        name: "River Street Clinic", address: ["12 River Street", "Springfield"],
        phone: "555-0100", taxID: "00-0000000"),
      provider: .init(
        author: Author(name: "J. Lee", credential: "LMT"),
        identifiers: [.init(name: "Licence", value: "MT 0000")]),
      signer: Author(name: "J. Lee", credential: "LMT"),
      client: Identity(name: client, born: CalendarDate("1984-03-02")), number: 3, visitedOn: day,
      issuedOn: day.adding(days: 1), lines: lines, count: count, conditionCodes: conditions,
      referredBy: referredBy, total: lines.map(\.amount).reduce(Money(minorUnits: 0, usd), +),
      payments: [.init(amount: Money(minorUnits: paid, usd), on: day)], footer: footer)
  }

  @Test func `the text is the whole receipt in 72 columns`() throws {
    let lines = ReceiptReport(
      try Self.receipt(referredBy: "Dr Okoye", conditions: ["Q00.0", "Q00.1"])
    ).lines
    #expect(
      lines.joined(separator: "\n") == """
        River Street Clinic
        12 River Street
        Springfield
        Phone 555-0100
        Tax id 00-0000000

        Receipt      visit 3 of Tue 24 Nov 2026
        Client       Ann Ruiz, born 2 Mar 1984
        Provider     J. Lee, LMT
        Licence      MT 0000
        Referred by  Dr Okoye
        Conditions   Q00.0, Q00.1
        Issued       25 Nov 2026
        Payment      50.00 USD on 24 Nov 2026

        RS-10  Myofascial session
          24 min, 2 units of 32.00 USD                                 64.00 USD
        RS-20  Points
          23 min, 1 unit of 34.50 USD                                  34.50 USD

        Total                                                          98.50 USD
        Paid                                                           50.00 USD
        Balance                                                        48.50 USD
        48.50 USD is due.

        47 timed minutes are 3 units by the total-time rule (38 to 52).
        RS-10 has 1 full quarter hour in its 24 min: 1 unit.
        RS-20 has 1 full quarter hour in its 23 min: 1 unit.
        RS-10 has the most minutes left over, 9: 1 more unit.

        Thank you.
        Keep this.
        """)
    #expect(lines.allSatisfy { $0.count <= 72 })
  }

  @Test(arguments: [
    (ReceiptReport.Mark.copy, "COPY"), (.draft, "DRAFT, not handed out"),
    (.void(reason: "typed twice", on: .epoch), "VOID since 1 Jan 1970: typed twice"),
  ])
  func `a mark is one line more, in each form, and nothing else differs`(
    mark: ReceiptReport.Mark, line: String
  ) throws {
    let receipt = try Self.receipt()
    let (plain, marked) = (
      ReceiptReport(receipt, number: "0007"), ReceiptReport(receipt, number: "0007", mark: mark)
    )
    #expect(marked.lines == [line] + plain.lines)
    #expect(plain.lines.contains("Receipt no.  0007"))
    #expect(
      marked.document.html.replacing("<p>\(line)</p>\n", with: "") == plain.document.html)
    #expect(marked.document.html.contains("<dt>Receipt no.</dt><dd>0007</dd>"))
    #expect(
      marked.document.markdown.replacing("\(line)\n\n", with: "") == plain.document.markdown)
  }

  @Test func `read aloud it has no columns`() throws {
    let lines = ReceiptReport(try Self.receipt(paid: 9850, footer: nil), isPlain: true).lines
    #expect(lines.contains("Client: Ann Ruiz, born 2 Mar 1984"))
    #expect(lines.contains("  24 min, 2 units of 32.00 USD: 64.00 USD"))
    #expect(lines.contains("Balance: 0.00 USD") && lines.contains("Paid in full."))
    #expect(!lines.contains { $0.dropFirst(2).contains("   ") })
  }

  @Test func `the page stands alone: nothing is fetched and nothing runs`() throws {
    let html = ReceiptReport(
      try Self.receipt(referredBy: "Dr Okoye", conditions: ["Q00.0"])
    ).document.html
    let body = try #require(html.range(of: "<body>")).lowerBound
    #expect(
      html[body...] == """
        <body>
        <header>
        <div><strong>River Street Clinic</strong></div>
        <div>12 River Street</div>
        <div>Springfield</div>
        <div>Phone 555-0100</div>
        <div>Tax id 00-0000000</div>
        </header>
        <main>
        <h1>Receipt for visit 3 of Tue 24 Nov 2026</h1>
        <dl>
        <dt>Client</dt><dd>Ann Ruiz, born 2 Mar 1984</dd>
        <dt>Provider</dt><dd>J. Lee, LMT</dd>
        <dt>Licence</dt><dd>MT 0000</dd>
        <dt>Referred by</dt><dd>Dr Okoye</dd>
        <dt>Conditions</dt><dd>Q00.0</dd>
        <dt>Issued</dt><dd>25 Nov 2026</dd>
        <dt>Payment</dt><dd>50.00 USD on 24 Nov 2026</dd>
        </dl>
        <div class="scroll" role="region" aria-label="Table" tabindex="0">
        <table>
        <thead>
        <tr><th scope="col">Code</th><th scope="col">Service</th>\
        <th scope="col" class="n">Minutes</th><th scope="col" class="n">Units</th>\
        <th scope="col" class="n">Price</th><th scope="col" class="n">Amount</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">RS-10</th><td>Myofascial session</td><td class="n">24</td>\
        <td class="n">2</td><td class="n">32.00</td><td class="n">64.00</td></tr>
        <tr><th scope="row">RS-20</th><td>Points</td><td class="n">23</td>\
        <td class="n">1</td><td class="n">34.50</td><td class="n">34.50</td></tr>
        </tbody>
        <tfoot>
        <tr><th scope="row" colspan="5">Total</th><td class="n">98.50 USD</td></tr>
        <tr><th scope="row" colspan="5">Paid</th><td class="n">50.00 USD</td></tr>
        <tr><th scope="row" colspan="5">Balance</th><td class="n">48.50 USD</td></tr>
        </tfoot>
        </table>
        </div>
        <p>48.50 USD is due.</p>
        </main>
        <footer>
        <p>47 timed minutes are 3 units by the total-time rule (38 to 52).</p>
        <p>RS-10 has 1 full quarter hour in its 24 min: 1 unit.</p>
        <p>RS-20 has 1 full quarter hour in its 23 min: 1 unit.</p>
        <p>RS-10 has the most minutes left over, 9: 1 more unit.</p>
        <p>Thank you.</p>
        <p>Keep this.</p>
        </footer>
        </body>
        </html>

        """)
    for word in ["<script", "src=", "href=", "url(", "@import", "http"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("@page { size: auto; margin: 18mm; }"))
    #expect(html.contains(".n, tfoot th { text-align: right; }"))
  }

  @Test func `numbers and sums stand at the right in Markdown and in text too`() throws {
    let document = ReceiptReport(try Self.receipt()).document
    for row in [
      "| Code | Service | Minutes | Units | Price | Amount |",
      "| --- | --- | ---: | ---: | ---: | ---: |", "| RS-20 | Points | 23 | 1 | 34.50 | 34.50 |",
      "| **Balance** |  |  |  |  | 48.50 USD |",
    ] { #expect(document.markdown.contains("\n\(row)\n"), "\(document.markdown)") }
    let lines = document.lines()
    for line in [
      "Code     Service             Minutes  Units  Price     Amount",
      "RS-20    Points                   23      1  34.50      34.50",
      "Balance                                             48.50 USD",
    ] { #expect(lines.contains(line), "\(lines.joined(separator: "\n"))") }
    let aloud = document.lines(isPlain: true)
    #expect(
      aloud.contains("RS-20: service Points, minutes 23, units 1, price 34.50, amount 34.50."))
    #expect(aloud.contains("Balance: 48.50 USD."))
    #expect(document.author == "J. Lee, LMT")
    #expect(document.writtenOn == CalendarDate("2026-11-25"))
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("O'Brien & \"Sons\"", "O&#39;Brien &amp; &quot;Sons&quot;"),
    ("<\u{301}b>", "&lt;\u{301}b&gt;"),
  ])
  func `a name is text in the page, whatever it holds`(name: String, escaped: String) throws {
    let html = ReceiptReport(try Self.receipt(client: name)).document.html
    #expect(html.contains("<dt>Client</dt><dd>\(escaped), born 2 Mar 1984</dd>"))
    #expect(html.unicodeScalars.count { $0 == "<" } == (try Self.tags()))
  }

  /// How many tags a page has whose texts hold none.
  static func tags() throws -> Int {
    ReceiptReport(try receipt()).document.html.unicodeScalars.count { $0 == "<" }
  }
}
