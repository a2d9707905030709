import ClinicCore
import TechniqueKit
import Yams

// What clients are asked to agree to.

extension ClinicConfigReader {
  mutating func consent(_ node: Node) -> ConsentSettings {
    let fields = section(node, "consent", ["required", "valid_days", "statements"])
    let isRequired = fields["required"].flatMap { flag($0, "consent.required") } ?? false
    let days = wholeNumber(fields["valid_days"], "consent.valid_days", 1...3650)
    let statements = fields["statements"].map { self.statements($0) } ?? []
    if isRequired, fields["statements"] == nil || fields["statements"]?.sequence?.isEmpty == true {
      add(node, .missing(key: "consent.statements"))
    } else if isRequired, let first = fields["statements"], !statements.isEmpty,
      !statements.contains(where: \.isGeneral)
    {
      add(first, .content("consent.required needs a statement without sensitive_areas."))
    }
    return ConsentSettings(
      isRequired: isRequired, validDays: days ?? ConsentSettings.standardDays,
      statements: statements)
  }

  private mutating func statements(_ node: Node) -> [ConsentStatement] {
    guard let items = node.sequence else {
      add(node, .wrongType(key: "consent.statements", wanted: "a list"))
      return []
    }
    var statements: [ConsentStatement] = []
    for item in items {
      guard let statement = statement(item) else { continue }
      if statements.contains(where: { $0.id == statement.id }) {
        add(item, .content("the statement \(statement.id) stands twice under consent.statements."))
      }
      if statement.purpose == .share, statements.contains(where: { $0.purpose == .share }) {
        add(item, .content("only one statement under consent.statements is for sharing."))
      }
      statements.append(statement)
    }
    return statements
  }

  private mutating func statement(_ node: Node) -> ConsentStatement? {
    let keys = ["id", "version", "title", "text"]
    let fields = section(node, "consent.statements", keys + ["sensitive_areas", "purpose"])
    guard node.mapping != nil else { return nil }
    for key in keys where fields[key] == nil {
      add(node, .missing(key: "consent.statements.\(key)"))
    }
    let id = words(fields["id"], "consent.statements.id")
    if let id, !id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }) {
      add(
        fields["id"],
        .wrongType(key: "consent.statements.id", wanted: "small letters, digits and _"))
    }
    let version = words(fields["version"], "consent.statements.version")
    let title = words(fields["title"], "consent.statements.title")
    let text = words(fields["text"], "consent.statements.text")
    let areas = fields["sensitive_areas"].map { self.areas($0) } ?? []
    let purpose = fields["purpose"].flatMap { self.purpose($0, isForAreas: !areas.isEmpty) }
    guard let id, let version, let title, let text else { return nil }
    return ConsentStatement(
      id: ID(id), version: version, title: title, lines: text.textLines, sensitiveAreas: areas,
      purpose: purpose ?? .treatment)
  }

  private mutating func purpose(_ node: Node, isForAreas: Bool) -> ConsentStatement.Purpose? {
    let key = "consent.statements.purpose"
    let known = ConsentStatement.Purpose.allCases.map(\.rawValue)
    guard let typed = words(node, key) else { return nil }
    guard let purpose = ConsentStatement.Purpose(rawValue: typed) else {
      add(node, .notOneOf(key: key, known: known))
      return nil
    }
    if purpose == .share, isForAreas {
      add(node, .content("a statement for sharing has no sensitive_areas."))
    }
    return purpose
  }

  private mutating func areas(_ node: Node) -> [Site] {
    let key = "consent.statements.sensitive_areas"
    guard let items = node.sequence, !items.isEmpty else {
      add(node, .wrongType(key: key, wanted: "a list of parts of the body"))
      return []
    }
    return items.compactMap { item in
      guard let name = words(item, key) else { return nil }
      guard let site = ConsentStatement.area(named: name) else {
        add(item, .content("\(key): \"\(name)\" is not one part of the body that I know."))
        return nil
      }
      return site
    }
  }
}

extension String {
  /// Without the empty lines at the end, which a block of YAML has.
  fileprivate var textLines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
