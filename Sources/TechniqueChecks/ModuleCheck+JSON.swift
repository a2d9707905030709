import Foundation
import TechniqueKit

extension ModuleCheck {
  /// The module can be stored and read back.
  var jsonForm: [CheckFinding] {
    do {
      let json = try JSONEncoder().encode(document)
      guard try JSONDecoder().decode(ModuleDocument.self, from: json) == document else {
        return [asJSON("its JSON form reads back as another module.")]
      }
      return []
    } catch EncodingError.invalidValue(let value, let context) {
      let place = context.codingPath.map(\.stringValue).joined(separator: "/")
      return [asJSON("\(place) is \(value), which JSON cannot hold.")]
    } catch {
      return [asJSON("its JSON form cannot be read back.")]
    }
  }

  private func asJSON(_ sentence: String) -> CheckFinding {
    finding(Problem(.jsonForm, sentence), "module", "json")
  }
}
