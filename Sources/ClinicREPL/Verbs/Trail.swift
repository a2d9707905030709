import ClinicCore
import TechniqueKit

extension Verb {
  static let verify = Verb(
    name: "verify", group: .keep, usage: "verify [head=HEAD]",
    does: "check every chain, seal, digest and index; compare with a head you kept",
    example: "verify head=1042-9f8e7d6c5b4a39281716051423324150", seeAlso: ["audit", "backup"],
    takes: .fields("head=HEAD")
  ) { shell, rest in
    let words = try Words(rest)
    let kept = try words["head"].map { typed throws -> SealHead in
      guard let head = SealHead(typed) else {
        throw Failure.usage(
          "\"\(typed)\" is not a head.", hint: "It is what verify prints as head.")
      }
      return head
    }
    try shell.report(try shell.practice.verify(), kept)
  }

  static let audit = Verb(
    name: "audit", group: .keep,
    usage: "audit [client=CODE] [person=LOGIN] [from=DATE] [to=DATE] [last=N]",
    does: "who read and wrote what, newest first", example: "audit client=C0042 from=2026-11-01",
    seeAlso: ["verify"],
    takes: .fields(
      "client=CODE", "person=LOGIN", "from=DATE", "to=DATE", "last=N")
  ) { shell, rest in
    try shell.practice.require(.trail)
    let words = try Words(rest)
    var filter = TrailFilter()
    filter.chart = try words["client"].map { try shell.practice.chartID(code: $0) }
    filter.person = try words["person"].map { try shell.person($0).id }
    filter.from = try words["from"].map { Instant(try shell.date($0), in: shell.zone) }
    filter.to = try words["to"].map { Instant(try shell.date($0).adding(days: 1), in: shell.zone) }
    let limit = try words["last"].map { typed throws -> Int in
      guard let count = Int(place: typed) else {
        throw Failure.usage("last is a number of rows.", hint: "Example: audit last=50")
      }
      return count
    }
    try shell.show(
      try shell.practice.trail(
        filter, limit: limit ?? (shell.mode.isInteractive ? Shell.longestList : .max)))
  }
}

extension Shell {
  fileprivate func report(_ found: Verification, _ kept: SealHead?) throws {
    let compared = found.isWhole ? try kept.map { try practice.compare($0) } : nil
    item(
      .fields([
        "whole": .bool(found.isWhole), "charts": .int(found.charts),
        "entries": .int(found.entries), "trail_rows": .int(found.trailRows),
        "seals_checked": .bool(found.sealsChecked),
        "head": found.head.map { .string($0.description) } ?? .null,
        "problems": .strings(found.problems.map(\.description)),
        "kept_head": compared.map { .string($0.word) },
      ]))
    guard found.isWhole else {
      let more = found.problems.dropFirst().map { "\n  also: \($0)" }.joined()
      throw Failure(
        exit: .practiceFile, code: "damaged",
        message: "the practice file is not whole: \(found.problems[0])",
        hint: "Type restore BACKUP to go back to a whole one.\(more)")
    }
    say(found.summary)
    if !found.sealsChecked { say("Your key opens no chart, so the seals were not opened.") }
    if let head = found.head { say("Head: \(head)") }
    guard let kept, let compared else { return }
    switch compared {
    case .contained: say("The head you kept is part of it: nothing before it was changed or cut.")
    case .cutOff(let rows):
      throw Failure(
        exit: .practiceFile, code: "cut_off",
        message: "the file is older than the head you kept: it has \(rows.of("row")) of the trail, "
          + "the head counts \(kept.rows).")
    case .different:
      throw Failure(
        exit: .practiceFile, code: "different_head",
        message: "the file does not contain the head you kept; its past was changed.")
    }
  }

  fileprivate func show(_ rows: [TrailRow]) throws {
    let people = Dictionary(
      try practice.people().map { ($0.id, $0.profile.name) }, uniquingKeysWith: { $1 })
    let codes = try practice.chartCodes()
    for row in rows {
      let when = "\(DateWords.full(row.at.local(in: zone).date)) \(row.at.local(in: zone).clock)"
      let who = people[row.person] ?? "somebody unknown"
      let code = row.chart.flatMap { codes[$0] } ?? ""
      let what = [row.action.words, row.subject.flatMap(Self.recordNumber), row.detail]
        .compactMap { $0 }.joined(separator: ", ")
      let columns = ["\(row.number)", when, who, code, what]
      say(
        glyphs.isPlain
          ? columns.filter { !$0.isEmpty }.joined(separator: ", ")
          : columns.aligned(to: [6, 17, 16, 6, 0]), indent: glyphs.isPlain ? 2 : 53)
      item(
        .fields([
          "row": .int(row.number), "at": .string(row.at.iso(in: zone)), "person": .string(who),
          "action": .string(row.action.rawValue), "client": code.isEmpty ? nil : .string(code),
          "subject": row.subject.map { .string($0) }, "detail": row.detail.map { .string($0) },
        ]))
    }
    if rows.isEmpty { say("No row of the trail fits.") }
  }

  /// `R12` and `D7` say something to a reader, identifiers do not.
  private static func recordNumber(_ subject: String) -> String? {
    subject.count <= 12 && subject.dropFirst().allSatisfy(\.isNumber) ? subject : nil
  }
}

extension HeadComparison {
  fileprivate var word: String {
    switch self {
    case .contained: "contained"
    case .cutOff: "cut_off"
    case .different: "different"
    }
  }
}
