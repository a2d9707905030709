import Foundation
import TechniqueKit

extension ModuleCheck {
  /// Each text has a translation that was made from its present wording, in every language that the
  /// module brings.
  var translations: [CheckFinding] {
    languages.flatMap { translation in
      func found(_ sentence: String) -> CheckFinding {
        finding(Problem(.translations, sentence), "translation", translation.language)
      }
      guard
        let file = try? JSONDecoder().decode(
          TranslationFile.self, from: Data(translation.json))
      else { return [found("its file cannot be read.")] }
      guard file.language == translation.language, file.module == manifest.id else {
        return [found("its file is \(file.module) in \(file.language).")]
      }
      let sources = document.texts
      let missing = sources.filter { file[$0.place]?.translation.isEmpty ?? true }
      let stale = sources.filter { text in
        file[text.place].map { $0.stale == true || $0.source != text.text } ?? false
      }
      let places = Set(sources.map(\.place))
      let left = file.texts.filter { !places.contains($0.place) }
      let state = [(missing, "not translated"), (stale, "translated from an older wording")]
        .compactMap { texts, state in
          texts.first.map { found(Self.counted($0.place, texts.count, state)) }
        }
      return state + (left.first.map { [found("there is no text \($0.place).")] } ?? [])
        + wording(of: file).map { found($0) }
    }
  }

  /// A translation fits its line and reads as a sentence where the text it stands for does.
  private func wording(of file: TranslationFile) -> [String] {
    var translated = self
    translated.document = file.applied(to: document)
    let before = Set(statements.map(\.path))
    return translated.statements
      .filter { [.wording, .sentences, .choices].contains($0.check) && !before.contains($0.path) }
      .map { "\($0.kind)/\($0.item): \($0.sentence)" }
  }

  private static func counted(_ first: String, _ count: Int, _ state: String) -> String {
    count == 1
      ? "\(first) is \(state)." : "\(first) and \(count - 1) more texts are \(state)."
  }
}
