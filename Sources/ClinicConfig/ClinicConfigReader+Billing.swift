import ClinicCore
import TechniqueKit
import Yams

// What stands on receipts.

extension ClinicConfigReader {
  /// - Parameter name: of the clinic, which every receipt bears.
  /// - Returns: `nil` when something is missing or wrong, which is told then.
  mutating func billing(_ node: Node, clinic name: String?) -> BillingSettings? {
    let fields = section(
      node, "billing",
      ["rule", "currency", "services", "address", "phone", "tax_id", "providers", "footer"])
    if name == nil { add(node, .missing(key: "clinic.name")) }
    for key in ["rule", "currency", "services"] where fields[key] == nil {
      add(node, .missing(key: "billing.\(key)"))
    }
    if let services = fields["services"], services.mapping?.isEmpty == true {
      add(services, .missing(key: "billing.services"))
    }
    let rule = fields["rule"].flatMap { unitRule($0) }
    let currency = fields["currency"].flatMap { self.currency($0) }
    let services = fields["services"].map { self.services($0, currency) }
    let address = fields["address"].map { self.address($0) } ?? []
    let phone = words(fields["phone"], "billing.phone")
    let taxID = words(fields["tax_id"], "billing.tax_id")
    let providers = fields["providers"].map { self.providers($0) } ?? [:]
    let footer = words(fields["footer"], "billing.footer")
    guard let rule, let currency, let services else { return nil }
    return BillingSettings(
      rule: rule, currency: currency, services: services, address: address, phone: phone,
      taxID: taxID, providers: providers, footer: footer)
  }

  private mutating func unitRule(_ node: Node) -> UnitRule? {
    if let rule = node.string.flatMap(UnitRule.init(rawValue:)) { return rule }
    add(node, .notOneOf(key: "billing.rule", known: UnitRule.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func currency(_ node: Node) -> Currency? {
    if let currency = node.string.flatMap(Currency.init(code:)) { return currency }
    add(node, .wrongType(key: "billing.currency", wanted: "three letters, like USD"))
    return nil
  }

  private mutating func address(_ node: Node) -> [String] {
    guard let items = node.sequence else {
      add(node, .wrongType(key: "billing.address", wanted: "a list of lines"))
      return []
    }
    return items.compactMap { words($0, "billing.address") }
  }

  private mutating func services(
    _ node: Node, _ currency: Currency?
  ) -> [ID<Manifest>: BillingSettings.Service] {
    var services: [ID<Manifest>: BillingSettings.Service] = [:]
    for (key, value) in pairs(node, "billing.services") {
      guard let technique = technique(called: key) else { continue }
      if services[technique] != nil {
        add(key, .content("billing.services names \(technique) twice."))
      }
      let path = "billing.services.\(technique)"
      let fields = section(value, path, ["code", "description", "price"])
      for name in ["code", "description", "price"] where fields[name] == nil {
        add(value, .missing(key: "\(path).\(name)"))
      }
      let code = words(fields["code"], "\(path).code")
      let description = words(fields["description"], "\(path).description")
      let price = currency.flatMap { amount(fields["price"], "\(path).price", $0) }
      guard let code, let description, let price else { continue }
      let service = BillingSettings.Service(code: code, description: description, price: price)
      if services.values.contains(where: { $0.code == code && $0 != service }) {
        add(
          fields["code"],
          .content(
            "\(path).code: \(code) stands under another technique with "
              + "another description or price. One code has one of each."))
      }
      services[technique] = service
    }
    return services
  }

  /// Any technique of the build, for visits may have been signed before one was switched off; or the
  /// clinic's own content, which is held against its file once that is read.
  private mutating func technique(called key: Node) -> ID<Manifest>? {
    let manifests = compiledIn.map { $0.manifest }
    let name = key.string ?? ""
    if let found = manifests.first(where: { $0.isCalled(name) }) { return found.id }
    let problem = ConfigProblem.Kind.unknown(
      what: "technique", name: name, known: manifests.map(\.id.rawValue))
    guard hasContent, !name.isEmpty else {
      add(key, problem)
      return nil
    }
    let id = ID<Manifest>(name)
    ownServices.append(
      .init(id: id, problem: ConfigProblem(key.mark?.line ?? 1, key.mark?.column ?? 1, problem)))
    return id
  }

  private mutating func amount(_ node: Node?, _ key: String, _ currency: Currency) -> Money? {
    guard let node else { return nil }
    let typed = node.string ?? ""
    // In quotes it is a text, written as people do: 32,50.
    let isText = [.singleQuoted, .doubleQuoted].contains(node.scalar?.style)
    if isText || PlainNumber.isPlain(typed), let price = Money(typed: typed, currency) {
      return price
    }
    let example = Money(typed: "32", currency)?.amount ?? "32"
    let wanted = "an amount of \(currency.code), like \(example)"
    if case .otherForm(let typed, let write) = PlainNumber.reading(node) {
      add(node, .otherNumber(key: key, typed: typed, write: write))
    } else {
      add(node, .wrongType(key: key, wanted: wanted))
    }
    return nil
  }

  private mutating func providers(_ node: Node) -> [String: [BillingSettings.Identifier]] {
    var providers: [String: [BillingSettings.Identifier]] = [:]
    for (key, value) in pairs(node, "billing.providers") {
      guard let name = words(key, "billing.providers") else { continue }
      providers[name] = pairs(value, "billing.providers.\(name)").compactMap { key, value in
        guard let label = words(key, "billing.providers.\(name)"),
          let number = words(value, "billing.providers.\(name).\(label)")
        else { return nil }
        return BillingSettings.Identifier(name: label, value: number)
      }
    }
    return providers
  }
}
