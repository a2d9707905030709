import ClinicCore
import TechniqueKit

extension Verb {
  static let back = Verb(
    name: "back", group: .move, usage: "back (or ..)", does: "one level up; nothing is lost",
    example: "back", seeAlso: ["today", "quit"],
    takes: .nothing
  ) { shell, _ in
    let left = shell.client
    shell.client = nil
    shell.item(.fields(["left": left.map { .string($0.code) } ?? .null]))
  }

  static let more = Verb(
    name: "more", group: .move, usage: "more", does: "the next rows of the last list",
    example: "more", seeAlso: ["find", "today"],
    takes: .nothing
  ) { shell, _ in
    guard let showMore = shell.showMore else {
      return shell.say("There is no more of the last list.")
    }
    try showMore()
  }

  static let quit = Verb(
    name: "quit", short: "q", group: .move, usage: "quit", does: "leave; all is saved already",
    example: "quit", seeAlso: ["back", "lock"],
    takes: .nothing
  ) { shell, _ in
    shell.isLeaving = true
    shell.item(.fields(["leaving": .bool(true)]))
  }
}
