import ClinicCore
import Yams

// How a visit goes, and what its note must say.

extension ClinicConfigReader {
  mutating func session(_ node: Node) -> ClinicConfig.Session {
    var session = ClinicConfig.Session()
    let fields = section(node, "session", ["bell", "pedal"])
    if let bell = fields["bell"] { session.rings = flag(bell, "session.bell") ?? session.rings }
    if let pedal = fields["pedal"], let name = words(pedal, "session.pedal") {
      if keyNames.contains(name) || name.count == 1 {
        session.pedal = name
      } else {
        add(pedal, .notOneOf(key: "session.pedal", known: keyNames + ["one character"]))
      }
    }
    return session
  }

  /// - Returns: what a note must not lack; what is always asked, where none is listed.
  mutating func noteRequires(_ node: Node) -> Set<NoteGap.Kind> {
    let standard = ClinicProfile().noteRequires
    guard let list = section(node, "note", ["required"])["required"] else { return standard }
    guard let items = list.sequence else {
      add(list, .wrongType(key: "note.required", wanted: "a list"))
      return standard
    }
    let known = NoteGap.Kind.allCases.map(\.rawValue)
    return Set(
      items.compactMap { item in
        let kind = NoteGap.Kind(rawValue: item.string ?? "")
        if kind == nil { add(item, .notOneOf(key: "note.required", known: known)) }
        return kind
      })
  }
}
