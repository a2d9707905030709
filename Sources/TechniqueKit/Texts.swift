/// A text of a module and where it stands: `question/hot_stone_heat/prompt`.
public struct PlacedText: Hashable, Sendable {
  public let place: String
  public let text: String

  public init(place: String, text: String) {
    self.place = place
    self.text = text
  }
}

extension ModuleDocument {
  /// Every text that a person reads, in the order of the content. Words that are typed, such as
  /// codes, fields and the names of metrics, are none of them.
  public var texts: [PlacedText] {
    var found: [PlacedText] = []
    _ = mapTexts { place, text in
      found.append(PlacedText(place: place, text: text))
      return text
    }
    return found
  }

  /// The module with each of its texts replaced.
  ///
  /// - Parameter change: given a text's place and the text.
  public func mapTexts(_ change: (_ place: String, _ text: String) -> String) -> ModuleDocument {
    var document = self
    document.manifest.name = change("manifest/name", manifest.name)
    document.manifest.summary = change("manifest/summary", manifest.summary)
    document.options.changeEach { $0.meaning = change("option/\($0.name)", $0.meaning) }
    document.content = content.mapTexts(change)
    return document
  }
}

extension ModuleContent {
  /// The content with each of its texts replaced.
  ///
  /// - Parameter change: given a text's place and the text.
  public func mapTexts(_ change: (_ place: String, _ text: String) -> String) -> ModuleContent {
    var content = self
    content.intake.changeEach { $0.mapTexts("question/\($0.id)", change) }
    content.safetyRules.changeEach { rule in
      let place = "rule/\(rule.id)"
      rule.title = change(place + "/title", rule.title)
      rule.advice = change(place + "/advice", rule.advice)
      rule.clientWording = change(place + "/client", rule.clientWording)
    }
    content.templates.changeEach { $0.mapTexts("template/\($0.id)", change) }
    content.findings.changeEach { kind in
      let place = "finding/\(kind.id)"
      kind.title = change(place + "/title", kind.title)
      kind.sentence = change(place + "/sentence", kind.sentence)
      kind.fields.changeEach { $0.meaning = change("\(place)/field/\($0.name)", $0.meaning) }
    }
    content.metrics.changeEach { $0.mapTexts("metric/\($0.id)", change) }
    for index in content.evidence.indices {
      let place = "evidence/\(index + 1)"
      content.evidence[index].condition = change(
        place + "/condition", content.evidence[index].condition)
      content.evidence[index].summary = change(place + "/summary", content.evidence[index].summary)
    }
    content.aftercare.mapTexts(change)
    return content
  }
}

extension Question {
  mutating func mapTexts(_ place: String, _ change: (String, String) -> String) {
    prompt = change(place + "/prompt", prompt)
    help = change(place + "/help", help)
    why = change(place + "/why", why)
    switch kind {
    case .yesNo, .wholeNumber, .decimal, .bloodPressure, .text, .date, .regions: break
    case .scale(var scale):
      scale.lowestMeans = change(place + "/lowest", scale.lowestMeans)
      scale.highestMeans = change(place + "/highest", scale.highestMeans)
      kind = .scale(scale)
    case .choice(var options, let several):
      options.changeEach { $0.label = change("\(place)/option/\($0.id)", $0.label) }
      kind = .choice(options: options, several: several)
    case .group(var fields, let atMost):
      fields.changeEach { $0.mapTexts("question/\($0.id)", change) }
      kind = .group(fields: fields, atMost: atMost)
    }
  }
}

extension SessionTemplate {
  /// The title is typed and so stays as it is.
  fileprivate mutating func mapTexts(_ place: String, _ change: (String, String) -> String) {
    for index in phases.indices {
      let phase = "\(place)/phase/\(index + 1)"
      phases[index].title = change(phase + "/title", phases[index].title)
      phases[index].instructions = change(phase + "/instructions", phases[index].instructions)
      if !phases[index].record.isEmpty {
        phases[index].record = change(phase + "/record", phases[index].record)
      }
    }
  }
}

extension OutcomeMetric {
  fileprivate mutating func mapTexts(_ place: String, _ change: (String, String) -> String) {
    construct = change(place + "/construct", construct)
    prompt = change(place + "/prompt", prompt)
    if !recall.isEmpty { recall = change(place + "/recall", recall) }
    for index in bands.indices {
      bands[index].name = change("\(place)/band/\(index + 1)", bands[index].name)
    }
    switch entry {
    case .score, .namedActivities: break
    case .items(var items, let scoring):
      items.changeEach { $0.prompt = change("\(place)/item/\($0.name)", $0.prompt) }
      entry = .items(items, scoring)
    case .computed(var items):
      items.changeEach { $0.prompt = change("\(place)/item/\($0.name)", $0.prompt) }
      entry = .computed(items)
    }
  }
}

extension Aftercare {
  fileprivate mutating func mapTexts(_ change: (String, String) -> String) {
    func each(_ lines: [String], _ part: String) -> [String] {
      lines.enumerated().map { change("aftercare/\(part)/\($0 + 1)", $1) }
    }
    expect = each(expect, "expect")
    advice = each(advice, "advice")
    seekHelp = each(seekHelp, "seek_help")
    for index in reported.indices {
      reported[index].what = change("aftercare/reported/\(index + 1)", reported[index].what)
    }
  }
}

extension Array {
  fileprivate mutating func changeEach(_ change: (inout Element) -> Void) {
    for index in indices { change(&self[index]) }
  }
}
