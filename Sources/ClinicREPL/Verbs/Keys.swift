import ClinicCore
import Foundation
import TechniqueKit

extension Verb {
  static let key = Verb(
    name: "key", group: .keep,
    usage: "key  |  key add file=PATH  |  key add recovery  |  key remove N  |  key rotate",
    does: "what opens the practice", example: "key add file=~/second.key",
    seeAlso: ["passphrase", "backup"],
    takes: .nothing.or("add", .words("file=PATH")).or("remove", .words()).or("rotate", .nothing),
    reachesOut: true
  ) { shell, rest in
    try shell.practice.require(.staff)
    let words = try Words(rest)
    let practice = shell.practice
    switch (words.bare.first, words.bare.dropFirst().joined(separator: " "), words["file"]) {
    case (nil, _, nil): try shell.showKeys()
    case ("add", "", let path?):
      try practice.addKeyFile(at: shell.home.expanding(path))
      shell.item(
        .fields([
          "change": .string("added"), "kind": .string("key_file"), "path": .string(path),
        ]))
      shell.say("The key file \(path) opens the practice too. Keep it away from the practice file.")
    case ("add", "recovery", nil):
      shell.show(recoveryCode: try practice.addRecoveryCode())
    case ("remove", let number, nil):
      let slots = try practice.keySlots()
      guard let place = Int(place: number), place <= slots.count else {
        throw StoreError.noSuchKeySlot
      }
      try practice.removeKeySlot(slots[place - 1].id)
      shell.item(
        .fields([
          "change": .string("removed"), "kind": .string(slots[place - 1].kind.rawValue),
          "person": .string(shell.name(slots[place - 1].person)),
        ]))
      shell.say(
        "Removed: \(slots[place - 1].kind.words) of \(shell.name(slots[place - 1].person)).")
      try shell.warnOfNoRecoveryCode()
    case ("rotate", "", nil):
      try practice.rotateKeys()
      shell.item(.fields(["change": .string("rotated")]))
      shell.say("Every chart key is wrapped with a new practice key. All keys still open it.")
    default:
      throw Failure.usage(
        "key lists keys; it also takes add file=PATH, add recovery, remove N and rotate.")
    }
  }
}

extension Shell {
  fileprivate func showKeys() throws {
    for (place, slot) in try practice.keySlots().enumerated() {
      let day = DateWords.full(slot.addedAt.local(in: zone).date)
      say("\(place + 1)  \(slot.kind.words) of \(name(slot.person)), added \(day)")
      item(
        .fields([
          "number": .int(place + 1), "kind": .string(slot.kind.rawValue),
          "person": .string(name(slot.person)), "added": .string(slot.addedAt.iso(in: zone)),
        ]))
    }
    try warnOfNoRecoveryCode()
  }

  func name(_ person: ID<Person>) -> String {
    let people = (try? practice.people()) ?? []
    return people.first { $0.id == person }?.profile.name ?? "somebody unknown"
  }

  func show(recoveryCode code: String) {
    say("Recovery code, shown this once:")
    say("  \(code)")
    say("Write it down and keep it away from this computer. It opens everything.")
    item(
      .fields([
        "recovery_code": .string(code), "change": .string("added"), "kind": .string("recovery"),
      ]))
  }
}
