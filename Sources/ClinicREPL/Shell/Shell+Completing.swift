import ClinicCore
import LineEditor
import TechniqueKit

extension Shell {
  /// What Tab makes of a command: its verb, then clients, templates or areas.
  func completion(ofCommand head: String) -> Completion {
    let typed = head.drop { $0 == " " }
    guard let space = typed.firstIndex(of: " ") else {
      let codes = practice.catalogue.findings.map(\.code)
      let verbs = Verb.all.map(\.name).filter { $0.count > 1 }
      return Completion(head, typed, among: verbs + codes)
    }
    let word = typed[..<space].lowercased()
    let rest = typed[space...].drop { $0 == " " }
    guard
      let verb = Verb.named(word)
        ?? Verb.all.first(where: { $0.name.hasPrefix(word) && word.count > 1 })
    else {
      let isFinding = practice.catalogue.finding(code: word) != nil
      return isFinding ? areas(head) : Completion(start: head.count, words: [])
    }
    let found = completion(of: verb, head, rest)
    guard let declared = declaredWords(of: verb, String(rest)) else { return found }
    let start = head.count - head.lastWord.count
    if found.words.isEmpty { return Completion(start: start, words: declared) }
    guard found.start == start else { return found }
    return Completion(
      start: start, words: found.words + declared.filter { !found.words.contains($0) })
  }

  /// The steps and fields that a verb declares and that go on from its last word; those that stand in
  /// the line already are left out.
  ///
  /// - Returns: `nil` where there are none.
  private func declaredWords(of verb: Verb, _ rest: String) -> [String]? {
    let words = rest.split(separator: " ").map { $0.lowercased() }
    let step = words.count > 1 || rest.hasSuffix(" ") ? words.first : nil
    let takes = verb.takes.steps.first { $0.name == step }?.takes ?? verb.takes
    let typed = rest.lastWord.lowercased()
    let names =
      (step == nil ? takes.steps.map(\.name) : []) + takes.fields.map { "\($0.name)=" }
    let found = names.filter { name in
      name.hasPrefix(typed) && !words.contains { $0 != typed && $0.hasPrefix(name) }
    }
    return found.isEmpty ? nil : found
  }

  private func completion(
    of verb: Verb, _ head: String, _ rest: Substring
  ) -> Completion {
    switch verb.name {
    case "client", "find", "book": return Completion(head, rest, among: clientNames(String(rest)))
    case "start": return Completion(head, rest, among: practice.templates.map(\.words))
    case "score":
      return Completion(head, rest, among: practice.catalogue.metrics.map(\.name))
    case "diary": return Completion(head, rest, among: Diary.allCases.map(\.rawValue))
    case "findings":
      return rest.contains(" ") ? areas(head) : Completion(head, rest, among: Shell.findingSteps)
    case "goal":
      return Completion(
        head, rest, among: practice.catalogue.metrics.map(\.name))
    case "plan": return Completion(head, rest, among: ["weekly x 4"])
    case "evidence": return Completion(head, rest, among: KnownEvidence.conditions)
    case "help": return Completion(head, rest, among: Verb.all.map(\.name) + ["keys", "answers"])
    case "set": return Completion(head, rest, among: Shell.changeableSettings)
    default:
      if case .text = verb.takes.rest { return noteWords(head) }
      return Completion(start: head.count - rest.count, words: [])
    }
  }

  private func clientNames(_ typed: String) -> [String] {
    (try? practice.find(typed, atMost: 20).clients.map(\.identity.name)) ?? []
  }

  /// The areas of the body, by the last word that was typed.
  func areas(_ head: String) -> Completion {
    let anatomy = practice.catalogue.anatomy
    let last = head.suffix { $0 != " " && $0 != "," }
    return Completion(head, last, among: anatomy.regions.map(\.name))
  }

  /// Words of at least four letters from the open client's notes, and phrases written out.
  func noteWords(_ head: String) -> Completion {
    let last = head.suffix { $0 != " " }
    if last.first == ";" {
      let phrase = phrases.all[last.dropFirst().lowercased()]
      return Completion(start: head.count - last.count, words: phrase.map { [$0] } ?? [])
    }
    guard last.count > 1, let client, let chart = try? practice.chart(client.chart) else {
      return Completion(start: head.count, words: [])
    }
    let visit = try? practice.currentVisit(of: client.chart)
    let lines = chart.visits.flatMap(\.record.note) + (visit?.note ?? [])
    let words = Set(
      lines.flatMap { line in
        line.text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.filter { $0.count > 3 }
          .map(String.init)
      })
    return Completion(head, last, among: words.sorted())
  }
}

extension StringProtocol {
  /// What stands behind the last blank.
  fileprivate var lastWord: SubSequence { suffix { $0 != " " } }

  /// What stands at the end as long as the condition holds.
  fileprivate func suffix(while holds: (Character) -> Bool) -> SubSequence {
    self[(lastIndex { !holds($0) }.map { index(after: $0) } ?? startIndex)...]
  }
}

extension Completion {
  /// The known texts that begin with what was typed, in any case.
  init(_ head: String, _ typed: some StringProtocol, among known: [String]) {
    let wanted = typed.lowercased()
    self.init(
      start: head.count - typed.count,
      words: known.filter { $0.lowercased().hasPrefix(wanted) }
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }
}
