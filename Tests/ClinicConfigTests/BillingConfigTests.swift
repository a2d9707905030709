import ClinicConfig
import ClinicCore
import TechniqueKit
import Testing

/// The sections for receipts and consent.
@Suite struct BillingConfigTests {
  static let head = "schema: 1\nallow_draft: true\ntechniques: {stone: {enabled: true}}\n"

  @Test func `receipts have the clinic's own codes, prices and numbers`() throws {
    let config = try ClinicConfigTests.read(
      Self.head + """
        clinic: {name: River Street Clinic}
        billing:
          rule: ama
          currency: eur
          services:
            stone: {code: RS-1, description: Stones, price: 32.50}
            pebble: {code: RS-1, description: Stones, price: "32,5"}
          address: [12 River Street, Springfield]
          phone: 555-0100
          tax_id: 00-0000000
          providers:
            J. Lee: {Licence: MT 0000, NPI: "0000000000"}
          footer: Thank you.
        """)
    let billing = try #require(config.profile.billing)
    #expect(billing.rule == .ama && billing.currency.code == "EUR")
    let stone = try #require(billing.services["stone"])
    #expect(stone.code == "RS-1" && stone.description == "Stones")
    #expect(stone.price.description == "32.50 EUR" && billing.services["pebble"] == stone)
    #expect(billing.address == ["12 River Street", "Springfield"])
    #expect(billing.phone == "555-0100" && billing.taxID == "00-0000000")
    #expect(
      billing.providers == [
        "J. Lee": [
          .init(name: "Licence", value: "MT 0000"), .init(name: "NPI", value: "0000000000"),
        ]
      ])
    #expect(billing.footer == "Thank you.")
  }

  @Test func `a consent has its statements in the order of the file`() throws {
    let config = try ClinicConfigTests.read(
      Self.head + """
        consent:
          required: true
          valid_days: 180
          statements:
            - id: general
              version: 1
              title: Consent
              text: |
                One line.

                Another.
            - {id: breast, version: 2026-01, title: Breast, text: Apart., sensitive_areas: [breast]}
        """)
    let consent = config.profile.consent
    #expect(consent.isRequired && consent.validDays == 180)
    #expect(consent.statements.map(\.id) == ["general", "breast"])
    #expect(consent.statements.map(\.version) == ["1", "2026-01"])
    #expect(consent.statements[0].lines == ["One line.", "", "Another."])
    #expect(consent.statements[0].isGeneral)
    #expect(consent.statements[1].sensitiveAreas == [Site("breast")])
  }

  @Test func `one statement is for sharing, and no session waits for it`() throws {
    let config = try ClinicConfigTests.read(
      Self.head + """
        consent:
          required: true
          statements:
            - {id: general, version: 1, title: A, text: B}
            - {id: sharing, version: 1, title: C, text: D, purpose: share}
        """)
    #expect(config.profile.consent.sharing?.id == "sharing")
    #expect(config.profile.consent.statements.map(\.isGeneral) == [true, false])
  }

  @Test func `without the sections no receipt is made and no consent asked for`() throws {
    let config = try ClinicConfigTests.read(Self.head)
    #expect(config.profile.billing == nil)
    #expect(config.profile.consent == ConsentSettings())
    #expect(!config.profile.consent.isRequired && config.profile.consent.validDays == 365)
  }

  @Test(arguments: [
    (
      "billing: {}",
      [
        "4:10: clinic.name is missing.", "4:10: billing.rule is missing.",
        "4:10: billing.currency is missing.", "4:10: billing.services is missing.",
      ]
    ),
    (
      """
      clinic: {name: River}
      billing:
        rule: eight_minutes
        currency: dollars
        services: {}
        address: 12 River Street
        codes: 3
      """,
      [
        "6:9: billing.rule is one of: cms, ama.",
        "7:13: billing.currency needs three letters, like USD.",
        "8:13: billing.services is missing.", "9:12: billing.address needs a list of lines.",
        "10:3: there is no key \"codes\". Known: rule, currency, services, address, phone, tax_id, "
          + "providers, footer.",
      ]
    ),
    (
      """
      clinic: {name: River}
      billing:
        rule: cms
        currency: USD
        services:
          ston: {code: A, description: B, price: 1}
          stone: {code: A, description: B, price: 1.005}
          pebble: {code: A}
        providers: {J. Lee: LMT}
      """,
      [
        "9:5: there is no technique \"ston\". Did you mean stone? Known: stone, pebble.",
        "10:45: billing.services.stone.price needs an amount of USD, like 32.00.",
        "11:13: billing.services.pebble.description is missing.",
        "11:13: billing.services.pebble.price is missing.",
        "12:23: billing.providers.J. Lee needs keys with values under it.",
      ]
    ),
    (
      """
      clinic: {name: River}
      billing:
        rule: cms
        currency: USD
        services:
          stone: {code: A, description: B, price: 1}
          pebble: {code: A, description: B, price: 2}
      """,
      [
        "10:20: billing.services.pebble.code: A stands under another technique with another "
          + "description or price. One code has one of each."
      ]
    ),
    (
      """
      consent:
        statements:
          - {id: a, version: 1, title: A, text: B, purpose: share}
          - {id: b, version: 1, title: A, text: B, purpose: share, sensitive_areas: [breast]}
          - {id: c, version: 1, title: A, text: B, purpose: news}
          - {id: d, version: 1, title: A, text: B, sensitive_areas: [breast]}
      """,
      [
        "7:7: only one statement under consent.statements is for sharing.",
        "7:55: a statement for sharing has no sensitive_areas.",
        "8:55: consent.statements.purpose is one of: treatment, share.",
      ]
    ),
    (
      "consent: {required: true}", ["4:10: consent.statements is missing."]
    ),
    (
      "consent: {required: true, statements: general}",
      ["4:39: consent.statements needs a list."]
    ),
    (
      """
      consent:
        required: perhaps
        valid_days: 0
        statements:
          - {id: General, version: 1, title: A}
          - {id: a, version: 1, title: A, text: B, sensitive_areas: [nowhere]}
          - {id: a, version: 1, title: A, text: B, sensitive_areas: breast}
      """,
      [
        "5:13: consent.required needs true or false.",
        "6:15: consent.valid_days goes from 1 to 3650.",
        "8:7: consent.statements.text is missing.",
        "8:12: consent.statements.id needs small letters, digits and _.",
        "9:64: consent.statements.sensitive_areas: \"nowhere\" is not one part of the body that I "
          + "know.",
        "10:7: the statement a stands twice under consent.statements.",
        "10:63: consent.statements.sensitive_areas needs a list of parts of the body.",
      ]
    ),
    (
      """
      consent:
        required: true
        statements:
          - {id: a, version: 1, title: A, text: B, sensitive_areas: [breast]}
      """,
      ["7:5: consent.required needs a statement without sensitive_areas."]
    ),
  ])
  func `every mistake is told with its place`(text: String, expected: [String]) {
    do throws(ConfigProblems) {
      _ = try ClinicConfigTests.read(Self.head + text)
      Issue.record("nothing was refused")
    } catch {
      let told = error.description.split(separator: "\n").map {
        String($0.dropFirst("c.yaml:".count))
      }
      #expect(told == expected)
    }
  }
}
